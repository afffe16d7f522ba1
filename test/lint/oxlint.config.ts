import { defineConfig } from 'oxlint';
import { suffixes } from '../architecture/boundaries.ts';

const typescript = ['**/*.ts', '**/*.tsx'];
const specs = ['**/*.spec.ts', '**/*.spec.tsx'];
const shipped = ['**/libs/**/*.ts', '**/apps/**/*.ts', '**/apps/**/*.tsx', '**/migrations/**/*.ts'];

// Chosen one by one, beside what the linter itself calls an error: what has cost somebody money or a night. Format is
// oxfmt's, boundaries are test/architecture's. Patterns begin with "**/" since the canaries are read by them too.
export default defineConfig({
  plugins: ['typescript'],
  categories: { correctness: 'error' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  jsPlugins: ['./recoup.mjs'],
  rules: {
    eqeqeq: 'error',
    'no-control-regex': 'off', // they are looked for, to be refused
    'no-misleading-character-class': 'off', // so are characters that join others
    'typescript/no-misused-spread': 'off', // rows are copied for their facts, texts for their code points
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
  },
  overrides: [
    {
      files: typescript,
      rules: {
        'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
        'no-var': 'error',
        'prefer-const': 'error',
        'typescript/ban-ts-comment': 'error',
        'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
        'typescript/no-explicit-any': 'error',
        'typescript/no-misused-promises': 'error',
        'typescript/no-unsafe-argument': 'error',
        'typescript/no-unsafe-assignment': 'error',
        'typescript/no-unsafe-call': 'error',
        'typescript/no-unsafe-enum-comparison': 'error',
        'typescript/no-unsafe-member-access': 'error',
        'typescript/no-unsafe-return': 'error',
        'typescript/only-throw-error': 'error',
        'typescript/prefer-promise-reject-errors': 'error',
        'typescript/prefer-readonly': 'error',
        'typescript/restrict-template-expressions': [
          'error', // a reader of an invoice must not meet "null" or "true"
          { allowNumber: true, allowAny: false, allowBoolean: false, allowNullish: false, allowRegExp: false },
        ],
        'typescript/return-await': ['error', 'in-try-catch'], // or the catch around it never runs
        'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
        'recoup/injected-class-is-a-value': 'error',
      },
    },
    {
      // A fix to `import type` here would take the class from Nest; recoup/injected-class-is-a-value watches the other way.
      files: [
        ...['service', 'module', 'controller', 'guard', 'filter', 'interceptor'].map((kind) => `**/*.${kind}.ts`),
        '**/apps/api/src/http/requests.ts',
      ],
      rules: { 'typescript/consistent-type-imports': 'off' },
    },
    {
      files: shipped,
      excludeFiles: specs,
      rules: {
        'recoup/money-stays-exact': 'error',
        'recoup/no-query-builder': 'error',
        'recoup/one-way-to-round': 'error',
        'recoup/sql-is-constant': 'error',
      },
    },
    {
      files: ['**/libs/documents/src/**/*.ts'], // where things stand on the sheet, in points
      excludeFiles: ['**/libs/documents/src/adds-up.ts'],
      rules: { 'recoup/one-way-to-round': 'off' },
    },
    {
      // The only places where statements are put together, from table files and tables of roles, and never from a request.
      files: [
        'find-all',
        'insert-all',
        'out-of-range',
        'administer',
        'roles/prepare',
        'roles/migrate',
        'roles/read-database',
        'roles/transactions',
        'roles/triggers-off',
      ].map((name) => `**/libs/platform/src/${name}.ts`),
      rules: { 'recoup/sql-is-constant': 'off' },
    },
    {
      // Pure files, as test/architecture/boundaries.ts has them.
      files: ['**/libs/*/src/**/*.ts'],
      excludeFiles: [...specs, '**/libs/{platform,documents}/**', ...suffixes.map((suffix) => `**/*.${suffix}.ts`)],
      rules: { 'recoup/rules-ask-no-computer': 'error' },
    },
    {
      files: [...typescript, '**/*.mjs'],
      excludeFiles: ['**/apps/**', 'test/bench/**', '**/test/bench/**'],
      rules: { 'no-console': 'error' },
    },
    { files: specs, rules: { 'recoup/every-test-runs': 'error' } },
    {
      // Scripts say no types, and those that are guessed for them are too wide.
      files: ['**/*.mjs'],
      rules: Object.fromEntries(
        [
          'await-thenable',
          'no-base-to-string',
          'require-array-sort-compare',
          'restrict-template-expressions',
          'unbound-method',
        ].map((rule) => [`typescript/${rule}`, 'off' as const]),
      ),
    },
    {
      // Answers of the API arrive in tests as they are: the test is what finds out their shape.
      files: ['**/test/**/*.ts', ...specs],
      excludeFiles: ['**/canaries/**'],
      rules: {
        ...Object.fromEntries(
          ['assignment', 'member-access', 'argument', 'call', 'return'].map((use) => [
            `typescript/no-unsafe-${use}`,
            'off' as const,
          ]),
        ),
        'typescript/require-array-sort-compare': 'off',
      },
    },
  ],
});
