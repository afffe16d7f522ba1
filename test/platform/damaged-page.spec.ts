import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { VerificationService } from '#audit';
import { readScenario, ReplayService, tables } from '#books';
import { SignInService } from '#identity';
import { Day, SetClock } from '#kernel';
import { inSnapshot, inTransaction, openDatabase, type OpenDatabase, programTenant } from '#platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TechnicalLog } from '../../apps/api/src/log/technical-log.ts';
import { createServer } from '../../apps/api/src/server.ts';
import { placeAt } from '../../libs/platform/src/engine/place.ts';
import { migrations, rights } from '../../migrations/index.ts';
import { anAct } from '../support/an-act.ts';

jest.setTimeout(120_000); // a cluster of its own on the disk

let folder: string;
let shelf: string;
const logged: string[] = [];
const open: { close(): Promise<unknown> }[] = [];

async function opened(): Promise<{ database: OpenDatabase; app: NestFastifyApplication }> {
  const database = await openDatabase({
    ...{ url: undefined, migratorUrl: undefined, sealerUrl: undefined, archive: undefined },
    ...{ production: true, folder, adopt: true },
    ...{ entities: tables, migrations, rights, poolSize: 4, tenant: programTenant },
    ...{ applicationName: 'recoup tests', statementTimeoutMs: 60_000, onProgress: () => undefined },
  });
  open.unshift(database);
  const secretsKeyFile = join(shelf, 'secrets.key');
  const clock = new SetClock(Day.of('2025-01-01'));
  const log = new TechnicalLog({ write: (line) => logged.push(line) }, clock);
  const app = await createServer(database.db, clock, { secretsKeyFile, log });
  open.unshift(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { database, app };
}

async function closed(): Promise<void> {
  for (const one of open.splice(0)) await one.close();
}

/** One bit of the first page of a table, in the file that the database has written. */
function flipBitIn(file: string): void {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, 8000);
  byte[0] = (byte[0] ?? 0) ^ 1;
  writeSync(handle, byte, 0, 1, 8000);
  closeSync(handle);
}

describe('a page of the database in which a bit has turned', () => {
  beforeAll(async () => {
    shelf = realpathSync(mkdtempSync(join(tmpdir(), 'recoup-page-')));
    chmodSync(shelf, 0o755);
    folder = join(shelf, 'books');
    const { database, app } = await opened();
    const sample = JSON.parse(readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8')) as object;
    const nothingHappened = { agreements: [], charges: [], trips: [], invoices: [], creditNotes: [] };
    const scenario = readScenario(JSON.stringify({ ...sample, ...nothingHappened }));
    await app.get(ReplayService).run(scenario, new SetClock(Day.of('2025-01-01')), () => undefined);
    await inTransaction(database.db, async (tx) => {
      await anAct(tx);
      await app.get(SignInService).addAccounts(tx, ['BRS.finance']);
    });
    const files = await database.db.query<{ account: string; rate: string }[]>(
      `select pg_relation_filepath('identity.account') as account, pg_relation_filepath('rates.operational_rate') as rate`,
    );
    await closed();
    for (const file of Object.values(files[0] ?? {})) flipBitIn(join(placeAt(folder).data, file));
  });
  afterEach(closed);
  afterAll(() => {
    rmSync(shelf, { recursive: true, force: true });
  });

  it('is said to whoever asks for what stands on it, and nothing is made up', async () => {
    const { app } = await opened();
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'content-type': 'application/json' },
      payload: { account: 'BRS.finance', password: 'heron-granite-lantern-42' },
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      503,
      { code: 'DATABASE_DAMAGED', detail: expect.not.stringContaining('base/') },
    ]);
    expect(logged.join('')).toMatch(/"damage":"invalid page in block 0 of relation/);
    expect(answer.headers['retry-after']).toBeUndefined(); // waiting mends nothing
  });

  it('fails the verification, which names it and stops posting', async () => {
    const { database, app } = await opened();
    const service = app.get(VerificationService);
    const verification = await inSnapshot(database.db, (tx) => service.verify(tx));
    expect(verification.ok).toBe(false);
    const findings = verification.checks.flatMap(({ first }) => first?.finding ?? []);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) expect(finding).toMatch(/^it cannot be run: invalid page in block 0 of relation/);
    await inTransaction(database.db, (tx) => service.keep(tx, verification, new Date('2025-01-01T12:00:00Z')));
    await expect(inTransaction(database.db, (tx) => service.isPostingStopped(tx))).resolves.toBe(true);
  });
});
