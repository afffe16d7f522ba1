/** What a step of a document or of its settlement changes on other pages. */
export const documentChanges = [
  ...['invoices', 'settlements', 'charges', 'agreements', 'audit-events', 'bienniums', 'inbox'],
];
