import type { ChecklistItem, Period } from '../../api/periods.ts';
import { monthText } from '../../words/figures.ts';
import type { Said } from '../../words/reading.ts';
import type { Message } from '../../words/words.ts';

type Code = NonNullable<ChecklistItem['code']>;
type Of = Pick<Period, 'code' | 'kind' | 'biennium'>;

/** Where something is put right: a charge or a month by its name, or a list of them. */
export interface Mending {
  readonly to: string;
  readonly name: string | null; // a code, or a month as it is written; null: `says`
  readonly says: Message | null;
}

/** What is looked at, where there is nothing to say of it. */
export const holding: Readonly<Record<Code, Message>> = {
  BOOKS_BALANCE: 'Each book balances',
  BOOKS_MIRROR: 'The two books mirror each other',
  MONTHS_LOCKED: 'Its months are locked or empty',
  DISPUTED: 'No charge is disputed',
  UNCERTIFIED: 'Every charge is certified',
  UNBILLED: 'Every certified charge is invoiced',
  DRAFTS: 'No invoice or credit note is a draft',
  SETTLEMENTS: 'No settlement that was paid in it waits',
  PAID_LATER: 'No settlement of its documents that was paid later waits',
  PROVISIONAL: 'No charge is provisional',
  UNSEALED: 'Every entry is sealed',
};

const waiting: Readonly<Record<Code, Message>> = {
  BOOKS_BALANCE: '{count, plural, one {# book does not balance} other {# books do not balance}}',
  BOOKS_MIRROR:
    '{count, plural, one {# entry differs from its mirror in the other book} other {# entries differ from their mirror in the other book}}',
  MONTHS_LOCKED:
    '{count, plural, one {# month with entries is not locked} other {# months with entries are not locked}}',
  DISPUTED: '{count, plural, one {# charge is disputed} other {# charges are disputed}}',
  UNCERTIFIED: '{count, plural, one {# charge is not certified} other {# charges are not certified}}',
  UNBILLED: '{count, plural, one {# certified charge is on no invoice} other {# certified charges are on no invoice}}',
  DRAFTS: '{count, plural, one {# draft is not issued} other {# drafts are not issued}}',
  SETTLEMENTS:
    '{count, plural, one {# settlement that was paid in it waits for a decision} other {# settlements that were paid in it wait for a decision}}',
  PAID_LATER:
    '{count, plural, one {# settlement of its documents, paid later, waits for a decision} other {# settlements of its documents, paid later, wait for a decision}}',
  PROVISIONAL: '{count, plural, one {# charge is provisional} other {# charges are provisional}}',
  UNSEALED: '{count, plural, one {# entry waits to be sealed} other {# entries wait to be sealed}}',
};

/** What waits or differs, counted. Null: a code that these pages do not know, whose sentence the server has. */
export function saidOf({ code, count }: ChecklistItem): Said | null {
  return code === null ? null : [waiting[code], { count }];
}

const late: Message =
  'What is certified after the closing is posted on that day as a prior-period adjustment, for a reason, and counts in this month.';

const ofAMonth: Readonly<Partial<Record<Code, Message>>> = {
  DISPUTED: late,
  UNCERTIFIED: late,
  PROVISIONAL: late,
  UNBILLED: 'Nothing changes: an invoice has the day on which it is issued.',
  SETTLEMENTS: 'To be approved or returned first: the payer’s own ledger has it in this month.',
};

const ofABiennium: Readonly<Partial<Record<Code, Message>>> = {
  MONTHS_LOCKED: 'They are closed first.',
  SETTLEMENTS: 'To be approved or returned first: the payer’s own ledger has it in this biennium.',
  PAID_LATER: 'Once the biennium is locked, to be proposed anew with the reason.',
};

const refused: Message = 'Refused once the biennium is locked: to be decided first.';
const provisional: Message = 'Owed by nobody yet, and no longer to be certified once the biennium is locked.';

/** What the closing would mean for it: what is refused later, or asks for a reason. */
export function meaningOf({ code, blocks }: ChecklistItem, { kind }: Of): Message | null {
  if (code === null) return null;
  if (code === 'UNSEALED') return 'Sealed all the same, within seconds.';
  if (code === 'BOOKS_BALANCE' || code === 'BOOKS_MIRROR') return 'Books that differ are not closed.';
  if (kind === 'MONTH') return ofAMonth[code] ?? null;
  if (code === 'PROVISIONAL') return provisional;
  return ofABiennium[code] ?? (blocks ? refused : null);
}

const states: Readonly<Partial<Record<Code, readonly string[]>>> = {
  DISPUTED: ['DISPUTED'],
  UNCERTIFIED: ['RECORDED', 'RECEIVED', 'RETURNED'],
  UNBILLED: ['CERTIFIED', 'REVERSING'],
  PROVISIONAL: ['PROVISIONAL'],
};

/** Of charges: the list of each state that they may be in. */
export function chargeLists(
  { code }: ChecklistItem,
  of: Of,
): readonly { readonly state: string; readonly to: string }[] {
  const month = of.kind === 'MONTH' ? `&month=${of.code}` : '';
  return (code === null ? [] : (states[code] ?? [])).map((state) => ({
    state,
    to: `/charges?biennium=${of.biennium}${month}&state=${state}`,
  }));
}

/** Each by its name where it has a page of its own, or the screen where they are. A voucher stands on the pages of its documents. */
export function mendings({ code, named }: ChecklistItem, { biennium }: Of): readonly Mending[] {
  const each = (to: (name: string) => string, called = (name: string) => name): Mending[] =>
    named.map((name) => ({ to: to(encodeURIComponent(name)), name: called(name), says: null }));
  const screen = (to: string, says: Message): Mending => ({ to, name: null, says });
  switch (code) {
    case 'DISPUTED':
    case 'UNCERTIFIED':
    case 'UNBILLED':
    case 'PROVISIONAL':
      return each((id) => `/charges?biennium=${biennium}&charge=${id}`);
    case 'MONTHS_LOCKED':
      return each(
        (month) => `/periods?biennium=${biennium}&period=${month}`,
        (month) => monthText(`${month}-01`),
      );
    case 'DRAFTS':
      return [screen(`/invoices?biennium=${biennium}&state=DRAFT`, 'To the drafts')];
    case 'BOOKS_BALANCE':
      return [screen(`/audit?biennium=${biennium}`, 'Biennium audit')];
    case 'BOOKS_MIRROR':
      return [screen(`/two-books?biennium=${biennium}`, 'Two books')];
    default:
      return [];
  }
}

const onesOwn: readonly ChecklistItem['code'][] = ['DRAFTS', 'SETTLEMENTS', 'PAID_LATER'];

export function areVouchers({ code }: ChecklistItem): boolean {
  return code === 'SETTLEMENTS' || code === 'PAID_LATER';
}

/** It counts, and is not named: what it is, the other side alone sees. */
export function isOfTheOtherSide({ code, count, named }: ChecklistItem): boolean {
  return onesOwn.includes(code) && count > 0 && named.length === 0;
}
