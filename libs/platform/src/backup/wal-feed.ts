import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from '../engine/account.ts';
import { shellWord } from '../engine/archiving.ts';
import type { BackupFolder } from './archive.ts';
import { BackupProblem } from './backup-problem.ts';
import { parseSegment, segmentName } from './wal.ts';

/** So many files of the log are unpacked before they are asked for. */
const AHEAD = 4;

/**
 * Hands the log from the archive to a server that recovers. The server asks by a command for one file after the other; the
 * command leaves the wish in a folder and waits there for the file. So the account of the server needs neither the key
 * nor Node, and no more of the log lies about in plain than a few files.
 */
export class WalFeed {
  /** Files of the log that were handed over. */
  given = 0;
  /** Why a file could not be: it is damaged. The server has stopped because of it. */
  failure: unknown = null;

  private readonly from: BackupFolder;
  private readonly folder: string;
  private readonly account: Account;
  private readonly segmentBytes: number;
  private readonly onGiven: (given: number) => void;
  private readonly ending = new AbortController();
  private work: Promise<void> = Promise.resolve();

  constructor(of: {
    from: BackupFolder;
    folder: string;
    account: Account;
    segmentBytes: number;
    onGiven: (given: number) => void;
  }) {
    this.from = of.from;
    this.folder = of.folder;
    this.account = of.account;
    this.segmentBytes = of.segmentBytes;
    this.onGiven = of.onGiven;
  }

  /** 1: there is no such file. 200: more than 125, which ends the recovery instead of ending the log here. */
  get command(): string {
    return (
      `f=${shellWord(this.folder)}/%f; test -e "$f" || : > "$f.wanted"; i=0; ` +
      'until test -e "$f"; do test -e "$f.absent" && exit 1; test -e "$f.refused" && exit 200; ' +
      'i=$((i+1)); test $i -lt 1200 || exit 200; sleep 0.05; done; mv "$f" "%p"'
    );
  }

  begin(): void {
    mkdirSync(this.folder, { mode: 0o700 });
    this.giveToServer(this.folder);
    this.work = this.serve();
  }

  async end(): Promise<void> {
    this.ending.abort();
    await this.work;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async serve(): Promise<void> {
    const laidOut = new Set<string>();
    let next: string | null = null;
    while (!this.ending.signal.aborted) {
      for (const name of laidOut) {
        if (existsSync(join(this.folder, name))) continue;
        laidOut.delete(name); // the server has taken it
        this.given += 1;
        this.onGiven(this.given);
      }
      const wanted = readdirSync(this.folder).find((name) => name.endsWith('.wanted'));
      if (wanted !== undefined) {
        rmSync(join(this.folder, wanted)); // before the answer: the server may ask for the same again after it
        const name = wanted.slice(0, -'.wanted'.length);
        if (await this.answer(name)) laidOut.add(name);
        next = this.following(name) ?? next;
      } else if (next !== null && laidOut.size < AHEAD) {
        // A damaged file is nobody's trouble until it is asked for: the target may lie before it.
        const isThere: boolean = await this.unpack(next).then(
          () => true,
          () => false,
        );
        if (isThere) laidOut.add(next);
        next = isThere ? this.following(next) : null;
      } else {
        await pause(10);
      }
    }
  }

  /** True if the file lies there now. */
  private async answer(name: string): Promise<boolean> {
    try {
      if (!this.from.has(`wal/${name}`)) {
        writeFileSync(join(this.folder, `${name}.absent`), '');
        return false;
      }
      if (!existsSync(join(this.folder, name))) await this.unpack(name);
      return true;
    } catch (error) {
      this.failure ??= error;
      writeFileSync(join(this.folder, `${name}.refused`), '');
      return false;
    }
  }

  /** The whole file under another name first: the server takes it as soon as it is there. */
  private async unpack(name: string): Promise<void> {
    const unfinished = join(this.folder, `${name}.unfinished`);
    const file = await open(unfinished, 'w', 0o600);
    let size = 0;
    try {
      for await (const part of this.from.readWal(name)) {
        await file.writeFile(part);
        size += part.length;
      }
    } finally {
      await file.close();
    }
    if (parseSegment(name, this.segmentBytes) !== null && size !== this.segmentBytes) {
      throw new BackupProblem('BACKUP_DAMAGED', `${name} of the log has ${size} bytes and not ${this.segmentBytes}.`);
    }
    this.giveToServer(unfinished);
    renameSync(unfinished, join(this.folder, name));
  }

  private following(name: string): string | null {
    const segment = parseSegment(name, this.segmentBytes);
    if (segment === null) return null;
    const next = segmentName({ ...segment, number: segment.number + 1n }, this.segmentBytes);
    return this.from.has(`wal/${next}`) ? next : null;
  }

  private giveToServer(path: string): void {
    const { uid, gid } = this.account.server;
    if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  }
}
