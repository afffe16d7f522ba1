import { type Actor, Forbidden } from '#kernel';
import { duties, type Duty, type Officer } from './authority.ts';

/** One kind of thing that is read, and by whom. Of which secretariat the rows are, the policies of the tables say. */
export interface Reading {
  readonly title: string; // "Charges": on a page that says who reads it
  /** Any one of them; EVERYBODY: whoever is signed in, without any duty too. */
  readonly duties: readonly Duty[] | 'EVERYBODY';
  /** What narrows it further: one sentence each. */
  readonly conditions: readonly string[];
}

const anyDuty = { duties, conditions: [] } as const;
const financial = ['FINANCE_OFFICER', 'CERTIFYING_OFFICER', 'APPROVING_OFFICER'] as const;
const auditing = ['AUDITOR', 'JOINT_AUDITOR'] as const;
/** Everybody but an administrator, who lets people in and sees no figure. */
const ofTheBooks = { duties: [...financial, ...auditing], conditions: [] } as const;
const whoseActs = [
  'An auditor reads all of the own side, or of both.',
  'An administrator reads what concerns people, access and refusals.',
  'Everybody else reads what they did themselves.',
] as const;

/**
 * Everything that is read over HTTP, and who reads it. The guard asks it of every route that reads; one that names none fails
 * when the server starts. A key and a terminal read what their person reads. Identity README, "Reading".
 */
export const readings = {
  'oneself.read': {
    title: 'The own session, sessions and keys',
    duties: 'EVERYBODY',
    conditions: ['One’s own alone.'],
  },
  'rules.read': { ...anyDuty, title: 'Who may do and read what' },
  'secretariat.read': { ...anyDuty, title: 'The secretariats' },
  'people.read': { ...anyDuty, title: 'Who acts for the own side, with which duties' },
  'inbox.read': { ...anyDuty, title: 'What waits for oneself' },
  'fund.read': {
    ...anyDuty,
    title: 'Trust funds',
    conditions: ['Their cash is for whoever reads the budget: an administrator needs the codes alone.'],
  },
  'renewal.read': {
    title: 'Accounts to be renewed',
    duties: ['ADMINISTRATOR', 'APPROVING_OFFICER', ...auditing],
    conditions: [],
  },
  'catalogue.read': { ...ofTheBooks, title: 'Meetings, services, rates and allowances' },
  'agreement.read': { ...ofTheBooks, title: 'Agreements', conditions: ['Of a party to them.'] },
  'charge.read': {
    ...ofTheBooks,
    title: 'Charges, their totals and their evidence',
    conditions: ['Of a party to the agreement.', 'A traveller is a reference.'],
  },
  'invoice.read': {
    ...ofTheBooks,
    title: 'Invoices, credit notes and settlements',
    conditions: ['Of a party to the agreement; a draft is its provider’s.'],
  },
  'book.read': {
    ...ofTheBooks,
    title: 'The own book: entries, balances, totals, audits',
    conditions: ['A certifying officer reads the book of the own side whole.'],
  },
  'budget.read': {
    ...ofTheBooks,
    title: 'Budget lines, codings, split keys and the cash of funds',
    conditions: ['A certifying officer reads the lines of the own side whole.'],
  },
  'period.read': { ...ofTheBooks, title: 'Months and bienniums' },
  'traveller.read': {
    title: 'Travellers, by their reference',
    duties: ['FINANCE_OFFICER', 'CERTIFYING_OFFICER', ...auditing],
    conditions: ['Of the side that pays or books the trip.', 'The name is shown by an act of its own, for a reason.'],
  },
  'act.read': {
    ...anyDuty,
    title: 'The log of acts',
    conditions: [...whoseActs, 'Whoever reads a document reads the history of that document.'],
  },
  'verification.read': { ...anyDuty, title: 'What verifications came to' },
  'checkpoint.read': { ...anyDuty, title: 'Signed checkpoints, which say nothing of what is under them' },
  'proof.read': { ...ofTheBooks, title: 'The proof of a document' },
} as const satisfies Readonly<Record<string, Reading>>;

export type ReadingCode = keyof typeof readings;

export const readingCodes = Object.keys(readings) as readonly ReadingCode[];

export function readingOf(code: ReadingCode): Reading {
  return readings[code];
}

/** The table as JSON, for the page that says who reads what one may not. */
export type PackedReading = Readonly<{ code: ReadingCode; duties: readonly Duty[]; everybody: boolean }> &
  Pick<Reading, 'title' | 'conditions'>;

export function packedReadings(): PackedReading[] {
  return readingCodes.map((code) => {
    const { title, duties: readers, conditions } = readingOf(code);
    const everybody = readers === 'EVERYBODY';
    return { code, title, duties: everybody ? duties : readers, everybody, conditions };
  });
}

/** What somebody with these duties reads: with two duties, what either reads. */
export function readable(held: Iterable<Duty>): ReadingCode[] {
  const own = new Set(held);
  return readingCodes.filter((code) => {
    const { duties: readers } = readingOf(code);
    return readers === 'EVERYBODY' || readers.some((duty) => own.has(duty));
  });
}

export function reads({ designations }: Pick<Officer, 'designations'>, code: ReadingCode): boolean {
  return readable(designations.map(({ duty }) => duty)).includes(code);
}

/** Asked before anything is looked for, so that the refusal says nothing of what there is. Errors: NotDesignatedToRead. */
export function checkReads(officer: Officer, code: ReadingCode): void {
  if (!reads(officer, code)) throw new NotDesignatedToRead(officer, code);
}

/** Whose acts somebody reads of the log: all that they see of it, or their own and those of these kinds of objects. */
export interface ActsRead {
  readonly whole: boolean;
  readonly person: string;
  readonly kinds: readonly string[];
}

const ofAccess = ['person', 'designation', 'account', 'session', 'api-key', 'report', 'request', 'verification'];
const ofDocuments = [
  ...(['agreement', 'charge', 'evidence', 'invoice', 'paper', 'period'] as const),
  ...(['trust-fund', 'budget-line'] as const), // what was stated of them: cash and codings
];

/** `ofOneObject`: where the history of one object is asked for, which goes with the object. */
export function actsReadBy(
  { person, designations }: Pick<Officer, 'person' | 'designations'>,
  { ofOneObject }: { ofOneObject: boolean },
): ActsRead {
  const held = new Set<Duty>(designations.map(({ duty }) => duty));
  const whole = auditing.some((duty) => held.has(duty));
  const isOfficer = financial.some((duty) => held.has(duty));
  const kinds = [...(held.has('ADMINISTRATOR') ? ofAccess : []), ...(isOfficer && ofOneObject ? ofDocuments : [])];
  return { whole, person, kinds };
}

export class NotDesignatedToRead extends Forbidden {
  constructor(officer: Actor & Pick<Officer, 'designations'>, code: ReadingCode) {
    const { title, duties: readers } = readingOf(code);
    const held = [...new Set(officer.designations.map(({ duty }) => words(duty)))];
    super(
      `${title}: this is read by ${listed(readers === 'EVERYBODY' ? [] : readers.map(words))} of ${officer.secretariat}. ` +
        `${officer.person} is ${held.length === 0 ? 'designated as nothing' : listed(held)} today. Nothing was shown.`,
    );
  }
}

function words(duty: Duty): string {
  const said = duty.toLowerCase().replaceAll('_', ' ');
  return `${/^[aeiou]/.test(said) ? 'an' : 'a'} ${said}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
