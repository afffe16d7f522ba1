/** What somebody can press now, and the group that brought it: one that came later than another has a higher number. */
export interface Pressable {
  readonly keys: string;
  readonly leads?: string; // the path of the screen that it goes to
}

const letterWaitsMs = 1_500;
const screenWaitsMs = 5_000; // its program and its data may come over a slow line

/**
 * Reads keys one after another. `g` waits for a letter. A letter after `g` leads to another screen, which is not there yet
 * when the next key comes at the speed of typing: that key is kept until the screen says what can be pressed on it, and is
 * not taken by the screen that is being left.
 */
export class Pressed<One extends Pressable> {
  private prefix = '';
  private until = 0; // of the prefix, or of the screen that is awaited
  private awaitsAfter: number | null = null; // groups of a higher number are of the screen that is awaited
  private kept: string | null = null;

  /**
   * What a key does now; null where it does nothing, or not yet. `groups` are in the order in which they came, the last
   * one first: what lies on top hears first.
   */
  press(key: string, now: number, groups: readonly Group<One>[], path: string): One | null {
    const isInTime = now < this.until;
    const keys = isInTime && this.prefix !== '' ? `${this.prefix} ${key}` : key;
    const isAwaited = isInTime && this.awaitsAfter !== null && keys === key;
    this.prefix = '';
    if (!isInTime) this.forget();
    const found = findIn(isAwaited ? this.come(groups) : groups, keys);
    if (found !== null) {
      this.forget();
      if (found.leads !== undefined && found.leads !== path) {
        this.awaitsAfter = Math.max(0, ...groups.map(({ number }) => number));
        this.until = now + screenWaitsMs;
      }
      return found;
    }
    if (key === 'g') {
      this.prefix = 'g';
      this.until = now + letterWaitsMs;
    } else if (isAwaited && key.length === 1) this.kept = key; // and no Shift by itself
    return null;
  }

  /** What was pressed before the screen that can do it was there; null where nothing was. Asked whenever a group has come. */
  hasCome(now: number, groups: readonly Group<One>[]): One | null {
    if (this.kept === null || now >= this.until) return null;
    const found = findIn(this.come(groups), this.kept);
    if (found !== null) this.forget();
    return found;
  }

  private come(groups: readonly Group<One>[]): readonly Group<One>[] {
    const after = this.awaitsAfter;
    return after === null ? groups : groups.filter(({ number }) => number > after);
  }

  private forget(): void {
    this.awaitsAfter = null;
    this.kept = null;
  }
}

export interface Group<One> {
  readonly number: number;
  readonly shortcuts: readonly One[];
}

function findIn<One extends Pressable>(groups: readonly Group<One>[], keys: string): One | null {
  for (const { shortcuts } of groups) {
    const found = shortcuts.find((one) => one.keys === keys);
    if (found !== undefined) return found;
  }
  return null;
}
