import type { Page } from 'playwright-core';
import type { Site } from './pages.ts';

/** The form of a trip under an agreement of the sample. */
export const address = '/charges/new/trip?agreement=CRA-2025-002';

/** From the focused field on, by the keyboard alone: texts, and between them Tab. */
export async function types(page: Page, texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    if (index > 0) await page.keyboard.press('Tab');
    if (text !== '') await page.keyboard.type(text);
  }
}

/** Two nights in Geneva and a ticket in euros, of somebody from Nairobi: 422.50 + 855.00 … as the server says. */
export const nairobi = (traveller: string, note: string, number = ''): string[] => [
  ...[traveller, 'ke', 'nbo', '8 Nov 2025'],
  ...['', '10 Oct 2025', 'EUR', '712.00', number, '', ''], // kind, day, currency, amount, number, remove, add
  ...['chgva', '5 Nov 2025', '3', '', '', ''], // place, first, count, lodging, remove, add
  ...['4', '', '', note],
];

export interface Row {
  readonly id: string;
  readonly amount: string;
  readonly replaces: string | null;
  readonly traveller: string;
}

/** The charges of trips with this note. */
export const recordedIn = ({ books }: Site, note: string): Promise<Row[]> =>
  books.db.query<Row[]>('select id, amount_usd as amount, replaces, traveller from charging.charge where note = $1', [
    note,
  ]);

/** Whatever the page has on the disk: it makes no database of the browser, and keeps nothing in its caches. */
export const stored = (page: Page): Promise<string> =>
  page.evaluate(`Promise.all([indexedDB.databases(), caches.keys()]).then((others) =>
    JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + JSON.stringify(others))`);

export const valueOf = (page: Page, place: string): Promise<string> =>
  page.locator(`[data-field="${place}"]`).inputValue();

/** Without loading the page anew. */
export async function goHome(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Home' }).first().click();
  await page.getByRole('heading', { name: 'Home' }).waitFor();
}
