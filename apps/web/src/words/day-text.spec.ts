import { describe, expect, it } from '@jest/globals';
import { readDay } from './day-text.ts';
import { dayText } from './figures.ts';

describe('a day as people write it', () => {
  it.each`
    text                     | day
    ${'2025-11-07'}          | ${'2025-11-07'}
    ${' 2025/11/7 '}         | ${'2025-11-07'}
    ${'2025-11-07 00:00:00'} | ${'2025-11-07'}
    ${'7 Nov 2025'}          | ${'2025-11-07'}
    ${'07-nov-2025'}         | ${'2025-11-07'}
    ${'7-Nov-25'}            | ${'2025-11-07'}
    ${'07-févr-99'}          | ${'2099-02-07'}
    ${'7 novembre 2025'}     | ${'2025-11-07'}
    ${'1er février 2026'}    | ${'2026-02-01'}
    ${'November 7, 2025'}    | ${'2025-11-07'}
    ${'7.11.2025'}           | ${'2025-11-07'}
    ${'25/11/2025'}          | ${'2025-11-25'}
    ${'11/25/2025'}          | ${'2025-11-25'}
    ${'02/02/2026'}          | ${'2026-02-02'}
    ${'45968'}               | ${'2025-11-07'}
  `('$text is $day', ({ text = '', day }) => {
    expect(readDay(text)).toEqual({ kind: 'read', value: day });
  });

  it('is not guessed where it can be two: both are offered', () => {
    expect(readDay('01/02/2026')).toMatchObject({ kind: 'unclear', readings: ['2026-02-01', '2026-01-02'] });
    expect(readDay('3-4-2026')).toMatchObject({ kind: 'unclear', readings: ['2026-04-03', '2026-03-04'] });
  });

  it.each([
    '2025-02-29',
    '31 Nov 2025',
    '31.04.2025',
    '00/05/2026',
    '0/0/2026',
    '7/11/25',
    '7 Brumaire 2025',
    'tomorrow',
    '12',
    '=TODAY()',
    '99999',
  ])('is refused: %s', (text) => {
    expect(readDay(text).kind).toBe('wrong');
  });

  it('is offered only where it exists', () => {
    expect(readDay('00/05/2026')).not.toHaveProperty('readings');
  });

  it.each(['en-GB', 'fr-FR'])('is read as it is shown, in every month, in %s', (figures) => {
    const days = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}-07`);
    expect(days.map((one) => readDay(dayText(one, figures)))).toEqual(days.map((value) => ({ kind: 'read', value })));
  });

  it('of nothing is empty', () => {
    expect(readDay('  ')).toEqual({ kind: 'empty' });
  });
});
