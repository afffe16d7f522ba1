import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import type { Clock } from '#kernel';

/**
 * A line of the technical log: what happened to whom by code, never with what. There is no field for a name, an amount, a
 * body, a query string or a token, and none may be added: `test/api/canary.spec.ts` looks for them.
 */
export interface LogLine {
  readonly event: string; // "request", "fault", "started"
  readonly requestId?: string;
  readonly session?: string | null; // digest of the session's token, cut short
  readonly person?: string | null; // code
  readonly role?: string | null;
  readonly tenant?: string | null; // the secretariat that is acted for
  readonly method?: string;
  readonly route?: string; // as it is declared, "/api/v1/charges/:id": not the address that came
  readonly kind?: string | null; // of the object
  readonly object?: string | null; // its id, where the request found it
  readonly outcome?: string; // "200", or the code of the problem
  readonly status?: number;
  readonly milliseconds?: number;
  readonly address?: string; // the network it came from, not the machine
  readonly fault?: string; // class of an error and its place in the code, without its words
  readonly frames?: readonly string[];
}

/** Takes lines as they are. */
export interface LogSink {
  write(line: string): void;
}

export class TechnicalLog {
  constructor(
    private readonly sink: LogSink,
    private readonly clock: Clock,
  ) {}

  /** JSON escapes line ends, so that no text makes a second line. */
  write(line: LogLine): void {
    this.sink.write(`${JSON.stringify({ at: this.clock.now().toISOString(), ...line })}\n`);
  }
}

/** Faults of the program, for whoever looks at the terminal; all other lines are for the file. */
export const faultsOnTheTerminal: LogSink = {
  write: (line) => {
    if (/^\{"at":"[^"]*","event":"fault"/.test(line)) process.stderr.write(line);
  },
};

/** Each line to each of them. */
export function everySink(...sinks: readonly LogSink[]): LogSink {
  return {
    write: (line) => {
      for (const sink of sinks) sink.write(line);
    },
  };
}

const bytesMost = 10 * 1024 * 1024;

/**
 * A file that its owner alone reads, turned over at 10 MB. A line that cannot be written is lost, and the request it tells of
 * goes on: `onTrouble` hears of the first.
 */
export function fileSink(path: string, onTrouble: (sentence: string) => void): LogSink & { close(): void } {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let file = openSync(path, 'a', 0o600);
  let size = fstatSync(file).size;
  let lost = false;
  return {
    write(line) {
      try {
        if (size > bytesMost) {
          closeSync(file);
          renameSync(path, `${path}.1`);
          file = openSync(path, 'a', 0o600);
          size = 0;
        }
        size += writeSync(file, line);
        lost = false;
      } catch (error) {
        if (!lost)
          onTrouble(`The technical log ${path} takes no line (${String((error as { code?: unknown }).code)}).`);
        lost = true;
      }
    },
    close: () => closeSync(file),
  };
}

/** "192.0.2.17" of 192.0.2.0/24; "2001:db8:85a3::1" of 2001:db8:85a3::/48: enough to see where from, not who. */
export function networkOf(address: string): string {
  const four = /(?:^|:)(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address)?.[1];
  if (four !== undefined) return `${four}.0/24`;
  const [left = ''] = address.split('%');
  const [before = '', after] = left.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const groups =
    after === undefined ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return groups.length === 8 ? `${groups.slice(0, 3).join(':')}::/48` : 'unknown';
}
