import { type Actor, Conflict, Malformed, nameText, Refused, Unknown } from '#kernel';

/**
 * How the books call a person who travels: random, so that nothing in it tells who it is, and without letters that are
 * taken for digits (no I, L, O, U).
 */
const referenceForm = /^TR-[0-9A-HJKMNP-TV-Z]{10}$/;
export const referenceAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const referenceLength = 10;

export function isTravellerReference(text: string): boolean {
  return referenceForm.test(text);
}

/** Whoever an officer writes down as the traveller: a reference of these books, or what the officer calls the person. */
export interface WrittenTraveller {
  readonly text: string;
  /** ISO 3166-1 alpha-2 of the Party that nominated the delegate; null where nobody said so. */
  readonly party: string | null;
}

/**
 * What two spellings of one person have in common: without accents, case, punctuation and the order of the words, and below
 * the Party. "DIOP, Aïssatou" and "aissatou diop" of SN are one person; of SN and of KE they are two.
 * It is a text to take a keyed digest of, never to be kept.
 */
export function samePerson({ text, party }: WrittenTraveller): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort();
  // A name without a letter or a digit is its own spelling.
  return `${party ?? ''}\n${words.length === 0 ? text.normalize('NFKC') : words.join(' ')}`;
}

/** Years after the last delivery and the last settlement for which a name is kept, at least. README, "How long". */
export const retentionYearsLeast = 5;

/** The sides that a person's charges have: whoever pays for the trips or books them. */
export interface Sides {
  readonly secretariats: readonly string[];
}

/** A traveller is there for the sides that pay or book, and for another as one whom nobody knows. Errors: UnknownTraveller. */
export function checkConcerned(by: Actor, reference: string, { secretariats }: Sides): void {
  if (!secretariats.includes(by.secretariat)) throw new UnknownTraveller(reference);
}

/** A text that can be written down as a name. Errors: NotAName. */
export function checkedName(text: string, pointer = '/name'): string {
  const name = nameText(text).trim();
  if (name === '' || name.length > 100 || /[\p{Cc}\p{Cs}]/u.test(name)) throw new NotAName(pointer);
  return name;
}

export class NotAName extends Malformed {
  constructor(pointer: string) {
    super('A name is 1 to 100 characters of text, without line breaks and codes of control.', pointer);
  }
}

export class UnknownTraveller extends Unknown {
  constructor(reference: string, pointer?: string) {
    super(`There is no traveller ${reference} in these books.`, pointer);
  }
}

export class TravellerErased extends Conflict {
  constructor(reference: string, pointer?: string) {
    super(
      `The name of traveller ${reference} was erased at the end of its retention, and nobody has it any more. Nothing was written.`,
      pointer,
    );
  }
}

export class KnownUnderAnotherReference extends Conflict {
  constructor() {
    super(
      'A traveller of this name and Party is in the books already, under another reference. Two people of one name are told ' +
        'apart by a word more, such as "Diop Aissatou (2)". Nothing was written.',
      '/name',
    );
  }
}

/** The database looks again, whoever asks. */
export class NameStillNeeded extends Conflict {
  constructor() {
    super(
      'A charge of this traveller is not settled, or was delivered or settled too lately: the name is still needed. Nothing was erased.',
    );
  }
}

export class TooEarlyToErase extends Refused {
  constructor(before: string, latest: string) {
    super(
      `Names are kept for ${retentionYearsLeast} years after the last delivery and settlement: today nothing after ${latest} may ` +
        `be erased, and ${before} is after it. Nothing was erased.`,
      '/before',
    );
  }
}
