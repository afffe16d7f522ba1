import { injectedClassIsAValue } from './rules/injected-class-is-a-value.mjs';
import { sqlIsConstant } from './rules/sql-is-constant.mjs';

/**
 * What this program must not do, beyond the usual rules of the language: one named rule each, `recoup/<name>`.
 * The selectors are ESLint's; the message tells the reader what to do instead. Where each applies: `oxlint.config.ts`.
 */
const restrictions = {
  'rules-ask-no-computer': {
    message:
      'A rule gets the time, the settings and whatever is random as an argument: a replay must come out the same.',
    selectors: [
      'MemberExpression[object.name="process"]',
      'Identifier[name="globalThis"]',
      'MemberExpression[object.name="Date"][property.name="now"]',
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'CallExpression[callee.name="Date"]',
      'MemberExpression[object.name="performance"]',
      'MemberExpression[object.name="Math"][property.name="random"]',
      'MemberExpression[object.name="crypto"][property.name=/^(randomUUID|getRandomValues)$/]',
      'CallExpression[callee.name="fetch"]',
    ],
  },
  'money-stays-exact': {
    message: 'A JavaScript number loses cents. Keep amounts as text, Money or Decimal; Money.rounded rounds.',
    selectors: [
      'CallExpression[callee.name="parseFloat"]',
      'MemberExpression[object.name="Number"][property.name="parseFloat"]',
      'MemberExpression[property.name="toNumber"]',
    ],
  },
  'one-way-to-round': {
    message: 'Math.round rounds a half cent of a credit the other way. Money.rounded rounds, and nothing else does.',
    selectors: ['MemberExpression[object.name="Math"][property.name="round"]'],
  },
  'no-query-builder': {
    message: 'Write the SQL: whoever reads this must see what the database does.',
    selectors: ['MemberExpression[property.name="createQueryBuilder"]'],
  },
  'every-test-runs': {
    message: 'A test that does not run says nothing. Repair it or remove it.',
    selectors: [
      'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing)$/]',
      'MemberExpression[object.property.name="concurrent"][property.name=/^(only|skip|failing)$/]',
      'CallExpression[callee.name=/^(fit|fdescribe|ftest|xit|xdescribe|xtest)$/]',
    ],
  },
};

function restriction({ message, selectors }) {
  return {
    meta: { type: 'problem', schema: [], messages: { refused: message } },
    create: (context) => ({
      [selectors.join(', ')](node) {
        context.report({ node, messageId: 'refused' });
      },
    }),
  };
}

export default {
  meta: { name: 'recoup' },
  rules: {
    ...Object.fromEntries(Object.entries(restrictions).map(([name, found]) => [name, restriction(found)])),
    'injected-class-is-a-value': injectedClassIsAValue,
    'sql-is-constant': sqlIsConstant,
  },
};
