/** Why the two books differ: codes that stay, whatever is said of them. */
export const differenceCauses = {
  IN_ONE_BOOK_ALONE: 'an entry is in one of the two books alone, or its total was changed: run the verification',
  BILLED_IN_ONE_BOOK: 'the same is billed in one book and not in the other: run the verification',
} as const;
export type DifferenceCode = keyof typeof differenceCauses;

/** Why charges are in neither book yet: by the state that they are in. */
export const unpostedCauses = {
  PROVISIONAL: 'the agreement is not signed',
  RECORDED: 'delivered, not yet confirmed by the client',
  RECEIVED: 'confirmed, not yet certified',
  RETURNED: 'returned by the client, not yet answered',
  DISPUTED: 'disputed',
} as const;
export type UnpostedState = keyof typeof unpostedCauses;
