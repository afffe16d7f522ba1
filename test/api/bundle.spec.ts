import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AuditService, EditLogService, EditLogTooLong, mostExportsAnHour } from '#audit';
import { cryptography, keyText, newSigningKey, noteText, signedBy } from '#sealing';
import { checkBundle, BundleTooLarge } from '../../apps/api/src/bienniums/bundle-words.ts';
import { filesIn } from '../support/archive.ts';
import { notTried, pythonIsHere } from '../support/python.ts';
import { type Log, openedLog } from '../support/sealed.ts';
import { actingAs, type Answer, apiOver, type ApiUnderTest } from './api-under-test.ts';

jest.setTimeout(60_000); // another program verifies, signatures too

const hasPython = pythonIsHere();
const where = hasPython ? '' : ` (${notTried}, for there is no python3)`;
const orNotTried = <T>(expected: T): T | typeof notTried => (hasPython ? expected : notTried);

let api: ApiUnderTest;
let log: Log;
let folder: string;
beforeAll(async () => {
  api = await apiOver('sample');
  log = await openedLog(api.books);
  folder = mkdtempSync(join(tmpdir(), 'recoup-bundle-'));
}, 60_000);
afterAll(async () => {
  await log.close();
  await api.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => void jest.restoreAllMocks());

function made(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

const bundle = (by = 'BRS.auditor', biennium = '2024-2025') =>
  api.get(`/api/v1/bienniums/${biennium}/bundle`, { [actingAs]: by });

const namesIn = (bytes: Buffer): string[] => [...filesIn(bytes).keys()];

let unpackings = 0;
/** As whoever gets it unpacks it. */
function unpacked(bytes: Buffer): string {
  const into = join(folder, String((unpackings += 1)));
  for (const [name, content] of filesIn(bytes)) writeFileSync(made(join(into, name)), content);
  return into;
}

interface Verdict {
  readonly status: number | null;
  readonly out: string;
}

function verified(into: string, ...words: string[]): Verdict | typeof notTried {
  if (!hasPython) return notTried;
  const { status, stdout, stderr } = spawnSync('python3', ['verify.py', ...words], { cwd: into, encoding: 'utf8' });
  return { status, out: `${stdout}${stderr}` };
}

describe('the bundle of a biennium', () => {
  it('is taken before it is sealed too, and says what is not in it yet', async () => {
    const { status, bytes } = await bundle();
    expect(status).toBe(200);
    const names = namesIn(bytes);
    expect(names.slice(0, 7)).toEqual([
      ...[
        'README.txt',
        'manifest.json',
        'verify.py',
        'audit-2024-2025.pdf',
        'audit-2024-2025.csv',
        'audit-2024-2025.json',
      ],
      'trial-balance-2024-2025.json',
    ]);
    expect(names).toContain('documents/BRS-2025-0001.pdf');
    expect(names.filter((name) => /proof|checkpoint/.test(name))).toEqual([]);
    expect(names.at(-1)).toBe('not-in-here.txt');
    const documents = names.filter((name) => /^documents\/.*pdf$/.test(name)).length;
    expect(verified(unpacked(bytes))).toEqual(
      orNotTried({ status: 3, out: expect.stringContaining(`0 of ${documents} documents hold`) }),
    );
  });

  it('has each document with its proof once they are sealed, and the program in it says that they hold', async () => {
    await log.sealAll();
    const { bytes, headers, type } = await bundle();
    expect(type).toBe('application/zip');
    expect(headers['content-disposition']).toBe('attachment; filename="audit-2024-2025.zip"');
    const names = namesIn(bytes);
    expect(names).toEqual(
      expect.arrayContaining(['checkpoint.note', 'who-did-what-2024.csv', 'who-did-what-2025.csv']),
    );
    const issued = names.filter((name) => name.endsWith('.pdf') && name.startsWith('documents/'));
    expect(names.filter((name) => name.endsWith('.proof.json'))).toHaveLength(issued.length);
    expect(names).not.toContain('not-in-here.txt');
    const into = unpacked(bytes);
    expect(readdirSync(join(into, 'documents'))).toHaveLength(issued.length * 3);
    expect(readFileSync(join(into, 'audit-2024-2025.csv'), 'utf8').charCodeAt(0)).toBe(0xfeff);
    expect(verified(into)).toEqual(orNotTried({ status: 0, out: expect.stringContaining('BRS-2025-0001 holds\n') }));
    expect(verified(into)).toEqual(
      orNotTried({ status: 0, out: expect.stringContaining(`${issued.length} of ${issued.length} documents hold`) }),
    );
    const own = verified(into, 'bundle', '.', '--log-key', keyText(cryptography.sha256, log.key));
    expect(own).toEqual(orNotTried({ status: 0, out: expect.not.stringContaining('NOTE') }));
  });

  it(`is not said to hold where a document, its proof or its name is another${where}`, async () => {
    const { bytes } = await bundle();
    const issued = namesIn(bytes).filter((name) => name.endsWith('.pdf') && name.startsWith('documents/'));
    const [one, two, all] = ['BRS-2025-0001', issued.find((name) => !name.includes('BRS-2025-0001')), issued.length];
    const other = (two ?? '').replace(/^documents\/|\.pdf$/g, '');
    const ends = ['.pdf', '.json', '.proof.json'] as const;
    const changed = (change: (at: (number: string, end: string) => string) => void, ...words: string[]) => {
      const into = unpacked(bytes);
      change((number, end) => join(into, 'documents', `${number}${end}`));
      return verified(into, ...words);
    };
    const fails = (out: string) => orNotTried({ status: 3, out: expect.stringContaining(out) });
    const left = (holding: number): string => `${holding} of ${all} documents hold`;

    const altered = changed((at) => {
      rmSync(at(one, '.proof.json'));
      writeFileSync(at(one, '.pdf'), 'altered');
    });
    expect(altered).toEqual(fails(left(all - 1)));
    expect(altered).toEqual(fails(`${one} DOES NOT HOLD: documents/${one}.proof.json is missing`));
    const numbers = issued.map((name) => name.replace(/^documents\/|\.pdf$/g, ''));
    expect(changed((at) => numbers.forEach((number) => rmSync(at(number, '.proof.json'))))).toEqual(fails(left(0)));
    const overwritten = changed((at) => ends.forEach((end) => copyFileSync(at(other, end), at(one, end))));
    expect(overwritten).toEqual(fails(left(all - 1)));
    expect(overwritten).toEqual(fails(`${one} DOES NOT HOLD: the proof is of ${other}`));
    expect(changed((at) => writeFileSync(at('BRS-2099-9999', '.pdf'), 'a stranger'))).toEqual(
      fails('documents/BRS-2099-9999.pdf is of no document that the manifest names'),
    );

    /** A tree of one leaf, of another paper; signed by nobody, or by a key of whoever forges it. */
    const forged = (at: (number: string, end: string) => string, own: boolean, which = [one]): void => {
      const { key } = newSigningKey('recoup/forged', 1);
      for (const number of which) {
        writeFileSync(at(number, '.pdf'), 'forged');
        const proof = JSON.parse(readFileSync(at(number, '.proof.json'), 'utf8')) as Record<string, unknown>;
        const pdfSha256 = createHash('sha256').update('forged').digest('hex');
        const body = JSON.stringify({ ...(JSON.parse(proof.body as string) as object), pdfSha256 });
        const root = createHash('sha256').update(`\0paper\n${body}`).digest('base64');
        const [, signatures = ''] = (proof.note as string).split('\n\n');
        const [origin = ''] = (proof.note as string).split('\n');
        const text = `${own ? 'recoup/forged' : origin}\n1\n${root}\n`;
        const note = own ? noteText({ text, signatures: [signedBy(key, text)] }) : `${text}\n${signatures}`;
        const keys = own ? { logKeys: [keyText(cryptography.sha256, key)] } : {};
        const facts = { ...proof, ...keys, body, note, position: 0, size: 1, proof: [] };
        writeFileSync(at(number, '.proof.json'), JSON.stringify(facts));
      }
    };
    expect(changed((at) => forged(at, false))).toEqual(
      fails(`${one} DOES NOT HOLD: the log's signature does not hold`),
    );
    expect(changed((at) => forged(at, true))).toEqual(fails('the proofs name different keys of the log'));
    const held = ['bundle', '.', '--log-key', keyText(cryptography.sha256, log.key)];
    expect(changed((at) => forged(at, true, numbers), ...held)).toEqual(fails(left(0)));
    // Whoever makes all of it anew, with a key of their own, is found out by the key that somebody holds, and it says so.
    expect(changed((at) => forged(at, true, numbers))).toEqual(
      orNotTried({ status: 0, out: expect.stringContaining('NOTE   keys were taken from the bundle itself') }),
    );
  });

  it('is an act that names each document, written down before the first byte', async () => {
    const [latest] = (await api.get('/api/v1/audit-events?kind=report&limit=1', { [actingAs]: 'BRS.auditor' })).body
      .items;
    expect(latest).toMatchObject({ action: 'REPORT_EXPORTED', after: { form: 'application/zip' } });
    expect(latest.objects).toEqual(expect.arrayContaining(['bundle 2024-2025', 'BRS-2025-0001']));
  });

  it('has who did what of each year in which its documents were acted on, and says what is in it and what is not', async () => {
    const files = filesIn((await bundle()).bytes);
    const years = [...files.keys()].flatMap((name) => /^who-did-what-(\d{4})\.csv$/.exec(name)?.[1] ?? []);
    expect(years).toEqual(['2024', '2025', '2026']);
    expect(files.get('who-did-what-2026.csv')?.toString()).toContain('INVOICE_ISSUED'); // of what was delivered in 2025
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as Record<string, unknown>;
    expect(manifest).toMatchObject({
      whoDidWhat: years,
      leftOut: [expect.stringContaining('evidence'), ...Array(2).fill(expect.anything())],
    });
    const readme = files.get('README.txt')?.toString() ?? '';
    expect(readme).toContain('who-did-what-*.csv of 2024, 2025, 2026');
    expect(readme).toContain('- evidence: the files that were put beside charges');
    // Nothing was done to a document of the next biennium before it began; that somebody took out this one is no act on it.
    const next = filesIn((await bundle('BRS.auditor', '2026-2027')).bytes);
    expect([...next.keys()].filter((name) => name.startsWith('who-did-what'))).toEqual([
      ...['who-did-what-2026.csv', 'who-did-what-2027.csv'],
    ]);
  });

  it('has who did what month by month where a year is too long for one report', async () => {
    const whole = api.app.get(EditLogService);
    const content = whole.content.bind(whole);
    jest.spyOn(whole, 'content').mockImplementation((tx, period, by, clock) => {
      const isLong = period === '2025' || period === '2025-11';
      return isLong ? Promise.reject(new EditLogTooLong(period, 1_000_000)) : content(tx, period, by, clock);
    });
    const names = namesIn((await bundle()).bytes);
    expect(names).toEqual(expect.arrayContaining(['who-did-what-2024.csv', 'who-did-what-2025-10.csv']));
    expect(names).not.toContain('who-did-what-2025.csv');
    expect(names).not.toContain('who-did-what-2025-11.csv');
    expect(names.at(-1)).toBe('not-in-here.txt');
  });

  it('is of one picture of the books: what is issued while they are read is neither in its audit nor its documents', async () => {
    const audits = api.app.get(AuditService);
    const audit = audits.audit.bind(audits);
    const seen: string[] = [];
    jest.spyOn(audits, 'audit').mockImplementation(async (tx, ...asked) => {
      const [row] = await tx.query<{ picture: string }[]>('select pg_current_snapshot()::text as picture');
      seen.push(row?.picture ?? '');
      return audit(tx, ...asked);
    });
    const logs = api.app.get(EditLogService);
    const check = logs.checkExports.bind(logs);
    jest.spyOn(logs, 'checkExports').mockImplementationOnce(async (tx, ...asked) => {
      await check(tx, ...asked);
      await api.books.owner.query('select pg_current_xact_id()'); // something is written meanwhile
      const [row] = await tx.query<{ picture: string }[]>('select pg_current_snapshot()::text as picture');
      seen.push(row?.picture ?? '');
    });
    expect((await bundle()).status).toBe(200);
    expect([seen.length, new Set(seen).size]).toEqual([2, 1]);
  });

  it('is not of what is no biennium, has no head by itself, and is refused where it is too large for one file', async () => {
    expect(await bundle('BRS.auditor', '2024')).toMatchObject({ status: 400, body: { code: 'NOT_A_BIENNIUM' } });
    const latest = async (): Promise<unknown> =>
      (await api.get('/api/v1/audit-events?kind=report&limit=1', { [actingAs]: 'BRS.auditor' })).body.items;
    const before = await latest();
    const path = '/api/v1/bienniums/2024-2025/bundle';
    const head = await api.app.inject({ method: 'HEAD', url: path, headers: await api.signedIn('BRS.auditor') });
    expect([head.statusCode, head.headers.allow]).toEqual([405, 'GET']);
    expect(await latest()).toEqual(before);
    expect(() => checkBundle('2024-2025', { documents: 21_831, years: 2 })).not.toThrow();
    expect(() => checkBundle('2024-2025', { documents: 21_832, years: 2 })).toThrow(BundleTooLarge);
    expect(() => checkBundle('2024-2025', { documents: 21_831, years: 3 })).toThrow(BundleTooLarge);
    expect(21_831 * 3 + 40).toBeLessThanOrEqual(65_535);
  });

  it('is not taken out again and again, and nothing is read for one that is refused', async () => {
    const audit = jest.spyOn(api.app.get(AuditService), 'audit');
    const by = { [actingAs]: 'MINAMATA.certifying' };
    for (let taken = 0; taken < mostExportsAnHour; taken += 1) {
      expect((await api.get('/api/v1/edit-logs/2024-01', { accept: 'text/csv', ...by })).status).toBe(200);
    }
    expect(await bundle('MINAMATA.certifying')).toMatchObject({ status: 429, body: { code: 'TOO_MANY_EXPORTS' } });
    expect(audit).not.toHaveBeenCalled();
  });
});

describe('the bundle of whoever takes it', () => {
  /** Whose acts are in it, whose books, and what it says of itself. */
  const whose = ({ bytes }: Answer) => {
    const files = filesIn(bytes);
    const text = (name: string): string => files.get(name)?.toString() ?? '';
    const acts = ['2024', '2025'].flatMap((year) => text(`who-did-what-${year}.csv`).split('\r\n').slice(1, -1));
    const { items } = JSON.parse(text('trial-balance-2024-2025.json')) as { items: { book: string }[] };
    const column = (index: number): string[] => [...new Set(acts.map((line) => line.split(',')[index] ?? ''))].sort();
    const documents = [...files.keys()].filter((name) => /^documents\/.*\.pdf$/.test(name)).length;
    const books = [...new Set(items.map(({ book }) => book))];
    return { people: column(2), sides: column(3), books, documents, readme: text('README.txt') };
  };

  it.each(['BRS', 'MINAMATA'])(
    'has the acts and the books of %s alone, and the documents that it sees',
    async (side) => {
      const { people, sides, books, documents, readme } = whose(await bundle(`${side}.auditor`));
      // What the program did by itself, such as setting up, both sides read.
      expect({ sides, books, documents }).toEqual({ sides: [side, 'recoup'], books: [side], documents: 6 });
      expect(people).toEqual([`${side}.approving`, `${side}.certifying`, `${side}.finance`, 'recoup']);
      expect(readme).toContain(`${side}.auditor of ${side} took it out`);
      expect(readme).toContain('all acts and refusals.');
      expect(readme).toMatch(/changed in this README.txt or in verify.py cannot be seen by this bundle itself/);
    },
  );

  it('is none of an administrator’s, and has of a finance officer their own acts, and says so', async () => {
    expect(await bundle('BRS.administrator')).toMatchObject({ status: 403, body: { code: 'NOT_DESIGNATED_TO_READ' } });
    const ofFinance = whose(await bundle('BRS.finance'));
    expect(ofFinance).toMatchObject({ people: ['BRS.finance'], books: ['BRS'], documents: 6 });
    expect(ofFinance.readme).toContain('acts and refusals of BRS.finance.');
  });

  it('is by a key what it is of whoever made the key, and is theirs', async () => {
    const json = { 'content-type': 'application/json' };
    const headers = { [actingAs]: 'MINAMATA.finance', ...json };
    const made = await api.send({ method: 'POST', path: '/api/v1/keys', headers, payload: '{"days":30}' });
    const authorization = `Bearer ${made.body.key as string}`;
    const taken = whose(await api.get('/api/v1/bienniums/2024-2025/bundle', { authorization }));
    expect(taken).toMatchObject({ people: ['MINAMATA.finance'], sides: ['MINAMATA'], books: ['MINAMATA'] });
    expect(taken.readme).toContain('MINAMATA.finance of MINAMATA took it out');
    const [act] = (await api.get('/api/v1/audit-events?kind=report&limit=1', { [actingAs]: 'MINAMATA.auditor' })).body
      .items;
    expect(act).toMatchObject({ action: 'REPORT_EXPORTED', person: 'MINAMATA.finance' });
  });

  it('breaks off where the session ends: no more is read, and what came is no archive', async () => {
    const logs = api.app.get(EditLogService);
    const content = logs.content.bind(logs);
    const read = jest.spyOn(logs, 'content').mockImplementation(async (...asked) => {
      const year = await content(...asked);
      await api.books.owner.query(
        `update identity.session set ended_at = now(), ended_by = person where person = 'BRS.approving' and ended_at is null`,
      );
      return year;
    });
    await expect(bundle('BRS.approving')).rejects.toThrow('destroyed before completion');
    expect(read).toHaveBeenCalledTimes(1); // of two years
  });
});
