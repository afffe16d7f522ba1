import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityService } from '#identity';
import { InvoicingService } from '#invoicing';
import { Day } from '#kernel';
import { inTransaction } from '#platform';
import { type Log, openedLog } from '../support/sealed.ts';
import { line, post, received, statesOf } from './charging.ts';
import { tabTo } from './keyboard.ts';
import { meets, openSite, settled, type Site, violations } from './pages.ts';

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

describe('from certified charges to the invoice', () => {
  let address: string;

  it('is: prepare, look, by keyboard alone', async () => {
    await received(site, line('I-01', '100'));
    await post(site, 'MINAMATA.certifying', '/charges/certifications', { charges: ['I-01'] });
    const { page, context, complaints } = await site.visit('BRS.finance', '/invoices/prepare?agreement=CRA-2025-002');
    await tabTo(page, page.getByRole('button', { name: 'Select none' }), 'Enter');
    await tabTo(page, page.getByRole('checkbox', { name: 'Select I-01' }), 'Space');
    const prepare = page.getByRole('button', { name: 'Prepare the draft: 1 charge, USD 1,240.00' });
    await tabTo(page, prepare, 'Enter', 'Shift+Tab');
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

  it('leads nobody back who has left before the draft was there', async () => {
    await received(site, line('I-02', '1'));
    await post(site, 'MINAMATA.certifying', '/charges/certifications', { charges: ['I-02'] });
    const { page, context } = await site.visit('BRS.finance', '/invoices/prepare?agreement=CRA-2025-002');
    let answer = (): void => undefined;
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    await meets(page, '**/api/v1/invoices', async (route) => {
      if (route.request().method() === 'POST') await mayAnswer;
      await route.fallback();
    });
    const isPrepared = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: /^Prepare the draft: / }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Home' }).first().click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    answer();
    await isPrepared;
    await settled(page);
    await expect(page.evaluate('location.pathname')).resolves.toBe('/');
    await context.close();
  });

  it('is issued by whoever types what stands on it, and by no slip, by keyboard alone', async () => {
    const { page, context } = await site.visit('BRS.approving', address);
    await tabTo(page, page.getByRole('button', { name: 'Issue the invoice' }), 'Enter');
    const dialogue = page.getByRole('dialog', { name: 'Issue USD 1,240.00' });
    const typed = dialogue.getByRole('textbox', { name: /CRA-2025-002/ });
    await typed.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('CRA-2025-001');
    const confirm = dialogue.getByRole('button', { name: 'Issue the invoice' });
    await expect(confirm.isDisabled()).resolves.toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Backspace');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'BRS-2026-0002' }).waitFor();
    await page.getByText('BRS.approving').first().waitFor();
    await dialogue.waitFor({ state: 'hidden' });
    await page.locator('h1:focus').waitFor(); // the button is gone, and the focus is not on the page around it
    expect(await statesOf(site, 'I-01')).toEqual(['INVOICED']);
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

    await context.setOffline(true);
    await page.getByRole('button', { name: 'Credit part of it' }).click();
    const dialogue = page.getByRole('dialog');
    const left = dialogue.locator('tbody td:nth-child(4)');
    await dialogue.getByRole('button', { name: 'Try again' }).waitFor();
    await expect(left.allInnerTexts()).resolves.toEqual(['']); // not known, so no figure
    await context.setOffline(false);
    await left.getByText('100', { exact: true }).waitFor();
    const back = dialogue.getByRole('textbox', { name: 'To give back of I-01' });
    await dialogue.getByRole('columnheader', { name: 'Left to give back' }).waitFor();
    await back.fill('999999');
    await back.blur();
    await dialogue.getByText(/^No more than [\d.]+ is left to give back$/).waitFor(); // before it is sent
    await expect(dialogue.getByRole('button', { name: 'Prepare the credit note' }).isDisabled()).resolves.toBe(true);
    await back.fill('1,240');
    await back.blur();
    await dialogue.getByText('“1,240” can be two figures').waitFor();
    await dialogue.getByRole('button', { name: '1240' }).click(); // is never guessed, and one key or click takes it
    await expect(back.inputValue()).resolves.toBe('1240');
    await back.fill('10');
    await dialogue.getByRole('textbox', { name: 'Reason' }).fill('ten pages were counted twice');
    await page.keyboard.press('Escape'); // to look something up elsewhere
    await page.getByRole('link', { name: 'CRA-2025-002' }).first().click();
    await page.getByRole('heading', { name: 'CRA-2025-002' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Credit part of it' }).click();
    await dialogue.getByText('What you typed here before is kept.').waitFor();
    await expect(back.inputValue()).resolves.toBe('10');
    const keys: (string | undefined)[] = [];
    await meets(page, '**/credit-notes', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.fallback();
      await route.fetch(); // the books have it, and no answer comes
      await page.keyboard.press('Escape');
    });
    await dialogue.getByRole('button', { name: 'Prepare the credit note' }).click();
    await dialogue.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Credit part of it' }).click(); // was it sent at all?
    await expect(back.inputValue()).resolves.toBe('10');
    await dialogue.getByRole('button', { name: 'Prepare the credit note' }).click();
    await page.getByRole('heading', { name: 'Draft of a credit note' }).waitFor();
    expect([new Set(keys).size, keys.length]).toEqual([1, 2]); // one note, and not another one for ten pages more
    await page.getByText('USD −124.00').first().waitFor();
    await page.getByText('ten pages were counted twice').waitFor();
    await context.close();
  });
});

describe('the payment of an invoice', () => {
  async function issuesTheCreditNote(on: string): Promise<void> {
    site.books.clock.set(Day.of(on));
    await inTransaction(site.books.db, async (tx) => {
      const by = await site.books.get(IdentityService).officer(tx, 'BRS.approving', Day.of(on));
      const [draft] = await tx.query<{ id: string }[]>(
        `select id from invoicing.invoice where type = 'CREDIT_NOTE' and number is null and state <> 'DISCARDED'`,
      );
      await site.books.get(InvoicingService).issue(tx, { id: draft?.id ?? '', seen: null }, by, site.books.clock);
    });
  }

  it('is proposed by one officer of the payer, and posted when another approves it', async () => {
    const finance = await site.visit('MINAMATA.finance', '/invoices/BRS-2026-0002');
    await finance.page.getByRole('button', { name: 'Propose the settlement' }).click();
    const form = finance.page.getByRole('dialog', { name: 'Propose the settlement' });
    await form.getByRole('button', { name: 'Propose the settlement' }).click(); // nothing is typed yet
    await expect(form.getByText('This is missing').count()).resolves.toBe(2);
    await form
      .getByRole('textbox', { name: /^Number of the voucher/ })
      .and(finance.page.locator(':focus'))
      .waitFor();
    await form.getByRole('textbox', { name: 'Number of the voucher in your own ledger' }).fill('1900012345');
    await form.getByRole('textbox', { name: 'Value day' }).fill('2026-03-01');
    expect(await violations(finance.page)).toEqual([]);
    await form.getByRole('button', { name: 'Propose the settlement' }).click();
    const shown = finance.page.getByRole('region', { name: 'Settlement Proposed' });
    await shown.getByText('1900012345').waitFor();
    await expect(shown.getByRole('button', { name: 'Approve the settlement' }).isDisabled()).resolves.toBe(true);
    await shown.getByText(/An approving officer of MINAMATA must act/).waitFor();
    await expect(shown.getByRole('button', { name: 'Return the settlement' }).isEnabled()).resolves.toBe(true);
    expect(await statesOf(site, 'I-01')).toEqual(['INVOICED']);

    await issuesTheCreditNote('2026-03-02');
    const other = await site.visit('MINAMATA.approving', '/approvals');
    await other.page.getByRole('link', { name: 'Settlement under voucher 1900012345' }).click();
    await other.page.getByText('was issued since, and is left out').waitFor();
    await other.page.getByText('USD 1,116.00 of its documents is open.').waitFor();
    const approve = other.page.getByRole('button', { name: 'Approve the settlement' });
    await expect(approve.isDisabled()).resolves.toBe(true);
    expect(await violations(other.page)).toEqual([]);
    await other.page.getByRole('button', { name: 'Return the settlement' }).click();
    const back = other.page.getByRole('dialog', { name: 'Return the settlement' });
    await back.getByRole('textbox', { name: 'Reason' }).fill('ten pages were given back since');
    await back.getByRole('button', { name: 'Return the settlement' }).click();
    await back.waitFor({ state: 'hidden' });
    await other.context.close();

    await finance.page.reload();
    await finance.page.getByRole('button', { name: 'Propose the settlement' }).click();
    await form.getByText('USD 1,116.00, after what is taken off.').waitFor();
    const takenOff = form.getByRole('checkbox', { name: /^Take off USD 124.00 of credit note BRS-CN-2026-/ });
    await takenOff.uncheck();
    await form.getByText('The whole of USD 1,240.00.').waitFor();
    await takenOff.check();
    expect(await violations(finance.page)).toEqual([]);
    await form.getByRole('textbox', { name: 'Number of the voucher in your own ledger' }).fill('1900012345');
    await form.getByRole('textbox', { name: 'Value day' }).fill('2026-03-02');
    await form.getByRole('button', { name: 'Propose the settlement' }).click();
    await shown.getByText('USD 1,116.00').waitFor();
    await finance.context.close();

    const { page, context, complaints } = await site.visit('MINAMATA.approving', '/approvals');
    await page.getByRole('link', { name: 'Settlement under voucher 1900012345' }).click();
    await page.getByRole('button', { name: 'Approve the settlement' }).click();
    const dialogue = page.getByRole('dialog', { name: 'Settle USD 1,116.00' });
    await dialogue.getByText('under voucher 1900012345').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialogue.getByRole('button', { name: 'Approve the settlement' }).click();
    const settled = page.getByRole('region', { name: 'Settlement Settled' });
    await settled.getByText('MINAMATA.finance').waitFor();
    await settled.getByText('MINAMATA.approving').waitFor();
    await expect(page.getByRole('button', { name: /the settlement$/ }).count()).resolves.toBe(0);
    expect(await statesOf(site, 'I-01')).toEqual(['SETTLED']);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('an issued invoice', () => {
  it('is verified in the browser, by its own arithmetic', async () => {
    await log.sealAll();
    const { page, context } = await site.visit('BRS.auditor', '/invoices/BRS-2025-0001');
    await page.getByRole('button', { name: 'Verify BRS-2025-0001' }).click();
    await page.getByText('It is what was sealed, computed on this computer.').waitFor();
    await expect(page.locator('.checks').getByRole('img', { name: 'holds' }).count()).resolves.toBe(5);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
