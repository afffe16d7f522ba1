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
      const lands = account.endsWith('.auditor') ? 'Biennium audit' : 'Home';
      await page.getByRole('heading', { name: lands }).waitFor();
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

  it('chooses another language, and what was typed is still there', async () => {
    const { page } = await site.visit(null, '/charges');
    await page.getByRole('textbox', { name: 'Account' }).fill('BRS.finance');
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('button', { name: 'Se connecter' }).waitFor();
    await expect(page.getByRole('textbox', { name: 'Compte' }).inputValue()).resolves.toBe('BRS.finance');
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

describe('in Settings', () => {
  let page: Page;
  let elsewhere: () => Promise<number>;
  beforeAll(async () => {
    elsewhere = await signedInElsewhere('BRS.finance');
    ({ page } = await site.visit('BRS.finance', '/settings'));
  });
  afterAll(() => page.context().close());

  it('whoever is signed in elsewhere too sees it, and ends it', async () => {
    const others = page.getByRole('button', { name: 'End it' });
    await others.first().waitFor();
    expect(await elsewhere()).toBe(200);
    for (let left = await others.count(); left > 0; left -= 1) {
      await others.first().click();
      await others.nth(left - 1).waitFor({ state: 'detached' });
    }
    expect(await elsewhere()).toBe(401);
    await page.getByText('This one').waitFor();
  });

  it('language, theme and density are chosen and kept, and letters that are off lead nowhere', async () => {
    for (const choice of ['Français', 'Sombre', 'Compacte']) await page.getByRole('radio', { name: choice }).click();
    const letters = page.getByRole('switch', { name: 'Raccourcis d’une seule lettre' });
    await letters.uncheck();
    await page.reload();
    await page.getByRole('heading', { name: 'Réglages' }).waitFor();
    await page.locator('html[lang="fr"][data-density="compact"][data-mantine-color-scheme="dark"]').waitFor();
    for (const key of ['g', 'c', '?', 'Control+k']) await page.keyboard.press(key);
    await page.getByRole('combobox', { name: 'Chercher ou aller à' }).waitFor(); // the one that is no single letter
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).pathname).toBe('/settings');
    await letters.check();
    for (const key of ['g', 'a']) await page.keyboard.press(key);
    await page.getByRole('heading', { name: 'Accords' }).waitFor();
    await page.getByText('96\u202f020,11').first().waitFor(); // amounts, too
  });
});

/** Another session of the same person, and whether it is let in: the status of who asks. */
async function signedInElsewhere(account: string): Promise<() => Promise<number>> {
  const session = `${site.address}/api/v1/session`;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ account, password });
  const cookie = (await fetch(session, { method: 'POST', headers, body })).headers.get('set-cookie') ?? '';
  return async () => (await fetch(session, { headers: { cookie: cookie.split(';')[0] ?? '' } })).status;
}

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
