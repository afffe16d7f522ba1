/**
 * Updates that are due and wait, each for a reason that is looked at again on that day at the latest. One holds for the named version alone.
 * Shape: [{ name: 'typeorm', version: '1.1.1', because: 'why', until: '2027-01-31' }]
 */
export const heldBack = [];
