import { describe, expect, it } from '@jest/globals';
import { Biennium, NotABiennium } from './biennium.ts';
import { canonicalJson } from './canonical-json.ts';
import { SetClock, today } from './clock.ts';
import { Day, NotADay } from './day.ts';
import { NotADecimal } from './decimal-text.ts';
import { at, atAsync, Conflict, DomainError, placedAt, refuseAll, Refused } from './domain-error.ts';
import { NotAQuantity, Quantity } from './quantity.ts';

describe('a quantity', () => {
  it.each(['1', '1318.5', '0.5', '0.000001', '1.10', '1000000000'])('"%s" is kept as it was written', (text) => {
    expect(Quantity.of(text).toString()).toBe(text);
    expect(JSON.stringify(Quantity.of(text))).toBe(`"${text}"`);
  });

  it.each(['0', '0.0', '-1', '-0.5', '0.0000001', '1.0000001', '1000000000.000001', '1000000001'])(
    '"%s" is none',
    (text) => {
      expect(() => Quantity.of(text)).toThrow(NotAQuantity);
    },
  );

  it.each(['', '1e2', 'NaN', 'Infinity', '1,5', '½', '0x1', '+1', ' 1'])('"%s" is no decimal', (text) => {
    expect(() => Quantity.of(text)).toThrow(NotADecimal);
  });

  it('is text, never a number', () => {
    expect(() => Quantity.of(3 as never)).toThrow(NotADecimal);
  });

  it('adds and compares exactly', () => {
    expect(Quantity.of('0.1').plus(Quantity.of('0.2')).toString()).toBe('0.3');
    expect(Quantity.of('730.5').exceeds(Quantity.of('730.50'))).toBe(false);
    expect(Quantity.of('742').exceeds(Quantity.of('730.5'))).toBe(true);
    expect(Quantity.of('1.50').equals(Quantity.of('1.5'))).toBe(true);
  });
});

describe('a day', () => {
  it.each(['2025-11-07', '2024-02-29', '1900-01-01', '2199-12-31', '2000-02-29'])('%s is one', (text) => {
    expect(Day.of(text).toString()).toBe(text);
  });

  it.each([
    ...[
      '2025-02-29',
      '1900-02-29',
      '2100-02-29',
      '2025-04-31',
      '2025-13-01',
      '2025-00-10',
      '2025-01-00',
      '2025-01-32',
      '0000-00-00',
    ],
    ...[
      'infinity',
      '-infinity',
      'today',
      'now',
      '10000-01-01',
      '+010000-01-01',
      '2200-01-01',
      '1899-12-31',
      '0025-01-01',
    ],
    ...[
      '2025-1-1',
      '25-01-01',
      '2025/01/01',
      '01.01.2025',
      '2025-01-01T00:00:00Z',
      ' 2025-01-01',
      '2025-01-01\n',
      '',
      '２０２５-01-01',
    ],
  ])('"%s" is none', (text) => {
    expect(() => Day.of(text)).toThrow(NotADay);
  });

  it.each([[20250101], [new Date(0)], [null], [undefined], [['2025-01-01']]])('is text, not %p', (value) => {
    expect(() => Day.of(value as never)).toThrow(NotADay);
  });

  it('counts over month, leap day and year', () => {
    expect(Day.of('2025-10-31').plusDays(1).toString()).toBe('2025-11-01');
    expect(Day.of('2024-02-28').plusDays(1).toString()).toBe('2024-02-29');
    expect(Day.of('2025-02-28').plusDays(1).toString()).toBe('2025-03-01');
    expect(Day.of('2025-12-31').plusDays(1).toString()).toBe('2026-01-01');
    expect(Day.of('2026-01-01').plusDays(-1).toString()).toBe('2025-12-31');
    expect(() => Day.of('2199-12-31').plusDays(1)).toThrow(NotADay);
  });

  it('is so many whole days from another', () => {
    expect(Day.of('2025-04-30').daysSince(Day.of('2025-03-16'))).toBe(45); // over a change to summer time
    expect(Day.of('2024-03-01').daysSince(Day.of('2024-02-28'))).toBe(2);
    expect(Day.of('2025-10-31').daysSince(Day.of('2025-11-01'))).toBe(-1);
  });

  it('is before, after or the same as another', () => {
    const [first, second] = [Day.of('2025-10-31'), Day.of('2025-11-01')];
    expect([first.isBefore(second), first.isAfter(second), first.equals(second)]).toEqual([true, false, false]);
    expect([first.isBefore(first), first.isAfter(first), first.equals(Day.of('2025-10-31'))]).toEqual([
      false,
      false,
      true,
    ]);
    expect([second, first].sort((one, other) => Day.compare(one, other)).map(String)).toEqual([
      '2025-10-31',
      '2025-11-01',
    ]);
    expect(Day.latest(first, second, first).toString()).toBe('2025-11-01');
    expect(Day.earliest(second, first).toString()).toBe('2025-10-31');
    expect([second.month, second.year]).toEqual(['2025-11', 2025]);
  });

  it('turns at midnight UTC, whatever the hour', () => {
    expect(Day.at(new Date('2025-12-31T23:59:59.999Z')).toString()).toBe('2025-12-31');
    expect(Day.at(new Date('2026-01-01T00:00:00.000Z')).toString()).toBe('2026-01-01');
    const clock = new SetClock(Day.of('2025-12-31'));
    expect(today(clock).toString()).toBe('2025-12-31');
    clock.set(Day.of('2026-01-30'));
    expect(today(clock).toString()).toBe('2026-01-30');
  });
});

describe('a biennium', () => {
  it('is two years, the first one even', () => {
    const biennium = Biennium.of('2024-2025');
    expect([biennium.firstDay, biennium.lastDay].map(String)).toEqual(['2024-01-01', '2025-12-31']);
    expect(JSON.stringify(biennium)).toBe('"2024-2025"');
  });

  it.each([
    '2025-2026',
    '2024-2026',
    '2024-2024',
    '2025-2024',
    '2024',
    '2024/2025',
    '2024-25',
    '1824-1825',
    '2200-2201',
    '',
    ' 2024-2025',
  ])('is not "%s"', (text) => {
    expect(() => Biennium.of(text)).toThrow(NotABiennium);
  });

  it('is not a number or nothing', () => {
    expect(() => Biennium.of(2024 as never)).toThrow(NotABiennium);
    expect(() => Biennium.of(undefined as never)).toThrow(NotABiennium);
  });

  it.each`
    day             | biennium
    ${'2023-12-31'} | ${'2022-2023'}
    ${'2024-01-01'} | ${'2024-2025'}
    ${'2025-12-31'} | ${'2024-2025'}
    ${'2026-01-01'} | ${'2026-2027'}
  `('of $day is $biennium', ({ day, biennium }: Record<'day' | 'biennium', string>) => {
    expect(Biennium.containing(Day.of(day)).toString()).toBe(biennium);
    expect(Biennium.of(biennium).includes(Day.of(day))).toBe(true);
    expect(Biennium.of('2018-2019').includes(Day.of(day))).toBe(false);
  });
});

describe('canonical JSON', () => {
  it.each([
    [{ b: '1', a: [true, null, -3] }, '{"a":[true,null,-3],"b":"1"}'],
    [{ '\u20ac': '1', '\r': '2', '\ufb33': '3', '1': '4', '\ud83d\ude00': '5', '\u0080': '6', ö: '7' }, undefined],
    ['\u2028"\\\n', '"\u2028\\"\\\\\\n"'],
    [-0, '0'],
    [{}, '{}'],
    [[], '[]'],
  ])('of %j has one spelling', (value, spelling) => {
    // The second row is the key order of RFC 8785, 3.2.3: by UTF-16 code units.
    expect(canonicalJson(value)).toBe(
      spelling ?? '{"\\r":"2","1":"4","\u0080":"6","ö":"7","\u20ac":"1","\ud83d\ude00":"5","\ufb33":"3"}',
    );
  });

  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ a: { d: '1', c: '2' }, b: [] })).toBe(canonicalJson({ b: [], a: { c: '2', d: '1' } }));
  });

  it.each([[0.1], [1e21], [Number.NaN], [Number.POSITIVE_INFINITY], [2 ** 53]])('refuses the number %p', (value) => {
    expect(() => canonicalJson({ amount: value })).toThrow('whole numbers only');
  });

  it('refuses half a character, in a text and in a key', () => {
    expect(() => canonicalJson('\ud800')).toThrow('well-formed');
    expect(() => canonicalJson({ '\udc00': '1' })).toThrow('well-formed');
  });

  it('refuses what JSON has no word for', () => {
    expect(() => canonicalJson({ a: undefined })).toThrow('undefined');
    expect(() => canonicalJson([() => 1])).toThrow('function');
    expect(() => canonicalJson(1n)).toThrow('bigint');
    expect(() => canonicalJson(new Date(0))).toThrow('Canonical JSON');
    expect(() => canonicalJson(new Map([['a', 1]]))).toThrow('Canonical JSON');
  });
});

class CeilingOfTestExceeded extends Conflict {}
class RuleUNDPBroken extends Refused {}

describe('a broken rule', () => {
  it('is known by the name of its class', () => {
    expect(new CeilingOfTestExceeded('no').code).toBe('CEILING_OF_TEST_EXCEEDED');
    expect(new CeilingOfTestExceeded('no').kind).toBe('CONFLICT');
    expect(new RuleUNDPBroken('no')).toBeInstanceOf(DomainError);
  });

  it('says where, from the outermost place inwards', async () => {
    const inner = (): never => at('/quantity', () => Quantity.of('0')) as never;
    expect(() => at('/charges/3', inner)).toThrow(expect.objectContaining({ pointer: '/charges/3/quantity' }));
    await expect(atAsync('/charges', async () => at('/3', inner))).rejects.toMatchObject({
      pointer: '/charges/3/quantity',
    });
  });

  it('is told from a fault of the program, which is passed on as it is', () => {
    const fault = new Error('a fault');
    expect(() =>
      at('/charges', () => {
        throw fault;
      }),
    ).toThrow(fault);
    expect(fault).not.toHaveProperty('pointer');
    expect(at('/charges', () => 'fine')).toBe('fine');
  });

  it('is said of each of a list that is refused, the first with the others behind it, ten at most', () => {
    const refusals = (count: number) => Array.from({ length: count }, (_, index) => new NotAQuantity(String(-index)));
    expect(() => refuseAll([])).not.toThrow();
    const alone = refusals(1);
    expect(() => refuseAll(alone)).toThrow(alone[0]);
    expect(alone[0]?.others).toEqual([]);
    const thrown = (count: number): NotAQuantity => {
      const list = refusals(count).map((one, index) => placedAt(`/${index}`, one));
      try {
        at('/charges', () => refuseAll(list));
      } catch (error) {
        return error as NotAQuantity;
      }
      throw new Error('nothing was refused');
    };
    const { pointer, others } = thrown(3);
    expect([pointer, ...others.map((one) => one.pointer)]).toEqual(['/charges/0', '/charges/1', '/charges/2']);
    expect(thrown(11).others).toHaveLength(9);
  });
});
