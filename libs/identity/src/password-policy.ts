import { Refused } from '#kernel';

const least = 12;
const most = 128;

/** Words that anybody would guess here. */
const contextWords = [
  ...['recoup', 'brs', 'minamata', 'basel', 'rotterdam', 'stockholm', 'mercury', 'umoja', 'unep', 'convention'],
  ...[
    'secretariat',
    'geneva',
    'chatelaine',
    'finance',
    'certifying',
    'approving',
    'auditor',
    'administrator',
    'officer',
  ],
];

/** What long passwords are made of all over the world, by every list of those that were ever lost. */
const commonWords = [
  ...['password', 'passwort', 'motdepasse', 'contrasena', 'passw0rd', 'p@ssw0rd', 'letmein', 'welcome', 'iloveyou'],
  ...['qwertyuiop', 'qwerty', 'azertyuiop', 'azerty', 'asdfghjkl', 'zxcvbnm', '1q2w3e4r5t6y', '1q2w3e4r', '1qaz2wsx'],
  ...['changeme', 'trustno1', 'football', 'baseball', 'superman', 'sunshine', 'princess', 'dragon', 'monkey', 'master'],
  ...[
    'login',
    'secret',
    'summer',
    'winter',
    'spring',
    'autumn',
    'january',
    'december',
    'admin',
    'root',
    'user',
    'test',
  ],
];

/** Whose password it is, and what they and their secretariats are called. */
export interface PasswordOwner {
  readonly account: string;
  readonly names: readonly string[];
}

/** Characters that must be left once every word that can be guessed is taken out. */
const ownLeast = 6;

/**
 * What a password must be: long, and not what somebody tries first. No rule about kinds of characters, and none about age
 * (NIST SP 800-63B). What anybody would guess of this house and of this person is taken out, wherever it stands in the password.
 * Errors: PasswordTooShort, PasswordTooLong, PasswordEasilyGuessed.
 */
export function checkPassword(password: string, { account, names }: PasswordOwner): void {
  const length = [...password].length;
  if (length < least) throw new PasswordTooShort(length);
  if (length > most) throw new PasswordTooLong(length);
  const named = names.flatMap(wordsOf).filter((word) => word.length > 3); // of a name, not "the" and "for"
  const words = [...contextWords, ...commonWords, ...wordsOf(account).filter((word) => word.length > 2), ...named];
  let left = plain(password);
  for (const word of words.toSorted((one, other) => other.length - one.length)) left = left.replaceAll(word, '');
  const kinds = new Set(left).size;
  if ([...withoutRuns(left)].length < ownLeast || kinds < ownLeast - 1) throw new PasswordEasilyGuessed();
}

function wordsOf(text: string): string[] {
  return plain(text).split(/[^\p{L}\p{N}]+/u);
}

/** López -> lopez: a name is guessed with its accents and without. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}

/** 1234abcd9 -> 1a9: of characters that follow each other up, down or in place, the first. */
function withoutRuns(text: string): string {
  const characters = [...text];
  return characters
    .filter((character, index) => {
      const step = (character.codePointAt(0) ?? 0) - (characters[index - 1]?.codePointAt(0) ?? Infinity);
      return Math.abs(step) > 1;
    })
    .join('');
}

export class PasswordTooShort extends Refused {
  constructor(length: number) {
    super(
      `A password has at least ${least} characters; this has ${length}. Four words that do not belong together will do.`,
      '/password',
    );
  }
}

export class PasswordTooLong extends Refused {
  constructor(length: number) {
    super(`A password has at most ${most} characters; this has ${length}.`, '/password');
  }
}

export class PasswordEasilyGuessed extends Refused {
  constructor() {
    super(
      'This password is among the first that somebody tries: too little of it is your own. Choose words that nobody connects with you.',
      '/password',
    );
  }
}
