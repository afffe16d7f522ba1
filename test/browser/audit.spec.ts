import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VerificationService } from '#audit';
import { IdentityService } from '#identity';
import { today } from '#kernel';
import { inTransaction } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filesIn } from '../support/archive.ts';
import { type Log, openedLog } from '../support/sealed.ts';
import { line, received } from './charging.ts';
import { tabTo } from './keyboard.ts';
import { openSite, type Site, violations } from './pages.ts';

let site: Site;
let log: Log;
beforeAll(async () => {
  site = await openSite();
  log = await openedLog(site.books);
}, 120_000);
afterAll(async () => {
  await log.close();
  await site.close();
});

describe('several invoices', () => {
  it('come in one PDF, and as ZIP', async () => {
    const { page, context, complaints } = await site.visit('BRS.auditor', '/invoices');
    for (const number of ['BRS-2025-0001', 'MINAMATA-2025-0001'])
      await page.getByRole('checkbox', { name: `Select ${number}` }).check();
    const [merged] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'In one PDF' }).click(),
    ]);
    expect(merged.suggestedFilename()).toBe('documents-2.pdf');
    expect(
      readFileSync(await merged.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Papers of 2 documents as ZIP' }).click(),
    ]);
    expect(zip.suggestedFilename()).toBe('documents-2.zip');
    const files = filesIn(readFileSync(await zip.path()));
    expect([...files.keys()].toSorted()).toEqual([
      ...['BRS-2025-0001.json', 'BRS-2025-0001.pdf', 'MINAMATA-2025-0001.json', 'MINAMATA-2025-0001.pdf'],
    ]);
    expect(files.get('BRS-2025-0001.pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('two books', () => {
  it('are a green page where they agree to the cent, and say what is in neither of them', async () => {
    await received(site, line('B-01', '10'));
    const { page, context } = await site.visit('BRS.auditor', '/two-books');
    await page.getByText('BRS and MINAMATA agree to the cent.').waitFor();
    await page.getByText('confirmed, not yet certified').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'to receive: 48,748.02' }).click(); // and is open down to its charges
    await page.locator('.list tfoot').getByText('48,748.02').waitFor();
    await context.close();
  });
});

describe('an auditor on the first day', () => {
  it('lands on the audit, comes from the total to the charge and back by keyboard alone, and Home is where it was', async () => {
    const { page, context } = await site.visit('MINAMATA.auditor');
    await page.getByRole('heading', { name: 'Biennium audit' }).waitFor();
    await tabTo(page, page.getByRole('link', { name: 'TRV-VIS, Open: 106.65' }), 'Enter');
    await page.getByRole('button', { name: 'Service: TRV-VIS' }).waitFor();
    await page.getByRole('button', { name: 'Figure of the audit: Open' }).waitFor();
    await page.getByText('1 of 1').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('Posted in both books').first().waitFor();
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { name: 'Biennium audit' }).waitFor();
    for (const key of ['g', 'h']) await page.keyboard.press(key);
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await context.close();
  });

  it('sees allotment against use as a chart whose figures stand beside it', async () => {
    const { page, context } = await site.visit('MINAMATA.auditor', '/audit');
    await page.getByRole('tab', { name: 'Allotments and use' }).click();
    await page.getByRole('img', { name: /^MC-GTF-COP6: USD [\d,.]+ of USD 80,000\.00$/ }).waitFor();
    await page.getByRole('cell', { name: '80,000.00', exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('by')).toBe('line');
    await context.close();
  });

  it('takes the bundle, and verifies the documents with what is in it', async () => {
    await log.sealAll();
    const { page, context } = await site.visit('JOINT.auditor');
    await page.getByText('Books of BRS and MINAMATA').waitFor();
    await page.getByRole('button', { name: 'PDF who-did-what-2026' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      tabTo(page, page.getByRole('button', { name: 'Export the bundle' }), 'Enter'),
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'recoup-bundle-'));
    try {
      verifiedIn(folder, await file.path());
    } finally {
      rmSync(folder, { recursive: true });
    }
    await context.close();
  });
});

describe('a verification that failed', () => {
  let verification: string;
  beforeAll(async () => {
    verification = await inTransaction(site.books.db, (tx) => {
      const firstWrong = { check: 'I1', kind: 'journal entry', object: '101', finding: 'out of balance' };
      return site.books.get(VerificationService).keep(tx, { ok: false, checks: [], firstWrong }, new Date());
    });
  });

  it('is said on every screen, with what is wrong first and who lets posting go on', async () => {
    const { page, context } = await site.visit('BRS.finance', '/charges');
    const notice = page.getByRole('region', { name: 'Nothing is posted' });
    await notice.getByText('journal entry 101').waitFor();
    await notice.getByText('An approving officer of each side lets posting go on, for a reason.').waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('lets posting go on where the other side has asked for it, for a reason, by keyboard alone', async () => {
    await inTransaction(site.books.db, async (tx) => {
      const by = await site.books.get(IdentityService).officer(tx, 'MINAMATA.approving', today(site.books.clock));
      await site.books
        .get(VerificationService)
        .resume(tx, { verification, reason: 'entry 101 is right' }, by, site.books.clock);
    });
    const { page, context } = await site.visit('BRS.approving', '/');
    const notice = page.getByRole('region', { name: 'Nothing is posted' });
    await notice.getByText('MINAMATA.approving has asked to let posting go on: entry 101 is right').waitFor();
    await notice.getByRole('button', { name: 'Let posting go on' }).press('Enter');
    const dialogue = page.getByRole('dialog', { name: 'Let posting go on' });
    await dialogue.getByText(`You answer for what verification ${verification} found.`).waitFor();
    await dialogue.getByLabel('Reason').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('entry 101 was looked at by both sides');
    await page.keyboard.press('Enter');
    await notice.waitFor({ state: 'detached' });
    const stops = await site.books.db.query('select from platform.posting_stop');
    expect(stops).toEqual([]);
    await context.close();
  });
});

it('where one was: the address has the screen, and the letters after g lead to each', async () => {
  const { page, context } = await site.visit('BRS.finance');
  for (const [letter, heading] of [
    ['v', 'Invoices'],
    ['p', 'Approvals'],
    ['t', 'Two books'],
    ['u', 'Biennium audit'],
    ['m', 'Periods'],
  ] as const) {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }
  await context.close();
});

/** Unpacks the bundle and runs its own program: it holds, and does not once a paper has one byte more. */
function verifiedIn(folder: string, file: string): void {
  const python = (...words: string[]) => spawnSync('python3', words, { cwd: folder, encoding: 'utf8' });
  const unpacked = python('-m', 'zipfile', '-e', file, '.');
  if (unpacked.error !== undefined) {
    process.stderr.write('python3 is not on this machine: the program in the bundle is NOT tried by this run.\n');
    return;
  }
  expect(unpacked.stderr).toBe('');
  expect(readFileSync(join(folder, 'README.txt'), 'utf8')).toContain('The biennium 2024-2025');
  expect(readFileSync(join(folder, 'audit-2024-2025.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const whole = python('verify.py');
  expect([whole.status, whole.stderr]).toEqual([0, '']);
  expect(whole.stdout).toContain('BRS-2025-0001 holds');
  appendFileSync(join(folder, 'documents/BRS-2025-0001.pdf'), ' ');
  const altered = python('verify.py');
  expect([altered.status, altered.stdout.includes('BRS-2025-0001 DOES NOT HOLD')]).toEqual([3, true]);
}
