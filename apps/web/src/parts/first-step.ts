/** What comes first in a biennium in which nothing is yet: an agreement, or the first charge under those that there are. */
export type FirstStep =
  | { readonly kind: 'agree'; readonly before: string | null } // the biennium before, whose agreements show how
  | { readonly kind: 'record'; readonly count: number }; // of agreements

export function firstStep(facts: {
  readonly biennium: string;
  readonly bienniums: readonly string[];
  readonly agreements: readonly { readonly biennium: string }[];
}): FirstStep {
  const { biennium, bienniums, agreements } = facts;
  const count = agreements.filter((one) => one.biennium === biennium).length;
  if (count > 0) return { kind: 'record', count };
  const agreed = new Set(agreements.map((one) => one.biennium));
  const before = bienniums
    .filter((one) => one < biennium && agreed.has(one))
    .toSorted()
    .at(-1);
  return { kind: 'agree', before: before ?? null };
}
