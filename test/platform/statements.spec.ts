import type { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { inSnapshot, inTransaction } from '#platform';
import { withCommit } from '../../libs/platform/src/transaction.ts';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';

let books: FreshBooks;
let db: DataSource;
beforeAll(async () => {
  books = await freshBooks();
  ({ db } = books);
  await books.owner.query(
    `create table public.thing (id integer constraint thing_once primary key, said text);
     grant select, insert, update on public.thing to recoup_app`,
  );
}, 60_000);
afterAll(() => books.close());

const things = async (): Promise<string[]> =>
  (await db.query<{ said: string }[]>('select said from public.thing order by id')).map(({ said }) => said);

describe('a connection that is lost', () => {
  it('may say so right behind its greeting, when the pool has given it and nobody listens yet', async () => {
    const { master } = db.driver as PostgresDriver;
    const lost = new Error('terminating connection due to unexpected postmaster exit');
    await new Promise<void>((resolve, reject) => {
      master.connect((_: unknown, client: EventEmitter, release: (error: Error) => void) => {
        try {
          client.emit('error', lost); // where nobody listens, it is thrown, and ends a program
          resolve();
        } catch (error) {
          reject(error as Error);
        } finally {
          release(lost);
        }
      });
    });
    expect(await things()).toEqual([]); // on another
  });
});

describe('statements with parameters', () => {
  it('are planned once for each connection and then run by name', async () => {
    await inTransaction(db, async (tx) => {
      for (const id of ['1', '2', '3']) await tx.query('select said from public.thing where id = $1', [id]);
      const prepared = await tx.query<{ statement: string; runs: string; custom: string }[]>(
        `select statement, generic_plans as runs, custom_plans as custom from pg_prepared_statements where statement like '%public.thing where id%'`,
      );
      expect(prepared).toEqual([{ statement: 'select said from public.thing where id = $1', runs: '3', custom: '0' }]);
    });
  });

  it('are described once for each connection, and read alike ever after', async () => {
    const text = `select $1::date as on, '{a,b}'::text[] as both, null::integer as nothing`;
    const days = ['2025-01-01', '2025-01-02', '2025-01-03'];
    const runner = db.createQueryRunner();
    try {
      const { connection } = (await runner.connect()) as { connection: EventEmitter };
      let described = 0;
      connection.on('rowDescription', () => (described += 1));
      const asked: unknown[] = [];
      for (const day of days) asked.push(...((await runner.query(text, [day])) as unknown[]));
      expect(asked).toEqual(days.map((on) => ({ on, both: ['a', 'b'], nothing: null })));
      expect(described).toBe(1);
    } finally {
      await runner.release();
    }
  });

  it('whose rows come to look otherwise are refused, and not read as they were', async () => {
    await books.owner.query('create table public.changing (id integer); grant select on public.changing to recoup_app');
    const runner = db.createQueryRunner();
    const ask = (): Promise<unknown> => runner.query('select id from public.changing where id = $1', [1]);
    try {
      expect(await ask()).toEqual([]);
      await books.owner.query('alter table public.changing alter column id type bigint');
      await expect(ask()).rejects.toThrow('cached plan must not change result type');
    } finally {
      await runner.release();
    }
  });

  it('are planned for what is asked in a report', async () => {
    await inSnapshot(db, async (tx) => {
      await tx.query('select count(*) from public.thing where id > $1', [1]);
      const prepared = await tx.query<{ custom: string }[]>(
        `select custom_plans as custom from pg_prepared_statements where statement like '%count(*) from public.thing where id >%'`,
      );
      expect(prepared).toEqual([{ custom: '1' }]);
    });
  });

  it('that are sent together run in the order they were sent', async () => {
    await inTransaction(db, (tx) =>
      Promise.all([
        tx.query('insert into public.thing (id, said) values ($1, $2)', [1, 'first']),
        tx.query('update public.thing set said = said || $2 where id = $1', [1, ', then second']),
        tx.query('update public.thing set said = said || $2 where id = $1', [1, ', then third']),
      ]),
    );
    expect(await things()).toEqual(['first, then second, then third']);
  });

  it('that are sent together are all taken back when one of them fails, and its own error is told', async () => {
    const failing = inTransaction(db, (tx) =>
      Promise.all([
        tx.query('insert into public.thing (id, said) values ($1, $2)', [2, 'before']),
        tx.query('insert into public.thing (id, said) values ($1, $2)', [1, 'again']),
        tx.query('insert into public.thing (id, said) values ($1, $2)', [3, 'behind']),
      ]),
    );
    await expect(failing).rejects.toThrow('thing once');
    const deeper = inTransaction(db, (tx) =>
      Promise.all([
        Promise.all([tx.query('insert into public.thing (id, said) values ($1, $2)', [1, 'again'])]),
        tx.query('select said from public.thing where id = $1', [1]), // its own error would be that all is in vain
      ]),
    );
    await expect(deeper).rejects.toThrow('thing once');
    expect(await things()).toHaveLength(1);
    await expect(inTransaction(db, (tx) => tx.query('select $1::text as still', ['works']))).resolves.toEqual([
      { still: 'works' },
    ]);
  });
});

describe('a value that cannot be sent', () => {
  const around: Record<string, unknown> = {};
  around['itself'] = around;
  const text = 'select $1::json as said';
  const other = 'select $1::text as still';
  const works = [{ still: 'works' }];

  it('fails its own statement, and none beside it', async () => {
    const runner = db.createQueryRunner();
    try {
      for (const time of ['first', 'once it is known']) {
        const [before, failed, same, behind] = await Promise.allSettled([
          runner.query(other, ['works']),
          runner.query(text, [around]),
          runner.query(text, [{ time }]),
          runner.query(other, ['works']),
        ]);
        expect([before, behind]).toMatchObject([{ value: works }, { value: works }]);
        expect(failed).toMatchObject({ reason: { message: expect.stringContaining('circular') } });
        expect(same).toMatchObject({ value: [{ said: { time } }] });
      }
      expect(await runner.query(text, [{ time: 'after' }])).toEqual([{ said: { time: 'after' } }]);
    } finally {
      await runner.release();
    }
  });

  it('leaves its transaction to be taken back, and its connection as it was', async () => {
    const failing = inTransaction(db, (tx) =>
      Promise.all([
        tx.query('insert into public.thing (id, said) values ($1, $2)', [6, 'before']),
        tx.query(text, [around]),
      ]),
    );
    await expect(failing).rejects.toThrow('circular');
    expect(await things()).not.toContain('before');
    await expect(inTransaction(db, (tx) => tx.query(text, [{ still: 'works' }]))).resolves.toEqual([
      { said: { still: 'works' } },
    ]);
  });
});

describe('a statement that is sent with the commit', () => {
  it('stands with it', async () => {
    await inTransaction(db, (tx) => {
      withCommit(tx, tx.query('insert into public.thing (id, said) values ($1, $2)', [4, 'with the commit']));
      return Promise.resolve();
    });
    expect(await things()).toContain('with the commit');
  });

  it('takes the whole transaction back when it fails, and nothing is acknowledged', async () => {
    const failing = inTransaction(db, async (tx) => {
      await tx.query('insert into public.thing (id, said) values ($1, $2)', [5, 'the work']);
      withCommit(tx, tx.query('insert into public.thing (id, said) values ($1, $2)', [4, 'a second time']));
      return 'acknowledged';
    });
    await expect(failing).rejects.toThrow('thing once');
    expect(await things()).not.toContain('the work');
  });
});
