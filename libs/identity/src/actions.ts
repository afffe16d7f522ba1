import { type Action, approving, usual } from './action.ts';
import type { Duty } from './authority.ts';
import { peopleActions } from './people-actions.ts';

export type { Action, ActionSide } from './action.ts';

const anotherHand = 'Whoever did an earlier step of the document does not do this one.';
const notTheTraveller = 'Nobody acts on a charge of which they are the traveller.';

/**
 * Everything that changes the books, and who may do it. The guard of the API, the services and the pages go by this table
 * and no other; a spec holds it against every route that changes something. Source: Financial Rules 105.5 and 105.6; identity
 * README, "Actions".
 */
export const actions = {
  'agreement.draft': {
    ...usual,
    title: 'Draft an agreement',
    duties: ['FINANCE_OFFICER'],
    side: 'PARTY',
    byKey: true,
    leadsTo: 'An agreement DRAFT',
  },
  'agreement.sign': {
    ...approving,
    title: 'Sign',
    side: 'PARTY',
    conditions: ['Whoever drafted it does not sign it.', 'Each side is signed for by an officer of its own.'],
    leadsTo: 'The agreement HALF_SIGNED, and SIGNED by the second side; its provisional charges RECORDED',
  },
  'charge.record': {
    ...usual,
    title: 'Record charges',
    duties: ['FINANCE_OFFICER'],
    side: 'PROVIDER',
    byKey: true,
    conditions: [notTheTraveller],
    leadsTo: 'A charge RECORDED, or PROVISIONAL while its agreement is not signed',
  },
  'charge.receive': {
    ...usual,
    title: 'Confirm receipt',
    duties: ['FINANCE_OFFICER'],
    side: 'CLIENT',
    conditions: [anotherHand, notTheTraveller],
    leadsTo: 'The charge RECEIVED',
  },
  'charge.certify': {
    ...usual,
    title: 'Certify',
    duties: ['CERTIFYING_OFFICER'],
    side: 'CLIENT',
    stepUp: true,
    conditions: [
      'The designation names each fund that bears a share, on the day.',
      anotherHand,
      notTheTraveller,
      'Funds, budget lines and the agreement have room.',
    ],
    leadsTo: 'The charge CERTIFIED, posted in both books',
  },
  'charge.return': {
    ...usual,
    title: 'Return',
    duties: ['FINANCE_OFFICER', 'CERTIFYING_OFFICER'],
    side: 'CLIENT',
    conditions: [
      'Before it is certified, for a reason.',
      'By a certifying officer: the designation names one of the funds that bear a share.',
      notTheTraveller,
    ],
    leadsTo: 'The charge RETURNED: the provider answers, or withdraws it',
  },
  'charge.resubmit': {
    ...usual,
    title: 'Answer and send on',
    duties: ['FINANCE_OFFICER'],
    side: 'PROVIDER',
    conditions: ['With an answer to the reason it was returned for.', notTheTraveller],
    leadsTo: 'The charge RECORDED, to be confirmed anew',
  },
  'charge.withdraw': {
    ...usual,
    title: 'Withdraw',
    duties: ['FINANCE_OFFICER'],
    side: 'PROVIDER',
    conditions: ['Before it is certified, for a reason.', notTheTraveller],
    leadsTo: 'The charge WITHDRAWN, its nights and tickets free; another may take its place',
  },
  'charge.reverse': {
    ...usual,
    title: 'Ask to reverse',
    duties: ['FINANCE_OFFICER'],
    side: 'PROVIDER',
    conditions: [
      'For a reason.',
      'No invoice bills it, a draft neither: what is issued is corrected by a credit note.',
      notTheTraveller,
    ],
    leadsTo: 'The charge REVERSING: it goes on no invoice until the reversal is approved, or not',
  },
  'charge.approve-reversal': {
    ...approving,
    title: 'Approve the reversal',
    side: 'PROVIDER',
    conditions: [anotherHand, notTheTraveller],
    leadsTo: 'The charge REVERSED: undone in both books, and what it had taken up is free',
  },
  'charge.keep': {
    ...usual,
    title: 'Keep',
    duties: ['APPROVING_OFFICER', 'FINANCE_OFFICER'],
    side: 'PROVIDER',
    conditions: ['For a reason.', notTheTraveller],
    leadsTo: 'The charge CERTIFIED, as it was',
  },
  'evidence.add': {
    ...usual,
    title: 'Keep a file with the charge',
    duties: ['FINANCE_OFFICER'],
    side: 'PARTY',
    byKey: true,
    conditions: ['Its content is what its name says, and no more than 10 MB.'],
    leadsTo: 'A file that is sealed and never changes',
  },
  'evidence.withdraw': {
    ...usual,
    title: 'Withdraw a file',
    duties: ['FINANCE_OFFICER'],
    side: 'PARTY',
    conditions: ['Of the side that added it, for a reason.'],
    leadsTo: 'The file marked as proving nothing; its bytes and its seal stay',
  },
  'invoice.prepare': {
    ...usual,
    title: 'Prepare an invoice',
    duties: ['FINANCE_OFFICER'],
    side: 'PROVIDER',
    byKey: true,
    conditions: ['The charges are certified, of one signed agreement, and on no other invoice.'],
    leadsTo: 'An invoice DRAFT',
  },
  'invoice.credit': {
    ...usual,
    title: 'Prepare a credit note',
    duties: ['FINANCE_OFFICER'],
    side: 'PROVIDER',
    byKey: true,
    conditions: ['No more than is left of each charge, for a reason.'],
    leadsTo: 'A credit note DRAFT',
  },
  'invoice.issue': {
    ...approving,
    title: 'Approve and issue',
    side: 'PROVIDER',
    conditions: [anotherHand, 'It says what it said when it was prepared.'],
    leadsTo: 'The document ISSUED: numbered, printed, posted in both books',
  },
  'invoice.discard': {
    ...usual,
    title: 'Discard',
    duties: ['FINANCE_OFFICER'],
    side: 'PROVIDER',
    leadsTo: 'The draft DISCARDED; no number was used',
  },
  'settlement.propose': {
    ...usual,
    title: 'Propose the settlement',
    duties: ['FINANCE_OFFICER'],
    side: 'CLIENT',
    byKey: true,
    conditions: ['Whoever certified a charge of these documents does not settle them.'],
    leadsTo: 'A settlement PROPOSED, which holds its documents and posts nothing',
  },
  'settlement.approve': {
    ...approving,
    title: 'Approve the settlement',
    side: 'CLIENT',
    conditions: [anotherHand],
    leadsTo: 'The documents SETTLED, posted in both books',
  },
  'settlement.return': {
    ...usual,
    title: 'Return the settlement',
    duties: ['APPROVING_OFFICER', 'FINANCE_OFFICER'],
    side: 'CLIENT',
    conditions: ['Before it is approved, for a reason.'],
    leadsTo: 'The settlement RETURNED: nothing was posted, and its documents are free for another',
  },
  'netting.issue': {
    ...usual,
    title: 'Issue a netting statement',
    duties: ['FINANCE_OFFICER'],
    side: 'OWN',
    leadsTo: 'A numbered paper; nothing is posted',
  },
  'audit.issue': {
    ...usual,
    title: 'Issue the audit of the biennium',
    duties: ['AUDITOR', 'FINANCE_OFFICER'],
    side: 'OWN',
    leadsTo: 'A numbered paper; nothing is posted',
  },
  'period.close': {
    ...usual,
    title: 'Propose to close',
    duties: ['FINANCE_OFFICER'],
    side: 'OWN',
    stepUp: true,
    conditions: ['The period is over, the books agree, and nothing waits in it.'],
    leadsTo: 'The period CLOSING',
  },
  'period.sign': {
    ...approving,
    title: 'Sign the closing',
    side: 'OWN',
    conditions: [
      'Whoever proposed or signed the closing does not sign it again.',
      'The second signature is the other side’s.',
    ],
    leadsTo: 'The period SIGNED_BY_ONE, and LOCKED by the second side',
  },
  'period.withdraw': {
    ...approving,
    title: 'Withdraw',
    side: 'OWN',
    conditions: ['For a reason.'],
    leadsTo: 'The period as it was before: OPEN, REOPENED or LOCKED',
  },
  'period.request-reopening': {
    ...approving,
    title: 'Ask for the reopening',
    side: 'OWN',
    conditions: ['For a reason.'],
    leadsTo: 'The period REOPEN_REQUESTED',
  },
  'period.reopen': {
    ...approving,
    title: 'Agree to the reopening',
    side: 'OWN',
    conditions: ['The side that did not ask for it, for a reason.'],
    leadsTo: 'The period REOPENED',
  },
  'fund.state-cash': {
    ...approving,
    title: 'State the cash of a fund',
    side: 'OWN',
    conditions: ['Not below what is charged on the fund already, for a reason.'],
    leadsTo: 'The fund is charged up to this cash and no further',
  },
  'fund.state-coding': {
    ...approving,
    title: 'State a coding',
    side: 'OWN',
    conditions: ['Of an own budget line, or of what an own fund receives, for a reason.'],
    leadsTo: 'What invoices and credit notes print of it from then on',
  },
  'rates.add': {
    ...usual,
    title: 'Load operational rates',
    duties: ['FINANCE_OFFICER', 'APPROVING_OFFICER'],
    side: 'OWN',
    byKey: true,
    leadsTo: 'Rates that wait for a second person, or that are in force by it and never changed',
  },
  'posting.resume': {
    ...approving,
    title: 'Let posting go on',
    side: 'OWN',
    conditions: [
      'A verification failed and stopped it, and no other since it was read; for a reason.',
      'One side asks for it, and the other agrees.',
    ],
    leadsTo: 'Entries are posted again by the second side; the next verification looks again',
  },
  'restore.answer': {
    ...approving,
    title: 'Answer for a restore',
    side: 'OWN',
    conditions: ['For a reason, on the machine of the books.', 'With an approving officer of another side.'],
    leadsTo: 'A signed leaf that says published history was lost',
    overHttp: false,
  },
  'traveller.disclose': {
    ...usual,
    title: 'Show who a traveller is',
    duties: ['FINANCE_OFFICER', 'AUDITOR'],
    side: 'OWN',
    conditions: ['Of the side that pays or books the trip, for a reason that is kept.'],
    leadsTo: 'The name, in this one answer',
  },
  'traveller.export': {
    ...usual,
    title: 'Export what is held of a traveller',
    duties: ['FINANCE_OFFICER'],
    side: 'OWN',
    conditions: ['Of the side that pays or books the trip, for a reason that is kept.'],
    leadsTo: 'All that the books hold of this person, for this person',
  },
  'traveller.correct': {
    ...usual,
    title: 'Correct the name of a traveller',
    duties: ['FINANCE_OFFICER'],
    side: 'OWN',
    conditions: ['Of the side that pays or books the trip, for a reason that is kept.'],
    leadsTo: 'Another name under the same reference',
  },
  'traveller.erase': {
    ...approving,
    title: 'Erase names that nobody needs any more',
    side: 'OWN',
    conditions: ['Only after the years for which they must be kept.'],
    leadsTo: 'References without names; entries, papers and proofs as they were',
  },
  ...peopleActions,
} as const satisfies Readonly<Record<string, Action>>;

export type ActionCode = keyof typeof actions;

export const actionCodes = Object.keys(actions) as readonly ActionCode[];

export function actionOf(code: ActionCode): Action {
  return actions[code];
}

/** The table as JSON: for the pages, which draw a button by it before they know a document. */
export type PackedAction = Readonly<{ code: ActionCode } & Omit<Action, 'overHttp'>>;

export function packedActions(): PackedAction[] {
  return actionCodes.map((code) => {
    const { title, duties, side, stepUp, byKey, conditions, leadsTo } = actionOf(code);
    return { code, title, duties, side, stepUp, byKey, conditions, leadsTo };
  });
}

/** What somebody with these duties may do at all, whatever the document says then. */
export function mayDo(held: Iterable<Duty>): ActionCode[] {
  const duties = new Set(held);
  return actionCodes.filter((code) => actionOf(code).duties.some((duty) => duties.has(duty)));
}
