import { type ActsRead, actsReadBy, type Officer } from '#identity';
import { Biennium, Day, Malformed, Refused, TooOften } from '#kernel';

/** What stands in a line of the edit log: an act that was sealed, or a request that was refused. Text throughout. */
export interface EditLogLine {
  /** Position of its leaf in the tree, as text; null for an act that is not sealed yet and for a refusal by a rule, which is no act. */
  readonly leaf: string | null;
  readonly at: string; // RFC 3339, UTC
  readonly person: string;
  readonly secretariat: string;
  /** All duties of that day; null of a refusal by a rule, and where nobody looked: a sign-in, the program, acts of before. */
  readonly duties: readonly string[] | null;
  /** A digest of the session or key, as the technical log has it; null as above, and at the machine of the books. */
  readonly session: string | null;
  readonly action: string; // REQUEST_REFUSED for a refusal
  readonly kind: string;
  readonly objects: readonly string[];
  readonly before: Readonly<Record<string, string | number | null>> | null;
  readonly after: Readonly<Record<string, string | number | null>> | null;
  readonly reason: string | null;
  readonly requestId: string | null;
}

/** The edit log of a span of days, as it is printed and hashed. */
export interface EditLogContent {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly asAt: string; // of the snapshot
  /** Whose acts: "all", or the codes they are narrowed to. */
  readonly scope: string;
  readonly askedBy: { readonly person: string; readonly name: string; readonly secretariat: string };
  readonly acts: number;
  readonly refusals: number;
  readonly lines: readonly EditLogLine[];
}

/** A month, a financial year or a biennium. */
export interface EditLogPeriod {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** More than this is asked for month by month. */
export const mostLines = 50_000;

/** How many reports one person takes out in an hour: each leaves an event, and nobody fills the books with them. */
export const mostExportsAnHour = 30;

/** "2025", "2025-11" or "2024-2025". Errors: NotAnEditLogPeriod. */
export function editLogPeriod(text: string): EditLogPeriod {
  if (/^(19|20|21)\d\d$/.test(text)) return { name: text, from: Day.of(`${text}-01-01`), to: Day.of(`${text}-12-31`) };
  if (/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text)) {
    const from = Day.of(`${text}-01`);
    return { name: text, from, to: Day.of(`${from.plusDays(31).month}-01`).plusDays(-1) };
  }
  try {
    const biennium = Biennium.of(text);
    return { name: text, from: biennium.firstDay, to: biennium.lastDay };
  } catch {
    throw new NotAnEditLogPeriod(text);
  }
}

/** What of the log somebody reads, and the same in words, for the report. */
export interface EditLogScope extends ActsRead {
  readonly words: string;
}

/** As the table of readings says: an auditor reads all of it. */
export function scopeOf(by: Officer): EditLogScope {
  const read = actsReadBy(by, { ofOneObject: false });
  return { ...read, words: wordsOf(read) };
}

function wordsOf({ whole, person, kinds }: ActsRead): string {
  if (whole) return 'all acts and refusals';
  const own = `acts and refusals of ${person}`;
  return kinds.length === 0 ? own : `acts on people, designations and accounts, refusals, and ${own}`;
}

/** Errors: EditLogTooLong. */
export function checkPrintable({ name }: EditLogPeriod, lines: number): void {
  if (lines > mostLines) throw new EditLogTooLong(name, lines);
}

/** Errors: TooManyExports. */
export function checkExports(inTheLastHour: number): void {
  if (inTheLastHour >= mostExportsAnHour) throw new TooManyExports();
}

export class NotAnEditLogPeriod extends Malformed {
  constructor(found: string) {
    super(
      `"${found.slice(0, 40)}" is no period of the edit log: a financial year such as 2025, a month such as 2025-11, or a biennium such as 2024-2025.`,
    );
  }
}

export class EditLogTooLong extends Refused {
  constructor(period: string, lines: number) {
    super(
      `The edit log of ${period} has ${lines} lines, and one report holds ${mostLines}: ask for it month by month, such as 2025-11.`,
    );
  }
}

export class TooManyExports extends TooOften {
  constructor() {
    super(`One person takes out ${mostExportsAnHour} reports an hour. Wait, and ask again.`, 3600);
  }
}
