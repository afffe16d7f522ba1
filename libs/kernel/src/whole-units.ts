import { Refused } from './domain-error.ts';
import type { Quantity } from './quantity.ts';

/** Of these there are only whole ones: persons, trips, meals, rooms, printed pages, words. Days have halves; months and pages have parts. */
const whole: Readonly<Record<string, string>> = {
  IE: 'persons',
  E54: 'trips',
  Q3: 'meals',
  ROM: 'rooms',
  QB: 'printed pages',
  D68: 'words',
};

/** Of these a half is the least that is delivered. */
const halves: Readonly<Record<string, string>> = { E49: 'working days', DAY: 'days' };

/** Errors: NotWholeUnits, NotHalfDays. */
export function checkParts(quantity: Quantity, unit: string): void {
  const units = whole[unit];
  if (units !== undefined && !quantity.exact.isInteger()) throw new NotWholeUnits(quantity, units);
  const days = halves[unit];
  if (days !== undefined && !quantity.exact.times(2).isInteger()) throw new NotHalfDays(quantity, days);
}

export class NotWholeUnits extends Refused {
  constructor(quantity: Quantity, units: string) {
    super(`There are whole ${units} only; ${quantity.toString()} is none. Nothing was written.`);
  }
}

export class NotHalfDays extends Refused {
  constructor(quantity: Quantity, days: string) {
    super(
      `${quantity.toString()} ${days} are neither whole nor halves: a half is the least, such as 0.5 or 1.5. Nothing was written.`,
    );
  }
}
