import process from 'node:process';
import { clearUp } from '#platform';
import { say } from './output.ts';

/** As the shell counts them: 128 and the number of the signal. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

let interrupted = false;
let outcome = 'A change is written whole or not at all: look at the books before you repeat it.';

/** Whether a signal has come: what fails from then on was cut off, and is no fault. */
export function isInterrupted(): boolean {
  return interrupted;
}

/** What holds of a command that is stopped, where it is not that its change was written whole or not at all. */
export function whenStopped(sentence: string): void {
  outcome = sentence;
}

/**
 * Ctrl-C, a polite end and a closed terminal stop whatever this command has started before it ends; more signals change
 * nothing, for a terminal and npm send the same one twice.
 */
export function stopOnSignal(): void {
  for (const [signal, code] of Object.entries(codes)) {
    process.on(signal, () => {
      if (interrupted) return;
      interrupted = true;
      void clearUp((error) => say(error instanceof Error ? error.message : String(error))).finally(() => {
        say(`Stopped. ${outcome}`);
        process.exit(code);
      });
    });
  }
}
