/** Above this the order of two stamps says little: one clock, or both, must be set. */
const APART_MOST_MS = 2000;

/**
 * How far the clock of this process and the database's are apart. The database's was read between `asked` and `answered`
 * of ours, so what may have passed on the way is no difference.
 * Unit: milliseconds, positive where the database is ahead; 0 while the two may agree.
 */
export function clocksApartMs(asked: Date, answered: Date, database: Date): number {
  if (database < asked) return database.getTime() - asked.getTime();
  if (database > answered) return database.getTime() - answered.getTime();
  return 0;
}

/** "ok", or by how much and which clock is ahead. Books are ordered by what was written first, never by a clock. */
export function clocksWord(apartMs: number): string {
  if (Math.abs(apartMs) <= APART_MOST_MS) return 'ok';
  const seconds = (Math.abs(apartMs) / 1000).toFixed(1);
  return `the database is ${seconds} s ${apartMs > 0 ? 'ahead of' : 'behind'} this server: set both clocks by one source`;
}
