import type { Answers } from '../../api/client.ts';
import { monthText } from '../../words/figures.ts';
import type { Message } from '../../words/words.ts';

type Counted = Answers['InboxKindCount'];
type Kind = Counted['kind'];

const messages: Readonly<Record<Kind, Message>> = {
  'charges-to-confirm': '{count, plural, one {# charge to be received} other {# charges to be received}}',
  'charges-to-certify': '{count, plural, one {# charge to be certified} other {# charges to be certified}}',
  'charges-returned':
    '{count, plural, one {# returned charge to be answered} other {# returned charges to be answered}}',
  'reversals-to-approve': '{count, plural, one {# reversal to be approved} other {# reversals to be approved}}',
  'invoices-to-issue': '{count, plural, one {# draft to be issued} other {# drafts to be issued}}',
  'settlements-to-approve': '{count, plural, one {# settlement to be approved} other {# settlements to be approved}}',
  'agreements-to-sign': '{count, plural, one {# agreement to be signed} other {# agreements to be signed}}',
  'periods-to-sign': '{count, plural, one {# period to be signed} other {# periods to be signed}}',
  'designations-to-countersign':
    '{count, plural, one {# duty to be countersigned} other {# duties to be countersigned}}',
  'renewals-to-approve': '{count, plural, one {# account to be renewed} other {# accounts to be renewed}}',
  'rates-to-load':
    '{count, plural, one {# operational rate waits for a second person} other {# operational rates wait for a second person}}',
  'resumptions-to-agree':
    '{count, plural, one {# request to let posting go on} other {# requests to let posting go on}}',
};

const amongPeople: readonly Kind[] = ['designations-to-countersign', 'renewals-to-approve'];

export interface WaitingKind {
  readonly kind: Kind;
  readonly count: number;
  readonly says: Message; // of the count
  readonly to: string | null; // of rates none: they are loaded at the terminal
}

function decidedAt(kind: Kind): string | null {
  if (kind === 'rates-to-load') return null;
  if (kind === 'periods-to-sign') return '/periods';
  return amongPeople.includes(kind) ? '/people' : '/approvals';
}

/**
 * What of an inbox has something in it, with its words and where it is decided: duties and accounts among People, closings among
 * Periods, rates on no page, the rest in Approvals; to let posting go on on every screen, above it.
 */
export function waitingIn(kinds: readonly Counted[]): WaitingKind[] {
  return kinds
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => ({ kind, count, says: messages[kind], to: decidedAt(kind) }));
}

const ratesNamedAtMost = 4;

/** "CHF, May 2025 · EUR, May 2025": what of the waiting rates this person has not loaded, each currency and month once. */
export function ratesNamed(waiting: readonly Answers['OperationalRateWaiting'][], person: string): string {
  const others = waiting.filter(({ loadedBy }) => loadedBy !== person);
  const names = [...new Set(others.map(({ currency, effectiveOn }) => `${currency}, ${monthText(effectiveOn)}`))];
  return [...names.slice(0, ratesNamedAtMost), ...(names.length > ratesNamedAtMost ? ['…'] : [])].join(' · ');
}
