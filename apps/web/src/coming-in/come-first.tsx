import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { Trouble } from '../parts/trouble.tsx';
import { comeFirst, type Link } from '../session/coming-in.ts';
import { instantText } from '../words/figures.ts';
import { t } from '../words/words.ts';
import { Outside } from './outside.tsx';
import { NewPassword } from './password.tsx';
import { useSending } from './sending.ts';

interface Asked {
  readonly token: string;
  readonly secretariats: Link['secretariats'];
  readonly expiresAt: string;
  readonly onLookAgain: () => void;
  readonly onCome: (code: string, password: string) => Promise<void>;
}

/** A secretariat that nobody has an account in: who has the link of the console says who they are. */
export function ComeFirst({ token, secretariats, expiresAt, onLookAgain, onCome }: Asked): ReactNode {
  const [chosen, choose] = useState<string | null>(null);
  const secretariat = chosen ?? secretariats[0]?.code ?? ''; // they may come while the page is open
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const { send, isBusy, error, said } = useSending(form, ['/secretariat', '/name', '/code', '/password']);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send(async () => {
      await comeFirst({ token, secretariat, code, name, password });
      await onCome(code, password);
    });
  };
  const title = t('The first administrator');
  if (secretariats.length === 0) {
    return (
      <Outside title={title} offersLanguages>
        <p>
          {t(
            'These books have no secretariats yet. They come with the reference data, from a file, in another terminal:',
          )}
        </p>
        <p>
          <bdi dir="ltr" className="typed">
            npm run recoup -- reference load FILE
          </bdi>
        </p>
        <Button onClick={onLookAgain}>{t('Look again')}</Button>
      </Outside>
    );
  }
  return (
    <Outside
      title={title}
      lead={t('Nobody of the secretariat has an account in these books yet. The link is good once, until {when}.', {
        when: instantText(expiresAt),
      })}
      offersLanguages
    >
      <p>
        {t('An administrator lets people in and proposes what they may do, and has no hand in charges and invoices.')}
      </p>
      <form ref={form} onSubmit={submit} className="outside-form" noValidate>
        <NativeSelect
          label={t('Secretariat')}
          data={secretariats.map((one) => ({ value: one.code, label: `${one.code} · ${one.name}` }))}
          value={secretariat}
          error={said('/secretariat')}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        <TextInput
          label={t('Your name')}
          description={t('Printed on papers, and kept beside the books.')}
          autoComplete="name"
          value={name}
          error={said('/name')}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        <TextInput
          label={t('Your code, by which you sign in')}
          description={t('Such as {example}. It stands in the books for good.', { example: `${secretariat}.jd` })}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={code}
          error={said('/code')}
          onChange={(event) => setCode(event.currentTarget.value.trim())}
          required
          withAsterisk={false}
        />
        <NewPassword value={password} refused={said('/password')} onChange={setPassword} />
        {error !== null && <Trouble error={error} />}
        <Button type="submit" loading={isBusy}>
          {t('Come in')}
        </Button>
      </form>
    </Outside>
  );
}
