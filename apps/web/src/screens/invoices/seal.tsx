import { Button } from '@mantine/core';
import { CheckIcon, CircleAlertIcon, MinusIcon } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { documentProof, type Invoice, invoicePdf, invoiceText } from '../../api/documents.ts';
import { Code } from '../../parts/figures.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { type Message, t } from '../../words/words.ts';
import { type Finding, type Sealed, verifyPaper } from './verify.ts';

const says: Readonly<Record<Finding['what'], Message>> = {
  content: 'The words of the invoice have the SHA-256 that was sealed',
  pdf: 'The bytes of the PDF have the SHA-256 that was sealed',
  record: 'The proof is of the checkpoint that was signed',
  inclusion: 'The sealed record leads to the root of the books',
  signature: 'The root is signed by the log of these books',
};

/** The hashes on the paper, and a button that does the sums here, on the reader's own computer. */
export function Seal({ of, number }: { of: Invoice; number: string }): ReactNode {
  const queries = useQueryClient();
  const verify = useMutation({
    mutationFn: async (): Promise<Sealed> => {
      const [text, pdf, proof] = await Promise.all([
        queries.fetchQuery({ ...invoiceText(number), staleTime: 0 }),
        queries.fetchQuery({ ...invoicePdf(number), staleTime: 0 }),
        documentProof(number),
      ]);
      return verifyPaper({ text, pdf }, proof);
    },
  });
  const { data } = verify;
  return (
    <section>
      <h2>{t('Hash and seal')}</h2>
      <dl className="hashes">
        <dt>{t('SHA-256 of the words')}</dt>
        <dd>
          <Code>{of.contentSha256 ?? ''}</Code>
        </dd>
        <dt>{t('SHA-256 of the PDF')}</dt>
        <dd>
          <Code>{of.pdfSha256 ?? ''}</Code>
        </dd>
      </dl>
      <Button size="xs" variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('Verify {number}', { number })}
      </Button>
      {verify.error !== null && <Trouble error={verify.error} />}
      <div aria-live="polite">{data !== undefined && <Result of={data} />}</div>
    </section>
  );
}

function Result({ of }: { of: Sealed }): ReactNode {
  const isWhole = of.findings.every(({ holds }) => holds !== false);
  return (
    <div className="notice" data-tone={isWhole ? 'agreed' : 'wrong'}>
      <p className="strong">
        {isWhole
          ? t('It is what was sealed, computed on this computer.')
          : t('It is not what was sealed. Keep it, and tell the auditors.')}
      </p>
      <ul className="checks">
        {of.findings.map(({ what, holds }) => (
          <li key={what}>
            {holds === true ? (
              <CheckIcon size={16} aria-label={t('holds')} />
            ) : holds === null ? (
              <MinusIcon size={16} aria-label={t('not computed: this browser cannot')} />
            ) : (
              <CircleAlertIcon size={16} aria-label={t('does not hold')} />
            )}{' '}
            {t(says[what])}
          </li>
        ))}
      </ul>
      <p>
        {t('One of {count, plural, one {# record} other {# records}} under the checkpoint.', { count: of.size })}{' '}
        {t('The key of the log, to compare with the one you hold:')} <Code>{of.key}</Code>
      </p>
    </div>
  );
}
