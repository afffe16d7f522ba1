import { type DomainError, type Parts } from '#kernel';
import { ActsForTheOtherSide, type Duty, NotDesignated } from './authority.ts';
import { SamePerson, TravellerActs } from './segregation.ts';

/** What an action is taken on. */
export const documentKinds = [
  ...(['charge', 'agreement', 'invoice', 'credit note', 'document', 'settlement'] as const),
  ...(['closing', 'designation', 'account', 'renewal', 'books'] as const),
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A refusal that may close an action in an answer: it says apart what its sentence names. */
export type ClosingRefusal = DomainError & {
  readonly parts: Parts;
  /** Nobody of the officer's own side could: its sentence says whose turn it is. */
  readonly isForTheOtherSide?: true;
};

/** Why an action is closed to an officer, in codes that stay. */
export interface Why {
  /** Of the refusal that would be the answer: "SAME_PERSON". */
  readonly code: string;
  /** What it names: its own, and the document. */
  readonly parts: Parts;
  /** Null where it is no matter of who. */
  readonly who: WhoCould | null;
}

/** Who could do it instead. */
export interface WhoCould {
  /** The officer has the duty and may not here. */
  readonly another: boolean;
  /** Any one of them. */
  readonly duties: readonly Duty[];
  /** Of a certifying officer: each of them; else none. */
  readonly funds: readonly string[];
  readonly secretariat: string;
  /** How many of the officer's own secretariat could today; null of the other side, whose people are its own business. */
  readonly people: number | null;
}

/** One sentence or two: "You recorded this charge. Another certifying officer of MC-GTF must act: 2 people." */
export function reasonOf(refusal: ClosingRefusal, document: DocumentKind, who: WhoCould | null): string {
  if (refusal instanceof ActsForTheOtherSide && who !== null)
    return `This is for ${who.secretariat} to do: ${withArticle(dutyOf(who))} must act.`;
  const why = whyNot(refusal, document);
  return who === null ? why : `${why} ${whoMustAct(who)}`;
}

/** Why not, in a sentence to the officer. */
function whyNot(refusal: ClosingRefusal, document: DocumentKind): string {
  if (refusal instanceof NotDesignated) return 'You are not designated for this today.';
  if (refusal instanceof TravellerActs) return 'You are the traveller.';
  if (refusal instanceof SamePerson) return `You ${refusal.before} this ${document}.`;
  return refusal.message.replace(/ Nothing was written\.$/, '');
}

function whoMustAct(who: WhoCould): string {
  const { another, secretariat, people } = who;
  const must = `${another ? `Another ${dutyOf(who)}` : capital(withArticle(dutyOf(who)))} must act`;
  if (people !== null && people > 0) return `${must}: ${people === 1 ? '1 person' : `${people} people`}.`;
  return (
    `${must}, and ${secretariat} has nobody who could today: an administrator proposes a designation, ` +
    'or an acting one.'
  );
}

/** "certifying officer of BC, RO and SC", "finance officer of BRS" */
function dutyOf({ duties, funds, secretariat }: WhoCould): string {
  const [duty = 'FINANCE_OFFICER' as const] = duties;
  if (funds.length > 0) return `${words(duty)} of ${listed(funds)}`;
  return `${duties.map(words).join(' or ')} of ${secretariat}`;
}

function words(duty: Duty): string {
  return duty.toLowerCase().replaceAll('_', ' ');
}

function withArticle(who: string): string {
  return `${/^[aeiou]/.test(who) ? 'an' : 'a'} ${who}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
