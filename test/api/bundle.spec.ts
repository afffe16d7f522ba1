import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EditLogService, EditLogTooLong, TooManyExports } from '#audit';
import { type Log, openedLog } from '../support/sealed.ts';
import { actingAs, apiOver, type ApiUnderTest } from './api-under-test.ts';

let api: ApiUnderTest;
let log: Log;
beforeAll(async () => {
  api = await apiOver('sample');
  log = await openedLog(api.books);
}, 60_000);
afterAll(async () => {
  await log.close();
  await api.close();
});
afterEach(() => void jest.restoreAllMocks());

const bundle = (by = 'BRS.auditor', biennium = '2024-2025') =>
  api.get(`/api/v1/bienniums/${biennium}/bundle`, { [actingAs]: by });

/** The names in an archive, by its central directory. */
function namesIn(bytes: Buffer): string[] {
  let at = bytes.readUInt32LE(bytes.length - 6);
  return Array.from({ length: bytes.readUInt16LE(bytes.length - 12) }, () => {
    const length = bytes.readUInt16LE(at + 28);
    const name = bytes.subarray(at + 46, at + 46 + length).toString();
    at += 46 + length;
    return name;
  });
}

describe('the bundle of a biennium', () => {
  it('is taken before it is sealed too, and says what is not in it yet', async () => {
    const { status, bytes } = await bundle();
    expect(status).toBe(200);
    const names = namesIn(bytes);
    expect(names.slice(0, 6)).toEqual([
      ...['README.txt', 'verify.py', 'audit-2024-2025.pdf', 'audit-2024-2025.csv', 'audit-2024-2025.json'],
      'trial-balance-2024-2025.json',
    ]);
    expect(names).toContain('documents/BRS-2025-0001.pdf');
    expect(names.filter((name) => /proof|checkpoint/.test(name))).toEqual([]);
    expect(names.at(-1)).toBe('not-in-here.txt');
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
    const folder = mkdtempSync(join(tmpdir(), 'recoup-bundle-'));
    try {
      writeFileSync(join(folder, 'bundle.zip'), bytes);
      const python = (...words: string[]) => spawnSync('python3', words, { cwd: folder, encoding: 'utf8' });
      const unpacked = python('-m', 'zipfile', '-e', 'bundle.zip', '.');
      if (unpacked.error !== undefined) return; // no Python here: test/browser/documents says so aloud
      expect(unpacked.stderr).toBe('');
      expect(readdirSync(join(folder, 'documents'))).toHaveLength(issued.length * 3);
      expect(readFileSync(join(folder, 'audit-2024-2025.csv'), 'utf8').charCodeAt(0)).toBe(0xfeff);
      const { status, stdout, stderr } = python('verify.py');
      expect([status, stderr, stdout.split('\n').filter((line) => line.endsWith(' holds')).length]).toEqual([
        ...[0, '', issued.length],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is an act that names each document, written down before the first byte', async () => {
    const [latest] = (await api.get('/api/v1/audit-events?kind=report&limit=1')).body.items;
    expect(latest).toMatchObject({ action: 'REPORT_EXPORTED', after: { form: 'application/zip' } });
    expect(latest.objects).toEqual(expect.arrayContaining(['bundle 2024-2025', 'BRS-2025-0001']));
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

  it('is not of what is no biennium, and not taken out again and again', async () => {
    expect(await bundle('BRS.auditor', '2024')).toMatchObject({ status: 400, body: { code: 'NOT_A_BIENNIUM' } });
    jest.spyOn(api.app.get(EditLogService), 'recordExport').mockRejectedValue(new TooManyExports());
    expect(await bundle()).toMatchObject({ status: 429, body: { code: 'TOO_MANY_EXPORTS' } }); // and not a byte of it
  });
});
