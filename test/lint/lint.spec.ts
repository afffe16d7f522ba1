import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import config from './oxlint.config.ts';

const root = join(import.meta.dirname, '../..');
const canaries = join(import.meta.dirname, 'canaries');

/** What our own configuration names and turns on; the linter's own category is the linter's to test. */
const named = [
  ...new Set(
    [config, ...(config.overrides ?? [])]
      .flatMap(({ rules }) => Object.entries(rules ?? {}))
      .filter(([, level]) => [level].flat()[0] === 'error')
      .map(([rule]) => rule),
  ),
];

// A canary is a small tree in which each line that must be refused names the rule; its other lines must pass.
describe('the canaries of the lint', () => {
  let found: string[];
  beforeAll(async () => {
    found = await foundIn(canaries);
  });

  it('are refused where they say so, and nowhere else', () => {
    expect(found.toSorted()).toEqual(linesMarked().toSorted());
  });

  it('are one for each rule that we name', () => {
    const covered = [...linesMarked().map((line) => line.split(' ')[1]), 'recoup/every-test-runs']; // the next test
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((rule) => !covered.includes(rule))).toEqual([]);
  });
});

// In a folder of their own: in the tree they would be run.
describe('in a spec', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recoup-lint-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const refused = [
    `it.${'only'}('adds up', () => {});`,
    `it.${'skip'}('adds up', () => {});`,
    `it.${'todo'}('adds up');`,
    `it.${'failing'}('adds up', () => {});`,
    `describe.${'only'}('a charge', () => {});`,
    `describe.${'skip'}('a charge', () => {});`,
    `test.${'only'}('adds up', () => {});`,
    `it.${'only'}.each([1])('adds up', () => {});`,
    `it.concurrent.${'only'}('adds up', () => {});`,
    `x${'it'}('adds up', () => {});`,
    `f${'describe'}('a charge', () => {});`,
  ];
  const allowed = [`it('adds up', () => {});`, `it.each([1])('adds up', () => {});`, `list.only('x');`];

  it('what does not run is refused, and nothing else', async () => {
    mkdirSync(join(folder, 'libs'));
    writeFileSync(join(folder, 'libs/ledger.spec.ts'), [...refused, ...allowed].join('\n'));
    expect(await foundIn(folder)).toEqual(
      refused.map((_, index) => `libs/ledger.spec.ts:${index + 1} recoup/every-test-runs`),
    );
  });
});

interface Report {
  readonly diagnostics: readonly {
    readonly code: string; // "recoup(money-stays-exact)", of the linter's own "eslint(eqeqeq)"
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

/** What the linter refuses below this folder: "libs/ledger/src/ledger.service.ts:9 recoup/money-stays-exact". */
async function foundIn(folder: string): Promise<string[]> {
  const words = [
    ...[join(root, 'node_modules/oxlint/bin/oxlint'), '-c', join(import.meta.dirname, 'oxlint.config.ts')],
    ...['--format', 'json', '.'],
  ];
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, words, { cwd: folder }, (_, output) => resolve(output));
  });
  const { diagnostics } = JSON.parse(said) as Report;
  return diagnostics.map(({ code, filename, labels: [place] }) => {
    const rule = code.replace(/^eslint\((.+)\)$/, '$1').replace(/^(.+)\((.+)\)$/, '$1/$2');
    return `${filename}:${place?.span.line ?? 0} ${rule}`;
  });
}

function linesMarked(): string[] {
  return globSync('**/*.ts', { cwd: canaries }).flatMap((file) =>
    readFileSync(join(canaries, file), 'utf8')
      .split('\n')
      .flatMap((text, at) => {
        const [, rule] = / refused: (\S+)(?: \*\/)?$/.exec(text) ?? [];
        return rule === undefined ? [] : `${file}:${at + 1} ${rule}`;
      }),
  );
}
