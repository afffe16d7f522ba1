import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** Seconds that specs of these places take, where this machine has not run them yet: the first that fits. */
const guesses = [
  [/^test\/browser\/(screens|trips|people|corrections)/, 75],
  [/^test\/platform\/(backup|engine)/, 45],
  [/^test\/(browser\/|api\/(crawler|hostile|matrix)|platform\/(opening|production))/, 25],
  [/^test\/(architecture\/boundaries|lint\/|books\/sealing|migrations\/|api\/openapi)/, 15],
  [/^test\/(api|books|platform)\//, 6],
];
const anything = 1;

/**
 * The longest specs first, so that none is left over at the end that one core works on while the other looks on. A fresh
 * checkout has no record of how long they take, and what jest goes by instead, the length of the file, says little of it.
 */
export default class LongestFirst extends Sequencer {
  time(test) {
    const path = relative(test.context.config.rootDir, test.path);
    const seconds = guesses.find(([place]) => place.test(path))?.[1] ?? anything;
    return super.time(test) ?? seconds * 1000 + test.context.hasteFS.getSize(test.path) / 100;
  }
}
