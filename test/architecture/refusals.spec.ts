import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const self = 'test/architecture/refusals.spec.ts';

function texts(folder: string, is: (path: string) => boolean): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => is(path) && path !== self)
    .map((path) => readFileSync(join(root, path), 'utf8'));
}

const isSpec = (path: string): boolean => /\.spec\.tsx?$/.test(path);
const isSource = (path: string): boolean => /\/src\/.+\.ts$/.test(path) && !isSpec(path);

/** The code of a refusal, by its class: "NotADay" is NOT_A_DAY, as DomainError has it. */
function codeOf(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toUpperCase();
}

/** Every code that an answer or the terminal may show: of the classes that end in a DomainError, and those that are written as text. */
function codesIn(sources: readonly string[]): string[] {
  const classes = sources.flatMap((text) => [...text.matchAll(/(abstract )?class (\w+) extends (\w+)/g)]);
  const refusals = new Set(['DomainError']);
  for (let before = 0; before < refusals.size;) {
    before = refusals.size;
    for (const [, , name = '', parent = ''] of classes) if (refusals.has(parent)) refusals.add(name);
  }
  const ofClasses = classes.filter(([, isAbstract, name = '']) => isAbstract === undefined && refusals.has(name));
  const written = sources.flatMap((text) => [
    ...text.matchAll(/(?:\bcode: |new BackupProblem\(\s*)'([A-Z][A-Z_]{3,})',/g),
  ]);
  return [
    ...new Set([...ofClasses.map(([, , name = '']) => codeOf(name)), ...written.map(([, code = '']) => code)]),
  ].toSorted();
}

/** Those that no test names, neither by the code nor by the class. */
function unnamed(codes: readonly string[], specs: readonly string[]): string[] {
  const words = new Set(specs.flatMap((text) => text.match(/\b\w+\b/g) ?? []).flatMap((word) => [word, codeOf(word)]));
  return codes.filter((code) => !words.has(code));
}

const sources = [...texts('libs', isSource), ...texts('apps/api', isSource), ...texts('apps/cli', isSource)];
const specs = ['libs', 'apps', 'test'].flatMap((folder) => texts(folder, isSpec));

describe('the code of a refusal', () => {
  it('is named in a test, whichever it is', () => {
    const codes = codesIn(sources);
    expect(codes.length).toBeGreaterThan(280);
    expect(unnamed(codes, specs)).toEqual([]);
  });

  it('is found to be named in none', () => {
    const source = `
      export class TicketOfNobody extends Malformed {}
      export abstract class Malformed extends DomainError {}
      export abstract class TooFar extends Malformed {}
      export class TooFarAway extends TooFar {}
      class Unrelated extends Error {}
      throw new BackupProblem(
        'BACKUP_OF_NOTHING', 'There is nothing.');
      const facts = { code: 'NOBODY_ASKED', status: 400 };`;
    const codes = codesIn([source]);
    expect(codes).toEqual(['BACKUP_OF_NOTHING', 'NOBODY_ASKED', 'TICKET_OF_NOBODY', 'TOO_FAR_AWAY']);
    expect(
      unnamed(codes, [`expect(code).toBe('NOBODY_ASKED'); toThrow(TooFarAway)`, `'TICKET_OF_NOBODY_ELSE'`]),
    ).toEqual(['BACKUP_OF_NOTHING', 'TICKET_OF_NOBODY']);
  });
});
