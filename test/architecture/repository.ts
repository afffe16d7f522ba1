import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a reader of the repository meets first; everything else has a place within. */
export const topLevel = [
  ...['apps', 'libs', 'migrations', 'test'],
  ...['nest-cli.json', 'package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'LICENSE'],
];

/** Files as they would be committed, relative to the root. Without git (an unpacked archive): all but what is ignored. */
export function filesOf(root: string): string[] {
  if (existsSync(join(root, '.git'))) {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
    const files = listed
      .toString('utf8')
      .split('\0')
      .filter((file) => file !== '' && existsSync(join(root, file)));
    return [...new Set(files)].toSorted();
  }
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));
  const kept = (name: string): boolean => !ignored.includes(name);
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => kept(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? globSync(`${entry.name}/**/*`, { cwd: root, withFileTypes: true, exclude: ({ name }) => !kept(name) })
            .filter((found) => found.isFile())
            .map((found) => join(found.parentPath, found.name).slice(root.length + 1))
        : entry.name,
    )
    .toSorted();
}

export function strayAtTopLevel(files: readonly string[]): string[] {
  const entries = new Set(files.map((file) => file.split('/')[0] ?? file));
  return [...entries].filter((entry) => !entry.startsWith('.') && !topLevel.includes(entry));
}

const longest = 400; // lines; above it a file has two subjects

export function tooLong(file: string, text: string): boolean {
  const counted = /^(apps|libs|migrations)\/.*\.(ts|tsx|js|mjs|css)$/.test(file);
  return (
    counted &&
    !/\.spec\.tsx?$|\/generated\/|\/verification\/definitions\//.test(file) &&
    text.trimEnd().split('\n').length > longest
  );
}

/** What no file may say, whoever writes it. */
export const forbiddenText: readonly {
  readonly name: string;
  readonly pattern: RegExp;
  readonly because: string;
  readonly prose: boolean;
}[] = [
  {
    name: 'schema synchronisation',
    pattern: /\bsynchronize['"]?\s*[:=]\s*true\b|schema:sy(?:nc)\b/,
    because: 'The schema is made by migrations alone: TypeORM would drop what it does not know.',
    prose: false, // a document may warn of it
  },
  {
    name: 'generated migrations',
    pattern: /migration:gen(?:erate)\b/,
    because: 'A generated migration drops hand-written checks and indexes.',
    prose: false,
  },
  {
    name: 'paths of one machine',
    pattern: /(?<![\w.@-])\/(?:work|root)\//,
    because: 'What is written here must hold on any machine.',
    prose: true,
  },
];

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly resolved?: string;
}

/** Installed packages that production runs on, by their folder; those of other platforms are not installed. */
export function productionPackages(root: string, lock: Lock): string[] {
  return Object.entries(lock.packages)
    .filter(([folder, { dev }]) => folder !== '' && dev !== true)
    .filter(([folder, { optional }]) => optional !== true || existsSync(join(root, folder)))
    .map(([folder]) => folder);
}

/** Licences that ask for no more than their notice to be kept. */
export const licences = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'PostgreSQL'],
  'OFL-1.1', // fonts: may be embedded in any document, not sold alone
];

/** Packages whose own word on their licence is not in the list above, each read and accepted by hand. */
export const acceptedLicences: Readonly<Record<string, { readonly says: string; readonly because: string }>> = {
  argparse: { says: 'Python-2.0', because: 'The licence of Python 2: permissive, its notice is kept.' },
  'png-js': { says: 'none', because: 'Its LICENSE file is the MIT licence; the field was forgotten in package.json.' },
};

/** An SPDX expression of one level: all of an AND, any of an OR. */
export function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(bare)) return false;
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((licence) => licences.includes(licence));
}

/** What package.json says of its licence; "none" if it says nothing. */
export function licenceOf(root: string, folder: string): string {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { license?: unknown };
  return typeof manifest.license === 'string' ? manifest.license : 'none';
}

export function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** "1.2.3", with or without a pre-release; not a range, a tag or an address. */
export function isExact(version: string): boolean {
  return /^(npm:[@a-z0-9/_-]+@)?\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/i.test(version); // `npm:`: under another name
}
