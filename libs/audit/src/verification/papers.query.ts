import { createHash } from 'node:crypto';
import { approvedWords, contentSha256, type InvoiceContent } from '#invoicing';
import { canonicalJson } from '#kernel';
import type { Tx } from '#platform';
import type { Check, Wrong } from './check.ts';

interface StoredPaper {
  number: string;
  kind: string;
  content: string;
  content_sha256: Buffer;
  pdf: Buffer;
  pdf_sha256: Buffer;
  total_usd: string | null;
  approved_sha256: Buffer | null;
}

const atOnce = 20; // a paper may be megabytes

/** Each paper's bytes and words are hashed again here, not in the database that keeps the hashes; a few papers at a time. */
export const paperChecks: readonly Check<Tx>[] = [
  {
    id: 'PAPERS',
    sentence:
      'Every paper has the SHA-256 that it was issued with, of its bytes and of its words, and says what its document says',
    wrong: async (tx) => {
      const wrong: Wrong[] = [];
      for (let after = ''; wrong.length < 100;) {
        const papers = await tx.query<StoredPaper[]>(
          `select paper.number, paper.kind, paper.content, paper.content_sha256, paper.pdf, paper.pdf_sha256, invoice.total_usd,
             invoice.approved_sha256
           from invoicing.paper left join invoicing.invoice on invoice.number = paper.number
           where paper.number > $1 order by paper.number limit $2`,
          [after, atOnce],
        );
        for (const paper of papers) {
          const finding = findingOf(paper);
          if (finding !== null) wrong.push({ kind: 'paper', object: paper.number, finding });
        }
        const last = papers.at(-1);
        if (last === undefined) break;
        after = last.number;
      }
      return wrong;
    },
  },
];

function findingOf(paper: StoredPaper): string | null {
  const { content, pdf } = paper;
  if (!createHash('sha256').update(pdf).digest().equals(paper.pdf_sha256)) return 'its bytes are not those of its hash';
  if (!createHash('sha256').update(content).digest().equals(paper.content_sha256))
    return 'its words are not those of its hash';
  const said = JSON.parse(content) as InvoiceContent;
  if (canonicalJson(said) !== content) return 'its words are not in canonical JSON';
  if (paper.kind !== 'AUDIT' && said.number !== paper.number) return `its words are of ${said.number ?? 'a draft'}`;
  if (paper.total_usd === null) return null; // a netting statement or an audit: no document of its own
  if (said.totalUsd !== paper.total_usd) return `it says USD ${said.totalUsd}, its document USD ${paper.total_usd}`;
  return contentSha256(approvedWords(said)) === paper.approved_sha256?.toString('hex')
    ? null
    : 'its words are not those that were approved';
}
