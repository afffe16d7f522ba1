import { type Message, t } from './words.ts';

/** What an act of the audit trail says of its person: "BRS.finance confirmed receipt". */
const acts: Readonly<Record<string, Message>> = {
  AGREEMENT_DRAFTED: 'drafted the agreement',
  AGREEMENT_SIGNED: 'signed the agreement',
  CHARGES_RECORDED: 'recorded charges',
  CHARGES_RECEIVED: 'confirmed receipt',
  CHARGES_CERTIFIED: 'certified charges',
  CHARGES_RETURNED: 'returned charges',
  CHARGES_RESUBMITTED: 'answered a return',
  CHARGES_WITHDRAWN: 'withdrew charges',
  CHARGES_REVERSAL_PREPARED: 'asked for a reversal',
  CHARGES_REVERSED: 'approved a reversal',
  CHARGES_KEPT: 'kept charges as they were',
  CHARGES_PROMOTED: 'made provisional charges binding',
  INVOICE_PREPARED: 'prepared an invoice',
  INVOICE_ISSUED: 'issued an invoice',
  INVOICE_DISCARDED: 'discarded a draft',
  CREDIT_NOTE_PREPARED: 'prepared a credit note',
  CREDIT_NOTE_ISSUED: 'issued a credit note',
  SETTLEMENT_PROPOSED: 'proposed a settlement',
  SETTLEMENT_RETURNED: 'returned a settlement',
  DOCUMENTS_SETTLED: 'settled documents',
  NETTING_ISSUED: 'issued a netting statement',
  AUDIT_ISSUED: 'issued the audit',
  PAPER_TAKEN_OUT: 'took out the paper',
  EVIDENCE_TAKEN_OUT: 'took out a file',
  REPORT_EXPORTED: 'took out a report',
  RENEWAL_PROPOSED: 'proposed to renew an account',
  RENEWAL_APPROVED: 'approved the renewal of an account',
  PERIOD_CLOSING_PROPOSED: 'proposed the closing',
  PERIOD_CLOSING_SIGNED: 'signed the closing',
  PERIOD_LOCKED: 'signed the closing, which locked it',
  PERIOD_CLOSING_WITHDRAWN: 'took the closing back',
  PERIOD_REOPENING_REQUESTED: 'asked for the reopening',
  PERIOD_REOPENING_DECLINED: 'declined the reopening',
  PERIOD_REOPENED: 'agreed to the reopening',
  PERSON_ADDED: 'added a person',
  TRAVELLER_NAMED: 'said as whom somebody travels',
  SIGN_IN_LINKED: 'linked a sign-in',
  SIGN_IN_UNLINKED: 'ended the link of a sign-in',
  DESIGNATION_PROPOSED: 'proposed a duty',
  DESIGNATION_COUNTERSIGNED: 'countersigned a duty',
  DESIGNATION_DECLINED: 'declined a duty',
  DESIGNATION_ENDED: 'ended a duty',
};

/** A code that is new to us is shown in small letters. */
export function actText(action: string): string {
  const message = acts[action];
  return message === undefined ? action.toLowerCase().replaceAll('_', ' ') : t(message);
}
