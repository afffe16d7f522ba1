import { Money } from '#kernel';

interface Document {
  readonly number: string | null;
  readonly total: { readonly amount: string; readonly currency: string };
}

/**
 * What one voucher settles: the invoice and its open credit notes, but for those that are left out; and what that comes to, in USD.
 * `leftOut`: numbers; one that is not open any more is none of them.
 */
export function settledTogether(
  invoice: Document,
  notes: readonly Document[],
  leftOut: readonly string[],
): { documents: string[]; total: { amount: string; currency: string } } {
  const documents = [invoice, ...notes.filter(({ number }) => !leftOut.includes(number ?? ''))];
  const total = Money.sum(documents.map(({ total: { amount } }) => Money.usd(amount)));
  return {
    documents: documents.map(({ number }) => number ?? ''),
    total: { amount: total.toString(), currency: invoice.total.currency },
  };
}
