import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openPersonalKeys } from '#travellers';
import { Command } from 'commander';
import { NightlyVerification } from '../../apps/api/src/nightly-verification.ts';
import { addChargesCommand } from '../../apps/cli/src/charges.command.ts';
import { explain } from '../../apps/cli/src/output.ts';
import { addPeopleCommand } from '../../apps/cli/src/people.command.ts';
import { addSignInCommands } from '../../apps/cli/src/sign-in.command.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { signedAgreement } from './bodies.ts';

jest.setTimeout(120_000);

/**
 * As test/api/canary.spec.ts, for what is written beside HTTP: what the terminal is told of a refusal and of a fault, what the
 * nightly work says, and the acts and the database's log that come of both. What a command is asked to show is another thing.
 */
describe('words of people, at the terminal and at night', () => {
  let api: ApiUnderTest;
  let folder: string;
  const words: string[] = [];
  let told = '';
  let databaseLog: () => string = () => '';
  const environment = { ...process.env };

  const word = (): string => {
    const made = `Zq${words.length}canary${Math.random().toString(36).slice(2, 8)}`;
    words.push(made);
    return made;
  };
  const found = (text: string): string | undefined =>
    words.find((one) => text.toLowerCase().includes(one.toLowerCase()));

  /** What a command says on standard error, and its exit code; data on standard output is for whoever asked. */
  const run = async (...given: string[]): Promise<{ said: string; code: number }> => {
    const program = new Command('recoup').option('--json').exitOverride();
    for (const add of [addChargesCommand, addPeopleCommand, addSignInCommands]) add(program);
    const said: string[] = [];
    const hears = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const shows = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
    let code = 0;
    try {
      await program.parseAsync(['node', 'recoup', ...given]);
    } catch (error) {
      code = explain(error, false);
    } finally {
      hears.mockRestore();
      shows.mockRestore();
    }
    told += said.join('');
    return { said: said.join(''), code };
  };
  const charge = (facts: object): string => {
    const path = join(folder, 'charge.json');
    const usual = { agreement: 'CRA-2025-001', item: 'DOC-CTL', quantity: '1', deliveredOn: '2025-05-09' };
    writeFileSync(path, JSON.stringify([{ ...usual, ...facts }]));
    return path;
  };

  beforeAll(async () => {
    api = await apiOver('references');
    folder = mkdtempSync(join(tmpdir(), 'recoup-terminal-'));
    await signedAgreement(api);
    await api.books.db.query(`insert into platform.books (content) values ('SAMPLE')`);
    Object.assign(process.env, {
      ...{ DATABASE_URL: api.books.url, RECOUP_FOLDER: folder, RECOUP_TOKEN_FILE: join(folder, 'token') },
    });
    await openPersonalKeys(api.books.db, join(folder, 'keys', 'personal.key'));
    databaseLog = logOfTheDatabase(api.books.url);
  });
  afterAll(async () => {
    process.env = environment;
    rmSync(folder, { recursive: true });
    await api.close();
  });

  it('are in no refusal at the terminal', async () => {
    const as = ['--as', 'MINAMATA.finance'];
    const recorded = await run('charges', 'record', charge({ id: 'CLI-1', note: word(), traveller: word() }), ...as);
    expect(recorded).toEqual({ said: '', code: 0 });
    const refused = [
      await run('charges', 'record', charge({ id: 'CLI-1', note: word() }), ...as), // taken already
      await run('charges', 'record', charge({ id: 'CLI-2', note: word(), quantity: '0' }), ...as),
      await run('charges', 'record', charge({ id: 'CLI-3', note: word() }), '--as', 'BRS.certifying'),
      await run('people', 'add', 'BRS.jd', '--name', word(), '--secretariat', 'MINAMATA', '--as', 'BRS.administrator'),
      await run('people', 'renew', 'BRS.finance', '--reason', word(), '--as', 'BRS.administrator'),
    ];
    expect(refused.filter(({ code }) => code === 0)).toEqual([]);
    expect(refused.map(({ said }) => found(said)).filter((one) => one !== undefined)).toEqual([]);
  });

  it('are in no token’s way out: one that opens nothing is not repeated', async () => {
    const token = word().padEnd(43, 'x');
    writeFileSync(join(folder, 'token'), `${token}\n`, { mode: 0o600 });
    const { said, code } = await run('whoami');
    expect([code > 0, found(said)]).toEqual([true, undefined]);
    rmSync(join(folder, 'token'));
  });

  it('are in no line of the database’s log of all that', () => {
    if (databaseLog() !== '') expect(found(databaseLog())).toBeUndefined();
  });

  it('are in no fault, whose own words the database had from the statement', async () => {
    await api.books.owner.query(
      `create function charging.fail() returns trigger language plpgsql as $$ begin raise exception 'no %', new.note; end $$`,
    );
    await api.books.owner.query(
      'create trigger fails before insert on charging.charge for each row execute function charging.fail()',
    );
    const path = charge({ id: 'CLI-4', note: word() });
    const { said, code } = await run('charges', 'record', path, '--as', 'MINAMATA.finance');
    await api.books.owner.query('drop trigger fails on charging.charge');
    await api.books.owner.query('drop function charging.fail()');
    expect(code).toBe(70);
    expect(said).toMatch(/A fault of ours: QueryFailedError P0001\n {4}at /);
    expect(found(said)).toBeUndefined();
  });

  it('are in nothing that the nightly work says, and of what fails it says where', async () => {
    const failing = word();
    const works = { verify: () => Promise.reject(new TypeError(failing)) } as never;
    const forgetting = () => Promise.reject(new RangeError(word()));
    const said: string[] = [];
    const catching = (stream: NodeJS.WriteStream) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const spies = [catching(process.stderr), catching(process.stdout)];
    try {
      await new NightlyVerification(api.books.db, works, 2, () => [], forgetting).tonight();
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    const text = said.join('');
    expect(text).toMatch(/The books were not verified: TypeError/);
    expect(text).toMatch(/What is over was not forgotten: RangeError/);
    expect(found(text)).toBeUndefined();
  });

  it('are in no act', async () => {
    const acts = await api.books.owner.query<{ body: string }[]>('select body from platform.audit_event');
    expect(found(acts.map(({ body }) => body).join('\n'))).toBeUndefined();
    expect(words.length).toBeGreaterThan(8);
    expect(found(`${told} ${words[3] ?? ''}`)).toBe(words[3]); // it would be found
  });
});

/** What the tests' own engine writes from here on; nothing where the tests run on somebody's server. */
function logOfTheDatabase(url: string): () => string {
  const path = join(new URL(url).searchParams.get('host') ?? '', '..', 'postgres.log');
  if (!existsSync(path)) return () => '';
  const before = readFileSync(path).length;
  return () => readFileSync(path).subarray(before).toString('utf8');
}
