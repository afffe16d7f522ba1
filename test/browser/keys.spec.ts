import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openSite, settled, type Site, violations } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const searchOf = (page: Page): string => new URL(page.url()).search;

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('f on a cell of a list', () => {
  it('filters to its value, and Shift f takes that filter off, by keyboard alone', async () => {
    const { page, context, complaints } = await site.visit('BRS.finance', '/charges');
    await page.locator('.list tfoot').waitFor();
    await settled(page);
    await press(page, 'j', 'ArrowRight', 'ArrowRight', 'j'); // along the row, and down the column
    const cell = page.locator('td[data-filters]:focus');
    const agreement = await cell.innerText();
    expect(agreement).toMatch(/^CRA-2025-00\d$/);
    await press(page, 'f');
    await page.locator('.chips').getByText(`Agreement: ${agreement}`).waitFor();
    expect(searchOf(page)).toBe(`?agreement=${agreement}`);
    await settled(page);
    expect(new Set(await page.locator(`.list td[data-head="Agreement"]`).allInnerTexts())).toEqual(
      new Set([agreement]),
    );
    await expect(cell.innerText()).resolves.toBe(agreement); // one is where one was
    expect(await violations(page)).toEqual([]);
    await press(page, 'ArrowLeft', 'f'); // the day of its delivery
    await page
      .locator('.chips')
      .getByText(/^From: /)
      .waitFor();
    await press(page, 'Shift+F');
    await page
      .locator('.chips')
      .getByText(/^From: /)
      .waitFor({ state: 'detached' });
    await press(page, 'ArrowRight', 'Shift+F');
    await page.locator('.chips').waitFor({ state: 'detached' });
    expect(searchOf(page)).toBe('');
    await press(page, 'Enter'); // opens, as on the row
    await page.locator('.panel').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['/invoices', 'State', '?state='],
    ['/agreements', 'Meeting', '?meeting='],
  ])('is of the cell that is pointed at, in %s too', async (path, head, search) => {
    const { page, context } = await site.visit('BRS.finance', path);
    const cell = page.locator(`.list tbody td[data-head="${head}"]`).first();
    await cell.hover();
    await press(page, 'f');
    await page.locator('.chips li').waitFor();
    expect(searchOf(page)).toContain(search);
    await press(page, 'j', 'ArrowRight', 'Shift+F'); // what has the focus came last, and has no filter in force
    expect(searchOf(page)).toContain(search);
    await cell.hover({ position: { x: 8, y: 8 } });
    await press(page, 'Shift+F');
    await page.locator('.chips').waitFor({ state: 'detached' });
    await page.locator('h1').hover();
    await page.locator('h1').click();
    await press(page, 'f');
    await page.getByRole('status').getByText('Point at a cell').waitFor();
    await context.close();
  });

  it('is silent where single letters are switched off, and Settings lists it', async () => {
    const { page, context } = await site.visit('BRS.finance', '/settings');
    await page.getByRole('row', { name: /^f Filter to the value of this cell/ }).waitFor();
    await page.getByRole('row', { name: /^Alt Shift C Copy the address of this view/ }).waitFor();
    await page.getByLabel('Shortcuts of single letters').uncheck();
    await page.goto('/charges');
    await page.locator('.list tbody td[data-head="State"]').first().hover();
    await press(page, 'f');
    await settled(page);
    expect(searchOf(page)).toBe('');
    await context.close();
  });
});

it('Alt Shift C copies the address of the view, says so, and is a letter where one writes', async () => {
  const { page, context } = await site.visit('BRS.finance', '/charges?state=INVOICED&lang=fr');
  await page.locator('.list tfoot').waitFor();
  await page.locator('.filters select').first().focus();
  await press(page, 'Alt+Shift+C');
  await page.getByRole('status').getByText('L’adresse de cette vue est copiée.').waitFor();
  await expect(page.evaluate('navigator.clipboard.readText()')).resolves.toBe(page.url());
  expect(await violations(page)).toEqual([]);
  await page.getByText('L’adresse de cette vue est copiée.').waitFor({ state: 'detached' });
  await page.goto('/charges/new?agreement=CRA-2025-002');
  await page.locator('input[data-cell="0 day"]:focus').waitFor();
  await press(page, 'Alt+Shift+C');
  await settled(page);
  await expect(page.locator('.quiet-note p').count()).resolves.toBe(0);
  await context.close();
});

describe('Shift Enter in the entry grid', () => {
  it('keeps the line on this computer, and stays in it', async () => {
    const { page, context } = await site.visit('BRS.finance', '/charges/new?agreement=CRA-2025-002');
    await page.locator('input[data-cell="0 day"]:focus').waitFor();
    await page.keyboard.type('7 Nov 2025');
    await press(page, 'Tab');
    await page.keyboard.type('DOC-PA');
    await press(page, 'Shift+Enter');
    const service = page.getByLabel('Service, line 1');
    await page.locator('.entry-foot').getByText('Line 1 is kept on this computer').waitFor();
    await expect(service.inputValue()).resolves.toBe('DOC-PAG'); // what was offered is taken
    await service.and(page.locator(':focus')).waitFor();
    await press(page, 'Tab');
    await page.keyboard.type('=2*3');
    await press(page, 'Shift+Enter');
    const quantity = page.getByLabel('Quantity, line 1');
    await quantity.and(page.locator(':focus')).waitFor();
    await expect(quantity.inputValue()).resolves.toBe('6');
    await page.getByText('USD 74.40').first().waitFor(); // tried at once
    const kept: string = await page.evaluate(
      `JSON.stringify(Object.entries(localStorage).filter(([name]) => name.startsWith('recoup.draft.')))`,
    );
    expect(kept).toContain('DOC-PAG');
    expect(kept).toContain('2*3 = 6');
    await page.keyboard.type('8'); // all of it is selected, as when the cell is reached
    await expect(quantity.inputValue()).resolves.toBe('8');
    await expect(page.getByText('Line 1 is kept on this computer').count()).resolves.toBe(1); // no more in the foot, only read out
    await context.close();
  });
});
