export const chargeTable = 'charging.charge';
