import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { browserProgram } from './chromium.ts';
import { openSite, pasteFromSpreadsheet, password, type Site } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

async function signIn(page: Page, account: string, secret: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Account' }).fill(account);
  await page.getByRole('textbox', { name: 'Password' }).fill(secret);
  await page.keyboard.press('Enter');
}

const roles = ['finance', 'certifying', 'approving', 'auditor', 'administrator'];

describe('somebody who is not signed in', () => {
  it.each(['BRS', 'MINAMATA'].flatMap((side) => roles.map((role) => `${side}.${role}`)))(
    'signs in as %s and sees who they are',
    async (account) => {
      const { page, complaints } = await site.visit(null);
      await signIn(page, account, password);
      await page.getByRole('heading', { name: 'Home' }).waitFor();
      await page.getByRole('button', { name: `Acting as ${account}` }).waitFor();
      await page.getByText(`Books of ${account.split('.')[0] ?? ''}`).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('goes to the address they came for', async () => {
    const { page } = await site.visit(null, '/agreements/CRA-2025-001?tab=terms');
    await signIn(page, 'BRS.auditor', password);
    await page.getByRole('tab', { name: 'Terms', selected: true }).waitFor();
    await page.context().close();
  });

  it('is refused with a wrong password, in words, and sees nothing', async () => {
    const { page } = await site.visit(null, '/charges');
    await signIn(page, 'BRS.finance', 'a-wrong-password');
    await page.getByRole('alert').waitFor();
    await expect(page.getByRole('navigation').count()).resolves.toBe(0);
    await page.context().close();
  });

  it('takes an account of the sample by one click', async () => {
    const { page } = await site.visit(null);
    await page.getByRole('button', { name: /^MINAMATA\.certifying/ }).click();
    await expect(page.getByRole('textbox', { name: 'Account' }).inputValue()).resolves.toBe('MINAMATA.certifying');
    await page.context().close();
  });
});

describe('whoever signs out', () => {
  it('leaves no draft in the browser', async () => {
    const { page } = await site.visit('BRS.finance', '/charges/new?agreement=CRA-2025-002');
    await page.getByLabel('Delivered on, line 1').waitFor();
    await pasteFromSpreadsheet(page, '7 Nov 2025\tDOC-PAG\t1\n8 Nov 2025\tDOC-PAG\t1\n');
    const drafts = (): Promise<number> =>
      page.evaluate(`Object.keys(localStorage).filter((key) => key.startsWith('recoup.draft.')).length`);
    await page.getByText('USD 24.80').first().waitFor();
    await expect(drafts()).resolves.toBe(1);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('textbox', { name: 'Account' }).waitFor();
    await expect(drafts()).resolves.toBe(0);
    await page.context().close();
  });
});

describe('another language', () => {
  it('is French, also for amounts and days, and is kept', async () => {
    const { page } = await site.visit('BRS.finance', '/agreements/CRA-2025-002');
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitem', { name: 'Français' }).click();
    await page.getByText('USD 96\u202f020,11').first().waitFor();
    await page.reload();
    await page.getByRole('tab', { name: 'Conditions' }).waitFor();
    await expect(page.locator('html').getAttribute('lang')).resolves.toBe('fr');
    await page.context().close();
  });
});

describe('the browser of these tests', () => {
  const anyUse = { papers: false };

  it.each([
    [{ papers: false }, 'chromium-headless-shell'],
    [{ papers: true }, 'chromium'],
  ])('for %j is %s where both are there', (use, name) => {
    const PATH = mkdtempSync(join(tmpdir(), 'recoup-browsers-'));
    for (const program of ['chromium', 'chromium-headless-shell'])
      writeFileSync(join(PATH, program), '', { mode: 0o755 });
    expect(browserProgram(use, { PATH })).toBe(join(PATH, name));
    rmSync(PATH, { recursive: true });
  });

  it('is the one that is named', () => {
    expect(browserProgram(anyUse, { RECOUP_CHROMIUM: process.execPath })).toBe(process.execPath);
  });

  it('is asked for in one sentence where there is none', () => {
    expect(() => browserProgram(anyUse, { PATH: '/nowhere' })).toThrow(/this machine has none: install Chromium/);
    expect(() => browserProgram(anyUse, { RECOUP_CHROMIUM: '/nowhere/chromium', PATH: '/usr/bin' })).toThrow(
      /has none/,
    );
  });
});
