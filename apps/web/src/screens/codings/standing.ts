import type { Answers } from '../../api/client.ts';
import type { Coding } from '../../api/codings.ts';
import type { Message } from '../../words/words.ts';

export type Part = 'fundCentre' | 'grant' | 'wbse' | 'commitmentItem';
export type Parts = Readonly<Record<Part, string | null>>;

/** In the order of a coding block. */
export const parts: readonly (readonly [part: Part, name: Message])[] = [
  ['fundCentre', 'Fund centre'],
  ['grant', 'Grant'],
  ['wbse', 'WBSE'],
  ['commitmentItem', 'Commitment item'],
];

/** What names one in the address: a fund may be called as a line is. */
export function keyOf({ fund, budgetLine }: Pick<Coding, 'fund' | 'budgetLine'>): string {
  return budgetLine === null ? fund : `${fund} ${budgetLine}`;
}

interface OfFund {
  readonly owner: string;
  readonly fund: string;
  readonly name: string;
  readonly rows: readonly Coding[];
}

/** Each fund with what it receives, and with its lines of this biennium; null: with all. Those of one secretariat stand together. */
export function byFund(codings: readonly Coding[], biennium: string | null): OfFund[] {
  const shown = codings.filter((one) => one.budgetLine === null || biennium === null || one.biennium === biennium);
  const funds = [...Map.groupBy(shown, ({ fund }) => fund)].map(([fund, rows]) => {
    const name = rows.find(({ budgetLine }) => budgetLine === null)?.title ?? fund;
    return { owner: rows[0]?.secretariat ?? '', fund, name, rows };
  });
  return [...Map.groupBy(funds, ({ owner }) => owner).values()].flat();
}

export function saysSomething(coding: Parts): boolean {
  return parts.some(([part]) => coding[part] !== null);
}

/** Of a part that is left empty nothing is sent: it is taken away. What is pasted may end with a space. */
export function bodyOf(typed: Readonly<Record<Part, string>>, reason: string): Answers['CodingRequest'] {
  const said = parts.flatMap(([part]) => (typed[part].trim() === '' ? [] : [[part, typed[part].trim()] as const]));
  return { ...Object.fromEntries(said), reason };
}

/** What an act on a coding says that it was from then on. */
export function partsIn(after: Readonly<Record<string, unknown>> | null | undefined): Parts {
  const said = (part: Part): string | null => {
    const value = after?.[part];
    return typeof value === 'string' ? value : null;
  };
  return {
    fundCentre: said('fundCentre'),
    grant: said('grant'),
    wbse: said('wbse'),
    commitmentItem: said('commitmentItem'),
  };
}
