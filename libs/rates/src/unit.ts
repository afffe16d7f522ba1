import { Unknown } from '#kernel';
import { unitCodes } from './unit-codes.ts';

/** Errors: UnknownUnit. */
export function checkUnit(code: string): void {
  if (!unitCodes.has(code)) throw new UnknownUnit(code);
}

export class UnknownUnit extends Unknown {
  constructor(code: string) {
    super(`"${code.slice(0, 40)}" is no unit of UN/ECE Recommendation 20, such as E49 (working day) or IE (person).`);
  }
}
