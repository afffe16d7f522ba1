import { Refused } from './domain-error.ts';
import type { Quantity } from './quantity.ts';

/** Of these there are only whole ones: persons, trips, meals, rooms, printed pages, words. Days, months and pages have parts. */
const whole: Readonly<Record<string, string>> = {
  IE: 'persons',
  E54: 'trips',
  Q3: 'meals',
  ROM: 'rooms',
  QB: 'printed pages',
  D68: 'words',
};

/** Errors: NotWholeUnits. */
export function checkParts(quantity: Quantity, unit: string): void {
  const units = whole[unit];
  if (units !== undefined && !quantity.exact.isInteger()) throw new NotWholeUnits(quantity, units);
}

export class NotWholeUnits extends Refused {
  constructor(quantity: Quantity, units: string) {
    super(`There are whole ${units} only; ${quantity.toString()} is none. Nothing was written.`);
  }
}
