import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

/** Who may import whom: each lib with the libs whose faces it may use. Whatever is not listed is refused. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  platform: ['kernel'],
  documents: ['kernel'],
  sealing: ['platform', 'kernel'],
  identity: ['platform', 'kernel'],
  ledger: ['identity', 'platform', 'kernel'],
  rates: ['identity', 'platform', 'kernel'],
  budget: ['identity', 'platform', 'kernel'],
  travellers: ['identity', 'platform', 'kernel'],
  agreements: ['rates', 'budget', 'identity', 'platform', 'kernel'],
  charging: ['agreements', 'rates', 'budget', 'travellers', 'ledger', 'identity', 'platform', 'kernel'],
  invoicing: [
    ...['charging', 'agreements', 'budget', 'travellers', 'ledger', 'identity'],
    ...['documents', 'platform', 'kernel'],
  ],
  audit: [
    ...['invoicing', 'charging', 'agreements', 'budget', 'rates', 'ledger', 'identity'],
    ...['sealing', 'documents', 'platform', 'kernel'],
  ],
  books: [
    ...['audit', 'invoicing', 'charging', 'agreements', 'budget', 'rates', 'travellers', 'ledger', 'identity'],
    ...['sealing', 'platform', 'kernel'],
  ],
};

/** apps/api and apps/cli see every face; the pages in the browser see only the words and sums of the kernel. */
export const webMayImport: readonly string[] = ['kernel'];

/** What a file is, is said by its suffix. A file in libs without one of these holds rules: it is pure. */
export const suffixes = ['service', 'table', 'query', 'pdf', 'csv', 'module', 'controller', 'engine'];

// These two are technical throughout: one sets up Nest and TypeORM, the other draws paper.
const technicalLibs = ['platform', 'documents'];

const libs = Object.keys(mayImport);
const face = '^libs/[^/]+/src/index\\.ts$';
const spec = '\\.spec\\.ts$';
const shipped = { path: '^(libs|apps|migrations)/', pathNot: [spec] };
const suffixed = ending(suffixes);
const pure = {
  path: `^libs/(?!(${technicalLibs.join('|')})/)[^/]+/src/.+\\.ts$`,
  pathNot: [suffixed, '\\.(spec|d)\\.ts$', face],
};
const anyPackage: Restricted['dependencyTypes'] = [
  ...(['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'] as const),
];

export type Restricted = NonNullable<IRegularForbiddenRuleType['to']>;

/** A rule without its severity: a boundary is crossed or it is not. The comment is what the reader is told. */
export interface Boundary {
  readonly name: string;
  readonly comment: string;
  readonly from: { path: string; pathNot?: string[] };
  readonly to: Restricted;
}

/**
 * The rules, as dependency-cruiser takes them; several lines with one name are one rule.
 * Every name has a canary: `canaries/<name>`, a small house that breaks each line of this rule and no other rule.
 */
export const boundaries: readonly Boundary[] = [
  ...libs.flatMap((lib) => {
    const faces = mayImport[lib] ?? [];
    const refused = libs.filter((other) => other !== lib && !faces.includes(other));
    if (refused.length === 0) return []; // audit sees all
    return {
      name: 'one-way',
      comment: `${lib} may import ${faces.join(', ') || 'no other lib'}.`,
      from: { path: `^libs/${lib}/` },
      to: { path: `^libs/(${refused.join('|')})/` },
    };
  }),
  {
    name: 'libs-below-apps',
    comment: 'A lib does not know who uses it.',
    from: { path: '^libs/' },
    to: { path: '^(apps|migrations)/' },
  },
  {
    name: 'libs-below-apps',
    comment: 'What is shipped does not lean on its tests.',
    from: shipped,
    to: { path: '^test/' },
  },
  {
    name: 'web-by-table',
    comment: `apps/web may import the face of ${webMayImport.join(', ')}.`,
    from: { path: '^apps/web/' },
    to: { path: '^libs/', pathNot: [`^libs/(${webMayImport.join('|')})/`] },
  },
  {
    name: 'web-by-table',
    comment: 'The pages know the server only through its generated types, which lie within apps/web.',
    from: { path: '^apps/web/' },
    to: { path: '^(apps|migrations)/', pathNot: ['^apps/web/'] },
  },
  {
    name: 'through-the-face',
    comment: 'Another lib is what its index.ts says; its other files may change any day.',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^libs/', pathNot: ['^libs/$1/', face] },
  },
  {
    name: 'through-the-face',
    comment: 'Another lib is written #name, not as a path.',
    from: { path: '^libs/([^/]+)/' },
    to: { path: face, pathNot: ['^libs/$1/'], dependencyTypesNot: ['aliased-subpath-import'] },
  },
  {
    name: 'through-the-face',
    comment: 'Apps and migrations see the faces of libs only.',
    from: { path: '^(apps|migrations)/' },
    to: { path: '^libs/', pathNot: [face] },
  },
  {
    name: 'through-the-face',
    comment: 'Apps and migrations write #name, not a path.',
    from: { path: '^(apps|migrations)/' },
    to: { path: face, dependencyTypesNot: ['aliased-subpath-import'] },
  },
  {
    name: 'through-the-face',
    comment: 'A face is one exact #name; there is nothing behind it.',
    from: { path: '.' },
    to: { path: '^#[^/]+/' },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file, or miss a third; among injectables it crashes at load.',
    from: { path: '.' },
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'An import that leads nowhere is seen by no other rule.',
    from: { path: '.', pathNot: ['^apps/web/'] }, // Vite resolves assets and virtual modules of its own
    to: { couldNotResolve: true, pathNot: ['^#[^/]+/'] },
  },
  {
    name: 'installed-in-production',
    comment: 'Only the packages of "dependencies" are there in production.',
    from: { ...shipped, pathNot: [spec, '^apps/web/'] }, // the pages are bundled before they are shipped
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'kernel-stands-alone',
    comment: 'The kernel has decimal.js and nothing else: it also runs in the browser.',
    from: { path: '^libs/kernel/', pathNot: [spec] },
    to: { dependencyTypes: [...anyPackage, 'core'], pathNot: ['node_modules/decimal\\.js/'] },
  },
  {
    name: 'documents-draw-only',
    comment:
      'Documents need a PDF writer and reader, a font engine and the fonts; not the framework, not the database.',
    from: { path: '^libs/documents/', pathNot: [spec] },
    to: {
      dependencyTypes: anyPackage,
      pathNot: [
        'node_modules/(@types/)?(pdfkit|fontkit)/',
        'node_modules/@expo-google-fonts/noto-sans/',
        'node_modules/@cantoo/pdf-lib/',
      ],
    },
  },
  {
    name: 'pure-by-suffix',
    comment: 'A file without a suffix holds rules: no package and no built-in module of Node, not even for a type.',
    from: { ...pure, pathNot: [...pure.pathNot, '^libs/kernel/'] },
    to: { dependencyTypes: [...anyPackage, 'core'] },
  },
  {
    name: 'pure-calls-pure',
    comment: 'A rule may name the type of a service or a table, but not run it.',
    from: pure,
    to: { path: `^libs/.*${suffixed}`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'pure-calls-pure',
    comment: 'A rule may name the types of the technical libs, but not run them.',
    from: { ...pure, pathNot: [...pure.pathNot, '^libs/kernel/'] },
    to: { path: `^libs/(${technicalLibs.join('|')})/`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'nest-by-suffix',
    comment: 'In libs, Nest is known to .service and .module files, and to libs/platform.',
    from: { path: `^libs/.*(${suffixed}|/index\\.ts$)`, pathNot: [ending(['service', 'module']), '^libs/platform/'] },
    to: { path: 'node_modules/@nestjs/' },
  },
  {
    name: 'typeorm-by-suffix',
    comment: 'In libs, TypeORM is known to .table, .service, .query and .module files, and to libs/platform.',
    from: {
      path: `^libs/.*(${suffixed}|/index\\.ts$)`,
      pathNot: [ending(['table', 'service', 'query', 'module']), '^libs/platform/'],
    },
    to: { path: 'node_modules/typeorm/' },
  },
  {
    name: 'typeorm-by-suffix',
    comment: 'Apps call services; they have no tables of their own.',
    from: { path: '^apps/', pathNot: [spec] },
    to: { path: 'node_modules/typeorm/' },
  },
  {
    name: 'postgres-in-platform',
    comment: 'Only libs/platform holds a connection.',
    from: { ...shipped, pathNot: ['^libs/platform/'] },
    to: { path: 'node_modules/(@types/)?pg/' },
  },
  {
    name: 'validation-in-api',
    comment: 'Request bodies are checked where they arrive; a rule is not a decorator.',
    from: { ...shipped, pathNot: ['^apps/api/'] },
    to: { path: 'node_modules/(class-validator|class-transformer|@nestjs/swagger)/' },
  },
];

function ending(names: readonly string[]): string {
  return `\\.(${names.join('|')})\\.ts$`;
}
