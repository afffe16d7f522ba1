import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { useAct } from '../api/acts.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Prompt } from '../parts/prompt.tsx';
import { qrCode } from '../parts/qr-code.ts';
import { Trouble } from '../parts/trouble.tsx';
import { beginSecondFactor, confirmSecondFactor, type Enrolment } from '../session/coming-in.ts';
import { useTyped } from '../session/use-typed.ts';
import { t } from '../words/words.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

interface Asked {
  readonly account: string;
  /** What stands before the first step: why a second factor. */
  readonly why: ReactNode;
  /** Beside the first button, where it is no must. */
  readonly instead?: ReactNode;
  readonly onDone: () => void;
}

/** The way to a second factor: its secret as a picture and as text, the first code, and the recovery codes, shown once. */
export function SecondFactor({ account, why, instead, onDone }: Asked): ReactNode {
  const begin = useAct({ changes: [], send: () => beginSecondFactor() });
  const confirm = useAct({ changes: ['sessions'], send: (code: string) => confirmSecondFactor(code) });
  if (confirm.data !== undefined) {
    return (
      <Step title={t('Recovery codes')}>
        <RecoveryCodes of={confirm.data.recoveryCodes} account={account} onKept={onDone} />
      </Step>
    );
  }
  if (begin.data !== undefined) {
    return (
      <Step title={t('Give the secret to your authenticator')}>
        <Taking
          of={begin.data}
          error={confirm.error}
          isBusy={confirm.isPending}
          onCode={(code) => confirm.mutate(code)}
        />
      </Step>
    );
  }
  return (
    <>
      {why}
      {begin.error !== null && <Trouble error={begin.error} />}
      <div className="choices">
        <Button loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('Make the second factor')}
        </Button>
        {instead}
      </div>
    </>
  );
}

/** A part that takes the place of another: focus goes to its heading, so that it is read out. */
export function Step({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Taking({
  of: { secret, uri },
  error,
  isBusy,
  onCode,
}: {
  of: Enrolment;
  error: Error | null;
  isBusy: boolean;
  onCode: (code: string) => void;
}): ReactNode {
  const [code, setCode] = useTyped('code of the second factor');
  const { size, path } = qrCode(uri);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form onSubmit={submit} className="enrolment" noValidate>
      <svg
        className="qr"
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t('QR code of the secret, which stands beside it as text')}
      >
        <rect className="qr-ground" width={size} height={size} />
        <path className="qr-dark" d={path} />
      </svg>
      <div className="enrolment-text">
        <p>
          {t('Scan it with an authenticator app, on a phone or in your password manager; or enter the secret there:')}
        </p>
        <p className="secret">
          <bdi dir="ltr">{secret.match(/.{1,4}/g)?.join(' ')}</bdi>
        </p>
        <div className="choices">
          <CopyButton text={secret} label={t('Copy the secret')} />
        </div>
        <Prompt label={t('The code of six digits that it shows now')} value={code} onChange={setCode} />
        {error !== null && <Trouble error={error} />}
        <Button type="submit" loading={isBusy} disabled={code === ''}>
          {t('Confirm')}
        </Button>
      </div>
    </form>
  );
}
