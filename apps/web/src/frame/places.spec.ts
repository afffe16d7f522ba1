import { expect, it } from '@jest/globals';
import { lookedUp, placesNamed } from './places.ts';

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

it('a charge that is found by its number and among others is there once', () => {
  const [page, printers] = known.charges as [(typeof known.charges)[0], (typeof known.charges)[0]];
  expect(names('a1-05', [printers, page, printers])).toEqual([
    'A1-05, Badge printers > /charges?charge=A1-05',
    'A1-050, Pages > /charges?charge=A1-050',
  ]);
});

it('what there is not is said when every look has come to an end, and none has failed', () => {
  const [looking, failed, done] = [
    { isFetching: true, isError: false },
    { isFetching: false, isError: true },
    { isFetching: false, isError: false },
  ];
  expect(lookedUp([])).toBe('done');
  expect(lookedUp([done, done])).toBe('done');
  expect(lookedUp([done, looking])).toBe('looking');
  expect(lookedUp([done, failed])).toBe('failed');
  expect(lookedUp([looking, failed])).toBe('looking');
  expect(lookedUp([{ isFetching: true, isError: true }])).toBe('looking'); // asked again
});
