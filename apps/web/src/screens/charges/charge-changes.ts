/** What is no longer as it was read once a charge has taken a step. */
export const chargeChanges = ['charges', 'agreements', 'audit-events', 'bienniums', 'budget-lines', 'inbox'];
