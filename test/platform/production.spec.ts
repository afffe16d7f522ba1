import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { prepareDatabase, roles } from '#platform';
import pg from 'pg';
import { withDatabase } from '../support/database-name.ts';
import { endChildren, kept } from './stage.ts';

jest.setTimeout(240_000); // the programs are built first, where they are not

/** The programs as an operator starts them: built, in processes of their own. */
describe('the programs in production', () => {
  const server = process.env.RECOUP_TEST_SERVER ?? '';
  const name = `recoup_test_production_${randomBytes(6).toString('hex')}`;
  const forRoles = `${name}_roles`;
  const login = `${name}_login`;
  const superuser = withDatabase(server, name);
  const asLogin = superuser.replace(/\/\/[^@]*@/, `//${login}:known@`);
  const sealing = `${name}_sealing`;
  const asSealer = superuser.replace(/\/\/[^@]*@/, `//${sealing}:known@`);
  let nowhere: string; // a folder for books that must not be opened

  beforeAll(async () => {
    const built = spawnSync(process.execPath, ['apps/prepare.mjs', 'build'], { encoding: 'utf8' });
    expect([built.status, built.stderr]).toEqual([0, built.stderr]);
    nowhere = mkdtempSync(join(tmpdir(), 'recoup-production-'));
    for (const one of [name, forRoles]) await administer(server, `create database ${one}`);
    await prepareDatabase({ connectionString: withDatabase(server, forRoles) }); // they are the server's
    await administer(server, `create role ${login} login password 'known' in role ${roles.app}`);
    await administer(server, `create role ${sealing} login password 'known' in role ${roles.sealer}`);
  });
  afterEach(endChildren);
  afterAll(async () => {
    for (const one of [name, forRoles]) await administer(server, `drop database ${one} with (force)`);
    for (const one of [login, sealing]) await administer(server, `drop role ${one}`);
    rmSync(nowhere, { recursive: true });
  });

  const environment = (more: Record<string, string>): NodeJS.ProcessEnv => {
    const {
      DATABASE_URL: _,
      RECOUP_MIGRATOR_URL: __,
      RECOUP_SEALER_URL: ____,
      NODE_OPTIONS: ___,
      ...inherited
    } = process.env;
    return { ...inherited, NODE_ENV: 'production', RECOUP_PORT: '0', RECOUP_FOLDER: nowhere, ...more };
  };

  interface Ended {
    readonly code: number | null;
    readonly printed: string;
    readonly said: string;
  }

  /** Ends by itself, or with Ctrl-C once it has printed `until`. */
  function run(program: 'api' | 'cli', words: string[], more: Record<string, string>, until?: RegExp): Promise<Ended> {
    const child = kept(
      spawn(process.execPath, [`dist/apps/${program}/src/main.js`, ...words], {
        env: environment(more),
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    return new Promise((resolve, reject) => {
      let [printed, said, stopping] = ['', '', false];
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (until?.test(printed) === true && !stopping) stopping = child.kill('SIGINT');
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, printed, said }));
    });
  }

  const recoup = (words: string[], more: Record<string, string>) => run('cli', words, more);
  const serve = (more: Record<string, string>) => run('api', ['--empty'], more, /Ctrl-C stops it/);

  it('refuse to serve an empty database, and say what prepares it', async () => {
    const { code, printed, said } = await serve({ DATABASE_URL: asLogin });
    expect(code).toBe(1);
    expect(printed).not.toContain('Recoup is running');
    expect(said).toMatch(
      /^This database is \d+ migrations behind this version of Recoup .*npm run recoup -- database prepare/,
    );
  });

  it('do not prepare it by a login that may not', async () => {
    const { code, said } = await recoup(['database', 'prepare'], { DATABASE_URL: asLogin });
    expect(code).not.toBe(0);
    expect(said).toContain("This login may not make Recoup's roles");
  });

  it('prepare it by one that may, and then serve it by the login of the server', async () => {
    const prepared = await recoup(['database', 'prepare', '--json'], { RECOUP_MIGRATOR_URL: superuser });
    expect(prepared).toMatchObject({ code: 0, said: '' });
    expect((JSON.parse(prepared.printed) as { migrations: number }).migrations).toBeGreaterThan(8);
    const again = await recoup(['database', 'migrate'], { RECOUP_MIGRATOR_URL: superuser });
    expect(again).toMatchObject({
      code: 0,
      printed: 'No migration was needed; the rights are those of this version.\n',
    });

    const unsealed = await serve({ DATABASE_URL: asLogin });
    expect(unsealed.code).toBe(1);
    expect(unsealed.said).toMatch(/^The server seals as recoup_sealer, and the login may not: .*RECOUP_SEALER_URL/);

    const served = await serve({ DATABASE_URL: asLogin, RECOUP_SEALER_URL: asSealer });
    expect(served).toMatchObject({ code: 0, said: '' });
    expect(served.printed).toContain('Recoup is running on PostgreSQL');
    expect(served.printed).toContain('Stopped; the books are as they were.');
  });

  it('refuse to serve it by a superuser, in one sentence', async () => {
    const { code, printed, said } = await serve({ DATABASE_URL: superuser });
    expect(code).toBe(1);
    expect(printed).not.toContain('Recoup is running');
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toMatch(/^DATABASE_URL logs in as ".*", which is a superuser.*create role recoup_server login/);
    const read = await recoup(['charges', 'list'], { DATABASE_URL: superuser });
    expect(read.code).not.toBe(0);
    expect(read.said).toContain('which is a superuser');
  });

  it('serve it by a superuser in development, with a warning', async () => {
    const { code, printed, said } = await serve({ DATABASE_URL: superuser, NODE_ENV: 'development' });
    expect(code).toBe(0);
    expect(printed).toContain('Recoup is running on PostgreSQL');
    expect(said).toMatch(/^WARNING: DATABASE_URL logs in as ".*", which is a superuser/);
  });

  it('look at it as a doctor does', async () => {
    const ask = async (words: string[], url: string) => {
      const { code, printed } = await recoup(['doctor', ...words, '--json'], { DATABASE_URL: url, NODE_ENV: '' });
      return { code, findings: JSON.parse(printed) as { subject: string; fit: boolean; todo: string }[] };
    };
    const fsync = await first(server, 'show fsync');
    const { code, findings } = await ask([], superuser);
    expect(code).toBe(findings.every(({ fit }) => fit) ? 0 : 1);
    expect(findings).toContainEqual(expect.objectContaining({ subject: 'role', fit: true }));
    expect(findings).toContainEqual(expect.objectContaining({ subject: 'fsync', fit: fsync === 'on' }));

    const strict = await ask(['--production'], superuser);
    expect(strict.code).toBe(1);
    const role = strict.findings.find(({ subject }) => subject === 'role');
    expect(role).toMatchObject({ fit: false, todo: expect.stringContaining('rights of recoup_app and no others') });
    const { findings: byLogin } = await ask(['--production'], asLogin);
    expect(byLogin).toContainEqual(expect.objectContaining({ subject: 'role', fit: true, todo: '' }));
    const unlimited = await ask([], `${asLogin}${asLogin.includes('?') ? '&' : '?'}options=-c%20statement_timeout%3D0`);
    const unfit = unlimited.findings.filter(({ fit }) => !fit).map(({ subject }) => subject);
    expect(unfit).toEqual(expect.arrayContaining(['role', 'statement_timeout', 'lock_timeout']));
  });
});

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function first(url: string, query: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: query, rowMode: 'array' });
    return String(rows[0]?.[0]);
  } finally {
    await client.end();
  }
}
