import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { papersAtOnce, papersAtOnceInAll, usualLimits } from '../../apps/api/src/http/limits.ts';
import { createServer } from '../../apps/api/src/server.ts';
import { sample } from '../support/beginnings.ts';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { type SignedIn, signedInto } from '../support/signed-in.ts';
import { chargeBody } from './bodies.ts';
import type { QueryRunner } from 'typeorm';

jest.setTimeout(120_000); // thousands of connections are opened

/** As many as are to stand idle, or as this process may open: each takes a file here and one at the server, which is here too. */
const idleConnections = Math.min(2000, Math.floor((openFilesMost() - 400) / 2));
const longerThanThisTest = 240_000; // ms: no connection is closed for being slow while this looks

describe('a server with thousands of idle connections, and papers being made for everybody', () => {
  let books: FreshBooks;
  let app: NestFastifyApplication;
  let signedIn: SignedIn;
  let url: string;
  let keeper: QueryRunner;
  const idle: Socket[] = [];
  beforeAll(async () => {
    books = await freshBooks(sample);
    const patience = { headers: longerThanThisTest, request: longerThanThisTest, idle: longerThanThisTest };
    const served = await books.served();
    app = await createServer(served, books.clock, { keys: books.keys, limits: usualLimits, patience });
    await app.init();
    await app.listen({ host: '127.0.0.1', port: 0 });
    url = await app.getUrl();
    signedIn = await signedInto(books);
    keeper = books.owner.createQueryRunner();
    // A reader waits for a table as long as it is kept from it, and keeps its connection to the database.
    const all = Array.from({ length: 20 }, () =>
      served.query(`select set_config('lock_timeout', '0', false), pg_sleep(0.2)`),
    );
    await Promise.all(all);
  });
  afterAll(async () => {
    for (const socket of idle) socket.destroy();
    if (keeper.isTransactionActive) await keeper.rollbackTransaction(); // or whoever waits for it would wait on
    await keeper.release();
    await app.close();
    await books.close();
  });

  const people = ['finance', 'certifying', 'approving', 'auditor', 'administrator'].flatMap((role) => [
    `BRS.${role}`,
    `MINAMATA.${role}`,
  ]);

  it('takes a charge all the same, before any paper is there and while all of them are connected', async () => {
    const { port } = app.getHttpServer().address() as { port: number };
    let hungUp = 0;
    for (let count = 0; count < idleConnections; count += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined).once('close', () => (hungUp += 1));
      idle.push(socket);
      await once(socket, 'connect');
      if (count % 2 === 1) socket.write('POST /api/v1/charges HTTP/1.1\r\nHost: loc'); // and no more: half of them are slow
    }
    expect(idle.length).toBeGreaterThan(200);

    await keeper.startTransaction();
    await keeper.query('lock table invoicing.paper in access exclusive mode'); // whoever makes a paper waits here
    const papers: number[] = [];
    const paperFor = async (person: string): Promise<void> => {
      const answer = await fetch(`${url}/api/v1/invoices/BRS-2025-0001/pdf`, { headers: await signedIn(person) });
      await answer.arrayBuffer();
      papers.push(answer.status);
    };
    const making = people.flatMap((person) => Array.from({ length: papersAtOnce }, () => paperFor(person)));
    const wanted = making.length;
    expect(wanted).toBeGreaterThan(papersAtOnceInAll);
    // Those beyond the limit are told so at once. Without one, all would wait here, each on a connection that posting needs.
    for (let looks = 0; papers.length < wanted - papersAtOnceInAll && looks < 3_000; looks += 1) await pause(10);
    expect(papers).toEqual(Array<number>(wanted - papersAtOnceInAll).fill(429));

    const posted = await fetch(`${url}/api/v1/charges`, {
      method: 'POST',
      headers: {
        ...(await signedIn('MINAMATA.finance')),
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(chargeBody({ id: 'IN-THE-CROWD' })),
      signal: AbortSignal.timeout(30_000), // it would wait for a paper that waits for us
    });
    expect([posted.status, (await posted.json()) as object]).toMatchObject([201, { id: 'IN-THE-CROWD' }]);
    expect(papers).toHaveLength(wanted - papersAtOnceInAll);
    expect(hungUp).toBe(0);

    await keeper.rollbackTransaction();
    await Promise.all(making);
    expect(papers.filter((status) => status === 200)).toHaveLength(papersAtOnceInAll);
  });

  it('answers whoever reads while more than it has connections wait to write, and then writes for all of them', async () => {
    await keeper.startTransaction();
    await keeper.query(`select from agreements.agreement where number = 'CRA-2025-001' for update`);
    const record = async (id: string): Promise<number> => {
      const headers = { ...(await signedIn('MINAMATA.finance')), 'content-type': 'application/json' };
      const answer = await fetch(`${url}/api/v1/charges`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': randomUUID() },
        body: JSON.stringify(chargeBody({ id })),
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    const recording = Array.from({ length: 30 }, (_, number) => record(`IN-A-ROW-${number}`));
    // Not asked by the keeper: a transaction sees who waits as it was when it first looked.
    const waiting = async (): Promise<number> => {
      const [row] = await books.owner.query<{ count: number }[]>(
        `select count(distinct pid)::integer as count from pg_locks join pg_stat_activity using (pid)
         where datname = current_database() and not granted`,
      );
      return row?.count ?? 0;
    };
    while ((await waiting()) < 3) await pause(10); // the others have no connection yet
    const read = await fetch(`${url}/api/v1/charges/IN-THE-CROWD`, {
      headers: await signedIn('MINAMATA.finance'),
      signal: AbortSignal.timeout(30_000), // it would wait for writers that wait for us
    });
    expect(read.status).toBe(200);

    await keeper.rollbackTransaction();
    expect(await Promise.all(recording)).toEqual(Array<number>(30).fill(201));
  });
});

function openFilesMost(): number {
  const report = process.report.getReport() as unknown as { userLimits?: { open_files: { soft: number | string } } };
  const soft = report.userLimits?.open_files.soft ?? 1024;
  return typeof soft === 'number' ? soft : 100_000; // "unlimited"
}
