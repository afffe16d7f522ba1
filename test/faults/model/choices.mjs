/** How a command chooses among what is there by its numbers, and how the model's figures are written in a request. */

export const numbers = ['MODEL-A', 'MODEL-B'];
export const pick = (list, index) => (list.length === 0 ? undefined : list[index % list.length]);
export const usd = (cents) => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
export const quantityOf = (hundredths) => usd(hundredths);
export const plus = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
export const dayIn2025 = (index) => plus('2025-03-01', index % 300);

/** A day of delivery that has come. */
export function earlier(model, index) {
  const on = dayIn2025(index);
  return on > model.today ? '2025-03-03' : on;
}

export const finance = ({ provider }) => `${provider}.finance`;
export const chargeOf = (model, index) =>
  pick([...model.charges.values()], index) ?? { id: 'NO-CHARGE', agreement: numbers[index % 2] };
export const termsOf = (model, charge) => model.terms[charge.agreement];
export const certifier = (model, charge) => `${termsOf(model, charge).client}.certifying`;

export function transition(charge, what, by, seen, expect) {
  return { by, path: `/api/v1/charges/${charge.id}/${what}`, seen: seen === undefined ? '*' : `"${seen}"`, expect };
}
