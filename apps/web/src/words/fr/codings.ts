export const codings = {
  'All that was stated': 'Tout ce qui a été indiqué',
  'As your own system writes them. A field that is left empty is taken away.':
    'Tels que votre système les écrit. Un champ laissé vide est retiré.',
  'Coding of {name}': 'Codification : {name}',
  Codings: 'Codifications',
  'Commitment item': 'Compte budgétaire',
  'Fund centre': 'Centre financier',
  Grant: 'Subvention',
  'No coding is stated: papers say nothing of it.':
    'Aucune codification n’est indiquée : les documents n’en disent rien.',
  'No coding stated': 'Aucune codification',
  'Papers print it from now on. What is issued stays as it is; a draft that is prepared already has to be prepared again.':
    'Les documents l’impriment dès maintenant. Ce qui est émis reste tel quel ; un projet déjà préparé est à préparer de nouveau.',
  'Receipts of {fund}': 'Recettes de {fund}',
  'Since, by': 'Depuis, par',
  'State a coding': 'Indiquer une codification',
  'State another coding': 'Indiquer une autre codification',
  'State the coding': 'Indiquer la codification',
  'Take the coding away': 'Retirer la codification',
  'Taken away': 'Retirée',
  'The coding was taken away: papers say nothing of it.':
    'La codification a été retirée : les documents n’en disent rien.',
  'What the fund receives': 'Ce que reçoit le fonds',
  'Where {secretariat} books what its budget lines bear and its funds receive: invoices and credit notes print it.':
    'Où {secretariat} comptabilise ce que portent ses lignes budgétaires et ce que reçoivent ses fonds : les factures et notes de crédit l’impriment.',
  'Where {one} and {other} book what their budget lines bear and their funds receive: invoices and credit notes print it.':
    'Où {one} et {other} comptabilisent ce que portent leurs lignes budgétaires et ce que reçoivent leurs fonds : les factures et notes de crédit l’impriment.',
  Title: 'Intitulé',
  WBSE: 'Élément d’OTP',
  'what {fund} receives': 'recettes de {fund}',
};
