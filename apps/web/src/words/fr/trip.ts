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
  'This trip': 'Ce voyage',
  'This trip takes the place of': 'Ce voyage prend la place de',
  'This trip was sent by another page, and is not recorded so far. Who travelled and the numbers of tickets are not kept on this computer: enter them, and send it again. It is recorded once.':
    'Ce voyage a été envoyé par une autre page, et n’est pas encore enregistré. Le nom du voyageur et les numéros de billets ne sont pas conservés sur cet ordinateur : saisissez-les et envoyez de nouveau. Il est enregistré une seule fois.',
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
