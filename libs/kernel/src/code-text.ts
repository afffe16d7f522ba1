import { Malformed } from './domain-error.ts';

/**
 * What whoever reads a code would not see, or would see elsewhere: control and format characters (Unicode Cc and Cf: marks that
 * turn what follows, joiners, spaces without width), half of a surrogate pair (Cs), ends of lines (Zl, Zp), fillers and
 * variation selectors (default ignorable), and the Braille cell without a dot.
 */
const unseen = '\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800';
const hidden = new RegExp(`[${unseen}]`, 'u');
const nothingShown = new RegExp(`^[${unseen}\\s\\p{Zs}]*$`, 'u');
const otherSpace = /(?! )\p{Zs}/u;

/** For documents of the API: what a code looks like. That its letters are composed (NFC) is beyond a pattern. */
export const codeForm = `^([^${unseen}\\p{Zs}]+( [^${unseen}\\p{Zs}]+)*)?$`;

/** A name as it is kept: each letter in one spelling (Unicode NFC), so that equal names are equal. */
export function nameText(name: string): string {
  return name.normalize('NFC');
}

/** Whether a text shows its reader anything: neither spaces of any kind nor what is not seen do. */
export function showsSomething(text: string): boolean {
  return nothingShown.exec(text) === null;
}

/** What somebody says an act is done for, without the spaces around it. Errors: ReasonMissing. */
export function checkedReason(text: string, pointer = '/reason'): string {
  if (!showsSomething(text)) throw new ReasonMissing(pointer);
  return text.trim();
}

/**
 * What is wrong with a code, to be read behind "This" or the name of its field; null where nothing is. A code may be of any
 * script, without the joiners (U+200C, U+200D) of some words in Persian or Malayalam. Letters of two scripts that look alike
 * are two letters here.
 */
export function flawOfCode(text: string): string | null {
  const [unseenOne] = hidden.exec(text) ?? [];
  if (unseenOne !== undefined) {
    return `holds ${nameOf(unseenOne)}, a character that is not seen or turns what follows: write it anew, with letters, digits and signs that are seen`;
  }
  const [space] = otherSpace.exec(text) ?? [];
  if (space !== undefined) {
    return `holds ${nameOf(space)}, a space that is not the one of the keyboard: write it anew, with that one (U+0020) between words`;
  }
  // A page shows a row of spaces as one.
  if (/^ | $| {2}/.test(text)) {
    return 'holds a space (U+0020) that nobody sees, at an end or behind another: write it anew, with single spaces between words alone';
  }
  return flawOfComposition(text);
}

/** One letter has one spelling: an "é" that is kept as "e" and an accent looks like the other and would be another code. */
function flawOfComposition(text: string): string | null {
  const [written, composed] = [[...text], [...text.normalize('NFC')]];
  const place = written.findIndex((character, index) => character !== composed[index]);
  if (place === -1) return null;
  return `holds ${nameOf(written[place] ?? '')} where the composed form (Unicode NFC) has ${nameOf(composed[place] ?? '')}: write it anew, in that form, as a keyboard does`;
}

/** "U+202E" */
function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * What somebody calls a thing for good (a charge, an agreement, a person, a voucher) holds nothing that is not seen, and is
 * written in one way. What is said of it in words (a note, a name) may hold such characters, and shows them. Errors: HiddenCharacter.
 */
export function checkedCode(text: string, pointer?: string): string {
  const flaw = flawOfCode(text);
  if (flaw !== null) throw new HiddenCharacter(flaw, pointer);
  return text;
}

export class ReasonMissing extends Malformed {
  constructor(pointer = '/reason') {
    super('Say why, in words that are seen: the reason stays with the books. Nothing was written.', pointer);
  }
}

export class HiddenCharacter extends Malformed {
  constructor(flaw: string, pointer?: string) {
    super(`This ${flaw}. Nothing was written.`, pointer);
  }
}
