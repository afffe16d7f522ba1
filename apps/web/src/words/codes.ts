import { amountText, dayText, moneyText } from './figures.ts';
import { language, type Message, t } from './words.ts';

/** The words for what the API says in codes. A code that is new to us is shown as it is. */
const states: Readonly<Record<string, Message>> = {
  PROVISIONAL: 'Provisional',
  RECORDED: 'Recorded',
  RECEIVED: 'Received',
  CERTIFIED: 'Certified',
  INVOICED: 'Invoiced',
  SETTLED: 'Settled',
  DISPUTED: 'Disputed',
  CREDITED: 'Credited',
  REJECTED: 'Rejected',
  RETURNED: 'Returned',
  REVERSING: 'To be reversed',
  REVERSED: 'Reversed',
  DRAFT: 'Draft',
  SHARED: 'Shared',
  READY: 'Ready',
  HALF_SIGNED: 'Signed by one side',
  SIGNED_BY_ONE: 'Signed by one side',
  WITHDRAWN: 'Withdrawn',
  ACKNOWLEDGED: 'Acknowledged',
  SIGNED: 'Signed',
  APPROVED: 'Approved',
  ISSUED: 'Issued',
  DISCARDED: 'Discarded',
  OPEN: 'Open',
  CLOSING: 'Closing',
  LOCKED: 'Locked',
  REOPEN_REQUESTED: 'Reopening asked for',
  REOPENED: 'Reopened',
  PROPOSED: 'Proposed',
  DECLINED: 'Declined',
  TO_COME: 'To come',
  IN_FORCE: 'In force',
  OVER: 'Over',
  ENDED: 'Ended',
  DONE: 'Done',
  LAPSED: 'Lapsed',
};

const settlementMethods: Readonly<Record<string, Message>> = {
  JOURNAL_VOUCHER: 'Journal voucher',
  INTER_OFFICE_VOUCHER: 'Inter-office voucher',
  BANK_TRANSFER: 'Bank transfer',
};

const duties: Readonly<Record<string, Message>> = {
  FINANCE_OFFICER: 'Finance officer',
  CERTIFYING_OFFICER: 'Certifying officer',
  APPROVING_OFFICER: 'Approving officer',
  AUDITOR: 'Auditor',
  ADMINISTRATOR: 'Administrator',
  JOINT_AUDITOR: 'Auditor of both sides',
};

const figures: Readonly<Record<string, Message>> = {
  CHARGED: 'Charged',
  CREDITED: 'Credited',
  INVOICED: 'Invoiced',
  SETTLED: 'Settled',
  OPEN: 'Open',
};

const families: Readonly<Record<string, Message>> = {
  DOCUMENTS: 'Documents',
  REGISTRATION: 'Registration',
  IT: 'Information technology',
  TRAVEL: 'Travel',
};

const units: Readonly<Record<string, Message>> = {
  E49: 'working day',
  ZP: 'page',
  IE: 'person',
  LS: 'lump sum',
  MON: 'month',
  DAY: 'day',
  E54: 'trip',
};

const countedUnits: Readonly<Record<string, Message>> = {
  E49: '{count, plural, one {working day} other {working days}}',
  ZP: '{count, plural, one {page} other {pages}}',
  IE: '{count, plural, one {person} other {persons}}',
  LS: '{count, plural, one {lump sum} other {lump sums}}',
  MON: '{count, plural, one {month} other {months}}',
  DAY: '{count, plural, one {day} other {days}}',
  E54: '{count, plural, one {trip} other {trips}}',
};

const tripParts: Readonly<Record<string, Message>> = {
  TICKET: 'Ticket',
  CHANGE: 'Change of a ticket',
  REFUND: 'Refund of a ticket',
  TERMINALS: 'Terminals',
};

/** As the reports call them. */
const accounts: Readonly<Record<string, Message>> = {
  EXPENDITURE: 'Expenditure',
  PAYABLE_UNBILLED: 'Payable, not yet invoiced',
  PAYABLE: 'Payable, invoiced',
  RECEIVABLE_UNBILLED: 'Receivable, not yet invoiced',
  RECEIVABLE: 'Receivable, invoiced',
  RECOVERY_INCOME: 'Recovery income',
  PASS_THROUGH_RECOVERY: 'Pass-through costs recovered',
  INTERFUND_CLEARING: 'Inter-fund clearing',
};

const supportCosts: Readonly<Record<string, Message>> = {
  CLIENT_FUND: 'Borne by the client’s fund, not payable here',
  INCLUDED_IN_RATE: 'Included in the rates',
  EXEMPT: 'Exempt',
};

const travelModes: Readonly<Record<string, Message>> = {
  ADVANCED_BY_PROVIDER: 'Advanced by the provider',
  DIRECT_CODING: 'Coded to the client’s fund directly',
};

const said = (words: Readonly<Record<string, Message>>, code: string): string => {
  const message = words[code];
  return message === undefined ? code : t(message);
};

export const stateText = (code: string): string => said(states, code);
export const dutyText = (code: string): string => said(duties, code);
/** A figure of the audit, as its column is headed. */
export const figureText = (code: string): string => said(figures, code);
/** Each duty once: "finance officer, auditor or administrator". */
export function dutiesText(codes: readonly string[], { type }: { type: 'and' | 'or' }): string {
  const names = [...new Set(codes)].map(dutyText).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  return new Intl.ListFormat(language().figures, { type: type === 'and' ? 'conjunction' : 'disjunction' }).format(
    names,
  );
}
/** An account of another chart keeps its code. */
export const accountText = (code: string): string => said(accounts, code);
export const familyText = (code: string): string => said(families, code);
export const supportCostText = (code: string): string => said(supportCosts, code);
export const travelModeText = (code: string): string => said(travelModes, code);
export const ticketKindText = (code: string): string => said(tripParts, code);
/** A part of what a trip cost; subsistence is as the books write it, "DSA CHGVA 6 x 342 / 0.800". */
export const tripPartText = (label: string): string => said(tripParts, label);
export function settlementMethodText(code: string): string {
  return said(settlementMethods, code);
}

/** Of UN/ECE Recommendation 20; `quantity`: of so many, "pages" beside 742. */
export function unitText(code: string, quantity?: string): string {
  const counted = countedUnits[code];
  return quantity === undefined || counted === undefined ? said(units, code) : t(counted, { count: Number(quantity) });
}

/** "CHF at 0.800, rate of 2025-10-31" and "EUR 712.00 / 0.852, rate of 2025-10-01": at which rate a part of a trip was converted. */
export function tripBasisText(basis: string): string {
  const [, currency = '', amount, rate = '', day = ''] =
    /^([A-Z]{3}) (?:at|(-?[\d.]+) \/) ([\d.]+), rate of (\d{4}-\d{2}-\d{2})$/.exec(basis) ?? [];
  if (currency === '') return basis;
  const paid = amount === undefined ? currency : moneyText({ amount, currency });
  const values = { paid, rate: amountText(rate), day: dayText(day) };
  return amount === undefined
    ? t('{paid} at {rate}, rate of {day}', values)
    : t('{paid} / {rate}, rate of {day}', values);
}
