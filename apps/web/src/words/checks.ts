import { moneyText } from './figures.ts';
import { language, type Message, t } from './words.ts';

/** What the audit compared and what came out, as the server says it: an English sentence each. */
export interface Check {
  readonly name: string;
  readonly finding: string;
}

const names: readonly Message[] = [
  'Each book balances',
  'The two books mirror each other',
  'Certified charges equal posted expenditure',
  'Issued documents equal the posted debt',
  'These totals agree with the trial balance',
  'Ceilings count what is posted',
  'Document numbers have no gaps',
  'Issued papers are as they were issued',
  'Closed periods stand as they were signed',
];

const findings: readonly Message[] = [
  'The debits and credits of every book sum to zero.',
  'Out of balance: {books}.',
  'By agreement, item and month, what the client owes is what the provider is due.',
  '{count} combinations of agreement, item and month differ.',
  'Charges: {one}; the clients’ books: the same.',
  'Charges: {one}; the clients’ books: {other}; they differ by {difference}.',
  'Invoices less credit notes: {one}; the clients’ books: the same.',
  'Invoices less credit notes: {one}; the clients’ books: {other}; they differ by {difference}.',
  'Every total was added up again from the postings of both books and is the same.',
  'At least one total differs from the postings added up again.',
  'The use of every budget line and agreement is the sum of its postings.',
  '{count} budget lines or agreements count something else than their postings.',
  'Every series of every provider and year runs from 1 without a gap.',
  'Gaps in {series}.',
  'The SHA-256 of all {count} papers and of their contents was computed again and is the same.',
  '{altered} of {count} papers no longer have the SHA-256 they were issued with.',
  'The biennium is {biennium}; of its months {months}. The entries of each closed one were added up again and are what was signed.',
  'The biennium is {biennium}; of its months {months}. No longer what was signed: {periods}.',
];

const states: readonly Message[] = [
  'open',
  'being closed',
  'signed by one side',
  'locked',
  'asked to be reopened',
  'reopened',
];

/** The same in the language of the page, with the language that it is in: English where the page has no words for a sentence. */
export function checkSaid({ name, finding }: Check): Check & { readonly lang: string } {
  const [known, found] = [names.find((one) => one === name), findingIn(finding)];
  if (language().code !== 'fr' || known === undefined || found === null) return { name, finding, lang: 'en' };
  return { name: t(known), finding: t(found.message, Object.fromEntries(found.values.map(withWords))), lang: 'fr' };
}

function findingIn(finding: string): { message: Message; values: (readonly [string, string])[] } | null {
  for (const message of findings) {
    const parts = message.split(/\{(\w+)\}/);
    const pattern = parts.map((part, index) =>
      index % 2 === 1 ? '(.+)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    );
    const values = new RegExp(`^${pattern.join('')}$`).exec(finding)?.slice(1);
    if (values !== undefined)
      return { message, values: values.map((value, index) => [parts[2 * index + 1] ?? '', value] as const) };
  }
  return null;
}

function withWords([name, value]: readonly [string, string]): [string, string] {
  if (name === 'biennium') return [name, stateSaid(value)];
  if (name === 'months') return [name, value.split(', ').map(monthsSaid).join(', ')];
  const [, currency, amount] = /^([A-Z]{3}) (-?[\d,]+\.\d+)$/.exec(value) ?? [];
  if (currency === undefined || amount === undefined) return [name, value];
  return [name, moneyText({ amount: amount.replaceAll(',', ''), currency })];
}

/** "22 are open". */
function monthsSaid(text: string): string {
  const [, count = '', state = ''] = /^(\d+) (?:is|are) (.+)$/.exec(text) ?? [];
  return count === '' ? text : t('{state}: {count}', { state: stateSaid(state), count });
}

function stateSaid(text: string): string {
  const known = states.find((one) => one === text);
  return known === undefined ? text : t(known);
}
