import { spawn } from 'node:child_process';
import process from 'node:process';
import { Refused } from '#kernel';

/** A command of the operator's that looks into a file before it is kept, such as `clamdscan --no-summary -`. */
export interface ScannerSettings {
  /** The program and its words; the file comes on its standard input. No shell is asked. */
  readonly command: readonly string[];
  readonly timeoutMs: number;
}

/** Files that wait for their turn; each is in memory meanwhile. */
const inLineMost = 8;

/**
 * Nothing is kept that was not found clean: where no command is set, nobody looks.
 * Its answer is its exit code, as antivirus programs have it: 0 is clean, 1 is not, all else is no answer.
 */
export class EvidenceScanner {
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly settings: ScannerSettings | null) {}

  /** One file after the other, and few in line: a scanner takes a processor. Errors: EvidenceNotClean, EvidenceNotScanned. */
  async check(bytes: Uint8Array): Promise<void> {
    const { settings } = this;
    if (settings === null) return;
    if (this.waiting >= inLineMost) throw new EvidenceNotScanned();
    this.waiting += 1;
    const scanned = this.last.then(() => exitCodeOf(settings, bytes));
    this.last = scanned.catch(() => undefined); // one that could not be started is no fault of the next
    const code = await scanned.finally(() => (this.waiting -= 1));
    if (code === 1) throw new EvidenceNotClean();
    if (code !== 0) throw new EvidenceNotScanned();
  }
}

/** Null where it did not run to its end in time. What it says is for nobody: it may name the file, or say what is in it. */
function exitCodeOf({ command, timeoutMs }: ScannerSettings, bytes: Uint8Array): Promise<number | null> {
  const [program = '', ...words] = command;
  return new Promise((answered) => {
    const scanner = spawn(program, words, {
      env: { PATH: process.env.PATH }, // no more: it reads what strangers send, and ours has addresses and passwords
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    scanner.on('error', () => answered(null)); // it is not there, or may not be run
    scanner.on('close', (code) => answered(code));
    scanner.stdin.on('error', () => undefined); // it ended before it had read all: its exit code says what it thinks
    scanner.stdin.end(bytes);
  });
}

export class EvidenceNotClean extends Refused {
  constructor() {
    super('The scanner of this server takes this file for harmful. Nothing was kept.');
  }
}

export class EvidenceNotScanned extends Refused {
  override readonly isOfTheMoment = true;

  constructor() {
    super(
      'The scanner of this server did not answer, and nothing is kept that it has not looked into. Try again later. Nothing was kept.',
    );
  }
}
