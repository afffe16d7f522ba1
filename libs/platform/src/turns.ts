/** At most so many at once. Whoever comes then waits for a turn, in the order in which they came. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private readonly among: Turns | null;
  private readonly heldUpMs: number | null;

  /**
   * `among`: other turns, of which each takes one too. `heldUpMs`: what lasts so long is held up by somebody else; its turn is given back,
   * that among the others stays with it to its end.
   */
  constructor(
    private free: number,
    { among = null, heldUpMs = null }: { readonly among?: Turns | null; readonly heldUpMs?: number | null } = {},
  ) {
    this.among = among;
    this.heldUpMs = heldUpMs;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((begin) => this.waiting.push(begin));
    let isMine = true;
    const giveBack = (): void => {
      if (isMine) this.handOn();
      isMine = false;
    };
    const heldUp = this.heldUpMs === null ? undefined : setTimeout(giveBack, this.heldUpMs);
    try {
      return await (this.among === null ? work() : this.among.take(work));
    } finally {
      clearTimeout(heldUp);
      giveBack();
    }
  }

  private handOn(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.free += 1;
    else next(); // the turn is handed on, so that nobody comes in between
  }
}
