export const approvals = {
  Approvals: 'Approbations',
  Certify: 'Certifier',
  'Certify {count}, {total}': 'Certifier {count}, {total}',
  'Confirm receipt of {count}, {total}': 'Confirmer la réception de {count}, {total}',
  'Decide on what is selected': 'Décider de ce qui est choisi',
  Document: 'Document',
  'Drafts to issue and agreements to sign': 'Projets à émettre et accords à signer',
  'Free on the line, before and after': 'Libre sur la ligne, avant et après',
  Issue: 'Émettre',
  'Next step': 'Étape suivante',
  'Nothing here is for you to decide; each row says who could.':
    'Rien ici n’est à décider par vous ; chaque ligne dit qui le pourrait.',
  'Prepared by': 'Préparé par',
  Return: 'Renvoyer',
  'Return {id}': 'Renvoyer {id}',
  'Select all {count} that you may decide': 'Choisir les {count} que vous pouvez décider',
  Sign: 'Signer',
  'The provider answers to it, or withdraws the charge.': 'Le prestataire y répond, ou retire l’imputation.',
  'What waits for your side. Whoever did an earlier step does not do the next one.':
    'Ce qui attend votre côté. Qui a fait une étape ne fait pas la suivante.',
};
