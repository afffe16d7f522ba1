export const approvals = {
  Approvals: 'Approbations',
  'Certify {count}, {total}': 'Certifier {count}, {total}',
  'Confirm receipt of {count}, {total}': 'Confirmer la réception de {count}, {total}',
  'Decide on what is selected': 'Décider de ce qui est choisi',
  Approve: 'Approuver',
  Document: 'Document',
  'Settlement under voucher {voucher}': 'Règlement sous la pièce {voucher}',
  'Drafts to issue, settlements to approve and agreements to sign':
    'Projets à émettre, règlements à approuver et accords à signer',
  'For somebody else to decide': 'À décider par quelqu’un d’autre',
  'Free on the line, before and after': 'Libre sur la ligne, avant et après',
  Issue: 'Émettre',
  'Next step': 'Étape suivante',
  'No charge here is for you to decide.': 'Aucune imputation ici n’est à décider par vous.',
  'Prepared by': 'Préparé par',
  'Recorded, received by': 'Enregistrée, reçue par',
  Return: 'Renvoyer',
  'Return {id}': 'Renvoyer {id}',
  'Reversals to approve, and returns to answer': 'Contrepassations à approuver et renvois auxquels répondre',
  '{count, plural, one {Select the one that you may decide} other {Select all # that you may decide}}':
    '{count, plural, one {Choisir la seule dont vous pouvez décider} other {Choisir les # dont vous pouvez décider}}',
  Sign: 'Signer',
  'The provider answers to it, or withdraws the charge.': 'Le prestataire y répond, ou retire l’imputation.',
  'Waits for you elsewhere': 'Vous attend ailleurs',
  'What waits for your side. Whoever did an earlier step does not do the next one.':
    'Ce qui attend votre côté. Qui a fait une étape ne fait pas la suivante.',
  Why: 'Pourquoi',
};
