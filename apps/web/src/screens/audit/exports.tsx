import { Button } from '@mantine/core';
import { DownloadIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { blobOf, bytesOf } from '../../api/documents.ts';
import { saveAs } from '../../api/save.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { t } from '../../words/words.ts';

const forms = [
  ['PDF', 'pdf', 'application/pdf'],
  ['CSV', 'csv', 'text/csv'],
] as const;

/** A report of the API as PDF and as CSV; that it is taken is an act of its own in the audit trail. */
export function Fetched({ name, address }: { name: string; address: string }): ReactNode {
  const [error, setError] = useState<unknown>(null);
  const bring = async (end: string, form: string): Promise<void> => {
    setError(null);
    try {
      saveAs(`${name}.${end}`, await bytesOf(address, form), form);
    } catch (failed) {
      setError(failed);
    }
  };
  return (
    <>
      {forms.map(([label, end, form]) => (
        <button
          key={end}
          type="button"
          className="link"
          aria-label={`${label} ${name}`}
          onClick={() => void bring(end, form)}
        >
          {label}
        </button>
      ))}
      {error !== null && <Trouble error={error} />}
    </>
  );
}

/** The audit by itself, and the bundle: everything with its proofs. */
export function Exports({ biennium }: { biennium: string }): ReactNode {
  const [isOnItsWay, setOnItsWay] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const bundle = async (): Promise<void> => {
    setError(null);
    setOnItsWay(true);
    try {
      const address = `/api/v1/bienniums/${encodeURIComponent(biennium)}/bundle`;
      saveAs(`audit-${biennium}.zip`, await blobOf(address, 'application/zip'), 'application/zip');
    } catch (failed) {
      setError(failed);
    }
    setOnItsWay(false);
  };
  return (
    <>
      <span className="audit-forms">
        {t('The audit:')} <Fetched name={`audit-${biennium}`} address={`/api/v1/bienniums/${biennium}/audit`} />
      </span>
      <Button
        size="xs"
        loading={isOnItsWay}
        leftSection={<DownloadIcon size={14} aria-hidden />}
        onClick={() => void bundle()}
      >
        {t('Export the bundle')}
      </Button>
      {error !== null && <Trouble error={error} />}
    </>
  );
}
