import { expect, it } from '@jest/globals';
import { amountText, dayText, monthText, readingText } from './figures.ts';

it.each`
  amount                    | figures    | text
  ${'1234.50'}              | ${'en-GB'} | ${'1,234.50'}
  ${'-12.50'}               | ${'en-GB'} | ${'−12.50'}
  ${'0.00'}                 | ${'en-GB'} | ${'–'}
  ${'-0.00'}                | ${'en-GB'} | ${'–'}
  ${'12345678901234567.89'} | ${'en-GB'} | ${'12,345,678,901,234,567.89'}
  ${'1234.50'}              | ${'fr-FR'} | ${'1\u202f234,50'}
  ${'13'}                   | ${'en-GB'} | ${'13'}
`('$amount is written $text', ({ amount = '', figures, text }) => {
  expect(amountText(amount, figures)).toBe(text);
});

it.each`
  amount     | figures    | text
  ${'0.00'}  | ${'en-GB'} | ${'0.00'}
  ${'-0.00'} | ${'en-GB'} | ${'0.00'}
  ${'0.00'}  | ${'fr-FR'} | ${'0,00'}
  ${'0'}     | ${'fr-FR'} | ${'0'}
  ${'7.50'}  | ${'fr-FR'} | ${'7,50'}
`('$amount, where a zero is a figure, is written $text', ({ amount = '', figures, text }) => {
  expect(amountText(amount, figures, '0.00')).toBe(text);
});

it.each`
  reading         | figures    | text
  ${'2026-02-01'} | ${'en-GB'} | ${'1 Feb 2026'}
  ${'2026-02-01'} | ${'fr-FR'} | ${'1 févr. 2026'}
  ${'1234.50'}    | ${'en-GB'} | ${'1234.50'}
  ${'1.2340'}     | ${'fr-FR'} | ${'1,2340'}
  ${'-1234'}      | ${'fr-FR'} | ${'−1234'}
  ${'DOC-PAG'}    | ${'fr-FR'} | ${'DOC-PAG'}
  ${'=2*1240'}    | ${'fr-FR'} | ${'=2*1240'}
`('what $reading is read as is offered as $text', ({ reading = '', figures, text }) => {
  expect(readingText(reading, figures)).toBe(text);
});

it('a day is the same day everywhere', () => {
  expect(dayText('2025-11-07', 'en-GB')).toBe('7 Nov 2025');
  expect(dayText('2025-11-07', 'fr-FR')).toBe('7 nov. 2025');
  expect([monthText('2025-11-07', 'en-GB'), monthText('2025-11-30', 'fr-FR')]).toEqual([
    'November 2025',
    'novembre 2025',
  ]);
});
