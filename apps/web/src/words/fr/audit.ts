export const audit = {
  'Allotments and use': 'Allocations et emploi',
  'As at {at}.': 'Au {at}.',
  'Biennium audit': 'Audit biennal',
  'By fund': 'Par fonds',
  'By meeting and service': 'Par réunion et service',
  'By month of delivery': 'Par mois de livraison',
  'Ceilings and use': 'Plafonds et emploi',
  Completeness: 'Complétude',
  'Every charge, invoice and entry of {biennium} is added up and held against the others. With very many of them it takes some seconds.':
    'Chaque imputation, facture et écriture de {biennium} est additionnée et rapprochée des autres. Quand elles sont très nombreuses, cela prend quelques secondes.',
  'Export the bundle': 'Exporter le dossier',
  'Figure of the audit': 'Chiffre de l’audit',
  'Issued after the last day of the biennium': 'Émis après le dernier jour de l’exercice',
  'Neither side owes the other anything more.': 'Aucun des deux ne doit plus rien à l’autre.',
  'Net of both directions, {payer} owes {payee} {amount}.': 'Net des deux sens, {payer} doit {amount} à {payee}.',
  'No nightly verification has run yet on this server.':
    'Aucune vérification nocturne n’a encore tourné sur ce serveur.',
  'Nothing is posted until this is lifted.': 'Rien n’est comptabilisé avant que ceci soit levé.',
  'Nothing of this biennium stands under this heading yet.':
    'Rien de cet exercice ne figure encore sous cette rubrique.',
  'Shown are the budget lines of {own} alone: {shown} of the {whole} that was charged in this biennium. The remaining {rest} is on lines of the other side, which alone sees them.':
    'Seules les lignes budgétaires de {own} sont montrées : {shown} sur les {whole} imputés dans cet exercice. Le reste, {rest}, est sur des lignes de l’autre partie, qui est seule à les voir.',
  Plan: 'Prévu',
  'The audit:': 'L’audit :',
  Totals: 'Totaux',
  'Verification and seal': 'Vérification et sceau',
  'Who did what in {year}:': 'Qui a fait quoi en {year} :',
  'all amounts in USD': 'tous les montants en USD',
  '{count, plural, one {the one check holds} other {all # checks hold}}':
    '{count, plural, one {le seul contrôle tient} other {les # contrôles tiennent}}',
  'charged less credited': 'imputé moins crédité',
  'cosigned by {who}': 'cosigné par {who}',
  'not cosigned by the other side yet': 'pas encore cosigné par l’autre côté',
  verified: 'vérifié',
  'verification failed': 'échec de la vérification',
  'what was planned': 'ce qui était prévu',
  '{name}, {figure}: {amount}': '{name}, {figure} : {amount}',
  '{count, plural, one {# of {all} checks fails} other {# of {all} checks fail}}':
    '{count, plural, one {# contrôle sur {all} échoue} other {# contrôles sur {all} échouent}}',
  '{count, plural, one {# record is sealed under the checkpoint of} other {# records are sealed under the checkpoint of}}':
    '{count, plural, one {# enregistrement est scellé sous le point de contrôle du} other {# enregistrements sont scellés sous le point de contrôle du}}',
};
