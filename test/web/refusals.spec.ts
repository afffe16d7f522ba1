import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { refusals } from '../../apps/web/src/words/fr/refusals.ts';

/** The rules of a folder that an answer may name: "AgreementCeilingExceeded" -> AGREEMENT_CEILING_EXCEEDED. */
function codesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /class (\w+) extends (?:Malformed|Unknown|Refused|Conflict|Stale|Forbidden|Unproven|TooOften|Held|Unfit)\b/g,
      ),
    ])
    .map(([, name = '']) => name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toUpperCase());
}

/** Said by the API itself, or by the page where no answer of the API came. */
const ofNoRule = [
  ...[
    'DATABASE_DAMAGED',
    'DATABASE_UNREACHABLE',
    'INTERNAL_ERROR',
    'INVALID_BODY',
    'INVALID_QUERY',
    'METHOD_NOT_ALLOWED',
    'MISDIRECTED',
  ],
  ...['NOT_ACCEPTABLE', 'NOT_FOUND', 'NOT_REACHED', 'PAYLOAD_TOO_LARGE', 'PRECONDITION_REQUIRED', 'STORAGE_FULL'],
  'UNSUPPORTED_MEDIA_TYPE',
  ...['MATCHES', 'MAX_LENGTH', 'MIN_LENGTH'], // of the form of a field that is typed
];

/**
 * Of what no page does: links to an identity provider, keys of programs, key files and the files of a scenario, notes that
 * witnesses sign at a terminal, the sample in books that are not its own, acts that the program forgot.
 */
const metByNoPage: Readonly<Record<string, readonly string[]>> = {
  'libs/books/src': [
    ...[
      'FIELD_MISSING',
      'UNKNOWN_FIELD',
      'NOT_TEXT',
      'UNFIT_TEXT',
      'NOT_ONE_OF',
      'NOT_A_COUNT',
      'NOT_A_FLAG',
      'NOT_A_LIST',
    ],
    ...['NOT_AN_OBJECT', 'RATES_FILE_UNREADABLE', 'PROVIDER_OF_ANOTHER_AGREEMENT', 'NOT_JSON', 'NOT_A_WEIGHT'],
    ...['PROVIDER_CREDIT_TWICE', 'NAMED_TWICE', 'UNKNOWN_TRIP', 'BILLED_BEFORE_DELIVERY', 'CREDITED_BEFORE_INVOICE'],
  ],
  'libs/identity/src': [
    ...['LINKS_ONESELF', 'NOT_LINKED', 'PERSON_LINKED_ALREADY', 'SUBJECT_LINKED_ALREADY', 'SIGN_OUT_REFUSED'],
    ...['KEY_LASTS_TOO_LONG', 'UNKNOWN_KEY', 'DEMO_IN_OTHER_BOOKS'],
  ],
  'libs/platform/src': ['CHANGE_IS_NOT_AUDITED'],
  'libs/sealing/src': [
    ...['CHECKPOINT_MALFORMED', 'CHECKPOINT_NOT_SIGNED', 'CHECKPOINT_OF_ANOTHER_LOG', 'CHECKPOINT_SHRUNK'],
    ...[
      'CHECKPOINT_FORKED',
      'NOTHING_COSIGNED',
      'UNKNOWN_WITNESS',
      'SHOWN_CHECKPOINT_MALFORMED',
      'PROOF_FROM_ANOTHER_SIZE',
    ],
    ...['COSIGNATURE_WRONG', 'COSIGNED_BY_OWN_SIDE', 'KEY_FILE_EXISTS', 'KEY_FILE_MISSING', 'KEY_FILE_OPEN_TO_OTHERS'],
    ...['KEY_FILE_UNREADABLE', 'LOG_KEY_MISSING', 'LOG_KEY_NOT_REGISTERED', 'NO_LOG_YET', 'WITNESS_OF_ANOTHER_SIDE'],
    ...['NOT_A_WITNESS_KEY', 'KEY_KNOWN_ALREADY', 'RESTORED_BEHIND_CHECKPOINT', 'NOT_THE_PUBLISHED_HISTORY'],
    ...['NOTHING_TO_ANSWER_FOR', 'RESTORE_REASON_OUT_OF_BOUNDS', 'RESTORED_WITHOUT_NOTE', 'HELD_NOTE_MISSING'],
    ...['NOTE_MALFORMED', 'KEY_UNREADABLE', 'SIGNATURE_WRONG', 'LOG_UNKNOWN', 'MEMORY_UNREADABLE'],
  ],
  'libs/travellers/src': [
    ...['PERSONAL_KEY_FILE_EXISTS', 'PERSONAL_KEY_FILE_MISSING', 'PERSONAL_KEY_FILE_OPEN_TO_OTHERS'],
    'PERSONAL_KEY_FILE_UNREADABLE',
  ],
};

/** Each lib, one that is added later too, and the API. */
const folders = [...readdirSync('libs').map((lib) => `libs/${lib}/src`), 'apps/api/src'];

describe('the French of refusals', () => {
  it('has no code that nobody is refused with', () => {
    const known = new Set([...codesIn('libs'), ...codesIn('apps/api/src'), ...ofNoRule]);
    expect(Object.keys(refusals).filter((code) => !known.has(code))).toEqual([]);
  });

  it('has what is said for no rule', () => {
    expect(ofNoRule.filter((code) => refusals[code] === undefined)).toEqual([]);
  });

  it.each(folders)('has every rule of %s that an officer meets', (folder) => {
    const inEnglish = codesIn(folder).filter((code) => refusals[code] === undefined);
    expect(inEnglish.toSorted()).toEqual((metByNoPage[folder] ?? []).toSorted());
  });

  it('says what and what to do, each a sentence, without straight apostrophes', () => {
    expect(
      Object.values(refusals)
        .flat()
        .filter((text) => !/^[\p{Lu}«].+\.$/u.test(text) || text.includes("'")),
    ).toEqual([]);
  });
});
