import { Malformed } from './domain-error.ts';

/**
 * What whoever reads a code would not see, or would see elsewhere: control and format characters (Unicode Cc and Cf: marks that
 * turn what follows, joiners, spaces without width), half of a surrogate pair (Cs), ends of lines (Zl, Zp).
 */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** For documents of the API: what a code looks like. */
export const codeForm = '^[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*$';

/** The first character of a code that nobody sees as it is, as "U+202E"; null where there is none. */
export function hiddenIn(text: string): string | null {
  const [found] = hidden.exec(text) ?? [];
  return found === undefined ? null : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * What somebody calls a thing for good (a charge, an agreement, a person, a voucher) reads the same to everybody. What is said
 * of it in words (a note, a name) may hold such characters, and shows them. Errors: HiddenCharacter.
 */
export function checkedCode(text: string, pointer?: string): string {
  const found = hiddenIn(text);
  if (found !== null) throw new HiddenCharacter(found, pointer);
  return text;
}

export function hiddenCharacter(found: string): string {
  return `holds ${found}, a character that is not seen or turns what follows: write it anew, with letters, digits and signs that are seen`;
}

export class HiddenCharacter extends Malformed {
  constructor(found: string, pointer?: string) {
    super(`This ${hiddenCharacter(found)}. Nothing was written.`, pointer);
  }
}
