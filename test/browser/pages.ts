import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
import { createServer } from '../../apps/api/src/server.ts';
import { demo, demoPassword } from '../support/beginnings.ts';
import { type Beginning, freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { type BrowserUse, launchBrowser } from './chromium.ts';

/** For anything of a page. */
const waitsMs = 15_000;
const pagesFolder = resolve('dist/web');
export const password = demoPassword;

/** The product's server and pages over the sample, in books of its own, and a browser before it. */
export interface Site {
  readonly app: NestFastifyApplication;
  readonly books: FreshBooks;
  readonly address: string;
  /** A new window of somebody who is signed in; null: of nobody. */
  visit(person: string | null, path?: string, options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: a refusal of the content security policy, a fault of a script. */
  readonly complaints: readonly string[];
}

/** Over the sample; the books' day is 1 March 2026. Errors: where the pages are not built. */
export function openSite(use?: BrowserUse): Promise<Site> {
  return openPages(demo, use);
}

/** Over books that begin so; without a beginning, over empty ones. Errors: where the pages are not built. */
export async function openPages(beginning?: Beginning, use: BrowserUse = { papers: false }): Promise<Site> {
  if (!existsSync(`${pagesFolder}/index.html`))
    throw new Error('The pages are not built: `node apps/prepare.mjs build`.');
  const books = await freshBooks(beginning);
  const keys = mkdtempSync(join(tmpdir(), 'recoup-pages-'));
  const app = await createServer(books.db, books.clock, { pagesFolder, secretsKeyFile: join(keys, 'secrets.key') });
  await app.init();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = await app.getUrl();
  const browser: Browser = await launchBrowser(use);
  const visit: Site['visit'] = async (person, path = '/', options = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'en-GB',
      baseURL: address,
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    if (person !== null) {
      const signedIn = await context.request.post('/api/v1/session', { data: { account: person, password } });
      if (!signedIn.ok()) throw new Error(`${person} is not let in: ${await signedIn.text()}`);
    }
    context.setDefaultTimeout(waitsMs);
    const page = await context.newPage();
    underWay.set(page, new Requests(page));
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(path);
    return { page, context, complaints };
  };
  return {
    app,
    books,
    address,
    visit,
    close: async () => {
      await browser.close();
      await app.close();
      await books.close();
      rmSync(keys, { recursive: true });
    },
  };
}

/** The requests of a page that have no answer yet. */
class Requests {
  private readonly open = new Set<Request>();
  private readonly whenNone: (() => void)[] = [];

  constructor(page: Page) {
    page.on('request', (request) => this.open.add(request));
    page.on('requestfinished', this.over);
    page.on('requestfailed', this.over);
  }

  get areNone(): boolean {
    return this.open.size === 0;
  }

  /** Of a request that a page has let go of, the end is not always told: none is waited for longer than for anything else. */
  async none(): Promise<void> {
    if (this.areNone) return;
    const none = new Promise<boolean>((resolve) => this.whenNone.push(() => resolve(true)));
    if (!(await Promise.race([none, pause(waitsMs, false, { ref: false })]))) this.open.clear();
  }

  private readonly over = (request: Request): void => {
    this.open.delete(request);
    if (this.areNone) for (const resolve of this.whenNone.splice(0)) resolve();
  };
}

const underWay = new WeakMap<Page, Requests>();

/**
 * Waits until the page is as it stays: its program has begun, every request is answered, what came is drawn, and drawing it has
 * asked for no more.
 */
export async function settled(page: Page): Promise<void> {
  const requests = underWay.get(page);
  if (requests === undefined) throw new Error('This page was not opened by `visit`.');
  await page.locator('h1').first().waitFor(); // a slow machine reads a program for a while, and asks nothing meanwhile
  do {
    await requests.none();
    await page.evaluate(drawn);
  } while (!requests.areNone);
}

/**
 * As `page.route`, and in force once it returns: a page that stands already hears of it a moment later, and what it asks until
 * then is neither met nor told.
 */
export async function meets(page: Page, ...[url, handler]: Parameters<Page['route']>): Promise<void> {
  let isHeard = false;
  const probe = '**/is-anything-met';
  await page.route(probe, (route) => {
    isHeard = true;
    return route.abort();
  });
  while (!isHeard) await page.evaluate(`fetch('/is-anything-met').catch(() => undefined)`);
  await page.route(url, handler);
}

/** To another screen in the window as it is, as by a link: the program is not read again. Waits until the screen before has gone. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
  await settled(page);
}

/** Turns the page to another language, by its name in the menu at the top. */
export async function turnTo(page: Page, name: 'English' | 'Français'): Promise<void> {
  await page.getByRole('button', { name: /^(Language|Langue)/ }).press('Enter');
  await page.getByRole('menuitem', { name }).press('Enter');
  await page.locator(`html[lang="${name === 'English' ? 'en' : 'fr'}"]`).waitFor();
}

/** Twice a frame and then nothing left to do: an answer is read, and what it changes is drawn, in less. */
const drawn = `(async () => {
  for (let round = 0; round < 2; round += 1)
    await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
})()`;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA on the page as it stands: the rule and the first element of each. */
export async function violations(page: Page): Promise<string[]> {
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(axe); // once for each document
  const found: { id: string; nodes: { html: string; failureSummary: string }[] }[] = await page.evaluate(
    `axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'], // what holds is counted, and not described
    }).then(({ violations }) => violations)`,
  );
  return found.map(
    ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
  );
}

/** Puts a text on the clipboard and presses Ctrl V, as somebody does who comes from a spreadsheet. */
export async function pasteFromSpreadsheet(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press('Control+V');
}
