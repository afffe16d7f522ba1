import { Money } from '#kernel';
import { type StateTotal, waitingOf } from '../agreements/waiting-of.ts';

export interface Standing {
  readonly meeting: string;
  readonly agreement: string;
  readonly provider: string;
  readonly client: string;
  readonly provisional: string;
  readonly toCertify: string;
  readonly unpaid: string;
}

/** Three numbers of each agreement, in USD: provisional; received and not certified; invoiced less what was paid. */
export function standingOf(facts: {
  readonly agreements: readonly {
    readonly number: string;
    readonly meeting: string;
    readonly provider: string;
    readonly client: string;
  }[];
  readonly totals: readonly StateTotal[];
  readonly figures: readonly {
    readonly agreement: string;
    readonly invoicedUsd: string;
    readonly settledUsd: string;
  }[];
}): Standing[] {
  return facts.agreements.map(({ number, meeting, provider, client }) => {
    const found = facts.figures.find(({ agreement }) => agreement === number);
    const unpaid = Money.usd(found?.invoicedUsd ?? '0').minus(Money.usd(found?.settledUsd ?? '0'));
    return {
      meeting,
      agreement: number,
      provider,
      client,
      provisional: waitingOf(facts.totals, number, ['PROVISIONAL']).amount,
      toCertify: waitingOf(facts.totals, number, ['RECEIVED']).amount,
      unpaid: unpaid.toString(),
    };
  });
}
