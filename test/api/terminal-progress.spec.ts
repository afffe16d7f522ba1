import process from 'node:process';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { progressBar } from '../../apps/cli/src/progress.ts';

let said: string[];
let isTerminal: boolean;
beforeEach(() => {
  said = [];
  isTerminal = process.stderr.isTTY;
  process.stderr.isTTY = false;
  jest.useFakeTimers();
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
  process.stderr.isTTY = isTerminal;
});

it('says every fifteen seconds how far it is where there is no terminal, and nothing after its end', () => {
  const bar = progressBar('Replaying');
  jest.advanceTimersByTime(15_000);
  bar.update(120, 300);
  jest.advanceTimersByTime(15_000);
  bar.end();
  jest.advanceTimersByTime(60_000);
  expect(said).toEqual(['Replaying ... 15 s\n', 'Replaying ... 120 of 300, 30 s\n']);
});
