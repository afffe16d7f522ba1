import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openSite, settled, type Site, violations } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

it('Alt Shift C copies the address of the view, says so, and is a letter where one writes', async () => {
  const { page, context } = await site.visit('BRS.finance', '/charges?state=INVOICED&lang=fr');
  await page.locator('.list tfoot').waitFor();
  await page.locator('.filters select').first().focus();
  await page.keyboard.press('Alt+Shift+C');
  await page.getByRole('status').getByText('L’adresse de cette vue est copiée.').waitFor();
  await expect(page.evaluate('navigator.clipboard.readText()')).resolves.toBe(page.url());
  expect(await violations(page)).toEqual([]);
  await page.getByText('L’adresse de cette vue est copiée.').waitFor({ state: 'detached' });
  await page.goto('/charges/new?agreement=CRA-2025-002');
  await page.locator('input[data-cell="0 day"]:focus').waitFor();
  await page.keyboard.press('Alt+Shift+C');
  await settled(page);
  await expect(page.locator('.quiet-note p').count()).resolves.toBe(0);
  await context.close();
});
