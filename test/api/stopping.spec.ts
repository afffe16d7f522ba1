import { beforeEach, describe, expect, it } from '@jest/globals';
import { stopping } from '../../apps/api/src/stopping.ts';

describe('signals to the server', () => {
  let seconds: number;
  let told: string[];
  let finish: () => void;
  let signalled: () => void;
  beforeEach(() => {
    seconds = 0;
    told = [];
    signalled = stopping({
      stop: () => {
        told.push('in order');
        return new Promise((resolve) => (finish = resolve));
      },
      stopAtOnce: () => {
        told.push('at once');
        return Promise.resolve();
      },
      say: () => undefined,
      exit: (code) => told.push(`exit ${code}`),
      clock: { now: () => new Date(seconds * 1000) },
    });
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('stop it in order', async () => {
    signalled();
    finish();
    await settled();
    expect(told).toEqual(['in order', 'exit 0']);
  });

  it('that come together are one: the terminal and npm pass on the same Ctrl-C', async () => {
    signalled();
    seconds = 4.9;
    signalled();
    finish();
    await settled();
    expect(told).toEqual(['in order', 'exit 0']);
  });

  it('that come later are impatient, once, and still stop the database before the end', async () => {
    signalled();
    seconds = 5;
    signalled();
    signalled();
    finish();
    await settled();
    expect(told).toEqual(['in order', 'at once', 'exit 130']);
  });
});
