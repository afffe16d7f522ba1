export const trip = {
  'A refund is written with a minus': 'Un remboursement s’écrit avec un moins',
  'A sponsored delegate’s trip is one charge at what it cost: tickets, nights and terminals.':
    'Le voyage d’un délégué parrainé est une imputation à son coût : billets, nuitées et terminaux.',
  'A whole number from {least} to {most}': 'Un nombre entier de {least} à {most}',
  'Add a ticket': 'Ajouter un billet',
  'Add nights elsewhere': 'Ajouter des nuitées ailleurs',
  'Advance paid, USD': 'Avance versée, USD',
  Amount: 'Montant',
  'As it was': 'Tel qu’il était',
  'Between provider and traveller; never part of the charge':
    'Entre le prestataire et le voyageur ; jamais dans l’imputation',
  Day: 'Jour',
  'Ended on': 'Terminé le',
  'Enter goes to the next field, Ctrl ; is today': 'Entrée passe au champ suivant, Ctrl ; est aujourd’hui',
  'First night': 'Première nuit',
  'Lodging provided': 'Hébergement fourni',
  Nights: 'Nuitées',
  'Not connected. The trip is kept in this page and is sent again by itself: it is recorded once.':
    'Pas de connexion. Le voyage est conservé dans cette page et repart de lui-même : il est enregistré une seule fois.',
  Party: 'Partie',
  Place: 'Lieu',
  'Record a trip': 'Saisir un voyage',
  'Record the trip': 'Enregistrer le voyage',
  'Reference or name. A name is kept apart from the books. Like the numbers of tickets, it is never kept on this computer: a page loaded anew lacks it.':
    'Référence ou nom. Un nom est conservé à part des livres. Comme les numéros de billets, il n’est jamais conservé sur cet ordinateur : une page chargée de nouveau ne l’a plus.',
  'Remove the nights of line {line}': 'Retirer les nuitées de la ligne {line}',
  'Remove ticket {line}': 'Retirer le billet {line}',
  'I have seen it': 'J’en ai pris note',
  'It is not sent again from this browser, and the form is free for another trip, under a key of its own.':
    'Il n’est plus envoyé depuis ce navigateur, et le formulaire est libre pour un autre voyage, sous sa propre clé.',
  'Send it again': 'Envoyer de nouveau',
  'Set it aside': 'Mettre de côté',
  'Set the trip aside': 'Mettre le voyage de côté',
  'The trip that was sent is set aside, and is not recorded so far. Should it be, this page says so.':
    'Le voyage envoyé est mis de côté, et n’est pas encore enregistré. S’il l’est, cette page le dit.',
  'The trip that was set aside was recorded after all, {amount}.':
    'Le voyage mis de côté a finalement été enregistré, {amount}.',
  'This trip is under way, and is not recorded so far.': 'Ce voyage est en route, et n’est pas encore enregistré.',
  'This trip is under way: another page of this browser is sending it. It is not recorded so far.':
    'Ce voyage est en route : une autre page de ce navigateur l’envoie. Il n’est pas encore enregistré.',
  'This trip was sent, and is not recorded so far. Sent again, it is recorded once.':
    'Ce voyage a été envoyé, et n’est pas encore enregistré. Envoyé de nouveau, il est enregistré une seule fois.',
  'This trip was sent: the server is asked what became of it.':
    'Ce voyage a été envoyé : le serveur est interrogé sur la suite.',
  'What was sent may still be on its way. Should it be recorded after all, this page says so, and it stands in Charges, where it can be withdrawn.':
    'Ce qui a été envoyé est peut-être encore en route. S’il est finalement enregistré, cette page le dit, et il figure parmi les imputations, où il peut être retiré.',
  'This trip': 'Ce voyage',
  'This trip takes the place of': 'Ce voyage prend la place de',
  'This trip was sent by another page, and is not recorded so far. Who travelled and the numbers of tickets are not kept on this computer: enter them, and send it again. It is recorded once. For another trip, set this one aside.':
    'Ce voyage a été envoyé par une autre page, et n’est pas encore enregistré. Le nom du voyageur et les numéros de billets ne sont pas conservés sur cet ordinateur : saisissez-les et envoyez de nouveau. Il est enregistré une seule fois. Pour un autre voyage, mettez celui-ci de côté.',
  'This trip was sent by another page: the server is asked what became of it.':
    'Ce voyage a été envoyé par une autre page : le serveur est interrogé sur la suite.',
  'Ticket number': 'Numéro du billet',
  Tickets: 'Billets',
  'Trip recorded, {amount}.': 'Voyage enregistré, {amount}.',
  'Two letters, such as KE': 'Deux lettres, telles que KE',
  'Ways to and from terminals': 'Trajets vers et depuis les terminaux',
  'Where the journey starts': 'Où le voyage commence',
  'Your secretariat provides travel under no agreement yet. A trip needs one.':
    'Votre secrétariat ne fournit encore de voyages au titre d’aucun accord. Un voyage en demande un.',
  '{allowance} a night from {day}': '{allowance} la nuit à partir du {day}',
  '{amount} each': '{amount} chacun',
  '{count, plural, one {# field needs attention} other {# fields need attention}}':
    '{count, plural, one {# champ à revoir} other {# champs à revoir}}',
  '“{text}” is not a Party such as KE': '« {text} » n’est pas une Partie telle que KE',
};
