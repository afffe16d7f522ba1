import { Malformed } from './domain-error.ts';

/**
 * A day of the calendar, as accounting knows it: no hour, no time zone, so that no server can shift a posting by a day.
 * Written "YYYY-MM-DD"; the years 1900 to 2199.
 */
export class Day {
  private constructor(private readonly text: string) {}

  /** Errors: NotADay (another form, or a day that does not exist such as 2025-02-29). */
  static of(text: string): Day {
    if (typeof text !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) throw new NotADay(text);
    const instant = new Date(`${text}T00:00:00Z`);
    if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== text) throw new NotADay(text);
    return new Day(text);
  }

  /** The day it is in UTC at this instant: the secretariats' books close at midnight UTC. */
  static at(instant: Date): Day {
    return Day.of(instant.toISOString().slice(0, 10));
  }

  plusDays(days: number): Day {
    return Day.at(new Date(Date.parse(`${this.text}T00:00:00Z`) + days * 86_400_000));
  }

  /** Whole days from another day to this one; below zero where this one is earlier. */
  daysSince(other: Day): number {
    return (Date.parse(`${this.text}T00:00:00Z`) - Date.parse(`${other.text}T00:00:00Z`)) / 86_400_000;
  }

  isBefore(other: Day): boolean {
    return this.text < other.text;
  }

  isAfter(other: Day): boolean {
    return this.text > other.text;
  }

  equals(other: Day): boolean {
    return this.text === other.text;
  }

  static compare(a: Day, b: Day): number {
    return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
  }

  static latest(first: Day, ...others: Day[]): Day {
    return others.reduce((latest, day) => (day.isAfter(latest) ? day : latest), first);
  }

  static earliest(first: Day, ...others: Day[]): Day {
    return others.reduce((earliest, day) => (day.isBefore(earliest) ? day : earliest), first);
  }

  get year(): number {
    return Number(this.text.slice(0, 4));
  }

  /** "2025-11" */
  get month(): string {
    return this.text.slice(0, 7);
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}

export class NotADay extends Malformed {
  constructor(found: unknown) {
    super(
      typeof found === 'string' && /^\d{4}-\d\d-\d\d$/.test(found)
        ? `${found} does not exist in the calendar.`
        : `${typeof found === 'string' ? `"${found.slice(0, 40)}"` : 'The value'} is not a day written YYYY-MM-DD, such as 2025-11-07.`,
    );
  }
}
