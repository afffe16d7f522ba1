import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { line, post, received } from './charging.ts';
import { follow, openSite, pasteFromSpreadsheet, settled, type Site, violations, type Visit } from './pages.ts';

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

    if (size === 'laptop') {
      it('the heads stay below the bars on top while the list goes by', async () => {
        const { page } = visit;
        await page.setViewportSize({ width: 1366, height: 500 });
        await follow(page, '/charges');
        await page.locator('.list tfoot').waitFor();
        await page.evaluate('scrollTo(0, 400)');
        const [bars, heads]: number[] = await page.evaluate(
          `[document.querySelector('.books').getBoundingClientRect().bottom, document.querySelector('.list thead th').getBoundingClientRect().top]`,
        );
        expect(heads).toBe(bars);
      });
    }
  });
});

it.each(['en', 'fr', 'x-rtl'])('on a phone the bar on top is one row, in %s', async (language) => {
  const { page, context } = await site.visit('BRS.finance', `/?lang=${language}`, { viewport: sizes.phone });
  const bar = page.locator('.top');
  await bar.getByRole('combobox').waitFor();
  expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(48);
  await bar.getByRole('button', { name: /BRS.finance$/ }).click(); // who one is, and the way out
  await page.getByRole('dialog').getByRole('button').waitFor();
  expect(await violations(page)).toEqual([]);
  await context.close();
});

it.each(['en', 'x-rtl'])('on a phone the numbers of Home stand below each other, in %s', async (language) => {
  const { page, context } = await site.visit('BRS.finance', `/?lang=${language}`, { viewport: sizes.phone });
  await page.locator('.standing-numbers').first().waitFor();
  await settled(page);
  await expect(page.evaluate(standing)).resolves.toHaveLength(1);
  await context.close();
});

/** Of the rows below a list: how many lines the head of each takes. */
const linesOf = `((element) => {
  const text = document.createRange();
  text.selectNodeContents(element);
  return new Set([...text.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
})`;
const linesOfFoot = `[...document.querySelectorAll('.list tfoot th')].map(${linesOf})`;

/** Codes that stand on more than one line. */
const torn = `[...document.querySelectorAll('main .code')].filter((code) => code.textContent.includes('-') && ${linesOf}(code) > 1)
  .map(({ textContent }) => textContent)`;

/** The number of a line of the grid and what is typed in it: how much lower the one stands than the other. */
const lower = `[...document.querySelectorAll('.grid tbody tr')].map((line) => {
  const [number, typed] = [line.querySelector('.grid-number span'), line.querySelector('input')].map((one) => one.getBoundingClientRect());
  return Math.round(number.top + number.height / 2 - typed.top - typed.height / 2);
})`;

describe('on a laptop of 1,280 pixels', () => {
  const viewport = { width: 1280, height: 800 };

  it.each(['en', 'fr', 'x-rtl'])('what stands below the charges takes one line each, in %s', async (language) => {
    const { page, context } = await site.visit('BRS.finance', `/charges?lang=${language}`, { viewport });
    await page.locator('.list tfoot tr').nth(1).waitFor();
    await settled(page);
    await expect(page.evaluate(linesOfFoot)).resolves.toEqual([1, 1]);
    await context.close();
  });

  it.each(['en', 'fr'])('a number that the books have given stands on one line, in %s', async (language) => {
    const { id: _, ...unnumbered } = { ...line('', '10', 'CRA-2025-001'), deliveredOn: '2025-05-09' };
    await post(site, 'MINAMATA.finance', '/charges', unnumbered);
    const { page, context } = await site.visit('BRS.finance', `/charges?lang=${language}`, { viewport });
    await page
      .locator('.list tbody .code', { hasText: /^CRA-2025-001-0/ })
      .first()
      .waitFor();
    await settled(page);
    await expect(page.evaluate(torn)).resolves.toEqual([]);
    await context.close();
  });

  it('what forty lines come to, and what the ceiling has left, is seen wherever one is in the grid', async () => {
    const { page, context } = await site.visit('BRS.finance', '/charges/new?agreement=CRA-2025-002', { viewport });
    await page.locator('[data-cell="0 day"]').focus();
    expect(await violations(page)).toEqual([]);
    await pasteFromSpreadsheet(page, '7 Nov 2025\tDOC-PAG\t10\n'.repeat(39) + '7 Nov 2025\tDOC-PAG\t1.234,50\n');
    const seen = page.locator('.entry-foot');
    await seen.getByText('USD 4,836.00').waitFor(); // 390 x 12.40, by the dry run
    await seen.getByText('USD 9,143.89 of the ceiling is left').waitFor();
    expect(new Set(await page.evaluate<number[]>(lower))).toEqual(new Set([0]));
    await page.locator('[data-cell="39 quantity"]').focus();
    await page.keyboard.press('Alt+1');
    await seen.getByText('USD 6,163.91 over the ceiling').waitFor();
    const { y = 0, height = 0 } = (await seen.boundingBox()) ?? {};
    expect(y + height).toBeLessThanOrEqual(viewport.height);
    await page.setViewportSize({ ...viewport, width: 1366 }); // where all of it stands beside the grid
    const outlook = page.locator('.outlook');
    await page.evaluate('scrollTo(0, 600)');
    await seen.getByText('over the ceiling').waitFor({ state: 'hidden' });
    await expect(outlook.locator('.big').boundingBox()).resolves.toMatchObject({ y: expect.any(Number) });
    expect((await outlook.boundingBox())?.y ?? -1).toBeGreaterThan(0);
    await context.close();
  });
});

it.each(['/', '/invoices/BRS-2025-0001', '/charges?charge=A2-05', '/agreements/CRA-2025-002?tab=terms'])(
  'on a phone no code of %s is torn at its hyphens',
  async (path) => {
    const { page, context } = await site.visit('BRS.finance', path, { viewport: sizes.phone });
    await page.locator('main .code:visible').first().waitFor();
    await settled(page);
    await expect(page.evaluate(torn)).resolves.toEqual([]);
    await expect(page.evaluate(beyond)).resolves.toBe(0);
    await context.close();
  },
);

/** How much of the page is beside the window. */
const beyond = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;

/** What of the first row of a list is seen. */
const firstRow = `document.querySelector('.list tbody tr[data-key]').innerText`;

describe('whoever decides on a phone', () => {
  it('sees by what, in each entry, and reaches the step from the selection', async () => {
    await received(site, line('K-01', '10'));
    const { page, context } = await site.visit('MINAMATA.certifying', '/approvals', { viewport: sizes.phone });
    await page.getByRole('row', { name: /K-01/ }).waitFor();
    await settled(page);
    const text: string = await page.evaluate(firstRow);
    for (const seen of ['K-01', '124.00', 'Page checked', '7 Nov 2025', 'Received', 'BRS.finance', 'MINAMATA.finance'])
      expect(text).toContain(seen);
    expect(text).toMatch(/MC-GTF-COP6 .+ → /);
    await page.getByRole('button', { name: 'Select the one that you may decide' }).click();
    const step = await page.getByRole('button', { name: 'Certify 1, USD 124.00' }).boundingBox();
    expect((step?.y ?? Infinity) + (step?.height ?? 0)).toBeLessThanOrEqual(sizes.phone.height);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('status').getByText('1 selected, USD 124.00').waitFor();
    const bar = page.getByRole('group', { name: /selected/ });
    await bar.getByRole('button', { name: 'Select none' }).press('Enter');
    await bar.waitFor({ state: 'hidden' });
    await page.locator('main :is(.page-head h1, .list .row-open):focus').waitFor(); // the button is gone, the focus is not

    await follow(page, '/charges');
    await page.locator('.list tfoot').waitFor();
    const charge: string = await page.evaluate(firstRow);
    for (const seen of ['K-01', '124.00', 'DOC-PAG', '7 Nov 2025', 'Received', 'CRA-2025-002'])
      expect(charge).toContain(seen);
    await expect(page.getByRole('columnheader').count()).resolves.toBe(9);
    expect(await violations(page)).toEqual([]);

    await follow(page, '/charges?columns=day,agreement,provider,item,quantity,state,amount'); // as somebody has chosen them
    await page.locator('.list-box[data-wider="true"] .list[data-stacked="false"]').waitFor();
    await expect(page.evaluate(beyond)).resolves.toBe(0); // moved in its box, and not the page
    expect(await violations(page)).toEqual([]);

    await follow(page, '/audit');
    await page.locator('.audit-checks li').first().waitFor();
    await expect(page.locator('.cut-table tr[data-key] >> nth=0').locator('.figure:visible').count()).resolves.toBe(5);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
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
