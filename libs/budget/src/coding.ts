import { Act } from '#identity';
import { Conflict, Refused } from '#kernel';

/** The parts of a coding block beside the fund, which has its own code; each may be missing. */
export const codingParts = ['fundCentre', 'grant', 'wbse', 'commitmentItem'] as const;

export type CodingPart = (typeof codingParts)[number];

/**
 * Where a budget line's cost, or a fund's receipts, stand in the resource planning system of their owner, as an invoice prints it.
 * Unit:   the owner's own codes, 1 to 24 characters: capitals, digits, and . / _ - between them; null where none is stated.
 * Source: EN 16931 BT-19 and BT-133.
 */
export type Coding = Readonly<Record<CodingPart, string | null>>;

/** A coding and whose it is: of a line, or with none, of what the fund receives. */
export interface StatedCoding extends Coding {
  readonly fund: string;
  readonly budgetLine: string | null;
}

/** What can have a coding, with the one in force: parts are null where none is stated. */
export interface CodingInForce extends StatedCoding {
  readonly secretariat: string;
  readonly title: string; // of the line; of what a fund receives, the fund's
  readonly biennium: string | null; // of a line
  readonly statedAt: Date | null; // null where nobody ever stated one
  readonly statedBy: string | null;
}

/** What an act on a coding is written down under. */
export function codedObject({ fund, budgetLine }: Pick<StatedCoding, 'fund' | 'budgetLine'>): {
  kind: string;
  object: string;
} {
  return budgetLine === null ? { kind: 'trust-fund', object: fund } : { kind: 'budget-line', object: budgetLine };
}

/** For an approving officer of the secretariat whose fund it is. */
export function statingACoding(secretariat: string): Act {
  return new Act('fund.state-coding', { document: 'books', resultsIn: 'STATED', of: secretariat });
}

/** Errors: CodingPartNotPlain, at the part. */
export function checkCoding(coding: Coding): void {
  for (const part of codingParts) {
    const said = coding[part];
    if (said !== null && !/^[A-Z0-9][A-Z0-9./_-]{0,23}$/.test(said)) throw new CodingPartNotPlain(part);
  }
}

/** A coding without parts takes away the one that is stated; `held` is that one, undefined where none ever was. Errors: NoCodingToTakeAway. */
export function checkStates(stated: StatedCoding, held: Coding | undefined): void {
  if (!saysSomething(stated) && (held === undefined || !saysSomething(held))) throw new NoCodingToTakeAway(stated);
}

/** False where every part was taken away, or none was ever stated: there is nothing to print. */
export function saysSomething(coding: Coding): boolean {
  return codingParts.some((part) => coding[part] !== null);
}

const partNames: Readonly<Record<CodingPart, string>> = {
  fundCentre: 'fund centre',
  grant: 'grant',
  wbse: 'WBSE',
  commitmentItem: 'commitment item',
};

export class CodingPartNotPlain extends Refused {
  constructor(part: CodingPart) {
    super(
      `A ${partNames[part]} has 1 to 24 capitals, digits, points, slashes, underscores and hyphens, and begins with a capital or a digit. Nothing was written.`,
      `/${part}`,
    );
  }
}

export class NoCodingToTakeAway extends Conflict {
  constructor(of?: Pick<StatedCoding, 'fund' | 'budgetLine'>) {
    super(
      `No coding is stated of ${namedIn(of)}, so there is none to take away: state one part of it at least. Nothing was written.`,
    );
  }
}

function namedIn(of: Pick<StatedCoding, 'fund' | 'budgetLine'> | undefined): string {
  if (of === undefined) return 'this';
  return of.budgetLine === null ? `the receipts of fund ${of.fund}` : `budget line ${of.budgetLine}`;
}
