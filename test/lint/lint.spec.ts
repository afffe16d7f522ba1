import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import config from './eslint.config.mjs';

const canaries = join(import.meta.dirname, 'canaries');

/** What our own configuration names and turns on; a preset's further rules are the preset's to test. */
const named = [
  ...new Set(
    config
      .filter((part) => !part.name?.startsWith('typescript-eslint/'))
      .flatMap((part) => Object.entries(part.rules ?? {}))
      .filter(([, level]) => [level].flat()[0] === 'error')
      .map(([rule]) => rule),
  ),
];

// A canary is a small tree in which each line that must be refused names the rule; its other lines must pass.
describe('the canaries of the lint', () => {
  let found: string[];
  beforeAll(async () => {
    const lint = new ESLint({ cwd: canaries, overrideConfigFile: true, overrideConfig: config });
    found = (await lint.lintFiles(['**/*.ts'])).flatMap(({ filePath, messages }) =>
      messages.map(({ line, ruleId, message }) => `${relative(canaries, filePath)}:${line} ${ruleId ?? message}`),
    );
  }, 60_000);

  it('are refused where they say so, and nowhere else', () => {
    expect(found.toSorted()).toEqual(linesMarked().toSorted());
  });

  it('are one for each rule that we name', () => {
    const covered = [...linesMarked().map((line) => line.split(' ')[1]), 'recoup/every-test-runs']; // the next test
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((rule) => !covered.includes(rule))).toEqual([]);
  });
});

// Texts rather than files: a file of this name would be run.
describe('in a spec', () => {
  const lint = new ESLint({
    ...{ cwd: canaries, overrideConfigFile: true },
    overrideConfig: [
      ...config,
      { ...(tseslint.configs.disableTypeChecked as Linter.Config), files: ['**/*.ts'] }, // a text has no types
    ],
  });
  const lintedAs = async (text: string, filePath: string): Promise<(string | null)[]> =>
    (await lint.lintText(text, { filePath })).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));

  it.each([
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
  ])('refused: %s', async (text) => {
    expect(await lintedAs(text, 'libs/ledger/src/ledger.spec.ts')).toEqual(['recoup/every-test-runs']);
  });

  it.each([`it('adds up', () => {});`, `it.each([1])('adds up', () => {});`, `list.only('x');`])(
    'allowed: %s',
    async (text) => {
      expect(await lintedAs(text, 'libs/ledger/src/ledger.spec.ts')).toEqual([]);
    },
  );
});

function linesMarked(): string[] {
  return globSync('**/*.ts', { cwd: canaries }).flatMap((file) =>
    readFileSync(join(canaries, file), 'utf8')
      .split('\n')
      .flatMap((text, at) => {
        const [, rule] = / refused: (\S+)$/.exec(text) ?? [];
        return rule === undefined ? [] : `${file}:${at + 1} ${rule}`;
      }),
  );
}
