import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { line, post, unsigned } from './charging.ts';
import { tabTo } from './keyboard.ts';
import { openSite, settled, type Site, violations } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(); // the books' day is 1 March 2026, whatever the browser's clock says
}, 120_000);
afterAll(() => site.close());

const due = (page: Page): Promise<string[]> => page.locator('.due li').allInnerTexts();
const oneLine = (text: string): string => text.split(/\s*\n\s*/).join(' | ');

describe('what has a day, on Home', () => {
  it('is the close of the biennium, and each agreement that waits for a signature since so many days of the books', async () => {
    await unsigned(site, 'CRA-2025-008', line('U-01', '10', 'CRA-2025-008'), line('U-02', '10', 'CRA-2025-008'));
    await post(site, 'BRS.approving', '/agreements/CRA-2025-008/signatures', {
      side: 'PROVIDER',
      signedOn: '2026-02-01',
    });
    const { page, context, complaints } = await site.visit('BRS.finance');
    await page.locator('.due li').first().waitFor();
    await settled(page);
    expect((await due(page)).map(oneLine)).toEqual([
      '31 Dec 2025 | Close of the biennium 2024-2025 | Closing to be proposed | 24 months are over and not closed',
      'for 212 days | CRA-2025-008 waits for the signature of MINAMATA | 2 charges, USD 248.00, are provisional',
    ]);
    await tabTo(page, page.getByRole('link', { name: 'CRA-2025-008 waits' }), 'Enter');
    await page.getByText('Agreement CRA-2025-008 is not signed (212 days).').waitFor(); // the same days
    await page.goBack();
    await tabTo(page, page.getByRole('link', { name: 'Close of the biennium 2024-2025' }), 'Enter');
    await page.locator('.panel-head h2', { hasText: '2024-2025' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(['en', 'fr', 'x-rtl'])('stands within a phone, where axe finds nothing, in %s', async (language) => {
    const { page, context } = await site.visit('BRS.finance', `/?lang=${language}`, {
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
    });
    await page.locator('.due li').nth(1).waitFor();
    await settled(page);
    await expect(page.evaluate('document.documentElement.scrollWidth')).resolves.toBe(390);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('is neither asked for nor said where one reads no periods and no agreements', async () => {
    const { page, context } = await site.visit('BRS.administrator', '/health/live');
    const refused: string[] = [];
    page.on('response', (answer) => {
      if (answer.status() >= 400) refused.push(answer.url());
    });
    await page.goto('/');
    await page.getByRole('heading', { name: 'Waiting for me' }).waitFor();
    await settled(page);
    expect({ refused, due: await page.getByRole('heading', { name: 'Deadlines' }).count() }).toEqual({
      refused: [],
      due: 0,
    });
    await context.close();
  });
});
