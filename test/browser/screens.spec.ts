import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSite, pasteFromSpreadsheet, type Site, violations } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

/** Every screen, with a text that stands there once it is complete (in the pseudo-language its letters are accented). */
const screens: readonly (readonly [path: string, person: string | null, ready: string])[] = [
  ['/', 'BRS.finance', '.timeline li'],
  ['/agreements', 'BRS.finance', '.list tbody tr'],
  ['/agreements/CRA-2025-002', 'BRS.finance', '.list tfoot'],
  ['/agreements/CRA-2025-002?tab=terms', 'BRS.finance', '.plain-list'],
  ['/agreements/CRA-2025-002?tab=history', 'BRS.finance', '.timeline li'],
  ['/charges', 'BRS.finance', '.list tfoot'],
  ['/charges?charge=T-02', 'BRS.finance', '.panel .list-box tbody tr'],
  ['/charges?state=DISPUTED', 'BRS.finance', '.empty'],
  ['/charges/new?agreement=CRA-2025-002', 'BRS.finance', '.grid input'],
  ['/settings', 'BRS.finance', '.settings'],
  ['/nowhere', 'BRS.finance', 'h1'],
  ['/', null, '.demo-people li'],
];

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['en', 'x-rtl'] as const).map((language) => ({ colorScheme, language })),
);

describe.each(looks)('in $colorScheme and $language, axe finds nothing', ({ colorScheme, language }) => {
  it.each(screens)('on %s as %s', async (path, person, ready) => {
    const address = `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
    const { page, complaints, context } = await site.visit(person, address, { colorScheme });
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState('networkidle');
    await expect(page.locator('html').getAttribute('dir')).resolves.toBe(language === 'en' ? 'ltr' : 'rtl');
    expect({ path, found: await violations(page) }).toEqual({ path, found: [] });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('in the grid with what is wrong, in the palette and in the help', async () => {
    const { page, context } = await site.visit('BRS.finance', `/charges/new?agreement=CRA-2025-002&lang=${language}`, {
      colorScheme,
    });
    await page.locator('[data-cell="0 day"]').waitFor();
    await pasteFromSpreadsheet(page, '01/02/2026\tDOC-PAG\t1.234,50\n7 Nov 2025\tNONE\t1\n');
    await page.locator('.grid-why').first().waitFor();
    await page.locator('[data-cell="2 item"]').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.locator('.grid-offers:visible li').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.locator('.palette li').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.palette').waitFor({ state: 'hidden' });
    await page.goto(`/?lang=${language}`);
    await page.locator('.timeline li').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').locator('kbd').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});

describe('a page that is enlarged four times', () => {
  it.each(screens)('has no text beside it: %s as %s', async (path, person, ready) => {
    const { page, context } = await site.visit(person, path, { viewport: { width: 341, height: 256 } });
    await page.locator(ready).first().waitFor();
    const wide: number = await page.evaluate('document.documentElement.scrollWidth');
    expect({ path, wide: wide <= 341 }).toEqual({ path, wide: true });
    await context.close();
  });
});
