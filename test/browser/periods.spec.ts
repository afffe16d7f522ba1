import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { line, post } from './charging.ts';
import { tabTo } from './keyboard.ts';
import { openSite, settled, type Site, violations } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const november = '/periods?biennium=2024-2025&period=2025-11';

async function stateOf(code: string): Promise<string> {
  const [row] = await site.books.db.query<{ state: string }[]>('select state from ledger.period where code = $1', [
    code,
  ]);
  return row?.state ?? 'OPEN';
}

/** A step over the API, by whoever is named. */
async function step(by: string, path: string, data: object = {}): Promise<void> {
  const { context } = await site.visit(by);
  const headers = { 'idempotency-key': randomUUID(), 'if-match': '*' };
  const answer = await context.request.post(`/api/v1/periods/${path}`, { data, headers });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  await context.close();
}

/** From the row on, by the keyboard alone, as far as the dialogue of that step. */
async function asks(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }), 'Enter');
  await page.getByRole('dialog', { name }).waitFor();
}

/** The button of the dialogue, which can be pressed once its dry run has come. */
async function decides(page: Page, name: string): Promise<void> {
  const submit = page.getByRole('dialog').getByRole('button', { name, exact: true });
  await page.getByRole('dialog').getByText('Nothing is posted, in neither book.').waitFor();
  await tabTo(page, submit, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

describe('a month, closed by the keyboard alone', () => {
  it('is proposed after a dry run, which says what comes late afterwards', async () => {
    await post(site, 'BRS.finance', '/charges/batches', { charges: [line('P-LATE', '3')] });
    const { page, context, complaints } = await site.visit('BRS.finance', '/audit?biennium=2024-2025');
    await page.getByRole('heading', { name: 'Biennium audit' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Periods' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'November 2025' }), 'Enter');
    await page.getByText('Nothing stands in the way of its closing').waitFor();
    await expect(page.getByRole('link', { name: 'P-LATE' }).getAttribute('href')).resolves.toBe(
      '/charges?biennium=2024-2025&charge=P-LATE',
    );
    await asks(page, 'Propose to close November 2025');
    const dialogue = page.getByRole('dialog');
    await dialogue.getByText('is posted to only as a prior-period adjustment').waitFor();
    await dialogue.getByRole('heading', { name: 'What comes late afterwards' }).waitFor();
    await dialogue.getByRole('link', { name: 'P-LATE' }).waitFor();
    await dialogue.getByText('What is certified after the closing is posted on that day').waitFor();
    expect(await stateOf('2025-11')).toBe('OPEN');
    expect(await violations(page)).toEqual([]);
    await decides(page, 'Propose to close November 2025');
    await page.getByRole('status').getByText('November 2025: Closing').waitFor();
    expect(await stateOf('2025-11')).toBe('CLOSING');
    // Whoever proposed it does not sign it, and reads who does.
    const signing = page.getByRole('button', { name: 'Sign the closing of November 2025' });
    await expect(signing.isDisabled()).resolves.toBe(true);
    await page.getByText('An approving officer of BRS must act').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is signed by one side, which sees the balances that it signs, and locked by the other', async () => {
    const first = await site.visit('BRS.approving', '/approvals');
    await tabTo(first.page, first.page.getByRole('link', { name: '1 period to be signed' }), 'Enter');
    await first.page.getByRole('heading', { name: 'Periods' }).waitFor();
    await tabTo(first.page, first.page.getByRole('button', { name: 'November 2025' }), 'Enter');
    await asks(first.page, 'Sign the closing of November 2025');
    await first.page.getByRole('heading', { name: 'What is signed: the balances of your book' }).waitFor();
    const books = first.page.getByRole('dialog').locator('.entries tbody th');
    await books.first().waitFor();
    expect(new Set(await books.allInnerTexts())).toEqual(new Set(['BRS']));
    expect(await violations(first.page)).toEqual([]);
    await decides(first.page, 'Sign the closing of November 2025');
    await first.page.getByRole('status').getByText('November 2025: Signed by one side').waitFor();
    await first.page.getByRole('button', { name: 'Sign the closing of November 2025' }).waitFor();
    await first.page.getByText('BRS.approving has proposed or signed the closing of 2025-11 already').waitFor();
    await first.page.getByRole('heading', { name: 'What stood in it when its closing was proposed' }).waitFor();
    await first.context.close();

    const second = await site.visit('MINAMATA.approving', november);
    await second.page.getByRole('heading', { name: 'What stands in it', exact: true }).waitFor(); // now: what the proposer saw is of BRS
    await asks(second.page, 'Sign the closing of November 2025');
    await decides(second.page, 'Sign the closing of November 2025');
    await second.page.getByRole('status').getByText('November 2025: Locked').waitFor();
    expect(await stateOf('2025-11')).toBe('LOCKED');
    const row = second.page.locator('tr[data-key="2025-11"]');
    for (const person of ['BRS.finance', 'BRS.approving', 'MINAMATA.approving']) await row.getByText(person).waitFor();
    await second.context.close();
  });

  it('is reopened by both sides, each for a reason', async () => {
    const { page, context } = await site.visit('MINAMATA.approving', november);
    await asks(page, 'Ask to reopen November 2025');
    await page.getByRole('textbox', { name: 'Reason' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('a visa fee came late');
    await decides(page, 'Ask to reopen November 2025');
    await page.getByText('the other secretariat must agree').waitFor();
    await page.getByText('a visa fee came late').waitFor();
    await context.close();

    const other = await site.visit('BRS.approving', november);
    await asks(other.page, 'Agree to reopen November 2025');
    await other.page.keyboard.type('seen and agreed');
    await decides(other.page, 'Agree to reopen November 2025');
    await other.page.getByRole('status').getByText('November 2025: Reopened').waitFor();
    expect(await stateOf('2025-11')).toBe('REOPENED');
    await other.context.close();
  });
});

describe('what stands in the way of a closing', () => {
  it('is said with the way to put it right: a settlement that waits, to its payer with its voucher', async () => {
    await post(site, 'MINAMATA.finance', '/settlements', {
      ...{ method: 'JOURNAL_VOUCHER', externalNumber: 'JV-DEC', valueOn: '2025-12-22', documents: ['BRS-2025-0002'] },
    });
    const { page, context } = await site.visit('MINAMATA.finance', '/periods?biennium=2024-2025&period=2025-12');
    await page.getByText('1 point stands in the way of its closing').waitFor();
    await asks(page, 'Propose to close December 2025');
    const dialogue = page.getByRole('dialog');
    await dialogue.getByRole('alert').getByText('JV-DEC').waitFor(); // the dry run is refused
    await dialogue.getByText('1 settlement that was paid in it waits for a decision').waitFor();
    const submit = dialogue.getByRole('button', { name: 'Propose to close December 2025' });
    await expect(submit.isDisabled()).resolves.toBe(true);
    expect(await violations(page)).toEqual([]);
    await tabTo(page, dialogue.getByRole('link', { name: 'JV-DEC' }), 'Enter');
    await page.getByRole('heading', { name: 'BRS-2025-0002' }).waitFor();
    expect(await stateOf('2025-12')).toBe('OPEN');
    await context.close();

    const other = await site.visit('BRS.finance', '/periods?biennium=2024-2025&period=2025-12&lang=fr');
    await other.page.getByText('À l’autre côté, qui est seul à les voir.').waitFor();
    await expect(other.page.getByText('JV-DEC').count()).resolves.toBe(0);
    await other.context.close();
  });

  it('of a biennium are its months, each with a link, and what would be refused once it is locked', async () => {
    const { page, context } = await site.visit('BRS.auditor', '/periods?biennium=2024-2025&period=2024-2025');
    const months = page.locator('.obstacles li').filter({ hasText: 'months with entries are not locked' });
    await tabTo(page, months.getByRole('link', { name: 'November 2025' }), 'Enter');
    await page.getByRole('heading', { name: 'November 2025' }).waitFor();
    const { y = 0 } = (await page.locator('tr[data-chosen="true"]').boundingBox()) ?? {};
    expect([y > 0, y < 768]).toEqual([true, true]); // its row is in the window too
    // An auditor reads all of it, and reads who could act.
    const button = page.getByRole('button', { name: 'Propose to close November 2025' });
    await expect(button.isDisabled()).resolves.toBe(true);
    await page.getByText('A finance officer of BRS must act').waitFor();
    await context.close();
  });

  it('is nothing yet where a month is not over', async () => {
    const { page, context } = await site.visit('BRS.finance', '/periods?period=2026-03');
    await page.getByRole('heading', { name: 'March 2026' }).waitFor(); // found in its own biennium
    await page.locator('tr[data-key="2026-03"]').getByText('Can be closed from 1 Apr 2026').waitFor();
    await expect(page.getByRole('button', { name: 'Propose to close March 2026' }).isDisabled()).resolves.toBe(true);
    await page.getByText('it is closed from the day after').waitFor();
    await context.close();
  });
});

describe('somebody who was faster', () => {
  it('is said in the dialogue, and nothing is done', async () => {
    const { page, context } = await site.visit('BRS.finance', '/periods?biennium=2024-2025&period=2025-10');
    await asks(page, 'Propose to close October 2025');
    await page.getByRole('dialog').getByText('Nothing is posted, in neither book.').waitFor();
    await step('MINAMATA.finance', '2025-10/closing');
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Propose to close October 2025' }), 'Enter');
    await page.getByRole('dialog').getByRole('alert').getByText('was changed since you read it').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Sign the closing of October 2025' }).waitFor();
    await settled(page);
    await context.close();
  });
});
