import { createHash } from 'node:crypto';
import { canonicalJson, Unknown } from '#kernel';
import type { Tx } from '#platform';

/** A paper as it was issued: its content, its bytes, and the SHA-256 of each. */
export interface Paper {
  readonly number: string;
  readonly kind: 'INVOICE' | 'CREDIT_NOTE' | 'NETTING' | 'AUDIT';
  readonly content: string; // canonical JSON
  readonly contentSha256: string; // hex; printed on the paper
  readonly pdf: Buffer;
  readonly pdfSha256: string;
}

/** SHA-256 over a content's canonical JSON, in hex: what stands at the foot of its paper, and anybody can repeat. */
export function contentSha256(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Prints a content and keeps both with their hashes, for good. Never printed again: what is served is what is kept. */
export async function keepPaper<Content>(
  tx: Tx,
  paper: {
    number: string;
    kind: Paper['kind'];
    subject: string;
    issuer: string; // a secretariat
    addressee: string | null; // the other one that has it; null where nobody else does
    content: Content;
    at: Date;
  },
  render: (content: Content, contentSha256: string) => Promise<Uint8Array>,
): Promise<void> {
  const content = canonicalJson(paper.content);
  const digest = contentSha256(paper.content);
  const pdf = await render(paper.content, digest);
  await tx.query(
    `insert into invoicing.paper (number, kind, subject, content, content_sha256, pdf, pdf_sha256, stored_at, issuer, addressee)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      paper.number,
      paper.kind,
      paper.subject,
      content,
      Buffer.from(digest, 'hex'),
      Buffer.from(pdf),
      createHash('sha256').update(pdf).digest(),
      paper.at,
      paper.issuer,
      paper.addressee,
    ],
  );
}

/** The next number of a series, from a counter row locked until the end: a rollback gives it back, so there are no gaps. */
export async function nextNumber(
  tx: Tx,
  { provider, type, year }: { provider: string; type: Paper['kind']; year: number },
): Promise<number> {
  const [row] = await tx.query<{ last_number: number }[]>(
    `insert into invoicing.number_series as series (provider, type, year, last_number) values ($1, $2, $3, 1)
     on conflict on constraint number_series_once do update set last_number = series.last_number + 1
     returning last_number`,
    [provider, type, year],
  );
  if (row === undefined) throw new Error('A number series always answers.');
  return row.last_number;
}

/** Errors: UnknownPaper. */
export async function paperOf(tx: Tx, number: string): Promise<Paper> {
  const [row] = await tx.query<
    { number: string; kind: Paper['kind']; content: string; content_sha256: Buffer; pdf: Buffer; pdf_sha256: Buffer }[]
  >('select number, kind, content, content_sha256, pdf, pdf_sha256 from invoicing.paper where number = $1', [number]);
  if (row === undefined) throw new UnknownPaper(number);
  const { kind, content, pdf } = row;
  return {
    number,
    kind,
    content,
    contentSha256: row.content_sha256.toString('hex'),
    pdf,
    pdfSha256: row.pdf_sha256.toString('hex'),
  };
}

/** Whose paper it is. Errors: UnknownPaper. */
export async function issuerOf(tx: Tx, number: string): Promise<string> {
  const [row] = await tx.query<{ issuer: string }[]>('select issuer from invoicing.paper where number = $1', [number]);
  if (row === undefined) throw new UnknownPaper(number);
  return row.issuer;
}

export class UnknownPaper extends Unknown {
  constructor(number: string) {
    super(`No paper with the number "${number}" was issued from these books.`);
  }
}
