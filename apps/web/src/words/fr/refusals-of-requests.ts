const reload = 'Chargez la page de nouveau ; si cela revient, signalez le numéro de la demande.';

/** Of how a request is written, of files, of the seal and of the reports: a page seldom meets them, and says them then. */
export const refusalsOfRequests: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  BODY_EMPTY: ['La demande est vide. Rien n’a été écrit.', reload],
  BODY_NOT_JSON: ['La demande ne se lit pas : elle n’est pas du JSON. Rien n’a été écrit.', reload],
  CASH_NOT_IN_USD: ['Les liquidités d’un fonds sont en USD.', 'Indiquez-les en USD.'],
  CREDIT_LINE_UNCLEAR: [
    'Un crédit rend soit une quantité, soit un montant.',
    'Un service propre se rend en unités, un coût en USD : gardez l’un des deux.',
  ],
  CURSOR_UNREADABLE: ['La suite de cette liste n’est pas reconnue.', 'Revenez au début de la liste.'],
  EVIDENCE_NOT_SENT: [
    'Aucun fichier n’est arrivé. Rien n’a été conservé.',
    'Choisissez le fichier de nouveau, sous son propre type.',
  ],
  FIELD_OF_NO_BODY: ['La demande nomme un champ qui n’existe nulle part. Rien n’a été écrit.', reload],
  FIELD_TWICE: ['La demande nomme deux fois le même champ. Rien n’a été écrit.', 'Retirez-le une fois.'],
  IDEMPOTENCY_KEY_MISSING: ['Il manque la clé de la demande. Rien n’a été écrit.', reload],
  IF_MATCH_UNREADABLE: ['La version qui a été lue n’est pas reconnue. Rien n’a été écrit.', reload],
  MATCHES: ['Ce texte contient un caractère qu’aucun texte n’a.', 'Saisissez-le de nouveau.'],
  MAX_LENGTH: ['Ce texte est trop long.', 'Raccourcissez-le.'],
  METHOD_NOT_ALLOWED: [
    'Cette adresse ne permet pas cette opération.',
    'Ce qui est dans les livres se corrige par une note de crédit, et ne s’efface pas.',
  ],
  MIN_LENGTH: ['Ce champ est vide.', 'Remplissez-le.'],
  MISDIRECTED: ['Ce serveur ne répond pas sous ce nom.', 'Vérifiez l’adresse de la page.'],
  NEGATIVE_WEIGHT: ['Une part de la clé est négative.', 'Donnez zéro ou plus à chaque fonds.'],
  NESTED_TOO_DEEP: ['La demande est trop imbriquée. Rien n’a été écrit.', reload],
  NOT_UTF8: ['La demande n’est pas écrite en UTF-8. Rien n’a été écrit.', reload],
  NO_CHECKPOINT_OF_SIZE: [
    'Il n’y a pas de preuve depuis ce point de contrôle.',
    'Demandez-la depuis un point plus ancien, ou attendez le suivant.',
  ],
  NO_DRY_RUN: [
    'Montrer qui est une personne ne s’essaie pas. Rien n’a été montré.',
    'Demandez-le pour de bon, ou renoncez-y.',
  ],
  NOT_A_SWITCH: ['Une option est vraie ou fausse. Rien n’a été écrit.', 'Écrivez true ou false.'],
  NOT_ACCEPTABLE: ['Le serveur n’a pas cette forme de document.', 'Demandez le PDF, le CSV ou le JSON.'],
  NOT_AN_EDIT_LOG_PERIOD: [
    'Ce n’est pas une période de l’historique.',
    'Une année comme 2025, un mois comme 2025-11 ou un exercice comme 2024-2025.',
  ],
  NOT_SEALED_YET: [
    'Ce document n’est pas encore scellé sous un point de contrôle publié.',
    'Il l’est une seconde après l’émission : demandez de nouveau.',
  ],
  NOTHING_PUBLISHED: [
    'Aucun point de contrôle de ces livres n’est encore publié.',
    'Le serveur en publie un à son premier démarrage : essayez de nouveau ensuite.',
  ],
  PAYLOAD_TOO_LARGE: [
    'C’est trop grand. Rien n’a été conservé.',
    'Un fichier a 10 Mo au plus : réduisez-le ou partagez-le.',
  ],
  POSTING_NOT_STOPPED: ['La comptabilisation n’est pas arrêtée. Rien n’a été écrit.', 'Il n’y a rien à lever.'],
  PRECONDITION_REQUIRED: ['Il manque la version qui a été lue. Rien n’a été écrit.', reload],
  PROVIDER_CREDIT_UNCLEAR: [
    'Les fonds crédités du prestataire sont donnés deux fois, ou pas du tout.',
    'Donnez soit les parts, soit la clé de répartition.',
  ],
  STOPPED_BY_ANOTHER_VERIFICATION: [
    'Une autre vérification a échoué depuis. Rien n’a été écrit.',
    'Lisez ce qu’elle a trouvé, et répondez de celle-là.',
  ],
  TWO_CREDENTIALS: ['La demande montre deux identités à la fois.', 'Gardez la session ou la clé, et pas les deux.'],
  UNSUPPORTED_MEDIA_TYPE: ['Ce type de contenu n’est pas accepté ici.', reload],
};
