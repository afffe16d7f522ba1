import { describe, expect, it } from '@jest/globals';
import { Intentions } from './intentions.ts';
import { NotConnected, Refusal } from './refusal.ts';

const wantsProof = new Refusal({
  ...{ status: 403, code: 'STEP_UP_NEEDED', title: '', detail: '', errors: [], requestId: '' },
});
const isNo = new Refusal({ ...wantsProof.problem, status: 422, code: 'CHARGE_IS_PROVISIONAL' });
const proves = () => Promise.resolve(true);

interface Asked {
  readonly key: string;
  readonly answer: (said: string | Error) => void;
}

/** What is sent, each with its answer to come. */
function sending() {
  const intentions = new Intentions<unknown>();
  const asked: Asked[] = [];
  const attempt = (key: string): Promise<string> =>
    new Promise((resolve, reject) => {
      asked.push({ key, answer: (said) => (said instanceof Error ? reject(said) : resolve(said)) });
    });
  return { asked, send: (input: unknown) => intentions.send(input, attempt, proves) };
}

const keys = (asked: readonly Asked[]): string[] => asked.map(({ key }) => key);
const differ = (asked: readonly Asked[]): number => new Set(keys(asked)).size;

describe('what is sent while another answer is awaited', () => {
  it('has a key of its own where it is something else', async () => {
    const { asked, send } = sending();
    const [one, other] = [send('proposal 1'), send('proposal 2')];
    expect([asked.length, differ(asked)]).toEqual([2, 2]);
    for (const { answer } of asked) answer('signed');
    await expect(Promise.all([one, other])).resolves.toEqual(['signed', 'signed']);
  });

  it('is something else where it is another file', () => {
    const { asked, send } = sending();
    for (const text of ['ticket', 'invoice']) void send(new Blob([text]));
    expect([asked.length, differ(asked)]).toEqual([2, 2]);
  });

  it('has the same key where it is the same, pressed twice', async () => {
    const { asked, send } = sending();
    const both = [send(['K-01', 'K-02']), send(['K-01', 'K-02'])];
    expect([asked.length, differ(asked)]).toEqual([2, 1]);
    for (const { answer } of asked) answer('certified');
    await Promise.all(both);
  });
});

describe('what is sent again', () => {
  it('has the key of before where no answer came, and a new one after an answer', async () => {
    const { asked, send } = sending();
    const first = send('settle');
    asked[0]?.answer(new NotConnected());
    await expect(first).rejects.toThrow(NotConnected);
    const second = send('settle');
    asked[1]?.answer(isNo);
    await expect(second).rejects.toBe(isNo);
    const third = send('settle');
    asked[2]?.answer('settled');
    await third;
    void send('settle');
    const [lost, again, afterNo, afterYes] = keys(asked);
    expect(again).toBe(lost);
    expect(new Set([again, afterNo, afterYes]).size).toBe(3);
  });

  it('keeps the key that it has while it is under way, though an equal one is answered later', async () => {
    const { asked, send } = sending();
    const [one, twin] = [send('settle'), send('settle')];
    asked[0]?.answer('settled');
    await one;
    const next = send('settle');
    asked[1]?.answer('settled');
    await twin;
    asked[2]?.answer(new NotConnected());
    await expect(next).rejects.toThrow(NotConnected);
    void send('settle');
    expect(keys(asked)[3]).toBe(keys(asked)[2]);
  });

  it('after a fresh proof has one key too, until an answer comes', async () => {
    const { asked, send } = sending();
    const first = send('certify');
    asked[0]?.answer(wantsProof);
    await new Promise(setImmediate);
    asked[1]?.answer(new NotConnected()); // it was done, and the answer is lost
    await expect(first).rejects.toThrow(NotConnected);
    void send('certify');
    const [refused, proven, again] = keys(asked);
    expect(proven).not.toBe(refused);
    expect(again).toBe(proven);
  });
});
