import { pipeline, Readable } from 'node:stream';
import { type ChargeFilter, type ChargeView, chargeViews } from '#charging';
import type { Tx } from '#platform';
import { stringify } from 'csv-stringify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const columns = [
  ...['id', 'state', 'agreement', 'provider', 'client', 'item', 'title', 'family', 'nature', 'quantity', 'unit'],
  ...['deliveredFrom', 'deliveredOn', 'biennium', 'unitRate', 'unitRateCurrency', 'originalAmount', 'originalCurrency'],
  ...['unitsPerUsd', 'amountUsd', 'creditedUsd', 'clientShares', 'invoice', 'evidence', 'traveller', 'note'],
  ...['recordedBy', 'receivedBy', 'certifiedBy', 'replaces', 'replacedBy', 'remark'],
] as const;

export function wantsCsv({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return (headers.accept ?? '').split(',').some((one) => one.split(';')[0]?.trim() === 'text/csv');
}

/**
 * Every charge that the filter finds, newest first, some at a time: its memory does not grow with their number.
 * Shape:  as the other tables: UTF-8 with a byte order mark, comma, CRLF, a head row; amounts as text with two decimals.
 * Safety: a text that a spreadsheet would run as a formula begins with an apostrophe; a negative number does not.
 */
export async function sendCharges(reply: FastifyReply, tx: Tx, filter: ChargeFilter): Promise<void> {
  const table = csvOf(rows(tx, filter), columns);
  await reply
    .header('content-type', 'text/csv; charset=utf-8; header=present')
    .header('content-disposition', 'attachment; filename="charges.csv"')
    .send(table);
}

/** Rows as a stream of text. An error on the way breaks the stream off, so that half a table does not pass for a whole one. */
export function csvOf(
  source: AsyncIterable<Readonly<Record<string, string | number | null>>>,
  head: readonly string[],
): Readable {
  const table = stringify({
    bom: true,
    header: true,
    record_delimiter: 'windows',
    columns: [...head],
    escape_formulas: false, // it takes a minus sign for a formula
    cast: { string: (text) => spreadsheetText(text) },
  });
  pipeline(Readable.from(source), table, () => undefined); // an error destroys the table with it
  return table;
}

/** Text that a spreadsheet would run begins with an apostrophe; a plain number, a negative one too, stays what it is. */
export function spreadsheetText(text: string): string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

async function* rows(tx: Tx, filter: ChargeFilter): AsyncGenerator<Record<string, string | null>> {
  for (let before: string | undefined; ;) {
    const views: ChargeView[] = await chargeViews(tx, filter, {
      limit: 1000,
      ...(before === undefined ? {} : { before }),
    });
    for (const view of views)
      yield { ...view, clientShares: sharesOf(view) } as unknown as Record<string, string | null>;
    before = views.at(-1)?.sequence;
    if (views.length < 1000) return;
  }
}

/** "BC BC-1-COP17 3986.67; RO RO-2-COP12 3986.67" */
function sharesOf({ shares }: ChargeView): string {
  return shares
    .filter(({ side }) => side === 'CLIENT')
    .map(({ fund, budgetLine, amountUsd }) => `${fund} ${budgetLine} ${amountUsd}`)
    .join('; ');
}
