import { type Quantity, Refused, Unknown } from '#kernel';
import { unitCodes } from './unit-codes.ts';

/** Of these there are only whole ones: persons, trips, meals, rooms, printed pages, words. Days, months and pages have parts. */
const whole: Readonly<Record<string, string>> = {
  IE: 'persons',
  E54: 'trips',
  Q3: 'meals',
  ROM: 'rooms',
  QB: 'printed pages',
  D68: 'words',
};

/** Errors: UnknownUnit. */
export function checkUnit(code: string): void {
  if (!unitCodes.has(code)) throw new UnknownUnit(code);
}

/** Errors: NotWholeUnits. */
export function checkParts(quantity: Quantity, unit: string): void {
  const units = whole[unit];
  if (units !== undefined && !quantity.exact.isInteger()) throw new NotWholeUnits(quantity, units);
}

export class UnknownUnit extends Unknown {
  constructor(code: string) {
    super(`"${code.slice(0, 40)}" is no unit of UN/ECE Recommendation 20, such as E49 (working day) or IE (person).`);
  }
}

export class NotWholeUnits extends Refused {
  constructor(quantity: Quantity, units: string) {
    super(`There are whole ${units} only; ${quantity.toString()} is none. Nothing was written.`);
  }
}
