import { expect, it } from '@jest/globals';
import { outlook } from './outlook.ts';

const charge = (item: string, amount: string, line: string) => ({
  item,
  amount: { amount },
  clientShares: [{ budgetLine: line, amount: { amount } }],
});
const facts = {
  ceiling: '1000.00',
  charged: '600.00',
  waiting: '100.00',
  budgetLines: [{ code: 'BC-1', allotmentUsd: '500.00', chargedUsd: '300.00' }],
  room: [],
  charges: [charge('IT-TEC', '150.10', 'BC-1'), charge('IT-TEC', '49.90', 'BC-1'), charge('DOC-CTL', '50.00', 'BC-1')],
};

it('adds up what the lines come to, of the ceiling and of each budget line', () => {
  expect(outlook(facts)).toEqual({
    sum: '250.00',
    byItem: [
      ['DOC-CTL', '50.00'],
      ['IT-TEC', '200.00'],
    ],
    ceiling: { charged: '600.00', waiting: '350.00', limit: '1000.00', left: '50.00', over: null },
    lines: [{ code: 'BC-1', share: '250.00', left: '-50.00', isOver: true, hasRoom: null }],
  });
});

it('says what comes to a budget line of the other side, and nothing of what is left there', () => {
  const { lines } = outlook({ ...facts, charges: [charge('IT-TEC', '150.10', 'MC-1')] });
  expect(lines).toEqual([{ code: 'MC-1', share: '150.10', left: null, isOver: false, hasRoom: null }]);
});

it('says of the other side’s lines whether there is room for what is recorded, and no amount', () => {
  const room = [
    { budgetLine: 'MC-1', hasRoom: true },
    { budgetLine: 'MC-2', hasRoom: false },
    { budgetLine: 'MC-3', hasRoom: true },
  ];
  const { lines } = outlook({ ...facts, room, charges: [charge('IT-TEC', '150.10', 'MC-1')] });
  expect(lines).toEqual([
    { code: 'MC-1', share: '150.10', left: null, isOver: false, hasRoom: true },
    { code: 'MC-2', share: '0.00', left: null, isOver: true, hasRoom: false }, // of it nothing is entered now
  ]);
});

it('says by how much a ceiling is passed, to the cent', () => {
  expect(outlook({ ...facts, ceiling: '949.99' }).ceiling.over).toBe('0.01');
  expect(outlook({ ...facts, ceiling: '949.99' }).ceiling.left).toBe('-0.01');
  expect(outlook({ ...facts, ceiling: '950.00' }).ceiling.over).toBeNull();
});
