import { describe, expect, it } from '@jest/globals';
import {
  firstMissing,
  isInThePastOf,
  isWalFile,
  lsnText,
  parseHistory,
  parseLsn,
  parseSegment,
  segmentAt,
  segmentBefore,
  segmentName,
} from './wal.ts';

const MB16 = 16 * 1024 * 1024;

describe('a place in the log', () => {
  it.each([
    ['0/3000158', 0x3000158n],
    ['1/0', 0x1_0000_0000n],
    ['FF/FFFFFFFF', 0xff_ffff_ffffn],
  ])('%s is read and written', (text, lsn) => {
    expect(parseLsn(text)).toBe(lsn);
    expect(lsnText(lsn)).toBe(text);
  });

  it.each(['', '3000158', '0/', '0/G', '0/300000158'])('"%s" is none', (text) => expect(parseLsn(text)).toBeNull());

  it('at the edge of a segment ends the one before and begins the next', () => {
    expect(segmentBefore(0x3000000n, MB16)).toBe(2n);
    expect(segmentAt(0x3000000n, MB16)).toBe(3n);
  });
});

describe('a file of the log', () => {
  it.each([
    ['000000010000000000000003', 1, 3n],
    ['0000000200000001000000FF', 2, 511n],
    ['0000000A0000000200000000', 10, 512n],
  ])('%s is a segment of its timeline', (name, timeline, number) => {
    expect(parseSegment(name, MB16)).toEqual({ timeline, number });
    expect(segmentName({ timeline, number }, MB16)).toBe(name);
  });

  it.each([
    ['000000010000000000000003.partial', true],
    ['000000010000000000000002.00000028.backup', true],
    ['00000002.history', true],
    ['../../etc/passwd', false],
    ['000000010000000000000003.rbk', false],
    ['xlogtemp.12', false],
  ])('%s may be archived: %s', (name, may) => expect(isWalFile(name)).toBe(may));
});

const history = parseHistory('1\t0/5000000\tno recovery target specified\n\n2\t0/9000100\tbefore transaction 12\n');
const third = { timeline: 3, history };

describe('a third timeline, that left the first at 0/5000000 and the second at 0/9000100', () => {
  it.each([
    [1, '0/4FFFFFF', true],
    [1, '0/5000001', false], // went on along the first, which this one never saw
    [2, '0/9000100', true],
    [3, '0/A000000', true],
    [4, '0/1000000', false],
  ])('has timeline %s up to %s in its past: %s', (timeline, lsn, isPast) => {
    expect(isInThePastOf({ timeline, lsn: parseLsn(lsn) ?? 0n }, third)).toBe(isPast);
  });

  const needed = ['01/3', '01/4', '02/5', '02/6', '02/7', '02/8', '03/9', '03/A'].map(named);
  const missingFrom = (names: readonly string[]) =>
    firstMissing((name) => names.includes(name), { from: 3n, to: 10n, segmentBytes: MB16, ...third });

  it('needs each segment once, on the timeline that it lies on', () => expect(missingFrom(needed)).toBeNull());

  it.each(needed)('misses %s', (name) => {
    expect(missingFrom(needed.filter((one) => one !== name))?.slice(8)).toBe(name.slice(8));
  });

  it('is content with the old timeline at the fork, and not after it', () => {
    const replaced = (from: string, to: string) => [...needed.filter((name) => name !== named(from)), named(to)];
    expect(missingFrom(replaced('02/5', '01/5'))).toBeNull();
    expect(missingFrom(replaced('02/6', '01/6'))).not.toBeNull();
  });
});

function named(short: string): string {
  const [timeline = '', number = ''] = short.split('/');
  return segmentName({ timeline: Number(timeline), number: BigInt(`0x${number}`) }, MB16);
}
