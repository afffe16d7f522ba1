/** Home and Settings. */
export const home = {
  'Load the list from its source at the terminal:': 'Chargez la liste depuis sa source, dans un terminal :',
  'All shortcuts': 'Tous les raccourcis',
  'As the system has it': 'Comme le système',
  Browser: 'Navigateur',
  Comfortable: 'Confortable',
  'Command line': 'Ligne de commande',
  Compact: 'Compacte',
  Dark: 'Sombre',
  'Close of the biennium {biennium}': 'Clôture de l’exercice biennal {biennium}',
  Deadlines: 'Échéances',
  Density: 'Densité',
  'End it': 'La terminer',
  'Invoiced and not paid, USD': 'Facturé et non payé, USD',
  'Last changes': 'Derniers changements',
  Light: 'Clair',
  Meetings: 'Réunions',
  'Names beside the icons of the screens': 'Noms à côté des icônes des écrans',
  Normal: 'Normale',
  'Nothing is due.': 'Aucune échéance.',
  'Nothing is in these books yet.': 'Il n’y a encore rien dans ces livres.',
  'Nothing yet.': 'Rien encore.',
  'Nothing waits for you.': 'Rien ne vous attend.',
  'Provisional, USD': 'Provisoire, USD',
  'Shortcuts of single letters': 'Raccourcis d’une seule lettre',
  Theme: 'Thème',
  'They hold on this computer.': 'Ils valent sur cet ordinateur.',
  'This one': 'Celle-ci',
  'To be certified, USD': 'À certifier, USD',
  'Certified and not invoiced, USD': 'Certifié et non facturé, USD',
  'Disputed, USD': 'Contesté, USD',
  'Returned, USD': 'Renvoyé, USD',
  'Settled, USD': 'Réglé, USD',
  'To be confirmed, USD': 'À réceptionner, USD',
  'To be reversed, USD': 'À contrepasser, USD',
  'What I did last': 'Ce que j’ai fait en dernier',
  'Waiting for me': 'En attente de ma part',
  'Where I am signed in': 'Où je suis connecté',
  '{count, plural, one {and # more} other {and # more}}': '{count, plural, one {et # autre} other {et # autres}}',
  'last used': 'dernier usage',
  since: 'depuis',
  'for {count, plural, one {# day} other {# days}}': 'depuis {count, plural, one {# jour} other {# jours}}',
  '{number} waits for the signature of {side}': '{number} attend la signature de {side}',
  '{number} waits for the signatures of {one} and {other}': '{number} attend les signatures de {one} et de {other}',
  '{count, plural, one {# charge, {amount}, is provisional} other {# charges, {amount}, are provisional}}':
    '{count, plural, one {# imputation, {amount}, est provisoire} other {# imputations, {amount}, sont provisoires}}',
  '{count, plural, one {# month is over and not closed} other {# months are over and not closed}}':
    '{count, plural, one {# mois est écoulé et n’est pas clos} other {# mois sont écoulés et ne sont pas clos}}',
  '{count, plural, one {# agreement} other {# agreements}}': '{count, plural, one {# accord} other {# accords}}',
  '{count, plural, one {# charge to be received} other {# charges to be received}}':
    '{count, plural, one {# imputation à réceptionner} other {# imputations à réceptionner}}',
  '{count, plural, one {# charge to be certified} other {# charges to be certified}}':
    '{count, plural, one {# imputation à certifier} other {# imputations à certifier}}',
  '{count, plural, one {# returned charge to be answered} other {# returned charges to be answered}}':
    '{count, plural, one {# imputation renvoyée qui attend une réponse} other {# imputations renvoyées qui attendent une réponse}}',
  '{count, plural, one {# reversal to be approved} other {# reversals to be approved}}':
    '{count, plural, one {# contrepassation à approuver} other {# contrepassations à approuver}}',
  '{count, plural, one {# draft to be issued} other {# drafts to be issued}}':
    '{count, plural, one {# projet à émettre} other {# projets à émettre}}',
  '{count, plural, one {# settlement to be approved} other {# settlements to be approved}}':
    '{count, plural, one {# règlement à approuver} other {# règlements à approuver}}',
  '{count, plural, one {# agreement to be signed} other {# agreements to be signed}}':
    '{count, plural, one {# accord à signer} other {# accords à signer}}',
  '{count, plural, one {# period to be signed} other {# periods to be signed}}':
    '{count, plural, one {# période à signer} other {# périodes à signer}}',
  '{count, plural, one {# account to be renewed} other {# accounts to be renewed}}':
    '{count, plural, one {# compte à renouveler} other {# comptes à renouveler}}',
  '{count, plural, one {# operational rate waits for a second person} other {# operational rates wait for a second person}}':
    '{count, plural, one {# taux de change opérationnel attend une deuxième personne} other {# taux de change opérationnels attendent une deuxième personne}}',
  '{count, plural, one {# request to let posting go on} other {# requests to let posting go on}}':
    '{count, plural, one {# demande de rouvrir la comptabilisation} other {# demandes de rouvrir la comptabilisation}}',
  '{count, plural, one {# duty to be countersigned} other {# duties to be countersigned}}':
    '{count, plural, one {# fonction à contresigner} other {# fonctions à contresigner}}',
};
