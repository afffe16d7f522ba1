import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSite, settled, type Site } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

/** Where the figures of the last column end, and its total: once where all of them end at one place. */
const ends = `[...new Set([...document.querySelectorAll('.list tbody td:last-child, .list tfoot td:last-child')]
  .map((cell) => Math.round(cell.querySelector('.figure').getBoundingClientRect().right)))]`;

const sizes = { laptop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;

describe.each(['laptop', 'phone'] as const)('on a %s', (size) => {
  it.each(['en', 'fr', 'x-rtl'])(
    'amounts stand below each other, and their total below them, in %s',
    async (language) => {
      const path = `/charges?lang=${language}`;
      const { page, context } = await site.visit('BRS.finance', path, { viewport: sizes[size] });
      await page.locator('.list tfoot').waitFor();
      await settled(page);
      await expect(page.evaluate(ends)).resolves.toHaveLength(1);
      await context.close();
    },
  );

  it.each(['/agreements', '/charges', '/invoices'])('no column of %s is beside the page', async (path) => {
    const { page, context } = await site.visit('BRS.finance', path, { viewport: sizes[size] });
    await page.locator('.list tbody tr').first().waitFor();
    await settled(page);
    const [all, seen]: [number, number] = await page.evaluate(
      `(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.querySelector('.list-box'))`,
    );
    expect(all).toBeLessThanOrEqual(seen);
    await context.close();
  });
});
