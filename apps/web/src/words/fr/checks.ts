/** The completeness checks of the audit, and what came out. */
export const checks = {
  'Each book balances': 'Chaque livre est équilibré',
  'The two books mirror each other': 'Les deux livres se répondent',
  'Certified charges equal posted expenditure': 'Les imputations certifiées égalent les dépenses comptabilisées',
  'Issued documents equal the posted debt': 'Les documents émis égalent la dette comptabilisée',
  'These totals agree with the trial balance': 'Ces totaux concordent avec la balance',
  'Ceilings count what is posted': 'Les plafonds comptent ce qui est comptabilisé',
  'Document numbers have no gaps': 'Les numéros des documents se suivent sans lacune',
  'Issued papers are as they were issued': 'Les documents émis sont tels qu’ils ont été émis',
  'Closed periods stand as they were signed': 'Les périodes closes sont telles qu’elles ont été signées',
  'The debits and credits of every book sum to zero.': 'Les débits et les crédits de chaque livre ont une somme nulle.',
  'Out of balance: {books}.': 'Sans équilibre : {books}.',
  'By agreement, item and month, what the client owes is what the provider is due.':
    'Par accord, service et mois, ce que le client doit est ce qui est dû au prestataire.',
  '{count, plural, one {# combination of agreement, item and month differs.} other {# combinations of agreement, item and month differ.}}':
    '{count, plural, one {# combinaison d’accord, de service et de mois diffère.} other {# combinaisons d’accord, de service et de mois diffèrent.}}',
  'Charges: {one}; the clients’ books: the same.': 'Imputations : {one} ; livres des clients : de même.',
  'Charges: {one}; the clients’ books: {other}; they differ by {difference}.':
    'Imputations : {one} ; livres des clients : {other} ; écart de {difference}.',
  'Invoices less credit notes: {one}; the clients’ books: the same.':
    'Factures moins notes de crédit : {one} ; livres des clients : de même.',
  'Invoices less credit notes: {one}; the clients’ books: {other}; they differ by {difference}.':
    'Factures moins notes de crédit : {one} ; livres des clients : {other} ; écart de {difference}.',
  'Every total was added up again from the postings of both books and is the same.':
    'Chaque total a été recalculé à partir des écritures des deux livres, et c’est le même.',
  'At least one total differs from the postings added up again.':
    'Un total au moins diffère des écritures additionnées de nouveau.',
  'The use of every budget line and agreement is the sum of its postings.':
    'L’emploi de chaque ligne budgétaire et de chaque accord est la somme de ses écritures.',
  '{count, plural, one {# budget line or agreement counts something else than its postings.} other {# budget lines or agreements count something else than their postings.}}':
    '{count, plural, one {# ligne budgétaire ou accord compte autre chose que ses écritures.} other {# lignes budgétaires ou accords comptent autre chose que leurs écritures.}}',
  'Every series of every provider and year runs from 1 without a gap.':
    'Chaque série de chaque prestataire et de chaque année court depuis 1 sans lacune.',
  'Gaps in {series}.': 'Lacunes : {series}.',
  '{count, plural, one {The SHA-256 of the one paper and of its contents was computed again and is the same.} other {The SHA-256 of all # papers and of their contents was computed again and is the same.}}':
    '{count, plural, =0 {Aucun document n’est émis.} one {Le SHA-256 du seul document et de son contenu a été recalculé, et c’est le même.} other {Le SHA-256 des # documents et de leurs contenus a été recalculé, et c’est le même.}}',
  '{altered, plural, one {# paper of {count} no longer has the SHA-256 it was issued with.} other {# papers of {count} no longer have the SHA-256 they were issued with.}}':
    '{altered, plural, one {# document sur {count} n’a plus le SHA-256 avec lequel il a été émis.} other {# documents sur {count} n’ont plus le SHA-256 avec lequel ils ont été émis.}}',
  'The biennium is {biennium}; of its months {months}. The entries of each closed one were added up again and are what was signed.':
    'L’exercice est {biennium} ; ses mois : {months}. Les écritures de chaque période close ont été additionnées de nouveau et sont ce qui a été signé.',
  'The biennium is {biennium}; of its months {months}. No longer what was signed: {periods}.':
    'L’exercice est {biennium} ; ses mois : {months}. N’est plus ce qui a été signé : {periods}.',
  '{state}: {count}': '{state} {count}',
  open: 'ouvert',
  'being closed': 'en cours de clôture',
  'signed by one side': 'signé d’un seul côté',
  locked: 'verrouillé',
  'asked to be reopened': 'dont la réouverture est demandée',
  reopened: 'rouvert',
};
