import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { filesOf } from './repository.ts';

/** Where the program acts for all secretariats. Whoever adds a place adds it here and to the README of the platform, with the reason. */
const places = [
  'apps/cli/src/books.ts',
  'apps/cli/src/reference.command.ts',
  'libs/audit/src/verification/export.query.ts',
  'libs/audit/src/verification/verification.service.ts',
  'libs/books/src/demo-people.service.ts',
  'libs/books/src/reference-loader.service.ts',
  'libs/books/src/replay.service.ts',
  'libs/books/src/sample.service.ts',
  'libs/books/src/scenario-answer.service.ts',
  'libs/identity/src/acting.query.ts',
  'libs/identity/src/housekeeping.service.ts',
  'libs/identity/src/invitations.service.ts',
  'libs/identity/src/issuer-subjects.service.ts',
  'libs/identity/src/links.service.ts',
  'libs/identity/src/secret-rotation.service.ts',
  'libs/identity/src/sign-in.service.ts',
];

const acts = /\b(actForTheProgram|forTheProgram)\b|set_config\('app\.tenant'|tenant: programTenant/;

const placesIn = (files: readonly string[]): string[] =>
  files.filter(
    (path) =>
      /^(libs|apps)\/.*\.ts$/.test(path) && !path.startsWith('libs/platform/') && acts.test(readFileSync(path, 'utf8')),
  );

describe('the program', () => {
  it('acts for all secretariats in the places that are listed, and in no others', () => {
    expect(placesIn(filesOf('.'))).toEqual(places);
    expect(acts.test('await actForTheProgram(tx);')).toBe(true); // a pattern that finds nothing would hold any list
  });

  it('has its places in the README', () => {
    const readme = readFileSync('libs/platform/README.md', 'utf8');
    expect(places.filter((path) => !readme.includes(path.slice(path.lastIndexOf('/') + 1)))).toEqual([]);
  });
});
