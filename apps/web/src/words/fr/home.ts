/** Home and Settings. */
export const home = {
  'Agreement {number} to be signed': 'Accord {number} à signer',
  'All shortcuts': 'Tous les raccourcis',
  'As the system has it': 'Comme le système',
  Comfortable: 'Confortable',
  Compact: 'Compacte',
  Dark: 'Sombre',
  Density: 'Densité',
  'Invoiced and not paid, USD': 'Facturé et non payé, USD',
  'Last changes': 'Derniers changements',
  Light: 'Clair',
  Meetings: 'Réunions',
  'Names beside the icons of the screens': 'Noms à côté des icônes des écrans',
  Normal: 'Normale',
  'Nothing is in these books yet.': 'Il n’y a encore rien dans ces livres.',
  'Nothing waits for you.': 'Rien ne vous attend.',
  'Provisional, USD': 'Provisoire, USD',
  'Shortcuts of single letters': 'Raccourcis d’une seule lettre',
  Theme: 'Thème',
  'They hold on this computer.': 'Ils valent sur cet ordinateur.',
  'To be certified, USD': 'À certifier, USD',
  'Waiting for me': 'En attente de ma part',
  'and {count} more': 'et {count} autres',
  '{count, plural, one {# charge to be certified} other {# charges to be certified}}':
    '{count, plural, one {# imputation à certifier} other {# imputations à certifier}}',
  '{count, plural, one {# charge to be received} other {# charges to be received}}':
    '{count, plural, one {# imputation à réceptionner} other {# imputations à réceptionner}}',
};
