import { randomBytes, randomUUID } from 'node:crypto';
import { actIn, onceTogether, type RequestKey, wasAnswered } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';

const by = { person: 'BRS.finance', secretariat: 'BRS' };
const secret = randomBytes(32);

describe('requests that are done together', () => {
  let books: FreshBooks;
  beforeAll(async () => {
    books = await freshBooks();
  });
  afterAll(() => books.close());

  const requests = (...keys: string[]): RequestKey[] =>
    keys.map((key) => ({ key, operation: 'POST /api/v1/charges', body: { id: key }, secret }));
  const answered = (words: readonly string[], asked: readonly RequestKey[]) =>
    onceTogether(books.db, asked, {
      prepare: async (tx) => {
        await actIn(tx, by);
        return by;
      },
      ahead: async () => undefined,
      act: async () => words.map((body) => ({ status: 201, body })),
    });
  const isKept = (key: string): Promise<boolean> =>
    books.db.transaction(async (tx) => {
      await actIn(tx, by);
      return wasAnswered(tx, { person: by.person, key });
    });

  it('are answered each under its own key', async () => {
    const asked = requests(randomUUID(), randomUUID());
    expect(await answered(['"one"', '"two"'], asked)).toEqual([
      { status: 201, body: '"one"' },
      { status: 201, body: '"two"' },
    ]);
    for (const { key } of asked) expect(await isKept(key)).toBe(true);
  });

  it('are not done where one of them is not answered: no other gets the answer that is not its own', async () => {
    const asked = requests(randomUUID(), randomUUID(), randomUUID());
    await expect(answered(['"one"', '"three"'], asked)).rejects.toThrow('an answer of its own');
    for (const { key } of asked) expect(await isKept(key)).toBe(false);
  });

  it('are not done where one of them was answered before, or two have one key', async () => {
    const [first, second, third] = requests(randomUUID(), randomUUID(), randomUUID()) as [
      RequestKey,
      RequestKey,
      RequestKey,
    ];
    await answered(['"one"'], [first]);
    await expect(answered(['"again"', '"two"'], [first, second])).rejects.toThrow();
    await expect(answered(['"three"', '"three"'], [third, third])).rejects.toThrow();
    for (const { key } of [second, third]) expect(await isKept(key)).toBe(false);
  });
});
