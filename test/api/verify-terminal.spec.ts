import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { exitCode } from '../../apps/cli/src/exit-codes.ts';
import { addVerifyCommand } from '../../apps/cli/src/verify.command.ts';
import { sessionAs } from '../support/sessions.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { chargeBody, done, signedAgreement } from './bodies.ts';

jest.setTimeout(120_000); // every check, once for each verification

describe('a verification at the terminal', () => {
  let api: ApiUnderTest;
  let superuser: Awaited<ReturnType<typeof sessionAs>>;
  let folder: string;
  const environment = { ...process.env };

  const verified = async (): Promise<{ said: string; code: unknown }> => {
    const program = new Command('recoup').option('--json').exitOverride();
    addVerifyCommand(program);
    let said = '';
    const hears = jest.spyOn(process.stderr, 'write').mockImplementation((text) => (said += String(text)) !== '');
    const shows = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
    try {
      await program.parseAsync(['node', 'recoup', 'verify']);
      return { said, code: process.exitCode };
    } finally {
      hears.mockRestore();
      shows.mockRestore();
      process.exitCode = undefined;
    }
  };
  const kept = () =>
    api.books.db.query<object[]>('select ok from platform.verification order by sequence desc limit 1');
  const disabled = (how: 'disable' | 'enable') =>
    superuser.query(`alter table ledger.posting ${how} trigger posting_is_kept`);

  beforeAll(async () => {
    api = await apiOver('references');
    folder = mkdtempSync(join(tmpdir(), 'recoup-verify-'));
    superuser = await sessionAs('none', api.books.url);
    await api.books.db.query(`insert into platform.books (content) values ('SAMPLE')`);
    Object.assign(process.env, { DATABASE_URL: api.books.url, RECOUP_FOLDER: folder });
    await signedAgreement(api);
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'C-1' }), { by: 'MINAMATA.finance' }));
  });
  afterAll(async () => {
    process.env = environment;
    await superuser.destroy();
    rmSync(folder, { recursive: true });
    await api.close();
  });

  it('is kept in the books, as the nightly one is', async () => {
    expect(await verified()).toEqual({ said: '', code: undefined });
    expect(await kept()).toEqual([{ ok: true }]);
  });

  it('that fails stops posting until an officer lets it go on', async () => {
    await disabled('disable');
    const { said, code } = await verified();
    await disabled('enable');
    expect(code).toBe(exitCode.verificationFailed);
    expect(said).toContain('Posting is stopped');
    expect(await kept()).toEqual([{ ok: false }]);
    await done(200, api.post('/api/v1/charges/receipts', { charges: ['C-1'] }, { by: 'BRS.finance' }));
    const refused = { charges: ['C-1'] };
    const { body } = await done(409, api.post('/api/v1/charges/certifications', refused, { by: 'BRS.certifying' }));
    expect(body.code).toBe('VERIFICATION_FAILED');
  });

  it('that cannot be kept says so', async () => {
    await disabled('disable');
    const before = await kept();
    await superuser.query(
      'alter table platform.verification add constraint nothing_more check (sequence < 0) not valid',
    );
    const { said } = await verified();
    await superuser.query('alter table platform.verification drop constraint nothing_more');
    await disabled('enable');
    expect(said).toMatch(/What was found is not kept in the books, and posting goes on: /);
    expect(await kept()).toEqual(before);
  });
});
