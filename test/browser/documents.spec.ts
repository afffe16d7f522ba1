import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filesIn } from '../support/archive.ts';
import { type Log, openedLog } from '../support/sealed.ts';
import { openSite, type Site, violations } from './pages.ts';

let site: Site;
let log: Log;
beforeAll(async () => {
  site = await openSite({ papers: true });
  log = await openedLog(site.books);
}, 120_000);
afterAll(async () => {
  await log.close();
  await site.close();
});

/** A request as that person's page sends it. */
async function post(person: string, path: string, data: object): Promise<void> {
  const { context } = await site.visit(person);
  const answer = await context.request.post(`/api/v1${path}`, { data, headers: { 'idempotency-key': randomUUID() } });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  await context.close();
}

const line = (id: string, quantity: string, agreement = 'CRA-2025-002') => ({
  ...{ id, agreement, item: 'DOC-PAG', quantity, deliveredOn: '2025-11-07' },
});

/** Recorded by the provider and received by the client: what waits for the certifying officer. */
async function received(...charges: ReturnType<typeof line>[]): Promise<void> {
  await post('BRS.finance', '/charges/batches', { charges });
  await post('MINAMATA.finance', '/charges/receipts', { charges: charges.map(({ id }) => id) });
}

const states = async (...ids: string[]): Promise<string[]> =>
  (
    await site.books.db.query<{ state: string }[]>('select state from charging.charge where id = any($1) order by id', [
      ids,
    ])
  ).map(({ state }) => state);

describe('an agreement that is not signed', () => {
  it('is not invoiced, and the page says why, in figures, and where it is signed', async () => {
    await post('BRS.finance', '/agreements', {
      ...{ number: 'CRA-2025-008', provider: 'BRS', client: 'MINAMATA', meeting: 'MC-COP-6', biennium: '2024-2025' },
      ...{ families: ['DOCUMENTS'], mandates: ['MC-5/19'], effectiveOn: '2025-08-01', endsOn: '2025-12-31' },
      ...{ ceiling: { amount: '5000.00', currency: 'USD' }, programmeSupportCost: 'CLIENT_FUND' },
      clientAllocation: [{ families: ['DOCUMENTS'], budgetLines: { 'MC-GTF': 'MC-GTF-COP6' } }],
      providerCredit: [{ fund: 'BC', weight: '1' }],
    });
    const waiting = [line('U-01', '10', 'CRA-2025-008'), line('U-02', '10', 'CRA-2025-008')];
    await post('BRS.finance', '/charges/batches', { charges: waiting });
    const { page, context } = await site.visit('BRS.finance', '/invoices/prepare');
    await page.getByLabel('Agreement', { exact: true }).selectOption('CRA-2025-008');
    const button = page.getByRole('button', { name: 'Prepare the draft' });
    await button.waitFor();
    await expect(button.isDisabled()).resolves.toBe(true);
    await page.getByText(/^Agreement CRA-2025-008 is not signed \(\d+ days\)\./).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: '2 charges, USD 248.00, wait.' }).click();
    await page.getByText('2 of 2').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'To the agreement, where it is signed' }).click();
    await page.getByRole('heading', { name: 'CRA-2025-008' }).waitFor();
    await context.close();
  });
});

describe('what waits for approval', () => {
  it('is grouped by fund, with the line before and after, and is certified by keyboard alone', async () => {
    await received(line('K-01', '10'), line('K-02', '20'));
    const { page, context, complaints } = await site.visit('MINAMATA.certifying');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Fund MC-GTF USD 372.00' }).waitFor();
    const [first = '', second = ''] = await page.locator('.effect').filter({ hasText: '→' }).allTextContents();
    expect([first, second].map((text) => text.split(' → ')[1])).toEqual([
      expect.stringMatching(/^[\d,]+\.\d\d$/),
      expect.stringMatching(/^[\d,]+\.\d\d$/),
    ]);
    expect(second).toContain(first.split(' → ')[1]); // what the first leaves is what the second finds
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: /^Certify 1, USD/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Certify 2, USD 372.00' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('e');
    await page.getByText('K-01').waitFor({ state: 'hidden' });
    expect(await states('K-01', 'K-02')).toEqual(['CERTIFIED', 'CERTIFIED']);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('stands below the sentence that says who could, for whoever may not', async () => {
    await received(line('W-01', '10'));
    const { page, context } = await site.visit('MINAMATA.finance', '/approvals');
    await page.getByRole('heading', { name: 'For somebody else to decide' }).waitFor();
    await page
      .getByText(/certifying officer of (MC-GTF|MINAMATA)/)
      .first()
      .waitFor();
    await expect(page.getByRole('checkbox', { name: 'Select W-01' }).count()).resolves.toBe(0);
    await page.getByRole('button', { name: 'W-01' }).click();
    await page.getByRole('complementary', { name: /W-01/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('asks for a fresh proof where the last one is old, and does nothing without', async () => {
    await received(line('S-01', '10'));
    const { page, context } = await site.visit('MINAMATA.certifying', '/approvals');
    await page.getByRole('checkbox', { name: 'Select S-01' }).check();
    await site.books.db.query(`update identity.session set stepped_up_at = null where person = 'MINAMATA.certifying'`);
    await page.getByRole('button', { name: /^Certify 1, USD/ }).click();
    await page.getByRole('dialog', { name: 'Show once more that it is you' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alert').waitFor();
    await expect(page.getByRole('checkbox', { name: 'Select S-01' }).isChecked()).resolves.toBe(true);
    expect(await states('S-01')).toEqual(['RECEIVED']);
    await context.close();
  });
});

describe('from certified charges to the invoice', () => {
  let address: string;

  it('is: prepare, look', async () => {
    await received(line('I-01', '100'));
    await post('MINAMATA.certifying', '/charges/certifications', { charges: ['I-01'] });
    const { page, context, complaints } = await site.visit('BRS.finance', '/invoices/prepare?agreement=CRA-2025-002');
    await page.getByRole('button', { name: 'Select none' }).click();
    await page.getByRole('checkbox', { name: 'Select I-01' }).check();
    await page.getByRole('button', { name: 'Prepare the draft: 1 charge, USD 1,240.00' }).click();
    await page.getByRole('heading', { name: 'Draft of an invoice' }).waitFor();
    await page.getByRole('link', { name: 'I-01' }).waitFor();
    await page.locator('.paper iframe').waitFor();
    address = new URL(page.url()).pathname;
    const issue = page.getByRole('button', { name: 'Issue the invoice' });
    await expect(issue.isDisabled()).resolves.toBe(true);
    await page.getByText(/approving officer of BRS/).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is issued by whoever types what stands on it, and by no slip', async () => {
    const { page, context } = await site.visit('BRS.approving', address);
    await page.getByRole('button', { name: 'Issue the invoice' }).click();
    const dialogue = page.getByRole('dialog', { name: 'Issue USD 1,240.00' });
    const typed = dialogue.getByRole('textbox', { name: /CRA-2025-002/ });
    await typed.fill('CRA-2025-001');
    const confirm = dialogue.getByRole('button', { name: 'Issue the invoice' });
    await expect(confirm.isDisabled()).resolves.toBe(true);
    expect(await violations(page)).toEqual([]);
    await typed.fill('cra-2025-002');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'BRS-2026-0002' }).waitFor();
    await page.getByText('BRS.approving').first().waitFor();
    expect(await states('I-01')).toEqual(['INVOICED']);
    await context.close();
  });

  it('brings the bytes that the books keep, its lines, and credits a part for a reason', async () => {
    const { page, context } = await site.visit('BRS.finance', '/invoices/BRS-2026-0002');
    const [pdf] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.paper-bar').getByRole('link', { name: 'PDF' }).click(),
    ]);
    const bytes = readFileSync(await pdf.path());
    const [kept] = await site.books.db.query<{ hash: string }[]>(
      `select encode(pdf_sha256, 'hex') as hash from invoicing.paper where number = 'BRS-2026-0002'`,
    );
    expect([pdf.suggestedFilename(), sha256(bytes)]).toEqual(['BRS-2026-0002.pdf', kept?.hash]);
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV: The lines' }).click(),
    ]);
    expect(readFileSync(await csv.path(), 'utf8')).toContain('1,I-01,OWN_SERVICE,DOCUMENTS,DOC-PAG');

    await page.getByRole('button', { name: 'Credit part of it' }).click();
    const dialogue = page.getByRole('dialog');
    const back = dialogue.getByRole('textbox', { name: 'To give back of I-01' });
    await back.fill('1,240');
    await dialogue.getByText('“1,240” can be two figures: 1240, 1.240').waitFor();
    await back.fill('10');
    await dialogue.getByRole('textbox', { name: 'Reason' }).fill('ten pages were counted twice');
    await dialogue.getByRole('button', { name: 'Prepare the credit note' }).click();
    await page.getByRole('heading', { name: 'Draft of a credit note' }).waitFor();
    await page.getByText('USD −124.00').first().waitFor();
    await page.getByText('ten pages were counted twice').waitFor();
    await context.close();
  });
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
    await received(line('B-01', '10'));
    const { page, context } = await site.visit('BRS.auditor', '/two-books');
    await page.getByText('BRS and MINAMATA agree to the cent.').waitFor();
    await page.getByText('confirmed, not yet certified').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});

describe('an auditor on the first day', () => {
  it('comes from the total to the charge in three clicks, and Back returns', async () => {
    const { page, context } = await site.visit('MINAMATA.auditor', '/audit');
    await page.getByRole('link', { name: 'Charges of TRV-VIS: 106.65' }).click();
    await page.getByRole('button', { name: 'Service: TRV-VIS' }).waitFor();
    await page.locator('.list tbody .row-open').first().click();
    await page.getByText('Posted in both books').first().waitFor();
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { name: 'Biennium audit' }).waitFor();
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
    const { page, context } = await site.visit('BRS.auditor', '/audit');
    const [file] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('button', { name: 'Export the bundle' }).click(),
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'recoup-bundle-'));
    try {
      verifiedIn(folder, await file.path());
    } finally {
      rmSync(folder, { recursive: true });
    }
    await context.close();
  });

  it('verifies one invoice in the browser, by its own arithmetic', async () => {
    await log.sealAll();
    const { page, context } = await site.visit('BRS.auditor', '/invoices/BRS-2025-0001');
    await page.getByRole('button', { name: 'Verify BRS-2025-0001' }).click();
    await page.getByText('It is what was sealed, computed on this computer.').waitFor();
    await expect(page.locator('.checks').getByRole('img', { name: 'holds' }).count()).resolves.toBe(5);
    expect(await violations(page)).toEqual([]);
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

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
