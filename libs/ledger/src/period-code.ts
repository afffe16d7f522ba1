import { Biennium, Day, Malformed } from '#kernel';

/**
 * The name of a period: a month inside a biennium ("2025-11"), or a biennium ("2024-2025").
 * Every month and every biennium there is has one; nobody has to make them.
 */
export class PeriodCode {
  private constructor(
    private readonly text: string,
    readonly kind: 'MONTH' | 'BIENNIUM',
    /** The biennium itself, or the one that the month lies in. */
    readonly biennium: Biennium,
  ) {}

  /** Errors: NotAPeriod. */
  static of(text: string): PeriodCode {
    if (typeof text === 'string' && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text))
      return new PeriodCode(text, 'MONTH', Biennium.containing(Day.of(`${text}-01`)));
    try {
      return PeriodCode.ofBiennium(Biennium.of(text));
    } catch {
      throw new NotAPeriod(text);
    }
  }

  static monthOf(day: Day): PeriodCode {
    return new PeriodCode(day.month, 'MONTH', Biennium.containing(day));
  }

  static ofBiennium(biennium: Biennium): PeriodCode {
    return new PeriodCode(biennium.toString(), 'BIENNIUM', biennium);
  }

  get firstDay(): Day {
    return this.kind === 'BIENNIUM' ? Day.of(`${this.biennium.firstYear}-01-01`) : Day.of(`${this.text}-01`);
  }

  get lastDay(): Day {
    if (this.kind === 'BIENNIUM') return this.biennium.lastDay;
    return Day.of(`${this.firstDay.plusDays(31).month}-01`).plusDays(-1); // the 1st and 31 days is always the month after
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}

/** The 24 months of a biennium, "2024-01" to "2025-12". */
export function monthsOf({ firstYear }: Biennium): string[] {
  return Array.from(
    { length: 24 },
    (_, index) => `${firstYear + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  );
}

export class NotAPeriod extends Malformed {
  constructor(found: unknown) {
    super(
      `${typeof found === 'string' ? `"${found.slice(0, 40)}"` : 'The value'} is not a period: a month such as 2025-11, or a biennium such as 2024-2025.`,
    );
  }
}
