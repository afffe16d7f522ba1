/**
 * Lets so many work at once and no more; whoever comes later waits, and is let in in the order of coming. A turn is given
 * back however the work ends.
 */
export class Turns {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(most: number) {
    this.free = most;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((letIn) => this.waiting.push(letIn));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next(); // the turn goes from hand to hand: nobody who comes now is before whoever waits
    }
  }
}
