import { Day } from './day.ts';
import { Malformed } from './domain-error.ts';

/**
 * The budget period of both secretariats: two calendar years, the first one even. Written "2024-2025".
 * A financial period (one year) is not this: budgets run by biennium, statements by year.
 */
export class Biennium {
  private constructor(readonly firstYear: number) {}

  /** Errors: NotABiennium. */
  static of(text: string): Biennium {
    const years = typeof text === 'string' ? /^((?:19|20|21)\d\d)-((?:19|20|21)\d\d)$/.exec(text) : null;
    const firstYear = Number(years?.[1]);
    if (years === null || firstYear % 2 !== 0 || Number(years[2]) !== firstYear + 1) throw new NotABiennium(text);
    return new Biennium(firstYear);
  }

  /** The biennium a day falls into: of a delivery, the one that bears the cost. */
  static containing(day: Day): Biennium {
    return new Biennium(day.year - (day.year % 2));
  }

  get firstDay(): Day {
    return Day.of(`${this.firstYear}-01-01`);
  }

  get lastDay(): Day {
    return Day.of(`${this.firstYear + 1}-12-31`);
  }

  includes(day: Day): boolean {
    return !day.isBefore(this.firstDay) && !day.isAfter(this.lastDay);
  }

  equals(other: Biennium): boolean {
    return this.firstYear === other.firstYear;
  }

  toString(): string {
    return `${this.firstYear}-${this.firstYear + 1}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

export class NotABiennium extends Malformed {
  constructor(found: unknown) {
    super(
      `${typeof found === 'string' ? `"${found.slice(0, 40)}"` : 'The value'} is not a biennium: two years, the first even, such as 2024-2025.`,
    );
  }
}
