import { expect, it } from '@jest/globals';
import { placesNamed } from './places.ts';

const known = {
  screens: [
    { name: 'Home', path: '/' },
    { name: 'Charges', path: '/charges' },
  ],
  agreements: [{ number: 'CRA-2025-001', meeting: 'BRS-COPS' }],
  charges: [
    { id: 'A1-050', title: 'Pages' },
    { id: 'A1-05', title: 'Badge printers' },
    { id: 'B-7', title: 'of A1-05 the note speaks' },
  ],
  kinds: { screen: 'Screen', agreement: 'Agreement', charge: 'Charge' },
};
const names = (text: string, charges = known.charges) =>
  placesNamed(text, { ...known, charges }).map(({ name, to }) => `${name} > ${to}`);

it('nothing typed is every screen and agreement', () => {
  expect(names('')).toEqual(['Home > /', 'Charges > /charges', 'CRA-2025-001, BRS-COPS > /agreements/CRA-2025-001']);
});

it('a number leads to the charges that the server has found under it, the very one first', () => {
  expect(names('a1-05')).toEqual([
    'A1-05, Badge printers > /charges?charge=A1-05',
    'A1-050, Pages > /charges?charge=A1-050',
  ]);
});

it('a number that nobody has leads nowhere', () => {
  expect(names('Z9-99', [])).toEqual([]);
});
