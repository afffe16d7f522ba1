import { type Column, joined, Paper, putFacts, Table } from '#documents';
import type { IssuedPaper } from './merged-papers.query.ts';
import { contentSha256 } from './paper.service.ts';

/** Whose copy it is. */
export interface CopyFor {
  readonly person: string; // code
  readonly secretariat: string;
}

const columns: readonly Column[] = [
  { title: 'Number', width: 110, align: 'left' },
  { title: 'Kind', width: 71.28, align: 'left' },
  { title: 'SHA-256 of its PDF, as the books keep it', width: 330, align: 'left' },
];

/** SHA-256 over the numbers and hashes of what is in the file, hex: in the foot of its first page, and in the act of taking it, as of an archive. */
export function mergedSha256(papers: readonly Pick<IssuedPaper, 'number' | 'pdfSha256'>[]): string {
  return contentSha256(papers.map(({ number, pdfSha256 }) => ({ number, pdfSha256 })));
}

/**
 * Several issued papers as one file, behind a page that says what it is: a copy for convenience, with the number and SHA-256 of
 * each document in it. The papers themselves stay as they were stored; no hash of the books is of this file.
 */
export async function mergedPapers(papers: readonly IssuedPaper[], by: CopyFor): Promise<Uint8Array> {
  const newest = papers.reduce((at, { storedAt }) => (storedAt > at ? storedAt : at), new Date(0));
  const title = `${papers.length} documents in one file`;
  const cover = await coverOf(papers, by, { title, datedAt: newest });
  const parts = function* (): Iterable<Uint8Array> {
    yield cover;
    for (const { pdf } of papers) yield pdf;
  };
  return joined(parts(), { title, author: by.secretariat, datedAt: newest });
}

async function coverOf(
  papers: readonly IssuedPaper[],
  { person, secretariat }: CopyFor,
  { title, datedAt }: { title: string; datedAt: Date },
): Promise<Uint8Array> {
  const paper = new Paper({
    title,
    reference: 'Convenience copy: the documents are those with these numbers and hashes',
    author: secretariat,
    datedAt,
    contentSha256: mergedSha256(papers),
    orientation: 'portrait',
    mark: null,
  });
  paper.heading(title, 'H1');
  putFacts(paper, [
    { label: 'What this is', text: 'A convenience copy. It is no document of the books, and no seal is on it.' },
    {
      label: 'What counts',
      text: 'Each document by itself, byte for byte as it was issued: its SHA-256 is below, and its seal is proved by its number.',
    },
    { label: 'Made for', text: `${person}, ${secretariat}` },
  ]);
  const table = new Table(paper.faces, columns, paper.left);
  paper.add([table.head]);
  for (const { number, kind, pdfSha256 } of papers) {
    const what = kind === 'INVOICE' ? 'invoice' : 'credit note';
    paper.add(table.row([number, what, pdfSha256], { line: 'hairline' }));
    await paper.breathe();
  }
  return paper.finish();
}
