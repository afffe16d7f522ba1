import { expect, it } from '@jest/globals';
import { settledTogether } from './settled-together.ts';

const document = (number: string, amount: string) => ({ number, total: { amount, currency: 'USD' } });
const invoice = document('BRS-2026-0002', '1240.00');
const notes = [document('BRS-CN-2026-0001', '-124.00'), document('BRS-CN-2026-0002', '-16.05')];

it.each<[string, readonly string[], string[], string]>([
  ['all of its credit notes', [], ['BRS-2026-0002', 'BRS-CN-2026-0001', 'BRS-CN-2026-0002'], '1099.95'],
  ['one, where the other is left out', ['BRS-CN-2026-0001'], ['BRS-2026-0002', 'BRS-CN-2026-0002'], '1223.95'],
  ['none, where both are', ['BRS-CN-2026-0001', 'BRS-CN-2026-0002'], ['BRS-2026-0002'], '1240.00'],
  [
    'all, where one that is not open was left out',
    ['BRS-CN-2025-0009'],
    ['BRS-2026-0002', ...notes.map(({ number }) => number)],
    '1099.95',
  ],
])('an invoice is settled with %s', (_, leftOut, documents, amount) => {
  expect(settledTogether(invoice, notes, leftOut)).toEqual({ documents, total: { amount, currency: 'USD' } });
});
