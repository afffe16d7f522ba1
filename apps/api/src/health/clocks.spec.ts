import { describe, expect, it } from '@jest/globals';
import { clocksApartMs, clocksWord } from './clocks.ts';

const at = (time: string): Date => new Date(`2025-05-09T${time}Z`);

describe('the clocks of the server and of its database', () => {
  it.each([
    ['agree, as far as the question took 40 ms', '12:00:00.020', 0],
    ['differ by an hour after a jump', '13:00:00.040', 3_600_000],
    ['differ by a second the other way', '11:59:59.000', -1000],
  ])('%s', (_, database, apart) => {
    expect(clocksApartMs(at('12:00:00.000'), at('12:00:00.040'), at(database))).toBe(apart);
  });

  it.each([
    [0, 'ok'],
    [2000, 'ok'],
    [-2000, 'ok'],
    [2001, 'the database is 2.0 s ahead of this server: set both clocks by one source'],
    [-86_400_000, 'the database is 86400.0 s behind this server: set both clocks by one source'],
  ])('%i ms apart is: %s', (apartMs, word) => {
    expect(clocksWord(apartMs)).toBe(word);
  });
});
