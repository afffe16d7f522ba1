export const twoBooks = {
  'Book of {secretariat}, USD': 'Livre de {secretariat}, USD',
  'Both books, USD': 'Les deux livres, USD',
  'Certified, not on an invoice yet': 'Certifié, pas encore facturé',
  'Checked {at}.': 'Vérifié le {at}.',
  'Difference, USD': 'Différence, USD',
  'In neither book yet': 'Encore dans aucun livre',
  'On invoices': 'Sur des factures',
  'Two books': 'Deux livres',
  'What one has to receive is what the other has to pay, or the difference has a cause.':
    'Ce que l’un doit recevoir est ce que l’autre doit payer, ou la différence a une cause.',
  'an entry is in one of the two books alone, or its total was changed: run the verification':
    'une écriture n’est que dans l’un des deux livres, ou son total a été modifié : lancez la vérification',
  'confirmed, not yet certified': 'réception confirmée, pas encore certifiée',
  'delivered, not yet confirmed by the client': 'livrée, pas encore confirmée par le client',
  disputed: 'contestée',
  'returned by the client, not yet answered': 'renvoyée par le client, sans réponse encore',
  'the agreement is not signed': 'l’accord n’est pas signé',
  'the same': 'identique',
  'the same is billed in one book and not in the other: run the verification':
    'la même somme est facturée dans un livre et non dans l’autre : lancez la vérification',
  'to pay': 'à payer',
  'to receive': 'à recevoir',
  '{amount} is unexplained, in {count} of {all}.': '{amount} inexpliqués, dans {count} sur {all}.',
  '{count, plural, one {# charge} other {# charges}}, {amount}':
    '{count, plural, one {# imputation} other {# imputations}}, {amount}',
  '{left} and {right} agree to the cent.': '{left} et {right} concordent au centime.',
};
