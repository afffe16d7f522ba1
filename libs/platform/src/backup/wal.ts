/**
 * The names and places of the write-ahead log (WAL), in which PostgreSQL writes every change before it makes it. The log is
 * one line of bytes, cut into segments; after each restore a new timeline branches off. Pure: no file is touched here.
 */

/** A place in the log, as a count of bytes from its beginning; PostgreSQL writes it "0/3000158". */
export type Lsn = bigint;

/** One branch of the log's history: this timeline was left at `end` for the next one. */
export interface Branch {
  readonly timeline: number;
  readonly end: Lsn;
}

/** "000000010000000000000003": timeline, and number of the segment, whatever its size. */
export interface Segment {
  readonly timeline: number;
  readonly number: bigint;
}

/** What pg_wal may hand to the archive: segments, the last piece of a left timeline, notes of backups, histories. */
const WAL_FILE = /^([0-9A-F]{24}(\.partial|\.[0-9A-F]{8}\.backup)?|[0-9A-F]{8}\.history)$/;

export function isWalFile(name: string): boolean {
  return WAL_FILE.test(name);
}

/** Null for whatever is no "0/3000158". */
export function parseLsn(text: string): Lsn | null {
  const found = /^([0-9A-Fa-f]{1,8})\/([0-9A-Fa-f]{1,8})$/.exec(text);
  if (found === null) return null;
  return (BigInt(`0x${found[1] ?? '0'}`) << 32n) + BigInt(`0x${found[2] ?? '0'}`);
}

export function lsnText(lsn: Lsn): string {
  return `${(lsn >> 32n).toString(16).toUpperCase()}/${(lsn & 0xffff_ffffn).toString(16).toUpperCase()}`;
}

/** Null for names that are no segment, such as a history. `segmentBytes`: 16 MB unless initdb was told otherwise. */
export function parseSegment(name: string, segmentBytes: number): Segment | null {
  if (!/^[0-9A-F]{24}$/.test(name)) return null;
  const perLog = 0x1_0000_0000n / BigInt(segmentBytes);
  const [timeline, log, inLog] = [0, 8, 16].map((at) => BigInt(`0x${name.slice(at, at + 8)}`)) as [
    bigint,
    bigint,
    bigint,
  ];
  return { timeline: Number(timeline), number: log * perLog + inLog };
}

export function segmentName({ timeline, number }: Segment, segmentBytes: number): string {
  const perLog = 0x1_0000_0000n / BigInt(segmentBytes);
  return [BigInt(timeline), number / perLog, number % perLog]
    .map((part) => part.toString(16).toUpperCase().padStart(8, '0'))
    .join('');
}

/** The segment that holds the byte before this place: a log that ends at the edge of a segment does not need the next. */
export function segmentBefore(lsn: Lsn, segmentBytes: number): bigint {
  return (lsn - 1n) / BigInt(segmentBytes);
}

export function segmentAt(lsn: Lsn, segmentBytes: number): bigint {
  return lsn / BigInt(segmentBytes);
}

export function historyName(timeline: number): string {
  return `${timeline.toString(16).toUpperCase().padStart(8, '0')}.history`;
}

/** "1\t0/5000000\tno recovery target specified", a line for each timeline that was left on the way; oldest first. */
export function parseHistory(text: string): Branch[] {
  return text.split('\n').flatMap((line) => {
    const [timeline, place] = line.trim().split(/\s+/);
    const end = parseLsn(place ?? '');
    return /^\d+$/.test(timeline ?? '') && end !== null ? [{ timeline: Number(timeline), end }] : [];
  });
}

/** Whether what was written on `timeline` up to `lsn` is a part of the past of a timeline with this history. */
export function isInThePastOf(
  { timeline, lsn }: { timeline: number; lsn: Lsn },
  target: { timeline: number; history: readonly Branch[] },
): boolean {
  if (timeline === target.timeline) return true;
  const left = target.history.find((branch) => branch.timeline === timeline);
  return left !== undefined && lsn <= left.end;
}

/**
 * The first segment from `from` to `to` (both included) that no timeline of this past has, or null where none is missing.
 * Where the log branches, the new timeline's segment repeats the old one's beginning, so either will do.
 */
export function firstMissing(
  has: (name: string) => boolean,
  {
    from,
    to,
    timeline,
    history,
    segmentBytes,
  }: {
    from: bigint;
    to: bigint;
    timeline: number;
    history: readonly Branch[];
    segmentBytes: number;
  },
): string | null {
  for (let number = from; number <= to; number += 1n) {
    const could = [...history.filter(({ end }) => number <= segmentAt(end, segmentBytes)), { timeline, end: null }];
    const names = could.map((branch) => segmentName({ timeline: branch.timeline, number }, segmentBytes));
    if (!names.some(has)) return names[0] ?? null;
  }
  return null;
}
