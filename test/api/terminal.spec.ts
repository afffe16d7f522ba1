import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openPersonalKeys } from '#travellers';
import { Command } from 'commander';
import { addChargesCommand } from '../../apps/cli/src/charges.command.ts';
import { addCodingsCommand } from '../../apps/cli/src/codings.command.ts';
import { addInvoicesCommand } from '../../apps/cli/src/invoices.command.ts';
import { exitCode } from '../../apps/cli/src/exit-codes.ts';
import { explain } from '../../apps/cli/src/output.ts';
import { addRatesCommand } from '../../apps/cli/src/rates.command.ts';
import { addReferenceCommand } from '../../apps/cli/src/reference.command.ts';
import { addSettlementsCommand } from '../../apps/cli/src/settlements.command.ts';
import { addTripsCommand } from '../../apps/cli/src/trips.command.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { certified, done, passThroughBody, sign, signedAgreement, travelAgreementBody, tripBody } from './bodies.ts';

jest.setTimeout(120_000);

describe('an officer at the terminal', () => {
  let api: ApiUnderTest;
  let folder: string;
  const environment = { ...process.env };

  const run = async (...given: string[]): Promise<{ shown: string; said: string; code: number }> => {
    const program = new Command('recoup').option('--json').exitOverride();
    for (const add of [addChargesCommand, addCodingsCommand, addInvoicesCommand, addRatesCommand]) add(program);
    for (const add of [addReferenceCommand, addSettlementsCommand, addTripsCommand]) add(program);
    const texts = { shown: '', said: '' };
    const hears = jest.spyOn(process.stderr, 'write').mockImplementation((text) => (texts.said += String(text)) !== '');
    const shows = jest
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => (texts.shown += String(text)) !== '');
    try {
      await program.parseAsync(['node', 'recoup', ...given]);
      return { ...texts, code: 0 };
    } catch (error) {
      const code = explain(error, false);
      return { ...texts, code };
    } finally {
      hears.mockRestore();
      shows.mockRestore();
    }
  };
  const file = (content: unknown): string => {
    const path = join(folder, 'file.json');
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const trip = (fields: object = {}): object => tripBody({ ...fields });

  beforeAll(async () => {
    api = await apiOver('references');
    folder = mkdtempSync(join(tmpdir(), 'recoup-terminal-'));
    await api.books.db.query(`insert into platform.books (content) values ('SAMPLE')`); // where --as is taken at its word
    Object.assign(process.env, { DATABASE_URL: api.books.url, RECOUP_FOLDER: folder });
    await openPersonalKeys(api.books.db, join(folder, 'keys', 'personal.key'));
    await signedAgreement(api);
    api.today('2025-12-01');
    await done(201, api.post('/api/v1/agreements', travelAgreementBody(), { by: 'BRS.finance' }));
    await done(200, sign(api, 'CRA-2025-002', '2025-08-01'));
  });
  afterAll(async () => {
    process.env = environment;
    rmSync(folder, { recursive: true });
    await api.close();
  });

  it('tries and records a trip, as one charge at what it cost', async () => {
    const words = ['trips', 'record', file([trip()]), '--as', 'BRS.finance'];
    const tried = await run(...words, '--dry-run');
    expect(tried).toMatchObject({ code: 0, said: 'A dry run: nothing was written.\n' });
    expect(tried.shown).toContain('T-02');
    expect((await api.get('/api/v1/charges/T-02')).status).toBe(404);
    expect(await run(...words)).toMatchObject({ code: 0, said: '' });
    expect((await api.get('/api/v1/charges/T-02', { by: 'BRS.finance' })).body).toMatchObject({
      trip: { party: 'KE' },
    });
  });

  it('tries and states a coding, of a line or of what a fund receives', async () => {
    const words = ['codings', 'state', '--fund-centre', '11207', '--reason', 'a letter', '--as', 'BRS.approving'];
    const listed = async (): Promise<object[]> =>
      (JSON.parse((await run('codings', 'list', '--json')).shown) as { statedBy: string | null }[]).filter(
        ({ statedBy }) => statedBy !== null,
      );
    expect((await run(...words, '--line', 'BC-1-COP17', '--dry-run')).said).toBe('A dry run: nothing was written.\n');
    expect(await listed()).toEqual([]);
    const neither = await run(...words);
    expect(neither).toMatchObject({ code: 2, said: expect.stringContaining('one of the two') });
    expect(await run(...words, '--line', 'BC-1-COP17', '--fund', 'BC')).toMatchObject({ code: 2 });
    expect(await run(...words, '--line', 'BC-1-COP17')).toMatchObject({ code: 0, said: '' });
    expect(await run(...words, '--fund', 'BC', '--grant', 'G-1')).toMatchObject({ code: 0, said: '' });
    expect(await listed()).toMatchObject([
      { fund: 'BC', budgetLine: null, fundCentre: '11207', grant: 'G-1' },
      { fund: 'BC', budgetLine: 'BC-1-COP17', fundCentre: '11207', grant: null },
    ]);
  });

  it('loads rates, is told what waits for whom, and sees both', async () => {
    const sek = (unitsPerUsd: string, effectiveOn = '2025-06-01') => ({ currency: 'SEK', effectiveOn, unitsPerUsd });
    const loads = async (by: string, ...rates: object[]) =>
      (await run('rates', 'import', file(rates), '--as', by)).shown.replaceAll(folder, '').split('\n');
    const july = sek('9.6', '2025-07-01');
    expect(await loads('BRS.finance', sek('9.5'), july)).toEqual([
      'No rate is in force from now on.',
      '2 rates wait for a second person, and price nothing until then: SEK of 2025-06-01 at 9.5, SEK of 2025-07-01 at 9.6.',
      'Next: a finance or approving officer of either side, and not BRS.finance, takes the list from its source and loads it: npm run recoup -- rates import /file.json',
      '',
    ]);
    expect(await loads('MINAMATA.finance', sek('9.50'), sek('96', '2025-07-01'))).toEqual([
      '1 rate is in force from now on: SEK of 2025-06-01 at 9.50.',
      '1 rate waits for a second person, and prices nothing until then: SEK of 2025-07-01 at 96.',
      'SEK of 2025-07-01 waits with another value too: 9.6, loaded by BRS. One of the two is a slip; compare both with the source.',
      expect.stringContaining('and not MINAMATA.finance,'),
      '',
    ]);
    const { shown } = await run('rates', 'list', '--currency', 'SEK');
    expect(shown.split('\n').map((line) => line.trimEnd())).toEqual([
      'Currency  Effective   Units per USD',
      '────────  ──────────  ─────────────',
      'SEK       2025-06-01           9.50',
      '',
      'Waiting for a second person, and not in force:',
      '',
      'Currency  Effective   Units per USD  Loaded by',
      '────────  ──────────  ─────────────  ────────────────',
      'SEK       2025-07-01            9.6  BRS.finance',
      'SEK       2025-07-01             96  MINAMATA.finance',
      '',
    ]);
    expect(JSON.parse((await run('rates', 'list', '--currency', 'SEK', '--json')).shown)).toEqual({
      items: [sek('9.50')],
      waiting: [
        { ...july, loadedBy: 'BRS.finance' },
        { ...sek('96', '2025-07-01'), loadedBy: 'MINAMATA.finance' },
      ],
    });
    expect(await loads('BRS.finance', sek('9.5'))).toEqual([
      'No rate is in force from now on.',
      '1 rate was in the books with this value already.',
      '',
    ]);
    const json = await run('rates', 'import', file([july]), '--as', 'BRS.approving', '--json', '--dry-run');
    expect(JSON.parse(json.shown)).toEqual({ read: 1, added: 1, waiting: [], pricedEarlier: [] });
  });

  it('is told what a trip lacks, with its place', async () => {
    const path = file([trip({ id: 'T-03', traveller: undefined })]);
    const { said, code } = await run('trips', 'record', path, '--as', 'BRS.finance');
    expect([code, said]).toEqual([1, expect.stringContaining('/0/traveller')]);
  });

  it('signs in where --as proves nothing, and loads reference data into empty books alone', async () => {
    await api.books.owner.query(`update platform.books set content = 'EMPTY'`);
    const { code, said } = await run('charges', 'certify', 'A1-05');
    await api.books.owner.query(`update platform.books set content = 'SAMPLE'`);
    expect([code, said]).toEqual([exitCode.forbidden, expect.stringContaining('SIGN_IN_AT_THIS_TERMINAL')]);
    const load = await run(
      'reference',
      'load',
      join(import.meta.dirname, '../../apps/api/sample/scenario-2024-2025.json'),
    );
    expect([load.code, load.said]).toEqual([exitCode.conflict, expect.stringContaining('BOOKS_NOT_EMPTY')]);
  });

  it('is told which file is not there, or is none', async () => {
    const missing = await run('trips', 'record', join(folder, 'none.json'), '--as', 'BRS.finance');
    expect(missing).toMatchObject({ code: 2, said: expect.stringMatching(/^There is no .*none\.json\. Name a file/) });
    const aFolder = await run('charges', 'record', folder, '--as', 'BRS.finance');
    expect(aFolder).toMatchObject({ code: 2, said: expect.stringMatching(/is a folder\. Name a file\.\n$/) });
  });

  it('sees the components of a trip and its shares', async () => {
    const { shown } = await run('charges', 'show', 'T-02');
    expect(shown).toMatch(/Component +USD +By/);
    expect(shown).toMatch(/Share of +Fund +Budget line +Weight +USD/);
    expect(shown).toMatch(/MINAMATA +MC-STF +MC-STF-COP6/);
  });

  it('sees whose cost a charge is, its amount as the supplier took it, and the rate of which day', async () => {
    await done(201, api.post('/api/v1/charges', passThroughBody({ id: 'A1-05' }), { by: 'MINAMATA.finance' }));
    const { shown } = await run('charges', 'show', 'A1-05');
    expect(shown).toMatch(/Cost +another’s, recovered at what it took, as agent\n/);
    expect(shown).toMatch(/Original amount +CHF 1,480\.00\n/);
    expect(shown).toMatch(/Operational rate +0\.824 to the USD, effective 2025-05-01\n/);
    expect(shown).toMatch(/BRS +BC +BC-1-COP17 +1 +598\.71/);
  });

  it('sees what a certification would post before it is one', async () => {
    await done(200, api.post('/api/v1/charges/receipts', { charges: ['A1-05'] }, { by: 'BRS.finance' }));
    const words = ['charges', 'certify', 'A1-05', '--as', 'BRS.certifying', '--dry-run'];
    const { shown, code } = await run(...words);
    expect([code, shown]).toEqual([
      0,
      expect.stringMatching(/BRS +2025-05-\d\d +EXPENDITURE +BC +BC-1-COP17 +598\.71/),
    ]);
    const unknown = ['charges', 'certify', 'NO-1', 'NO-2', '--as', 'BRS.certifying', '--dry-run'];
    const { said } = await run(...unknown);
    expect(said.match(/There is no charge "NO-\d"/g)).toEqual([
      'There is no charge "NO-1"',
      'There is no charge "NO-2"',
    ]);
    const asJson = JSON.parse((await run('--json', ...words)).shown) as { dryRun: boolean; wouldPost: unknown[] };
    expect([asJson.dryRun, asJson.wouldPost.length > 0]).toEqual([true, true]);
  });

  it('gives back an amount of a trip whose ticket was refunded, and units of it not', async () => {
    await certified(api, 'MINAMATA', ['T-02']);
    const draft = { agreement: 'CRA-2025-002', charges: ['T-02'] };
    const { body } = await done(201, api.post('/api/v1/invoices', draft, { by: 'BRS.finance' }));
    const { id } = body as { id: string };
    const issued = await done(
      200,
      api.post(`/api/v1/invoices/${id}/issuance`, undefined, { by: 'BRS.approving', seen: '*' }),
    );
    const { number } = issued.body as { number: string };
    const credit = (...terms: string[]) =>
      run('invoices', 'credit', number, 'T-02', ...terms, '--reason', 'the ticket was refunded', '--as', 'BRS.finance');
    expect(await credit('1')).toMatchObject({ code: 1, said: expect.stringContaining('CREDIT_IN_WRONG_TERMS') });
    expect(await credit()).toMatchObject({ code: 2, said: expect.stringContaining('--amount 412.50') });
    expect(await credit('1', '--amount', '100.00')).toMatchObject({ code: 2 });
    expect(await credit('--amount', '1.001')).toMatchObject({ code: 1, said: expect.stringContaining('/amount') });
    const tried = await credit('--amount', '100.00', '--dry-run');
    expect(tried).toMatchObject({ code: 0, said: 'A dry run: nothing was written.\n' });
    expect(tried.shown).toMatch(/credit note +CRA-2025-002 .* -100\.00 +DRAFT/);
    const { shown, code } = await credit('--amount', '100.00');
    expect([code, shown]).toEqual([0, expect.stringMatching(/credit note +CRA-2025-002 .* -100\.00 +DRAFT/)]);
  });

  it('proposes a settlement by one hand, sends it back, and settles by another', async () => {
    const [{ number } = { number: '' }] = (await api.get('/api/v1/invoices?state=ISSUED')).body.items as {
      number: string;
    }[];
    const payment = ['settlements', 'propose', number, '--value-day', '2025-12-01', '--as', 'MINAMATA.finance'];
    const propose = (...more: string[]) => run(...payment, '--voucher', '1900012345', ...more);
    for (const unfit of [' ', '1900012345\u200b'])
      expect(await run(...payment, '--voucher', unfit, '--dry-run')).toMatchObject({
        code: 1,
        said: expect.stringContaining('at /externalNumber'),
      });
    const tried = await propose('--dry-run');
    expect(tried).toMatchObject({ code: 0, said: 'A dry run: nothing was written.\n' });
    const waiting = async (): Promise<{ id: string; state: string }[]> =>
      JSON.parse((await run('settlements', 'list', '--state', 'PROPOSED', '--json')).shown);
    expect(await waiting()).toEqual([]);
    const proposed = await propose();
    expect([proposed.code, proposed.shown]).toEqual([
      0,
      expect.stringMatching(/1900012345 .* PROPOSED +MINAMATA\.finance/),
    ]);
    const [{ id } = { id: '' }] = await waiting();
    const approve = (by: string, ...more: string[]) => run('settlements', 'approve', id, '--as', by, ...more);
    expect(await approve('MINAMATA.finance')).toMatchObject({
      code: 4,
      said: expect.stringContaining('NOT_DESIGNATED'),
    });
    const back = await run('settlements', 'return', id, '--reason', 'of another invoice', '--as', 'MINAMATA.approving');
    expect([back.code, back.shown]).toEqual([0, expect.stringMatching(/1900012345 .* RETURNED/)]);
    expect(await approve('MINAMATA.approving')).toMatchObject({
      code: 5,
      said: expect.stringContaining('SETTLEMENT_DECIDED_ALREADY'),
    });
    await propose();
    const [{ id: again } = { id: '' }] = await waiting();
    const settle = ['settlements', 'approve', again, '--as', 'MINAMATA.approving'];
    expect((await run(...settle, '--dry-run')).shown).toContain('INTERFUND_CLEARING');
    expect((await run(...settle)).shown).toMatch(/1900012345 .* SETTLED/);
    expect(await waiting()).toEqual([]);
  });
});
