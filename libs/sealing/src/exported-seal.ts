import { fromHex } from './base64.ts';
import { checkSigned, inWords, readCheckpoint, type ReadCheckpoint } from './checkpoint.ts';
import { leafHash, sameBytes } from './merkle-tree.ts';
import { type Cryptography, type NoteKey, parseKey } from './signed-note.ts';
import { type Finding, TreeCheck } from './tree-check.ts';

/**
 * What an export says of the seal: the log once, then each leaf in the order of its position, and each checkpoint right
 * after the last leaf it is over; then what is committed and waits for the sealer. `keys` are all that the log has signed with, each as name+id+BASE64; `hash` is hex; `body`
 * holds the sealed words as they are stored now, null where there is no such record any more.
 */
export type SealRecord =
  | { readonly t: 'log'; readonly origin: string; readonly keys: readonly string[] }
  | {
      readonly t: 'leaf';
      readonly position: number;
      readonly kind: string;
      readonly record: string;
      readonly hash: string;
      readonly body: string | null;
    }
  | { readonly t: 'checkpoint'; readonly size: number; readonly note: string }
  | { readonly t: 'queued'; readonly kind: string; readonly record: string };

type Of<T extends SealRecord['t']> = Extract<SealRecord, { t: T }>;

const text = new TextEncoder();

/**
 * The seal of an export, added up again without a database: every leaf from its words, the tree from the leaves, both against
 * every checkpoint and against notes that were kept elsewhere. The keys are those that the export names: only a note from
 * elsewhere shows an export that was made up as a whole.
 */
export class ExportedSeal {
  private readonly check: TreeCheck;
  private readonly held = new Map<number, ReadCheckpoint[]>();
  private readonly notLedTo: { note: ReadCheckpoint; here: string }[] = [];
  private readonly answeredFor: { size: number; root: string }[] = [];
  private log: { origin: string; keys: NoteKey[] } | null = null;
  private newest: ReadCheckpoint | null = null;

  /** `held` are checkpoint notes as they were written. Errors: NoteMalformed, CheckpointMalformed. */
  constructor(
    private readonly cryptography: Cryptography,
    held: readonly string[],
  ) {
    this.check = new TreeCheck(cryptography.sha256);
    for (const note of held.map(readCheckpoint)) this.held.set(note.size, [...(this.held.get(note.size) ?? []), note]);
  }

  accept(record: SealRecord): void {
    if (record.t === 'log') this.opened(record);
    else if (record.t === 'leaf') this.leaf(record);
    else if (record.t === 'checkpoint') this.checkpoint(record);
  }

  /** After the last record: what is wrong, by position, those about no leaf last. */
  findings(): readonly Finding[] {
    for (const note of [...this.held.values()].flat()) {
      if (note.size > this.check.size) this.notLedTo.push({ note, here: `${this.check.size} leaves` });
      try {
        if (this.log !== null) checkSigned(this.cryptography, note, this.log);
      } catch (error) {
        this.check.find('HELD_CHECKPOINT', null, error instanceof Error ? error.message : String(error));
      }
    }
    for (const { note, here } of this.notLedTo) {
      const isAnsweredFor = this.answeredFor.some(
        ({ size, root }) => size === note.size && note.note.text.split('\n')[2] === root,
      );
      if (isAnsweredFor) continue;
      const position = Math.min(note.size, this.check.size) - 1;
      this.check.find('HELD_CHECKPOINT', position, `A note held elsewhere has ${inWords(note)}, and here are ${here}.`);
    }
    this.check.end(this.newest);
    return this.check.findings;
  }

  private opened({ origin, keys }: Of<'log'>): void {
    this.log = { origin, keys: keys.map((key) => parseKey(this.cryptography.sha256, key)) };
  }

  private leaf({ position, kind, record, hash, body }: Of<'leaf'>): void {
    const { sha256 } = this.cryptography;
    const recomputed = body === null ? null : leafHash(sha256, text.encode(`${kind}\n${body}`));
    if (!this.check.leaf({ position, kind, record, stored: fromHex(hash), recomputed })) return;
    if (kind === 'restore-event' && body !== null) {
      const { lost } = JSON.parse(body) as { lost: { size: number; root: string } };
      this.answeredFor.push(lost);
    }
    for (const note of this.held.get(this.check.size) ?? []) {
      const root = this.check.root();
      if (!sameBytes(root, note.root)) this.notLedTo.push({ note, here: inWords({ ...note, root }) });
    }
  }

  private checkpoint({ size, note }: Of<'checkpoint'>): void {
    const problem = (what: string): void =>
      this.check.find('CHECKPOINT_SIGNATURE', size - 1, `The checkpoint of ${size} leaves: ${what}`);
    try {
      const read = readCheckpoint(note);
      if (this.log === null) return problem('this export names no log.');
      checkSigned(this.cryptography, read, this.log);
      if (read.size !== size) return problem('it says another size in its note.');
      this.newest = read;
      if (size === this.check.size) this.check.checkpoint(read);
    } catch (error) {
      problem(error instanceof Error ? error.message : String(error));
    }
  }
}
