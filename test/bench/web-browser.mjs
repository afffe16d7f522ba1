/** What is measured in a real browser: the first page with an empty cache, and a pasted block until every line of it is marked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { opened } from '../support/open-things.mjs';
import { progress } from '../support/progress.mjs';
import { spread, timed } from '../support/statistics.mjs';
import { launchBrowser } from '../browser/chromium.ts';

/** `pasted`: { text, lines, agreement }. Milliseconds. Errors: where there is no browser, or a line stays unmarked. */
export async function inBrowser({ port, folder, pasted, loads }) {
  const browser = await launchBrowser({ papers: true }); // as officers have it
  const close = opened(() => browser.close());
  const password = readFileSync(join(folder, 'keys', 'demo-password'), 'utf8').trim();
  const visit = async () => {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'en-GB',
      baseURL: `http://127.0.0.1:${port}`,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(60_000);
    await context.request.post('/api/v1/session', { data: { account: 'BRS.finance', password } });
    return { context, page: await context.newPage() };
  };
  try {
    const figures = { firstLoad: [], emptyPage: [], marked: [], bareTable: [] };
    for (let load = 0; load < loads; load += 1) {
      figures.firstLoad.push(await inNewWindow(visit, firstLoad));
      figures.emptyPage.push(await inNewWindow(visit, emptyPage));
      figures.marked.push(await inNewWindow(visit, (page) => untilMarked(page, pasted)));
      figures.bareTable.push(await inNewWindow(visit, (page) => bareTable(page, pasted)));
      progress('In the browser', load + 1, loads);
    }
    const product = { firstLoad: spread(figures.firstLoad), marked: spread(figures.marked) };
    return { ...product, floors: { emptyPage: spread(figures.emptyPage), bareTable: spread(figures.bareTable) } };
  } finally {
    await close();
  }
}

async function inNewWindow(visit, work) {
  const { context, page } = await visit();
  try {
    return await work(page);
  } finally {
    await context.close();
  }
}

/** From the address to the numbers of Home, and on to the answer to a key: what can be seen can be used. */
async function firstLoad(page) {
  const { ms } = await timed(async () => {
    await page.goto('/', { waitUntil: 'commit' });
    await page.locator('.standing-numbers').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  });
  return ms;
}

/** A word from the same server, in a window of its own. */
async function emptyPage(page) {
  return (await timed(() => page.goto('/health/live'))).ms;
}

/** From the keys to the frame in which each line has its amount or what is wrong with it. */
async function untilMarked(page, { text, lines, agreement }) {
  await page.goto(`/charges/new?agreement=${agreement}`);
  await page.getByLabel('Delivered on, line 1').waitFor();
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
  await page.evaluate((all) => {
    window.marked = new Promise((done) => {
      document.addEventListener(
        'paste',
        ({ timeStamp }) => {
          const look = () => {
            const rows = [...document.querySelectorAll('table.grid tbody tr')];
            const isMarked = (row) => row.dataset.trouble === 'true' || /\d/.test(row.cells[8]?.textContent ?? '');
            if (rows.length > all && rows.slice(0, all).every(isMarked)) done(performance.now() - timeStamp);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        },
        { capture: true },
      );
    });
  }, lines);
  await page.keyboard.press('Control+V');
  return page.evaluate(() => window.marked);
}

/** As many inputs in a bare table, filled with the same texts, to the next frame. */
async function bareTable(page, { text }) {
  await page.goto('/health/live');
  return page.evaluate((block) => {
    const started = performance.now();
    const table = document.createElement('table');
    for (const line of block.trim().split('\r\n')) {
      const row = table.insertRow();
      for (const cell of line.split('\t')) {
        const input = document.createElement('input');
        input.value = cell;
        row.insertCell().append(input);
      }
    }
    document.body.append(table);
    return new Promise((done) => {
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)));
    });
  }, text);
}
