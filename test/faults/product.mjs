/**
 * The product as it was built, and mutants of it: a copy of the build in which a few lines say something else. A harness
 * that finds nothing in the product must find its mutant, or its silence means nothing.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import 'reflect-metadata';
import { opened } from '../support/open-things.mjs';
import { root } from '../support/program.mjs';

/** A build: `load` imports one of its modules by its path below dist. `migratesAs` is a build of the same migrations. */
function build(folder) {
  return {
    root: folder,
    migratesAs: undefined,
    load: (path) => import(pathToFileURL(join(folder, 'dist', path)).href),
    remove: async () => undefined,
  };
}

export const product = build(root);

/**
 * A copy of the build with each `[file, what it says, what it is to say]` changed; `file` is a path below dist.
 * Errors: MutantOutdated where the product does not say that any more, exactly once.
 */
export function mutantOf(changes) {
  checkUpToDate(changes);
  const folder = mkdtempSync(join(tmpdir(), 'recoup-mutant-'));
  const remove = opened(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['dist', 'package.json', 'apps/api/sample'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, says, instead] of changes) {
    const path = join(folder, 'dist', file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace(says, () => instead),
    );
  }
  const ofItsOwn = changes.some(([file]) => file.startsWith('migrations/'));
  return { ...build(folder), migratesAs: ofItsOwn ? undefined : product, remove };
}

/** For a run that makes some of many mutants alone. Errors: as `mutantOf`. */
export function checkUpToDate(changes) {
  for (const [file, says] of changes) {
    if (readFileSync(join(root, 'dist', file), 'utf8').split(says).length !== 2) throw new MutantOutdated(file, says);
  }
}

export class MutantOutdated extends Error {
  constructor(file, says) {
    super(
      `A mutant changes ${file} where it says "${says}", and it does not say that exactly once. Bring the mutant up to date.`,
    );
  }
}
