import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';
import { suffixes } from '../architecture/boundaries.ts';
import { recoup } from './restrictions.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const specs = '**/*.spec.{ts,tsx}';
const shipped = ['libs/**/*.ts', 'apps/**/*.{ts,tsx}', 'migrations/**/*.ts'];

// Chosen one by one: what has cost somebody money or a night. Format is prettier's, boundaries are test/architecture's.
export default [
  {
    ignores: ['**/node_modules/', '**/dist/', '**/generated/', 'test/architecture/canaries/', 'test/lint/canaries/'],
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
    },
  },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { recoup },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error', // a reader of an invoice must not meet "null" or "true"
        { allowNumber: true, allowAny: false, allowBoolean: false, allowNullish: false, allowRegExp: false },
      ],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'], // or the catch around it never runs
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/require-await': 'off', // an interface may ask for a promise that needs no waiting
      'recoup/injected-class-is-a-value': 'error',
    },
  },
  {
    // A fix to `import type` here would take the class from Nest; recoup/injected-class-is-a-value watches the other way.
    files: ['**/*.{service,module,controller,guard,filter,interceptor}.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: shipped,
    ignores: [specs],
    plugins: { recoup },
    rules: {
      'recoup/money-stays-exact': 'error',
      'recoup/no-query-builder': 'error',
      'recoup/sql-is-constant': 'error',
    },
  },
  {
    files: shipped,
    ignores: [specs, 'libs/documents/src/!(adds-up).ts'], // where things stand on the sheet, in points
    plugins: { recoup },
    rules: { 'recoup/one-way-to-round': 'error' },
  },
  {
    // The only places where statements are put together, from table files and tables of roles, and never from a request.
    files: ['find-all', 'insert-all', 'administer', 'roles/prepare', 'roles/migrate'].map(
      (name) => `libs/platform/src/${name}.ts`,
    ),
    rules: { 'recoup/sql-is-constant': 'off' },
  },
  {
    // Pure files, as test/architecture/boundaries.ts has them.
    files: ['libs/*/src/**/*.ts'],
    ignores: [specs, 'libs/{platform,documents}/**', `**/*.{${suffixes.join(',')}}.ts`],
    plugins: { recoup },
    rules: { 'recoup/rules-ask-no-computer': 'error' },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    ignores: ['apps/**', 'test/bench/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: [specs],
    plugins: { recoup },
    rules: { 'recoup/every-test-runs': 'error' },
  },
  {
    // Answers of the API arrive in tests as they are: the test is what finds out their shape.
    files: ['test/**/*.ts', specs],
    rules: Object.fromEntries(
      ['assignment', 'member-access', 'argument', 'call', 'return'].map((use) => [
        `@typescript-eslint/no-unsafe-${use}`,
        'off',
      ]),
    ),
  },
];
