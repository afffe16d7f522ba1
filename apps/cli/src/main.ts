import process from 'node:process';
import { CommanderError } from 'commander';
import { exitCode } from './exit-codes.ts';
import { isInterrupted, stopOnSignal } from './interruption.ts';
import { explain } from './output.ts';
import { recoupProgram } from './program.ts';

// A reader that has seen enough (`| head`) ends the pipe, and so does a terminal that is closed; that is no fault, and what
// was started is still stopped.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
}
stopOnSignal();

try {
  await recoupProgram().parseAsync();
} catch (error) {
  if (isInterrupted()) await new Promise(() => undefined); // it ends when all is cleared up
  else if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  else process.exitCode = explain(error, process.argv.includes('--json'));
}
