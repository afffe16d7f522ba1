import { Button } from '@mantine/core';
import { DownloadIcon, ExternalLinkIcon } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { invoicePdf } from '../api/documents.ts';
import { labelled, t } from '../words/words.ts';
import { Trouble } from './trouble.tsx';

/** The very bytes that the books keep, in the browser's own viewer; where it has none, a button brings them. */
export function Paper({ number, name }: { number: string; name: string }): ReactNode {
  const { data, error, refetch } = useQuery(invoicePdf(number));
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (data === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([data], { type: 'application/pdf' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  const shows = navigator.pdfViewerEnabled;
  return (
    <section className="paper" aria-label={t('The paper')}>
      <div className="paper-bar">
        <h2>{t('The paper')}</h2>
        {address !== null && (
          <Button
            component="a"
            href={address}
            download={`${name}.pdf`}
            size="xs"
            variant="default"
            leftSection={<DownloadIcon size={14} aria-hidden />}
          >
            PDF
          </Button>
        )}
        {address !== null && shows && (
          <Button
            component="a"
            href={address}
            target="_blank"
            rel="noreferrer"
            size="xs"
            variant="subtle"
            leftSection={<ExternalLinkIcon size={14} aria-hidden />}
          >
            {t('In a tab of its own')}
          </Button>
        )}
      </div>
      {error !== null && <Trouble error={error} onRetry={() => void refetch()} />}
      {address !== null && shows && (
        <iframe src={`${address}#toolbar=0&view=FitH`} title={labelled(t('The paper'), name)} />
      )}
      {!shows && <p className="muted">{t('This browser shows no PDF within a page. Download it to read it.')}</p>}
    </section>
  );
}
