import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { mayImport } from './boundaries.ts';
import {
  acceptedLicences,
  filesOf,
  forbiddenText,
  isAllowed,
  isExact,
  licenceOf,
  type Lock,
  nameOf,
  productionPackages,
  strayAtTopLevel,
  tooLong,
} from './repository.ts';

const root = join(import.meta.dirname, '../..');
const files = filesOf(root);
const texts = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;

describe('the files of the repository', () => {
  it('are found', () => {
    expect(files).toEqual(expect.arrayContaining(['package.json', 'libs/kernel/src/money.ts', '.gitignore']));
    expect(files.filter((file) => /^(node_modules|dist|\.git)\//.test(file))).toEqual([]);
  });

  it('lie in a known place', () => {
    expect(strayAtTopLevel(files)).toEqual([]);
    expect(strayAtTopLevel(['libs/kernel/README.md', '.gitignore', 'docs/plan.md', 'jest.config.js'])).toEqual([
      'docs',
      'jest.config.js',
    ]);
  });

  it('have one subject each, which 400 lines are enough for', () => {
    expect(texts.filter(({ file, text }) => tooLong(file, text)).map(({ file }) => file)).toEqual([]);
    expect(tooLong('libs/ledger/src/ledger.service.ts', 'line\n'.repeat(401))).toBe(true);
    expect(tooLong('libs/ledger/src/ledger.service.ts', 'line\n'.repeat(400))).toBe(false);
    expect(tooLong('libs/ledger/src/ledger.service.spec.ts', 'line\n'.repeat(401))).toBe(false);
    expect(tooLong('apps/web/src/generated/api.ts', 'line\n'.repeat(401))).toBe(false);
    expect(tooLong('libs/audit/src/verification/definitions/triggers.ts', 'line\n'.repeat(401))).toBe(false);
    expect(tooLong('libs/audit/src/verification/definitions.query.ts', 'line\n'.repeat(401))).toBe(true);
  });

  it.each(Object.keys(mayImport))('give lib %s a face and a page that explains it', (lib) => {
    expect(['src/index.ts', 'README.md'].filter((file) => !existsSync(join(root, 'libs', lib, file)))).toEqual([]);
  });
});

describe('what no file may say', () => {
  it.each(forbiddenText)('$name', ({ pattern, because, prose }) => {
    const said = texts
      .filter(({ file, text }) => (prose || !file.endsWith('.md')) && pattern.test(text))
      .map(({ file }) => file);
    expect({ because, said }).toEqual({ because, said: [] });
  });

  // Written in halves, or this file would say it.
  it.each([
    ['schema synchronisation', `new DataSource({ synchronize: ${'true'} })`],
    ['schema synchronisation', `"synchronize": ${'true'}`],
    ['schema synchronisation', `typeorm schema:${'sync'}`],
    ['generated migrations', `typeorm migration:${'generate'}`],
    ['paths of one machine', `readFileSync('/${'work'}/main/package.json')`],
    ['paths of one machine', `cd /${'root'}/recoup`],
  ])('%s is seen in: %s', (name, text) => {
    expect(forbiddenText.filter(({ pattern }) => pattern.test(text)).map((rule) => rule.name)).toEqual([name]);
  });

  it.each(['synchronize: false', 'migration:run', `https://example.org/${'work'}/plan`, `./${'work'}/list.ts`])(
    'does not include: %s',
    (text) => {
      expect(forbiddenText.filter(({ pattern }) => pattern.test(text))).toEqual([]);
    },
  );
});

describe('the packages', () => {
  it('are pinned to one version each', () => {
    const wanted = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides']
      .flatMap((list) => Object.entries<string | Record<string, string>>(manifest[list] ?? {}))
      .flatMap(([name, version]) =>
        typeof version === 'string' ? [[name, version] as const] : Object.entries(version),
      );
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter(([, version]) => !isExact(version))).toEqual([]);
  });

  it.each(['^1.2.3', '~1.2.3', '1.2', '1.x', 'latest', '*', '>=1.2.3', 'npm:pg@^1.2.3', 'https://example.org/a.tgz'])(
    'are not pinned by %s',
    (version) => {
      expect(isExact(version)).toBe(false);
    },
  );

  it('are locked by their content, not by an address that only some can reach', () => {
    expect(addressed(lock)).toEqual([]);
    expect(addressed({ packages: { 'node_modules/pg': { resolved: 'https://example.org/pg.tgz' } } })).toEqual([
      'node_modules/pg',
    ]);
  });

  it('of production have a licence that allows what we do', () => {
    const folders = productionPackages(root, lock);
    const refused = folders
      .map((folder) => ({ name: nameOf(folder), says: licenceOf(root, folder) }))
      .filter(({ name, says }) => !isAllowed(says) && acceptedLicences[name]?.says !== says);
    expect(folders.length).toBeGreaterThan(100);
    expect(refused).toEqual([]);
  });

  it('that were accepted by hand still need it', () => {
    const found = productionPackages(root, lock).map((folder) => [nameOf(folder), licenceOf(root, folder)]);
    expect(found).toEqual(
      expect.arrayContaining(Object.entries(acceptedLicences).map(([name, { says }]) => [name, says])),
    );
    expect(readFileSync(join(root, 'node_modules/png-js/LICENSE'), 'utf8')).toContain(
      'Permission is hereby granted, free of charge',
    );
  });

  it.each([
    ['MIT', true],
    ['(MIT OR CC0-1.0)', true],
    ['MIT AND OFL-1.1', true],
    ['GPL-3.0-only', false],
    ['MIT AND GPL-2.0', false],
    ['UNLICENSED', false],
    ['none', false],
  ])('under %s are allowed: %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });
});

function addressed({ packages }: Lock): string[] {
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined)
    .map(([folder]) => folder);
}
