import { Button } from '@mantine/core';
import { DownloadIcon, PrinterIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { saveAs } from '../api/save.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { t } from '../words/words.ts';

/** "3f2a9-41c07-...": easier to type from paper. The server reads it with the marks and without. */
const grouped = (code: string): string => code.match(/.{1,5}/g)?.join('-') ?? code;

/** What signs in in place of a code. Whoever leaves this page has seen them for the last time. */
export function RecoveryCodes({
  of,
  account,
  onKept,
}: {
  of: readonly string[];
  account: string;
  onKept: () => void;
}): ReactNode {
  const codes = of.map(grouped);
  const text = [t('Recovery codes of {account} for Recoup', { account }), '', ...codes, ''].join('\n');
  return (
    <section className="recovery">
      <p>
        {t(
          'Each signs you in once in place of a code, when the authenticator is not at hand. They are shown this once.',
        )}
      </p>
      <p className="recovery-of">{t('Recovery codes of {account} for Recoup', { account })}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <bdi dir="ltr">{code}</bdi>
          </li>
        ))}
      </ol>
      <div className="recovery-actions">
        <CopyButton text={text} />
        <Button
          size="xs"
          variant="default"
          leftSection={<DownloadIcon size={14} aria-hidden />}
          onClick={() => saveAs('recoup-recovery-codes.txt', text, 'text/plain')}
        >
          {t('Download')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<PrinterIcon size={14} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('Print')}
        </Button>
      </div>
      <Button onClick={onKept}>{t('I have kept them')}</Button>
    </section>
  );
}
