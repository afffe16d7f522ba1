import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { follow, openSite, pasteFromSpreadsheet, settled, type Site, type Visit } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

/** Where the figures of the last column end, and its total: once where all of them end at one place. */
const ends = `[...new Set([...document.querySelectorAll('.list tbody td:last-child, .list tfoot td:last-child')]
  .map((cell) => Math.round(cell.querySelector('.figure').getBoundingClientRect().right)))]`;

const standing = `[...new Set([...document.querySelectorAll('.standing-numbers .figure')]
  .map((figure) => Math.round(figure.getBoundingClientRect().right)))]`;

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

  describe('in one window', () => {
    let visit: Visit;
    beforeAll(async () => {
      visit = await site.visit('BRS.finance', '/', { viewport: sizes[size] });
    });
    afterAll(() => visit.context.close());

    it.each(['/agreements', '/charges', '/charges?charge=T-02', '/invoices'])(
      'no column of %s is beside the page',
      async (path) => {
        const { page } = visit;
        await follow(page, path);
        await page.locator('.list tbody tr:visible').first().waitFor();
        await settled(page);
        const beside: number[] = await page.evaluate(
          `[...document.querySelectorAll('.list-box')].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)`,
        );
        expect(Math.max(...beside)).toBe(0);
      },
    );
  });
});

it.each(['en', 'x-rtl'])('on a phone the numbers of Home stand below each other, in %s', async (language) => {
  const { page, context } = await site.visit('BRS.finance', `/?lang=${language}`, { viewport: sizes.phone });
  await page.locator('.standing-numbers').first().waitFor();
  await settled(page);
  await expect(page.evaluate(standing)).resolves.toHaveLength(1);
  await context.close();
});

/** Cells that hold more than they show; of notes and evidence, which are any text, one sees the beginning. */
const cut = `[...document.querySelectorAll('.grid td[data-column] input')]
  .filter((input) => !['evidence', 'note'].includes(input.closest('td').dataset.column))
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ value }) => value)`;

const beside = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.grid-box'))`;

describe('the grid on a laptop', () => {
  const lines = [
    '2025-11-03\tDOC-PAG\t20',
    '30 Sept 2025\tREG-DSK\t0.5',
    '2025-11-30\tIT-LAP\t240\tCHF\t12345.67\tInvoice 42\tlaptops',
  ];

  async function filled(language: string): Promise<Visit> {
    const visit = await site.visit('BRS.finance', `/charges/new?agreement=CRA-2025-002&lang=${language}`);
    await visit.page.locator('[data-cell="0 day"]').focus();
    await pasteFromSpreadsheet(visit.page, `${lines.join('\n')}\n`);
    await visit.page.locator('.outlook-sums .code').first().waitFor();
    await settled(visit.page);
    return visit;
  }

  describe.each(['en', 'fr'])('in %s', (language) => {
    let visit: Visit;
    beforeAll(async () => {
      visit = await filled(language);
    });
    afterAll(() => visit.context.close());

    it('shows every day and figure whole', async () => {
      await expect(visit.page.evaluate(cut)).resolves.toEqual([]);
    });

    it('has no column beside it', async () => {
      await expect(visit.page.evaluate(beside)).resolves.toBe(0);
    });
  });

  it('shows every day and figure whole from right to left', async () => {
    const { page, context } = await filled('x-rtl');
    await expect(page.evaluate(cut)).resolves.toEqual([]);
    await context.close();
  });
});
