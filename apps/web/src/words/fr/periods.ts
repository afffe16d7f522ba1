export const periods = {
  'Agree to reopen {period}': 'Accepter de rouvrir {period}',
  'Agreement of {side}': 'Accord de {side}',
  'All that are: {state}': 'Toutes celles à l’état : {state}',
  'An approving officer of each side signs after you. Until the first of them signs, entries are still posted.':
    'Un fonctionnaire approbateur de chaque côté signe après vous. Jusqu’à la première de ces signatures, des écritures sont encore comptabilisées.',
  'Ask to reopen {period}': 'Demander de rouvrir {period}',
  Balances: 'Soldes',
  'Books that differ are not closed.': 'Des livres qui diffèrent ne se clôturent pas.',
  'Can be closed from {day}': 'Peut être close à partir du {day}',
  'What is certified after the closing is posted on that day as a prior-period adjustment, for a reason, and counts in this month.':
    'Ce qui est certifié après la clôture est comptabilisé ce jour-là comme ajustement sur période antérieure, avec un motif, et compte dans ce mois.',
  'Closed, {period} is posted to only as a prior-period adjustment: what comes late is posted on the day it comes, in a month that is open, says why it is late, and counts in {period}.':
    'Une fois clos, {period} ne reçoit plus d’écriture que comme ajustement sur période antérieure : ce qui vient en retard est comptabilisé le jour où il vient, dans un mois ouvert, dit pourquoi il est en retard, et compte dans {period}.',
  'Closed, {period} takes no charge, no invoice and no credit note any more. A settlement of what is carried forward is posted in the biennium of its own day, and says why it is late.':
    'Une fois clos, {period} ne prend plus ni imputation, ni facture, ni note de crédit. Un règlement de ce qui est reporté est comptabilisé dans l’exercice de son propre jour, et dit pourquoi il est en retard.',
  'Closing to be proposed': 'Clôture à proposer',
  'Decline to reopen {period}': 'Refuser de rouvrir {period}',
  'Digest of what both sides signed': 'Empreinte de ce que les deux côtés ont signé',
  'Every certified charge is invoiced': 'Chaque imputation certifiée est facturée',
  'Every charge is certified': 'Chaque imputation est certifiée',
  'Every entry is sealed': 'Chaque écriture est scellée',
  'Final balances of your book': 'Soldes définitifs de votre livre',
  'First signature': 'Première signature',
  'In the list:': 'Dans la liste :',
  'To be approved or returned first: the payer’s own ledger has it in this biennium.':
    'À approuver ou à renvoyer d’abord : le grand livre du payeur l’a dans cet exercice.',
  'To be approved or returned first: the payer’s own ledger has it in this month.':
    'À approuver ou à renvoyer d’abord : le grand livre du payeur l’a dans ce mois.',
  'Sealed all the same, within seconds.': 'Scellé quand même, en quelques secondes.',
  'Its months are locked or empty': 'Ses mois sont verrouillés ou vides',
  'Last day': 'Dernier jour',
  'Months and bienniums of both books. Three people close one: who proposes it, and who signs for each side.':
    'Mois et exercices des deux livres. Trois personnes en clôturent un : qui le propose, et qui signe pour chaque côté.',
  'No charge is disputed': 'Aucune imputation n’est contestée',
  'No charge is provisional': 'Aucune imputation n’est provisoire',
  'No invoice or credit note is a draft': 'Aucune facture ou note de crédit n’est un projet',
  'No settlement of its documents that was paid later waits':
    'Aucun règlement de ses documents payé plus tard n’attend',
  'No settlement that was paid in it waits': 'Aucun règlement qui y a été payé n’attend',
  'Nothing changes: an invoice has the day on which it is issued.':
    'Rien ne change : une facture porte le jour de son émission.',
  'Nothing stands in the way of its closing': 'Rien ne s’oppose à sa clôture',
  'Nothing waits in it: nothing is known to come late.': 'Rien n’y attend : rien de connu ne viendra en retard.',
  'Once the biennium is locked, to be proposed anew with the reason.':
    'Une fois l’exercice verrouillé, à proposer de nouveau avec le motif.',
  'Refused once the biennium is locked: to be decided first.':
    'Refusé une fois l’exercice verrouillé : à décider d’abord.',
  'Owed by nobody yet, and no longer to be certified once the biennium is locked.':
    'Personne ne doit encore rien, et plus rien n’est certifié une fois l’exercice verrouillé.',
  Period: 'Période',
  Periods: 'Périodes',
  'Propose to close {period}': 'Proposer de clore {period}',
  'Sign the closing of {period}': 'Signer la clôture de {period}',
  'Signature of {side}': 'Signature de {side}',
  'Signed for {side}': 'Signé pour {side}',
  'Take back the closing of {period}': 'Retirer la clôture de {period}',
  'The other side agrees, or {period} stays locked. Until then nothing is posted into it.':
    'L’autre côté accepte, ou {period} reste verrouillé. Jusque-là, rien n’y est comptabilisé.',
  'The other side has signed. With your signature {period} is locked, and its balances are final.':
    'L’autre côté a signé. Votre signature verrouille {period}, et ses soldes sont définitifs.',
  'The other side’s: it alone sees them.': 'À l’autre côté, qui est seul à les voir.',
  'They are closed first.': 'Ils sont clos d’abord.',
  'Times locked': 'Nombre de verrouillages',
  'What comes late afterwards': 'Ce qui viendra en retard',
  'What comes next': 'Ce qui vient ensuite',
  'What is signed: the balances of your book': 'Ce qui est signé : les soldes de votre livre',
  'What stands in it': 'Ce qui s’y trouve',
  'What stood in it when its closing was proposed': 'Ce qui s’y trouvait quand sa clôture a été proposée',
  'Who did what': 'Qui a fait quoi',
  'With your signature nothing is posted into {period} any more; the signature of the other side locks it.':
    'À partir de votre signature, plus rien n’est comptabilisé dans {period} ; la signature de l’autre côté le verrouille.',
  'agreed to the reopening': 'a accepté la réouverture',
  'asked for the reopening': 'a demandé la réouverture',
  'declined the reopening': 'a refusé la réouverture',
  'proposed the closing': 'a proposé la clôture',
  'signed the closing': 'a signé la clôture',
  'signed the closing, which locked it': 'a signé la clôture, ce qui l’a verrouillée',
  'took the closing back': 'a retiré la clôture',
  'Your book has no entry in it.': 'Votre livre n’y a aucune écriture.',
  'for {side}': 'pour {side}',
  'stands in the way': 's’y oppose',
  waits: 'attend',
  '{count, plural, one {# book does not balance} other {# books do not balance}}':
    '{count, plural, one {# livre n’est pas équilibré} other {# livres ne sont pas équilibrés}}',
  '{count, plural, one {# certified charge is on no invoice} other {# certified charges are on no invoice}}':
    '{count, plural, one {# imputation certifiée n’est sur aucune facture} other {# imputations certifiées ne sont sur aucune facture}}',
  '{count, plural, one {# charge is disputed} other {# charges are disputed}}':
    '{count, plural, one {# imputation est contestée} other {# imputations sont contestées}}',
  '{count, plural, one {# charge is not certified} other {# charges are not certified}}':
    '{count, plural, one {# imputation n’est pas certifiée} other {# imputations ne sont pas certifiées}}',
  '{count, plural, one {# charge is provisional} other {# charges are provisional}}':
    '{count, plural, one {# imputation est provisoire} other {# imputations sont provisoires}}',
  '{count, plural, one {# draft is not issued} other {# drafts are not issued}}':
    '{count, plural, one {# projet n’est pas émis} other {# projets ne sont pas émis}}',
  '{count, plural, one {# entry differs from its mirror in the other book} other {# entries differ from their mirror in the other book}}':
    '{count, plural, one {# écriture diffère de son miroir dans l’autre livre} other {# écritures diffèrent de leur miroir dans l’autre livre}}',
  '{count, plural, one {# entry waits to be sealed} other {# entries wait to be sealed}}':
    '{count, plural, one {# écriture attend d’être scellée} other {# écritures attendent d’être scellées}}',
  '{count, plural, one {# month with entries is not locked} other {# months with entries are not locked}}':
    '{count, plural, one {# mois avec des écritures n’est pas verrouillé} other {# mois avec des écritures ne sont pas verrouillés}}',
  '{count, plural, one {# point holds} other {# points hold}}':
    '{count, plural, one {# point tient} other {# points tiennent}}',
  '{count, plural, one {# point stands in the way of its closing} other {# points stand in the way of its closing}}':
    '{count, plural, one {# point s’oppose à sa clôture} other {# points s’opposent à sa clôture}}',
  '{count, plural, one {# settlement of its documents, paid later, waits for a decision} other {# settlements of its documents, paid later, wait for a decision}}':
    '{count, plural, one {# règlement de ses documents, payé plus tard, attend une décision} other {# règlements de ses documents, payés plus tard, attendent une décision}}',
  '{count, plural, one {# settlement that was paid in it waits for a decision} other {# settlements that were paid in it wait for a decision}}':
    '{count, plural, one {# règlement qui y a été payé attend une décision} other {# règlements qui y ont été payés attendent une décision}}',
  '{period} stays locked, as both sides have signed it.':
    '{period} reste verrouillé, tel que les deux côtés l’ont signé.',
  '{period} takes entries again, and its closing is proposed anew.':
    '{period} reçoit de nouveau des écritures, et sa clôture est proposée de nouveau.',
  '{period} takes entries again; each says after which closing it came. Then it is closed anew, by three people.':
    '{period} reçoit de nouveau des écritures ; chacune dit après quelle clôture elle est venue. Ensuite il est clos de nouveau, par trois personnes.',
};
