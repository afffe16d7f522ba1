import type { Readable } from 'node:stream';
import { type ChargeFilter, type ChargeView, chargeViews } from '#charging';
import { csvOf, type Tx } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const columns = [
  ...['id', 'state', 'agreement', 'provider', 'client', 'item', 'title', 'family', 'nature', 'quantity', 'unit'],
  ...['deliveredFrom', 'deliveredOn', 'biennium', 'unitRate', 'unitRateCurrency', 'originalAmount', 'originalCurrency'],
  ...['unitsPerUsd', 'amountUsd', 'creditedUsd', 'clientShares', 'invoice', 'evidence', 'traveller', 'note'],
  ...['recordedBy', 'receivedBy', 'certifiedBy', 'replaces', 'replacedBy', 'remark'],
] as const;

const figures = ['quantity', 'unitRate', 'originalAmount', 'unitsPerUsd', 'amountUsd', 'creditedUsd'];

export function wantsCsv({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return (headers.accept ?? '').split(',').some((one) => one.split(';')[0]?.trim() === 'text/csv');
}

/**
 * Every charge that the filter finds, newest first, some at a time: its memory does not grow with their number.
 * Shape:  as the other tables: UTF-8 with a byte order mark, comma, CRLF, a head row; amounts as text with two decimals.
 */
export async function sendCharges(reply: FastifyReply, tx: Tx, filter: ChargeFilter): Promise<void> {
  const table = chargesCsv(rows(tx, filter));
  await reply
    .header('content-type', 'text/csv; charset=utf-8; header=present')
    .header('content-disposition', 'attachment; filename="charges.csv"')
    .send(table);
}

export function chargesCsv(charges: AsyncIterable<Readonly<Record<string, string | null>>>): Readable {
  return csvOf(charges, columns, figures);
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
