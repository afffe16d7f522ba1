import { SignInService } from '#identity';
import { inTransaction } from '#platform';
import type { Page } from 'playwright-core';
import { anAct } from '../support/an-act.ts';
import { references as beginning } from '../support/beginnings.ts';
import type { Beginning } from '../support/fresh-books.ts';
import type { Site, Visit } from './pages.ts';

/** Of whoever comes in by a link in these tests. */
export const password = 'heron-granite-lantern-42';

/** People, funds and rates, that nobody has an account in; their day is 1 March 2026. */
export const references: Beginning = { ...beginning, today: '2026-03-01' };

/** A window of somebody who is signed in by what `proven` says, as by the product's own service. */
export async function visitAs(
  site: Site,
  person: string,
  path: string,
  proven: 'PASSWORD' | 'SECOND_FACTOR',
  options: Parameters<Site['visit']>[2] = {},
): Promise<Visit> {
  const { db, clock } = site.books;
  const token = await inTransaction(db, async (tx) => {
    await anAct(tx);
    await site.books.get(SignInService).addAccounts(tx, [person]);
    const opened = await site.books.get(SignInService).open(tx, { person, kind: 'BROWSER', proven }, { clock });
    return opened.token;
  });
  const visit = await site.visit(null, '/health/live', options);
  await visit.context.addCookies([{ name: 'recoup-session', value: token, url: site.address }]);
  await visit.page.goto(path);
  return visit;
}

export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** What is shown this once: a link, or what an authenticator is given. */
export const secretOn = (page: Page): Promise<string> => page.locator('.secret').innerText();

/** Focus stands on this heading: what follows is reached from there by Tab. */
export async function isRead(page: Page, name: string): Promise<void> {
  await heading(page, name).and(page.locator(':focus')).waitFor();
}

export const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement?.textContent ?? ""');
