/**
 * What the page holds in its memory alone while it is made anew in another language: what is being typed, what is selected. Each is
 * kept under a name until its part of the page is gone, and a part that goes only to come again finds it. A password is on no disk.
 */
export class Typed {
  private readonly values = new Map<string, unknown>();
  private isTurning = false;

  keep(name: string, value: unknown): void {
    this.values.set(name, value);
  }

  /** What was kept before the page turned; else how its part begins. A name is of one kind of value. */
  begin<T>(name: string, initial: T): T {
    return this.values.has(name) ? (this.values.get(name) as T) : initial;
  }

  /** Its part of the page is gone. */
  leave(name: string): void {
    if (!this.isTurning) this.values.delete(name);
  }

  /** `work` makes the whole page anew before it returns. */
  turn(work: () => void): void {
    this.isTurning = true;
    try {
      work();
    } finally {
      this.isTurning = false;
    }
  }
}
