import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { bytesOf, invoices } from '../../api/documents.ts';
import { saveAs } from '../../api/save.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { t } from '../../words/words.ts';
import { bundleOf } from './bundle.ts';

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
  const queries = useQueryClient();
  const [step, setStep] = useState<{ done: number; all: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const bundle = async (): Promise<void> => {
    setError(null);
    setStep({ done: 0, all: 1 });
    try {
      const numbers: string[] = [];
      const { initialPageParam: _, ...listed } = invoices({ biennium });
      const { pages } = await queries.fetchInfiniteQuery({ ...listed, initialPageParam: null, pages: 200 });
      for (const { items } of pages) numbers.push(...items.flatMap(({ number }) => number ?? []));
      const zip = await bundleOf({ biennium, documents: numbers }, bytesOf, (done, all) => setStep({ done, all }));
      saveAs(`audit-${biennium}.zip`, zip, 'application/zip');
    } catch (failed) {
      setError(failed);
    }
    setStep(null);
  };
  return (
    <>
      <span className="audit-forms">
        {t('The audit')}: <Fetched name={`audit-${biennium}`} address={`/api/v1/bienniums/${biennium}/audit`} />
      </span>
      <Button
        size="xs"
        disabled={step !== null}
        leftSection={<IconDownload size={14} aria-hidden />}
        onClick={() => void bundle()}
      >
        {step === null ? t('Export the bundle') : t('{done} of {all} files', step)}
      </Button>
      {error !== null && <Trouble error={error} />}
    </>
  );
}
