import { describe, expect, it } from '@jest/globals';
import { loaded, PagesRenewed } from './loaded.ts';

/** A server that answers as it is told, one after another, and then always; the code comes at the attempt of that number. */
function anAttempt({ comesAt, answers }: { comesAt: number; answers: readonly boolean[] }) {
  const seen = { attempts: 0, lost: 0, pauses: 0, styled: 0 };
  const left = [...answers];
  const code = loaded(
    () => {
      seen.attempts += 1;
      return seen.attempts >= comesAt ? Promise.resolve('code') : Promise.reject(new TypeError('Failed to fetch'));
    },
    {
      isReached: () => Promise.resolve(left.shift() ?? true),
      onLost: () => void (seen.lost += 1),
      pause: () => Promise.resolve(void (seen.pauses += 1)),
      style: () => Promise.resolve(void (seen.styled += 1)),
    },
  );
  return { code, seen };
}

describe('the code of a screen', () => {
  it('is there at once, or is asked for until it comes while the server is not reached', async () => {
    await expect(anAttempt({ comesAt: 1, answers: [] }).code).resolves.toBe('code');
    const { code, seen } = anAttempt({ comesAt: 4, answers: [false, false, false] });
    await expect(code).resolves.toBe('code');
    expect(seen).toEqual({ attempts: 4, lost: 3, pauses: 3, styled: 1 });
  });

  it('is asked for once more where the server is reached by then', async () => {
    const { code, seen } = anAttempt({ comesAt: 3, answers: [false, true] });
    await expect(code).resolves.toBe('code');
    expect(seen.attempts).toBe(3);
  });

  it('that a reached server does not have is that of another version', async () => {
    const { code, seen } = anAttempt({ comesAt: 9, answers: [true, true] });
    await expect(code).rejects.toThrow(PagesRenewed);
    expect(seen).toEqual({ attempts: 2, lost: 0, pauses: 0, styled: 0 });
  });
});
