import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { line, post, received, statesOf, unsigned } from './charging.ts';
import { tabTo } from './keyboard.ts';
import { openSite, type Site, violations } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

describe('an agreement that is not signed', () => {
  it('is not invoiced, and the page says why, in figures, and where it is signed, by keyboard alone', async () => {
    await unsigned(site, 'CRA-2025-008', line('U-01', '10', 'CRA-2025-008'), line('U-02', '10', 'CRA-2025-008'));
    const rates = [{ currency: 'NOK', effectiveOn: '2025-05-01', unitsPerUsd: '10.5' }];
    await post(site, 'MINAMATA.finance', '/operational-rates', { rates });
    const { page, context } = await site.visit('BRS.finance');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.getByText('1 operational rate waits for a second person: NOK, May 2025.').waitFor();
    for (const key of ['g', 'v']) await page.keyboard.press(key);
    await page.getByRole('heading', { name: 'Invoices' }).waitFor();
    await page.locator('#screen:focus').waitFor(); // Tab goes on within the screen
    await page.keyboard.press('n');
    await tabTo(page, page.getByLabel('Agreement', { exact: true }));
    await page.keyboard.type('CRA-2025-008');
    const button = page.getByRole('button', { name: 'Prepare the draft' });
    await button.waitFor();
    await expect(button.isDisabled()).resolves.toBe(true);
    await page.getByText(/^Agreement CRA-2025-008 is not signed \(\d+ days\)\./).waitFor();
    expect(await violations(page)).toEqual([]);
    await tabTo(page, page.getByRole('link', { name: '2 charges, USD 248.00, wait.' }), 'Enter');
    await page.getByText('2 of 2').waitFor();
    await page.goBack();
    await tabTo(page, page.getByRole('link', { name: 'To the agreement, where it is signed' }), 'Enter');
    await page.getByRole('heading', { name: 'CRA-2025-008' }).waitFor();
    await context.close();
  });
});

describe('what waits for approval', () => {
  it('is grouped by fund, with the line before and after, and is certified by keyboard alone', async () => {
    await received(site, line('K-01', '10'), line('K-02', '20'));
    // Stands in a second list, below the own one: keys begin in the own one.
    await post(site, 'BRS.finance', '/charges/batches', { charges: [line('K-03', '10')] });
    const { page, context, complaints } = await site.visit('MINAMATA.certifying');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Fund MC-GTF USD 372.00' }).waitFor();
    await page.getByRole('heading', { name: 'For somebody else to decide' }).waitFor();
    const effects = page.locator('.effect').filter({ hasText: '→' });
    await effects.nth(1).waitFor(); // the lines are read beside the charges
    const [first = '', second = ''] = await effects.allTextContents();
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
    await page.locator('tr[data-key="K-03"]:focus-within').waitFor(); // the row that is next, and not the page around it
    expect(await statesOf(site, 'K-01', 'K-02')).toEqual(['CERTIFIED', 'CERTIFIED']);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('stands below the sentence that says who could, for whoever may not', async () => {
    await received(site, line('W-01', '10'));
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
    await received(site, line('S-01', '10'));
    const { page, context } = await site.visit('MINAMATA.certifying', '/approvals');
    await page.getByRole('checkbox', { name: 'Select S-01' }).check();
    await site.books.db.query(`update identity.session set stepped_up_at = null where person = 'MINAMATA.certifying'`);
    await page.getByRole('button', { name: /^Certify 1, USD/ }).click();
    await page.getByRole('dialog', { name: 'Show once more that it is you' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alert').waitFor();
    await expect(page.getByRole('checkbox', { name: 'Select S-01' }).isChecked()).resolves.toBe(true);
    expect(await statesOf(site, 'S-01')).toEqual(['RECEIVED']);
    await context.close();
  });
});

describe('where a budget line is booked', () => {
  it('is stated by an approving officer, by keyboard alone, and what was stated is there to read', async () => {
    const { page, context, complaints } = await site.visit('BRS.approving');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    for (const key of ['g', 'b']) await page.keyboard.press(key);
    await page.getByRole('row', { name: /^BC-1-COP17 .* No coding stated$/ }).waitFor();
    for (const key of ['j', 'j', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('heading', { name: 'BC-1-COP17' }).and(page.locator(':focus')).waitFor();
    await page.getByText('No coding is stated: papers say nothing of it.').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'State a coding' }), 'Enter');
    const fundCentre = page.getByLabel('Fund centre').and(page.locator(':focus'));
    await fundCentre.waitFor();
    await page.keyboard.type('11 207');
    await tabTo(page, page.getByLabel('Reason'));
    await page.keyboard.type('letter of the budget section');
    await page.keyboard.press('Enter');
    await page.getByText(/^A fund centre has 1 to 24 capitals/).waitFor();
    await fundCentre.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('11207');
    await page.keyboard.press('Enter');
    const again = page.getByRole('button', { name: 'State another coding' });
    await again.and(page.locator(':focus')).waitFor();
    await tabTo(page, page.locator('summary', { hasText: 'All that was stated' }), 'Enter');
    await page.locator('.panel .timeline li', { hasText: 'Fund centre 11207' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /^BC-1-COP17 .* 11207 .* BRS\.approving$/ }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is read by others, with why they may not, and who could', async () => {
    const { page, context } = await site.visit('BRS.finance', '/codings?coding=BC+BC-1-COP17');
    await expect(page.getByRole('button', { name: 'State another coding' }).isDisabled()).resolves.toBe(true);
    await page.getByText(/^You are not designated .* An approving officer of BRS must act: 1 person\.$/).waitFor();
    await context.close();
  });

  it('is read of both sides by their auditor, each fund with whose it is', async () => {
    const { page, context } = await site.visit('JOINT.auditor', '/codings');
    await page.getByText('Where BRS and MINAMATA book what their budget lines bear').waitFor();
    const groups = await page.locator('.list .group').allInnerTexts();
    expect(groups.map((text) => text.replace(/^(\S+) .*, (\S+)$/, '$1 $2'))).toEqual([
      'BC BRS',
      'RO BRS',
      'SC BRS',
      'MC-GTF MINAMATA',
      'MC-STF MINAMATA',
    ]);
    await context.close();
  });
});
