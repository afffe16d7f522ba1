import type { Answers } from '../../api/client.ts';

type Charge = Answers['ChargeAnswer'];
type Act = { readonly by: string; readonly at: string };

/** Who changed it since it was read, as far as its acts say, and which of its values are others now. */
export interface Differences {
  readonly last: Act | null;
  readonly changed: readonly {
    readonly what: 'state' | 'amount' | 'credited' | 'invoice' | 'remark';
    readonly before: string | null;
    readonly now: string | null;
  }[];
}

/** Two versions of one charge, as somebody read it and as it is now. A charge's facts never change: what is done to it does. */
export function differences(before: Charge, now: Charge): Differences {
  const acts = (of: Charge): (Act | null)[] => [of.received, of.certified, of.reversed, of.remark];
  const earlier = acts(before).map((act) => act?.at);
  const fresh = acts(now).filter((act): act is Act => act !== null && !earlier.includes(act.at));
  const values = (of: Charge) => ({
    state: of.state,
    amount: of.amount.amount,
    credited: of.credited.amount,
    invoice: of.invoice,
    remark: of.remark?.text ?? null,
  });
  const [was, is] = [values(before), values(now)];
  return {
    last: fresh.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null,
    changed: (['state', 'amount', 'credited', 'invoice', 'remark'] as const)
      .filter((what) => was[what] !== is[what])
      .map((what) => ({ what, before: was[what], now: is[what] })),
  };
}
