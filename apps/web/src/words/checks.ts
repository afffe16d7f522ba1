import { checkMessages, type CheckFacts } from './check-messages.ts';
import { moneyText } from './figures.ts';
import { language, type Message, t, type Values } from './words.ts';

/** What the audit compared and what came out: by a code with its facts, and as the server says it, an English sentence each. */
export interface Check extends CheckFacts {
  readonly name: string;
  readonly finding: string;
}

const states: Readonly<Record<string, Message>> = {
  OPEN: 'open',
  CLOSING: 'being closed',
  SIGNED_BY_ONE: 'signed by one side',
  LOCKED: 'locked',
  REOPEN_REQUESTED: 'asked to be reopened',
  REOPENED: 'reopened',
};

/** The same in the language of the page, with the language that it is in: English where the page does not know the code. */
export function checkSaid(check: Check): { readonly name: string; readonly finding: string; readonly lang: string } {
  const said = checkMessages(check);
  if (said === null) return { name: check.name, finding: check.finding, lang: 'en' };
  const { name, finding, amounts = {}, values = {}, periods } = said;
  const money = Object.entries(amounts).map(([key, amount]) => [key, moneyText({ amount, currency: 'USD' })] as const);
  const closed: Values =
    periods === undefined ? {} : { biennium: stateSaid(periods.biennium), months: monthsSaid(periods.months) };
  return {
    name: t(name),
    finding: t(finding, { ...values, ...Object.fromEntries(money), ...closed }),
    lang: language().code === 'fr' ? 'fr' : 'en',
  };
}

/** "locked 2, open 22" */
function monthsSaid(months: readonly { readonly state: string; readonly count: string }[]): string {
  return months.map(({ state, count }) => t('{state}: {count}', { state: stateSaid(state), count })).join(', ');
}

function stateSaid(state: string): string {
  const known = states[state];
  return known === undefined ? state : t(known);
}
