/** Why an action is closed, by the code of the reason, with what it names; days come as the page writes them. */
export const reasons: Readonly<Record<string, string>> = {
  ACTS_FOR_THE_OTHER_SIDE: 'C’est à {secretariat} de le faire.',
  BIENNIUM_STILL_CLOSED:
    'Le mois {month} est dans l’exercice biennal {biennium}, qui est clos : il faut d’abord rouvrir l’exercice.',
  CREDITED_SINCE_PROPOSED:
    'Crédité depuis la proposition, par {notes} : il reste {openUsd} à payer, et {proposedUsd} sont proposés. Renvoyez le règlement et faites-le proposer de nouveau.',
  LAST_ADMINISTRATOR:
    'C’est le dernier administrateur du secrétariat, et plus personne ne pourrait faire entrer quelqu’un : faites d’abord désigner un autre administrateur.',
  NOT_DESIGNATED: 'Vous n’êtes pas désigné pour cela aujourd’hui.',
  NOT_FOR_ONESELF: 'Personne ne propose ni ne contresigne une désignation pour soi-même.',
  NOT_ONESELF: 'Un autre administrateur le fait pour vous : personne ne ferme son propre compte.',
  OTHER_SIDE_MUST_SIGN:
    '{what, select, CLOSING {{secretariat} a déjà signé la clôture de {period}} REOPENING {{secretariat} a demandé la réouverture de {period}} other {{secretariat} a déjà agi}} : l’autre secrétariat doit donner son accord.',
  PERIOD_NOT_OVER:
    'La période {period} se termine le {lastDay} et le jour des livres est le {today} : elle se clôt à partir du lendemain.',
  RENEWS_ONESELF: 'Personne ne propose ni n’approuve le renouvellement de son propre compte.',
  SAME_PERSON:
    'Vous avez {did, select,' +
    ' RECORDED {enregistré} RECEIVED {reçu} DRAFTED {rédigé} PREPARED {préparé} PROPOSED {proposé}' +
    ' ASKED_TO_REVERSE {demandé de contrepasser}' +
    ' RECORDED_A_CHARGE_OF {enregistré une imputation de} RECEIVED_A_CHARGE_OF {reçu une imputation de}' +
    ' CERTIFIED_A_CHARGE_OF {certifié une imputation de}' +
    ' RECORDED_RECEIVED_OR_CERTIFIED {enregistré, reçu ou certifié}' +
    ' RECORDED_RECEIVED_OR_CERTIFIED_A_CHARGE_OF {enregistré, reçu ou certifié une imputation de}' +
    ' other {déjà agi sur}} {document, select,' +
    ' CHARGE {cette imputation} AGREEMENT {cet accord} INVOICE {cette facture} CREDIT_NOTE {cette note de crédit}' +
    ' CLOSING {cette clôture} DESIGNATION {cette désignation} ACCOUNT {ce compte} RENEWAL {ce renouvellement}' +
    ' DOCUMENT {ce document} SETTLEMENT {ce règlement} BOOKS {ces livres} other {cela}}.',
  SAME_PERSON_CLOSES_TWICE: 'Vous avez déjà proposé ou signé la clôture de {period}.',
  TRAVELLER_ACTS: 'Vous êtes le voyageur.',
};

/** Who could do it; `duty` begins with a small letter. */
export const whoCould = {
  ofTheOtherSide: 'Un {duty} doit agir.',
  ofTheOwn:
    '{another, select, true {Un autre} other {Un}} {duty} doit agir : {people, plural, one {# personne} other {# personnes}}.',
  nobody:
    '{another, select, true {Un autre} other {Un}} {duty} doit agir, et {secretariat} n’a personne qui le pourrait aujourd’hui : un administrateur propose une désignation, ou une désignation par intérim.',
  ofAFund: '{duty} pour {of}',
  ofASide: '{duty} de {of}',
  or: ' ou ',
} as const;
