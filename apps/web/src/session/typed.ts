/**
 * What is being typed, while the page is made anew in another language: each text is kept under a name until its field is
 * gone, and a field that goes only to come again finds it. In the memory of the page: a password is on no disk.
 */
export class Typed {
  private readonly texts = new Map<string, string>();
  private isTurning = false;

  keep(name: string, text: string): void {
    this.texts.set(name, text);
  }

  /** What was typed before the page turned; else how the field begins. */
  begin(name: string, initial: string): string {
    return this.texts.get(name) ?? initial;
  }

  /** The field is gone. */
  leave(name: string): void {
    if (!this.isTurning) this.texts.delete(name);
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
