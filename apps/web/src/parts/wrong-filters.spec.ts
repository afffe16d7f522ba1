import { expect, it } from '@jest/globals';
import { Refusal } from '../api/refusal.ts';
import { wrongFilters } from './wrong-filters.ts';

const refused = (status: number, ...pointers: string[]): Refusal =>
  new Refusal({
    ...{ status, code: 'INVALID_QUERY', title: '', detail: '', requestId: '' },
    errors: pointers.map((pointer) => ({ pointer, code: 'IS_IN', detail: '' })),
  });
const search = new URLSearchParams('state=BOGUS&month=2025-99&agreement=CRA-1');

it('names what of the address is no filter, with what it says', () => {
  expect(wrongFilters(refused(400, '/state'), search)).toEqual([{ name: 'state', value: 'BOGUS' }]);
  expect(wrongFilters(refused(400, '/month', '/state', '/month'), search).map(({ name }) => name)).toEqual([
    'month',
    'state',
  ]);
});

it('and nothing where the server said no for another reason, or of what the address does not have', () => {
  expect(wrongFilters(refused(403, '/state'), search)).toEqual([]);
  expect(wrongFilters(refused(400, '/limit', '/charges/0'), search)).toEqual([]);
  expect(wrongFilters(new Error('state'), search)).toEqual([]);
});
