import { Refused } from '#kernel';
import type { Tx } from '#platform';
import { UnknownPaper } from './paper.service.ts';

/** An invoice or a credit note as it was stored. */
export interface IssuedPaper {
  readonly number: string;
  readonly kind: 'INVOICE' | 'CREDIT_NOTE';
  readonly pdf: Uint8Array;
  readonly pdfSha256: string; // hex
  readonly storedAt: Date;
}

/** What one file takes: as much as the server holds of it at once. */
export const papersAtMost = 200;
export const bytesAtMost = 32_000_000;

/** What one archive takes, which is sent as it is read: as many as an address has room for. */
export const zippedAtMost = 500;

/**
 * The papers of invoices and credit notes in the order they are named, each once. They are weighed before they are read.
 * Errors: UnknownPaper, TooMuchForOneFile.
 */
export async function issuedPapers(tx: Tx, numbers: readonly string[]): Promise<IssuedPaper[]> {
  const wanted = [...new Set(numbers)];
  if (wanted.length > papersAtMost) throw new TooMuchForOneFile();
  const found = await tx.query<{ number: string; bytes: number }[]>(
    `select number, octet_length(pdf) as bytes from invoicing.paper where number = any($1) and kind in ('INVOICE', 'CREDIT_NOTE')`,
    [wanted],
  );
  const missing = wanted.find((number) => !found.some((one) => one.number === number));
  if (missing !== undefined) throw new UnknownPaper(missing);
  if (found.reduce((sum, { bytes }) => sum + bytes, 0) > bytesAtMost) throw new TooMuchForOneFile();
  const rows = await tx.query<
    { number: string; kind: IssuedPaper['kind']; pdf: Buffer; pdf_sha256: Buffer; stored_at: Date }[]
  >(
    `select number, kind, pdf, pdf_sha256, stored_at from invoicing.paper
     where number = any($1) order by array_position($1::text[], number)`,
    [wanted],
  );
  return rows.map(({ number, kind, pdf, pdf_sha256, stored_at }) => ({
    ...{ number, kind, pdf, storedAt: stored_at },
    pdfSha256: pdf_sha256.toString('hex'),
  }));
}

/**
 * Which of these are issued invoices and credit notes, in the order they are named, each once; no paper is read.
 * Errors: UnknownPaper, TooMuchForOneFile.
 */
export async function issuedNumbers(
  tx: Tx,
  numbers: readonly string[],
): Promise<Pick<IssuedPaper, 'number' | 'pdfSha256'>[]> {
  const wanted = [...new Set(numbers)];
  if (wanted.length > zippedAtMost) throw new TooMuchForOneFile(`${zippedAtMost} documents`);
  const found = await tx.query<{ number: string; pdf_sha256: Buffer }[]>(
    `select number, pdf_sha256 from invoicing.paper where number = any($1) and kind in ('INVOICE', 'CREDIT_NOTE')`,
    [wanted],
  );
  const hashes = new Map(found.map(({ number, pdf_sha256 }) => [number, pdf_sha256.toString('hex')]));
  return wanted.map((number) => {
    const pdfSha256 = hashes.get(number);
    if (pdfSha256 === undefined) throw new UnknownPaper(number);
    return { number, pdfSha256 };
  });
}

export class TooMuchForOneFile extends Refused {
  constructor(most = `${papersAtMost} documents and ${bytesAtMost / 1_000_000} MB`) {
    super(`One file takes ${most} at most. Ask for fewer, or for the papers one by one. Nothing was made.`, '/numbers');
  }
}
