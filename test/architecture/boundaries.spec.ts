import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { type Boundary, boundaries, mayImport } from './boundaries.ts';

const house = join(import.meta.dirname, '../..');
const canaries = join(import.meta.dirname, 'canaries');
const rules = [...new Set(boundaries.map(({ name }) => name))];

describe('the boundaries of the house', () => {
  it('are crossed nowhere', async () => {
    const { read, refused } = await crossings(house);
    const libs = new Set(read.map((file) => /^libs\/([^/]+)\//.exec(file)?.[1]).filter((lib) => lib !== undefined));
    expect([...libs].toSorted()).toEqual(Object.keys(mayImport).toSorted()); // a cruise of nothing finds nothing
    expect(
      refused.map(({ file, written, line }) => `${file} imports ${written}: ${line.comment} (${line.name})`),
    ).toEqual([]);
  });

  it('cover every lib', () => {
    expect(Object.keys(mayImport).toSorted()).toEqual(foldersOf(join(house, 'libs')));
  });

  it('let libs import only what is listed before them, so that imports go one way', () => {
    const libs = Object.keys(mayImport);
    for (const [lib, faces] of Object.entries(mayImport)) {
      expect(libs.slice(0, libs.indexOf(lib))).toEqual(expect.arrayContaining([...faces]));
    }
  });
});

describe('the canaries', () => {
  it('are one for each rule', () => {
    expect(foldersOf(canaries)).toEqual(rules.toSorted());
  });

  // In a canary each line that must be refused says so; its other lines must be allowed.
  it.each(rules)('of "%s" are refused by each line of this rule and by no other', async (rule) => {
    const tree = join(canaries, rule);
    const { refused } = await crossings(tree);
    const marked = linesMarked(tree);
    expect(marked.length).toBeGreaterThan(0);
    expect(refused.map(({ file, written }) => `${file} ${written}`).toSorted()).toEqual(marked);
    expect(new Set(refused.map(({ line }) => line))).toEqual(new Set(boundaries.filter(({ name }) => name === rule)));
  });
});

interface Crossing {
  readonly line: Boundary;
  readonly file: string;
  readonly written: string; // the import as the file writes it
}

async function crossings(root: string): Promise<{ read: string[]; refused: Crossing[] }> {
  const folders = ['libs', 'apps', 'migrations'].filter((folder) => foldersOf(root).includes(folder));
  // Numbered, because dependency-cruiser reports a crossing by the name of its rule alone.
  const forbidden = boundaries.map((line, at) => ({ ...line, name: `${at}`, severity: 'error' as const }));
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^apps/[^/]+/dist/' }, // from the root: most packages too lie in a folder of that name
      tsPreCompilationDeps: true, // sees imports that are erased when compiled
    },
    { conditionNames: ['source', 'import', 'require', 'node', 'default'] }, // as tsconfig.json: faces are sources
  );
  const { modules } = output as ICruiseResult;
  const refused = modules.flatMap(({ source, dependencies }) =>
    dependencies.flatMap((dependency) =>
      (dependency.rules ?? []).map((broken) => ({
        line: boundaries[Number(broken.name)] as Boundary,
        file: source,
        written: dependency.module,
      })),
    ),
  );
  return { read: modules.map(({ source }) => source), refused };
}

function linesMarked(tree: string): string[] {
  return globSync('**/*.ts', { cwd: tree })
    .flatMap((file) =>
      [...readFileSync(join(tree, file), 'utf8').matchAll(/'([^']+)'; \/\/ refused$/gm)].map(
        ([, written = '']) => `${file} ${written.replace(/^node:/, '')}`,
      ),
    )
    .toSorted();
}

function foldersOf(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}
