import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { follow, openSite, pasteFromSpreadsheet, settled, type Site, violations, type Visit } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

/** Every screen, with something that stands there once it is complete. */
const screens: readonly (readonly [path: string, ready: string])[] = [
  ['/', '.timeline li'],
  ['/agreements', '.list tbody tr'],
  ['/agreements/new', '.draft-terms input'],
  ['/agreements/CRA-2025-002', '.list tfoot'],
  ['/agreements/CRA-2025-002?tab=terms', '.plain-list'],
  ['/agreements/CRA-2025-002?tab=history', '.timeline li'],
  ['/charges', '.list tfoot'],
  ['/charges?charge=T-02', '.panel .list-box tbody tr'],
  ['/charges?columns=day,traveller,note,recorded,invoice,amount', '.list tfoot'],
  ['/charges?state=DISPUTED', '.empty'],
  ['/charges/new?agreement=CRA-2025-002', '.grid input'],
  ['/charges/new/trip?agreement=CRA-2025-002', '.trip-form input'],
  ['/invoices', '.list tbody tr'],
  ['/invoices/BRS-2025-0001', '.lines tfoot'],
  ['/invoices/prepare?agreement=CRA-2025-002', '.empty'],
  ['/approvals', '.empty'],
  ['/two-books', '.verdict'],
  ['/audit', '.audit-checks li'],
  ['/audit?by=line', '.bar-plan'],
  ['/periods?biennium=2024-2025', '.list tbody tr'],
  ['/periods?biennium=2024-2025&period=2024-2025', '.panel .obstacles li'],
  ['/periods?biennium=2024-2025&period=2025-11', '.panel .mark'],
  ['/codings', '.list tbody tr'],
  ['/codings?coding=SC', '.panel .why'],
  ['/people', '.list tbody tr'],
  ['/people?person=BRS.certifying', '.panel .designations li'],
  ['/terminal', '.terminal-code'],
  ['/settings', '.settings'],
  ['/settings/second-factor', 'h1'],
  ['/settings/password', 'h1'],
  ['/nowhere', 'h1'],
];

/** Where a page has one fault in one look only, it is found in that look: each page is held against all four. */
const schemes = ['light', 'dark'] as const;

async function loaded(page: Page, path: string, ready: string): Promise<void> {
  await page.goto(path);
  await page.locator(ready).first().waitFor();
  await settled(page);
}

/** Axe, too, is read once, and not for each screen. */
async function shown(page: Page, path: string, ready: string): Promise<void> {
  await follow(page, path);
  await page.locator(ready).first().waitFor();
  await settled(page);
}

/** Of all that the page draws. */
const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');

/** As somebody's machine does at dusk, under the page that is open. */
async function inScheme(page: Page, colorScheme: (typeof schemes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
}

async function violationsInBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of schemes) {
    await inScheme(page, scheme);
    found.push(...(await violations(page)).map((one) => `${scheme}: ${one}`));
  }
  return found;
}

describe.each(['en', 'x-rtl'])('in %s, axe finds nothing', (language) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await site.visit('BRS.finance', `/settings?lang=${language}`); // the language is kept
    await visit.page.locator('.settings').waitFor();
  });
  afterAll(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.context.close();
  });

  describe.each(screens)('on %s', (path, ready) => {
    beforeAll(() => shown(visit.page, path, ready));

    it.each(schemes)('in %s', async (scheme) => {
      const { page } = visit;
      await inScheme(page, scheme);
      await expect(page.locator('html').getAttribute('dir')).resolves.toBe(language === 'en' ? 'ltr' : 'rtl');
      expect({ path, found: await violations(page) }).toEqual({ path, found: [] });
    });
  });

  it('where one signs in', async () => {
    const { page, context } = await site.visit(null, `/?lang=${language}`);
    await page.locator('.demo-people li').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await context.close();
  });

  it('in the grid with what is wrong, in the palette and in the help', async () => {
    const { page } = visit;
    await shown(page, '/charges/new?agreement=CRA-2025-002', '[data-cell="0 day"]');
    await page.locator('[data-cell="0 day"]').focus();
    await pasteFromSpreadsheet(page, '01/02/2026\tDOC-PAG\t1.234,50\n7 Nov 2025\tNONE\t1\n');
    await page.locator('.grid-why').first().waitFor();
    await page.locator('[data-cell="2 item"]').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.locator('.grid-offers:visible li').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.locator('.palette li').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.palette').waitFor({ state: 'hidden' });
    await shown(page, '/', '.timeline li');
    await page.keyboard.press('?');
    await page.getByRole('dialog').locator('kbd').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });
});

/** A window of 1280 by 720 for whoever enlarges four times; made narrow later, it would hide what a narrow beginning shows. */
const narrow = { width: 320, height: 180 };

describe('enlarged four times when it is loaded', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await site.visit('BRS.finance', '/', { viewport: narrow });
  });
  afterAll(() => visit.context.close());

  it.each(screens)('%s has no text beside it', async (path, ready) => {
    await loaded(visit.page, path, ready);
    await expect(widthOf(visit.page)).resolves.toBeLessThanOrEqual(narrow.width);
  });
});
