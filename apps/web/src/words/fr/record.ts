export const record = {
  'A finance officer of {secretariat} must act.': 'Un fonctionnaire des finances de {secretariat} doit agir.',
  'A cost is more than zero; a refund is a credit note':
    'Un coût est supérieur à zéro ; un remboursement est une note de crédit',
  'After these charges': 'Après ces imputations',
  'Budget lines afterwards': 'Lignes budgétaires ensuite',
  'Go to the first line that needs attention': 'Aller à la première ligne à revoir',
  'Go on in another page': 'Continuer dans une autre page',
  'It can be recorded, and not certified above the ceiling. Record less, or let both sides sign a further agreement for the rest.':
    'Cela s’enregistre, et ne se certifie pas au-delà du plafond. Enregistrez moins, ou faites signer aux deux parties un accord de plus pour le reste.',
  'On budget lines of {side}': 'Sur les lignes budgétaires de {side}',
  'Ceiling afterwards': 'Plafond ensuite',
  'Charges to record': 'Imputations à saisir',
  Cost: 'Coût',
  Currency: 'Monnaie',
  'Delivered on': 'Livré le',
  'Delivered units, priced by the rate of their day. What is entered is kept on this computer until it is sent.':
    'Des unités livrées, au tarif de leur jour. La saisie est conservée sur cet ordinateur jusqu’à l’envoi.',
  'Empty it': 'Vider',
  Evidence: 'Justificatif',
  'F2 edits, Shift Enter keeps the line, Ctrl D copies from above, Alt ↓ opens the services, Ctrl ; is today, Ctrl − removes the line':
    'F2 modifie, Maj Entrée conserve la ligne, Ctrl D copie du dessus, Alt ↓ ouvre les services, Ctrl ; est aujourd’hui, Ctrl − retire la ligne',
  'From the rate card': 'Selon le barème',
  'It can be recorded once an approving officer of {provider} has approved the reversal. Until then what was entered is kept on this computer.':
    'Elle peut être enregistrée une fois qu’un fonctionnaire approbateur de {provider} a approuvé la contrepassation. D’ici là, la saisie est conservée sur cet ordinateur.',
  'Its place is not free yet': 'Sa place n’est pas encore libre',
  'It comes to {value}': 'Cela fait {value}',
  Line: 'Ligne',
  'Keep the line and stay in it': 'Conserver la ligne et y rester',
  'Line {line} is kept on this computer': 'La ligne {line} est conservée sur cet ordinateur',
  'This browser keeps nothing: what is entered lives as long as the page':
    'Ce navigateur ne conserve rien : la saisie vit aussi longtemps que la page',
  'Line {line} takes the place of': 'La ligne {line} prend la place de',
  'Look at them': 'Les consulter',
  'More than zero, and at most six decimals': 'Supérieur à zéro, et six décimales au plus',
  'Not connected. The lines are kept on this computer and are sent again by themselves: they are recorded once.':
    'Pas de connexion. Les lignes sont conservées sur cet ordinateur et repartent d’elles-mêmes : elles sont enregistrées une seule fois.',
  Note: 'Note',
  Quantity: 'Quantité',
  Rate: 'Tarif',
  'Record {count, plural, one {# charge} other {# charges}}':
    'Enregistrer {count, plural, one {# imputation} other {# imputations}}',
  'Record it as a new charge': 'L’enregistrer comme une imputation nouvelle',
  Service: 'Service',
  'The agreement does not include {item}': 'L’accord ne comprend pas {item}',
  'The agreement is not signed: these charges are provisional, and cannot be invoiced yet.':
    'L’accord n’est pas signé : ces imputations sont provisoires et ne peuvent pas encore être facturées.',
  'The rate card has no rate for {item} on this day': 'Le barème n’a pas de tarif pour {item} ce jour-là',
  'The rate card prices this service: it takes no cost':
    'Le barème fixe le prix de ce service : il ne prend pas de coût',
  'There is no service “{text}”': 'Il n’y a pas de service « {text} »',
  'These charges': 'Ces imputations',
  'This is missing': 'Ceci manque',
  'This takes {number} {amount} over its ceiling of {ceiling}.':
    'Cela porte {number} à {amount} au-dessus de son plafond de {ceiling}.',
  Unit: 'Unité',
  'To agreement {number}': 'Vers l’accord {number}',
  'What is left there is for {side} alone to see. Of what is recorded it is said whether there is room, and so of these once they are recorded.':
    'Ce qui y reste n’est visible que de {side}. De ce qui est enregistré, il est dit s’il y a la place, et de même pour celles-ci une fois enregistrées.',
  'What is recorded goes beyond the allotment: not all of it can be certified.':
    'Ce qui est enregistré dépasse l’allocation : tout ne pourra pas être certifié.',
  'has room': 'a de la place',
  'no room': 'plus de place',
  'Waiting, with this': 'En attente, avec ceci',
  '{amount} of the ceiling is left': 'il reste {amount} du plafond',
  '{amount} over the ceiling': '{amount} au-dessus du plafond',
  'Write the year of “{text}” with four digits': 'Écrivez l’année de « {text} » avec quatre chiffres',
  'Your secretariat provides under no agreement yet. Charges need one.':
    'Votre secrétariat n’est encore prestataire d’aucun accord. Les imputations en demandent un.',
  '{column}, line {line}': '{column}, ligne {line}',
  '{count, plural, one {# charge recorded} other {# charges recorded}}':
    '{count, plural, one {# imputation enregistrée} other {# imputations enregistrées}}',
  '{count, plural, one {# line needs attention} other {# lines need attention}}':
    '{count, plural, one {# ligne à revoir} other {# lignes à revoir}}',
  '{count, plural, one {# line is kept on this computer from a page that is closed.} other {# lines are kept on this computer from a page that is closed.}}':
    '{count, plural, one {# ligne d’une page fermée est conservée sur cet ordinateur.} other {# lignes d’une page fermée sont conservées sur cet ordinateur.}}',
  '{count, plural, one {# row pasted} other {# rows pasted}}':
    '{count, plural, one {# ligne collée} other {# lignes collées}}',
  '{currency} does not have that many decimals': '{currency} n’a pas autant de décimales',
  '{day} does not exist in the calendar': '{day} n’existe pas au calendrier',
  '“{text}” can be two days': '« {text} » peut être deux jours',
  '“{text}” can be two figures': '« {text} » peut être deux nombres',
  '“{text}” does not come out even': '« {text} » ne tombe pas juste',
  '“{text}” is not a sum such as =12*48.50': '« {text} » n’est pas une opération telle que =12*48.50',
  '“{text}” is not a currency such as CHF': '« {text} » n’est pas une monnaie telle que CHF',
  '“{text}” is not a day such as 2025-11-07': '« {text} » n’est pas un jour tel que 2025-11-07',
  '“{text}” is not a figure such as 1240.50': '« {text} » n’est pas un nombre tel que 1240.50',
};
