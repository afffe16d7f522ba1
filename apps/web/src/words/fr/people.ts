/** Coming in, second factors, terminals, and who may do what. */
export const people = {
  'A code beside the password keeps your account yours, even where somebody learns the password.':
    'Un code en plus du mot de passe vous garde votre compte, même si quelqu’un apprend le mot de passe.',
  'A new second factor': 'Un nouveau second facteur',
  'A password of your own': 'Un mot de passe à vous',
  'A second factor': 'Un second facteur',
  'A second factor comes first': 'D’abord un second facteur',
  'A second factor that you have goes on until the new one has shown its first code; its recovery codes go with it.':
    'Un second facteur que vous avez déjà reste valable jusqu’au premier code du nouveau ; ses codes de secours disparaissent avec lui.',
  'A side with fewer than four officers needs the other side’s approving officer for it.':
    'Une partie de moins de quatre fonctionnaires a besoin pour cela du fonctionnaire approbateur de l’autre.',
  'Acting, for want of somebody': 'Par intérim, faute de titulaire',
  'Acts as': 'Agit comme',
  Add: 'Ajouter',
  '{person} has a way in already, and one person alone does not make another. To renew it takes two: you propose, and somebody else approves.':
    '{person} a déjà un accès, et une personne seule n’en crée pas un autre. Pour le renouveler il en faut deux : vous proposez, et quelqu’un d’autre approuve.',
  'Propose to renew the account': 'Proposer de renouveler le compte',
  'Another administrator approves it within three days, or an approving officer where there is no other, and hands the link over. Nothing of {person} ends before the link is used.':
    'Un autre administrateur l’approuve dans les trois jours, ou un fonctionnaire approbateur s’il n’y en a pas d’autre, et remet le lien. Rien de ce qu’a {person} ne prend fin avant que le lien ait servi.',
  'Another administrator approves it within three days, or an approving officer where there is no other, and hands the link over. The account opens when {person} uses it, with the duties that were not ended.':
    'Un autre administrateur l’approuve dans les trois jours, ou un fonctionnaire approbateur s’il n’y en a pas d’autre, et remet le lien. Le compte s’ouvre quand {person} s’en sert, avec les fonctions auxquelles on n’a pas mis fin.',
  'Account shut': 'Compte fermé',
  'Let in again': 'Faire entrer de nouveau',
  'Lets in again': 'Fait entrer de nouveau',
  'Take back': 'Retirer',
  'Take back for {person}': 'Retirer pour {person}',
  'Keep {person} shut out': 'Laisser {person} dehors',
  'The renewal lapses, its link opens nothing, and the account stays shut. Should {person} have come in by it a moment ago, they are out with the next request.':
    'Le renouvellement devient caduc, son lien n’ouvre plus rien et le compte reste fermé. Si {person} vient d’entrer par ce lien, l’exclusion prend effet à la requête suivante.',
  'Let {person} in again': 'Faire entrer {person} de nouveau',
  'Propose to let in again': 'Proposer de faire entrer de nouveau',
  'The account is shut, and opens with it': 'Le compte est fermé, et s’ouvre avec',
  'The account is shut: nobody comes in by it.': 'Le compte est fermé : personne n’entre par lui.',
  'Accounts to be renewed': 'Comptes à renouveler',
  'Renewals that are over': 'Renouvellements terminés',
  'Renew the account': 'Renouveler le compte',
  'Renew the account of {person}': 'Renouveler le compte de {person}',
  'Proposed, approved by': 'Proposé, approuvé par',
  'Approve for {person}': 'Approuver pour {person}',
  Approve: 'Approuver',
  'Approve, and make the link': 'Approuver, et créer le lien',
  'This link was shown once already: the renewal is to be proposed anew.':
    'Ce lien a déjà été montré : le renouvellement est à proposer de nouveau.',
  'Ask {person} yourself whether they want it. Whoever opens the link sets a new password: the old one, the second factor, sessions, keys and terminals of before end with it.':
    'Demandez vous-même à {person} s’il en est ainsi. Qui ouvre le lien choisit un nouveau mot de passe : l’ancien, le second facteur, les sessions, les clés et les terminaux d’avant prennent fin avec.',
  'The other secretariat': 'L’autre secrétariat',
  'Its books are open too, to read and nothing more. Its approving officer countersigns.':
    'Ses livres sont ouverts aussi, en lecture seulement. C’est son fonctionnaire approbateur qui contresigne.',
  with: 'avec',
  Done: 'Effectuée',
  Lapsed: 'Caduque',
  'Your account was renewed': 'Votre compte a été renouvelé',
  'Renewal proposed by': 'Renouvellement proposé par',
  'renewal approved by': 'approuvé par',
  'If you did not ask for it, somebody may have acted in your name: tell your auditor, and an administrator who is neither of the two.':
    'Si vous ne l’avez pas demandé, quelqu’un a pu agir en votre nom : prévenez votre auditeur, et un administrateur qui n’est aucun des deux.',
  'Close this notice': 'Fermer cet avis',
  'Add a person': 'Ajouter une personne',
  'All that you may do, for twelve hours at most and until it is unused for thirty minutes. To certify, approve or close it signs in anew after ten minutes.':
    'Tout ce que vous pouvez faire, pendant douze heures au plus et tant qu’il ne reste pas trente minutes inutilisé. Pour certifier, approuver ou clôturer, il se reconnecte au bout de dix minutes.',
  'An administrator lets people in and proposes what they may do, and has no hand in charges and invoices.':
    'Un administrateur fait entrer les personnes et propose ce qu’elles peuvent faire ; il n’intervient ni dans les imputations ni dans les factures.',
  'An administrator of your secretariat can invite you anew: the link is good for three days.':
    'Un administrateur de votre secrétariat peut vous inviter de nouveau : le lien est valable trois jours.',
  'An approving officer who has no part in it countersigns or declines.':
    'Un fonctionnaire approbateur qui n’y a pas pris part contresigne ou refuse.',
  'Back to Settings': 'Retour aux réglages',
  'Change the password': 'Changer le mot de passe',
  Code: 'Code',
  'Code on the terminal': 'Code affiché par le terminal',
  'Come in': 'Entrer',
  Copied: 'Copié',
  Copy: 'Copier',
  'Copy the link': 'Copier le lien',
  'Copy the secret': 'Copier le secret',
  Countersign: 'Contresigner',
  'Countersign for {person}': 'Contresigner pour {person}',
  Decline: 'Refuser',
  'Decline for {person}': 'Refuser pour {person}',
  'Decline the designation': 'Refuser la désignation',
  Declined: 'Refusée',
  Download: 'Télécharger',
  Duties: 'Fonctions',
  Duty: 'Fonction',
  'Each signs you in once in place of a code, when the authenticator is not at hand. They are shown this once.':
    'Chacun vous connecte une fois à la place d’un code, quand l’authentificateur n’est pas à portée. Ils ne sont montrés que cette fois.',
  'End the duty': 'Mettre fin à la fonction',
  Ended: 'Terminée',
  'Ended by': 'Terminée par',
  'First day': 'Premier jour',
  'For the books of': 'Pour les livres de',
  'Four words that do not belong together will do, or what your password manager makes.':
    'Quatre mots sans rapport entre eux suffisent, ou ce que propose votre gestionnaire de mots de passe.',
  'From, to': 'Du, au',
  'Give the secret to your authenticator': 'Donnez le secret à votre authentificateur',
  'This link was shown once already: make another one.': 'Ce lien a déjà été montré : créez-en un autre.',
  'Hand it to {person} and to nobody else. It is good once, for three days, and shown this once.':
    'Remettez-le à {person} et à personne d’autre. Il sert une fois, pendant trois jours, et n’est montré que cette fois.',
  'How I sign in': 'Comment je me connecte',
  'I have kept them': 'Je les ai conservés',
  Invite: 'Inviter',
  'Invite {person}': 'Inviter {person}',
  'Is it what your own terminal shows, letter for letter? If somebody sent you the link, leave it.':
    'Est-ce bien, lettre pour lettre, ce que montre votre propre terminal ? Si quelqu’un vous a envoyé le lien, n’en faites rien.',
  'It came with the books.': 'Venue avec les livres.',
  'It goes on by itself within a few seconds. You can close this page.':
    'Il continue de lui-même dans quelques secondes. Vous pouvez fermer cette page.',
  'It stays with the books.': 'Il reste avec les livres.',
  'It works once, and the page keeps nothing of it: open the link again, whole, as you were given it.':
    'Il ne sert qu’une fois, et la page n’en garde rien : rouvrez le lien, en entier, tel qu’il vous a été donné.',
  'Last day': 'Dernier jour',
  'Let in a terminal': 'Faire entrer un terminal',
  'Let it in': 'Le faire entrer',
  'Look again': 'Regarder de nouveau',
  'Make new recovery codes': 'Créer de nouveaux codes de secours',
  'Make the link': 'Créer le lien',
  'Make the second factor': 'Créer le second facteur',
  'May do today': 'Peut faire aujourd’hui',
  'More is proposed': 'Une autre fonction est proposée',
  Name: 'Nom',
  'New password': 'Nouveau mot de passe',
  'New recovery codes': 'De nouveaux codes de secours',
  'Nobody of the secretariat has an account in these books yet. The link is good once, until {when}.':
    'Personne du secrétariat n’a encore de compte dans ces livres. Le lien sert une fois, jusqu’au {when}.',
  'None yet: an administrator proposes one, and an approving officer countersigns it.':
    'Aucune encore : un administrateur en propose une, et un fonctionnaire approbateur la contresigne.',
  'Not now': 'Pas maintenant',
  'One moment': 'Un instant',
  'Only one that you see on your own terminal.': 'Seulement celui que vous voyez sur votre propre terminal.',
  Over: 'Échue',
  People: 'Personnes',
  Person: 'Personne',
  Print: 'Imprimer',
  'Printed on papers, and kept beside the books.': 'Imprimé sur les documents, et conservé à côté des livres.',
  Propose: 'Proposer',
  'Propose a duty': 'Proposer une fonction',
  'Propose a duty for {person}': 'Proposer une fonction pour {person}',
  Proposed: 'Proposée',
  'Proposed by': 'Proposé par',
  'QR code of the secret, which stands beside it as text': 'Code QR du secret, qui figure en texte à côté',
  'Recovery codes': 'Codes de secours',
  'Recovery codes of {account} for Recoup': 'Codes de secours de {account} pour Recoup',
  'Scan it with an authenticator app, on a phone or in your password manager; or enter the secret there:':
    'Scannez-le avec une application d’authentification, sur un téléphone ou dans votre gestionnaire de mots de passe ; ou saisissez-y le secret :',
  'Second factor': 'Second facteur',
  Secretariat: 'Secrétariat',
  'Set your password, and you are in.': 'Choisissez votre mot de passe, et vous y êtes.',
  'Settings show where you are signed in, and end it there.':
    'Les réglages montrent où vous êtes connecté, et permettent d’y mettre fin.',
  'Shut the account': 'Fermer le compte',
  'Shut the account of {person}': 'Fermer le compte de {person}',
  'Sign in with it to go on.': 'Connectez-vous avec lui pour continuer.',
  'Such as {example}. It stands in the books for good.':
    'Par exemple {example}. Il reste dans les livres pour toujours.',
  'The code of six digits that it shows now': 'Le code à six chiffres qu’il montre à présent',
  'The command recoup sign-in shows a code of eight letters.':
    'La commande recoup sign-in affiche un code de huit lettres.',
  'The first administrator': 'Le premier administrateur',
  'The link is good until': 'Le lien est valable jusqu’au',
  'The new password holds': 'Le nouveau mot de passe est en place',
  'The password that you have now': 'Le mot de passe que vous avez maintenant',
  'The people of the sample have the password that is printed, and no second factor.':
    'Les personnes de l’exemple ont le mot de passe imprimé, et pas de second facteur.',
  'The terminal is let in': 'Le terminal est entré',
  'These books have no secretariats yet. They come with the reference data, from a file, in another terminal:':
    'Ces livres n’ont pas encore de secrétariats. Ils viennent avec les données de référence, d’un fichier, dans un autre terminal :',
  'This browser does not let the page copy: select it, and copy it yourself.':
    'Ce navigateur ne laisse pas la page copier : sélectionnez-le et copiez-le vous-même.',
  'This code is not the one. Each is taken once: wait for the next.':
    'Ce n’est pas le bon code. Chacun ne sert qu’une fois : attendez le suivant.',
  'This is you: another administrator does it for you.': 'C’est vous : un autre administrateur le fait pour vous.',
  'This link is over': 'Ce lien n’est plus valable',
  'This link is unknown, or has been used, or its time is over.':
    'Ce lien est inconnu, ou a déjà servi, ou son délai est passé.',
  'This page is opened by a link': 'Cette page s’ouvre par un lien',
  'Those that you have from before are good no more from then on.': 'Ceux que vous aviez ne sont alors plus valables.',
  'To come': 'À venir',
  'Waits for a second signature': 'Attend une seconde signature',
  'What it may do then': 'Ce qu’il pourra faire alors',
  'What the books call this person; it stands in them for good.':
    'Le nom de cette personne dans les livres ; il y reste pour toujours.',
  'What you may do here asks for a password and a code. It takes a minute, and an authenticator app.':
    'Ce que vous pouvez faire ici demande un mot de passe et un code. Il faut une minute, et une application d’authentification.',
  'While nobody has an account in these books, every start of the server prints another link, for half an hour: stop it and start it again. Once somebody has one, an administrator invites you.':
    'Tant que personne n’a de compte dans ces livres, chaque démarrage du serveur affiche un autre lien, pour une demi-heure : arrêtez-le et redémarrez-le. Une fois que quelqu’un en a un, c’est un administrateur qui vous invite.',
  'Who acts for {secretariat}, and what they may do. Each duty is given by two people to a third.':
    'Qui agit pour {secretariat}, et ce que chacun peut faire. Chaque fonction est donnée par deux personnes à une troisième.',
  'Wherever else you are signed in, you will be signed out.':
    'Partout ailleurs où vous êtes connecté, vous serez déconnecté.',
  'Wherever else you were signed in, terminals too, you are signed out. Your keys go on.':
    'Partout ailleurs où vous étiez connecté, terminaux compris, vous êtes déconnecté. Vos clés restent valables.',
  'Whoever certifies, approves or administers signs in with a password and a code. You have no second factor yet: it takes a minute, and an authenticator app.':
    'Qui certifie, approuve ou administre se connecte avec un mot de passe et un code. Vous n’avez pas encore de second facteur : il faut une minute, et une application d’authentification.',
  'Whoever opens the link sets the password of {person}, and signs in with it.':
    'Qui ouvre le lien choisit le mot de passe de {person}, et se connecte avec.',
  'With the duties': 'Avec les fonctions',
  'You have no password here: you sign in at the identity provider, and change it there.':
    'Vous n’avez pas de mot de passe ici : vous vous connectez chez le fournisseur d’identité, et c’est là que vous le changez.',
  'You are invited': 'Vous êtes invité',
  'Your code, by which you sign in': 'Votre code, par lequel vous vous connectez',
  'Your name': 'Votre nom',
  'Your password is set': 'Votre mot de passe est choisi',
  'Your password is set, and you are signed in.': 'Votre mot de passe est choisi, et vous êtes connecté.',
  acting: 'par intérim',
  'countersigned by': 'contresignée par',
  'declined by': 'refusée par',
  'nothing, and read nothing': 'rien, et rien consulter',
  'none today: it reads': 'aucune aujourd’hui : il lit',
  'without a last day': 'sans dernier jour',
  '{duty} of {person} ends at once. What was done under it stays.':
    '{duty}, {person} : la fonction prend fin aussitôt. Ce qui a été fait à ce titre reste.',
  '{duty} of {person} is not given.': '{duty}, {person} : la fonction n’est pas donnée.',
  '{person} is out with the next request, and keys and terminals with them. What they did stays, and so do their duties until they are ended.':
    '{person} est exclu dès la requête suivante, avec ses clés et ses terminaux. Ce qui a été fait reste, et ses fonctions aussi jusqu’à ce qu’on y mette fin.',
};
