import { useEffect, useRef, type ReactNode } from 'react';
import { CopyButton } from '../../parts/copy-button.tsx';
import { t } from '../../words/words.ts';

interface Handed {
  readonly person: string;
  readonly token: string | null; // null where it was shown before
  readonly ifGone: string;
}

/** The link of one person, to be handed over by whoever made it: the books send no mail. */
export function Handover({ person, token, ifGone }: Handed): ReactNode {
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => told.current?.focus(), []); // the button that made it is gone, and the focus with it
  if (token === null) return <p>{ifGone}</p>;
  const address = `${window.location.origin}/invitation#${token}`;
  return (
    <div className="dialogue">
      <p ref={told} tabIndex={-1}>
        {t('Hand it to {person} and to nobody else. It is good once, for three days, and shown this once.', { person })}
      </p>
      <p className="secret">
        <bdi dir="ltr">{address}</bdi>
      </p>
      <div className="choices">
        <CopyButton text={address} label={t('Copy the link')} />
      </div>
    </div>
  );
}
