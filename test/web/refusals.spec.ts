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
  ...['DATABASE_DAMAGED', 'DATABASE_UNREACHABLE', 'INTERNAL_ERROR', 'INVALID_BODY', 'NOT_FOUND', 'NOT_REACHED'],
  'STORAGE_FULL',
];

/** Of what no page does: links to an identity provider, keys of programs, the sample in books that are not its own, acts that the program forgot. */
const metByNoPage: Readonly<Record<string, readonly string[]>> = {
  identity: [
    ...['LINKS_ONESELF', 'NOT_LINKED', 'PERSON_LINKED_ALREADY', 'SUBJECT_LINKED_ALREADY', 'SIGN_OUT_REFUSED'],
    ...['KEY_LASTS_TOO_LONG', 'UNKNOWN_KEY', 'DEMO_IN_OTHER_BOOKS'],
  ],
  platform: ['CHANGE_IS_NOT_AUDITED'],
};

describe('the French of refusals', () => {
  it('has no code that nobody is refused with', () => {
    const known = new Set([...codesIn('libs'), ...codesIn('apps/api/src'), ...ofNoRule]);
    expect(Object.keys(refusals).filter((code) => !known.has(code))).toEqual([]);
  });

  it('has what is said for no rule', () => {
    expect(ofNoRule.filter((code) => refusals[code] === undefined)).toEqual([]);
  });

  it.each(['agreements', 'budget', 'charging', 'identity', 'invoicing', 'ledger', 'platform', 'rates', 'travellers'])(
    'has every rule of %s that an officer meets',
    (lib) => {
      const forOperators = /^PERSONAL_KEY_FILE_/;
      const met = codesIn(`libs/${lib}/src`).filter((code) => !forOperators.test(code));
      const inEnglish = met.filter((code) => refusals[code] === undefined);
      expect(inEnglish.toSorted()).toEqual([...(metByNoPage[lib] ?? [])].toSorted());
    },
  );

  it('says what and what to do, each a sentence, without straight apostrophes', () => {
    expect(
      Object.values(refusals)
        .flat()
        .filter((text) => !/^[\p{Lu}«].+\.$/u.test(text) || text.includes("'")),
    ).toEqual([]);
  });
});
