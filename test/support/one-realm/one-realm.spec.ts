import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const canaries = join(import.meta.dirname, 'canaries');

/** What jest says of two specs that do the same, one after the other in one worker. */
async function runCanaries(...options: string[]): Promise<string> {
  const jest = ['--no-warnings', '--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js')];
  const asSpecs = ['--config', join(canaries, 'jest.config.mjs'), '--runInBand', '--verbose', ...options];
  const child = spawn(process.execPath, [...jest, ...asSpecs], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const [said] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return said;
}

it('a spec meets the modules of the product that others have used, and no variable, clock, mock or page that they left', async () => {
  const said = await runCanaries();
  expect(said).toContain('Tests:       6 passed, 6 total');
  expect(said).toContain('spec 1 that meets these modules');
  expect(said).toContain('spec 2 that meets these modules');
});

it('with an environment that leaves everything as it is, the second of the two fails', async () => {
  const said = await runCanaries('--testEnvironment', join(canaries, 'left-as-it-is.mjs'));
  expect(said).toContain('✕ finds no variable, no clock, no mock, no matcher and no page of another spec');
  expect(said).toContain('1 failed, 5 passed');
});
