/** At most so many at once. Whoever comes then waits for a turn, in the order in which they came. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  /** `among`: other turns, of which each takes one too. */
  constructor(
    private free: number,
    private readonly among: Turns | null = null,
  ) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((begin) => this.waiting.push(begin));
    try {
      return await (this.among === null ? work() : this.among.take(work));
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next(); // the turn is handed on, so that nobody comes in between
    }
  }
}
