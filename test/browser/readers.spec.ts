import { IdentityService, Person } from '#identity';
import { inTransaction } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anAct } from '../support/an-act.ts';
import { openSite, settled, type Site, violations, type Visit } from './pages.ts';
import { heading, visitAs } from './visits.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await inTransaction(site.books.db, async (tx) => {
    await anAct(tx);
    const newcomer = new Person({ code: 'BRS.newcomer', name: 'Somebody new', secretariat: 'BRS' });
    await site.books.get(IdentityService).addPeople(tx, [newcomer], []);
  });
}, 120_000);
afterAll(() => site.close());

const railOf = (page: Page): Promise<string[]> => page.locator('nav.rail .rail-name').allInnerTexts();

/** What the server refused this page, as it went along. */
function refusalsOf({ page }: Visit): string[] {
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() === 403) refused.push(answer.url());
  });
  return refused;
}

describe('an administrator', () => {
  let visit: Visit;
  let refused: string[];
  beforeAll(async () => {
    visit = await site.visit('BRS.administrator', '/health/live');
    refused = refusalsOf(visit);
    await visit.page.goto('/');
    await settled(visit.page);
  });
  afterAll(() => visit.context.close());

  it('begins with what waits and with people, and is offered no figure', async () => {
    const { page } = visit;
    await heading(page, 'Waiting for me').waitFor();
    expect(await railOf(page)).toEqual(['Home', 'People', 'Settings']);
    await page.keyboard.press('Control+k');
    await page.locator('.palette li').first().waitFor();
    const places = (await page.locator('.palette li').allInnerTexts()).join();
    expect(places).toContain('People');
    expect(places).not.toMatch(/Charges|Agreement|audit/);
    await page.keyboard.press('Escape');
    await page.locator('.palette').waitFor({ state: 'hidden' });
  });

  it.each(['/charges', '/agreements/CRA-2025-002', '/audit', '/two-books', '/invoices/BRS-2025-0001', '/approvals'])(
    'is told at %s who reads it, and the server is not asked',
    async (path) => {
      const { page } = visit;
      await page.goto(path);
      await page.getByText(/This is not for you to read\. You are: administrator\./).waitFor();
      await page
        .getByText(/Who reads it: finance officer, certifying officer, .* or auditor of both sides\./)
        .waitFor();
      await settled(page);
    },
  );

  it('names a fund in a designation', async () => {
    const { page } = visit;
    await page.goto('/people?person=BRS.newcomer');
    await page.getByRole('button', { name: 'Propose a duty' }).click();
    await page.getByLabel('Duty', { exact: true }).selectOption('CERTIFYING_OFFICER');
    const fund = page.getByLabel('Fund', { exact: true }).locator('option', { hasText: 'BC' });
    await fund.first().waitFor({ state: 'attached' });
  });

  it('met no refusal on any of these pages, and axe finds nothing on the one that says who reads', async () => {
    const { page, complaints } = visit;
    await page.goto('/charges');
    await page.getByText('Who reads it').waitFor();
    expect(await violations(page)).toEqual([]);
    expect([refused, complaints]).toEqual([[], []]);
  });

  it('is told so in French', async () => {
    const { page } = visit;
    await page.goto('/charges?lang=fr');
    await page.getByText('Cette page n’est pas pour vous. Vous êtes : administrateur.').waitFor();
    await page.getByText(/Qui la lit\s: .*auditeur/).waitFor();
  });
});

describe('whoever holds no duty', () => {
  it('is told so, has settings, and the server is asked for nothing more', async () => {
    const visit = await visitAs(site, 'BRS.newcomer', '/health/live', 'PASSWORD');
    const { page } = visit;
    const refused = refusalsOf(visit);
    for (const path of ['/', '/charges', '/people']) {
      await page.goto(path);
      await page.getByText('You hold no duty today, and nothing of the books is open without one.').waitFor();
      await settled(page);
    }
    expect(await railOf(page)).toEqual(['Settings']);
    await page.getByRole('link', { name: 'Settings' }).first().click();
    await heading(page, 'Settings').waitFor();
    expect(refused).toEqual([]);
    await visit.context.close();
  });
});

describe('an auditor', () => {
  it('is offered every screen, and opens what an administrator may not', async () => {
    const { page, context } = await site.visit('BRS.auditor', '/audit');
    await page.locator('.audit-checks li').first().waitFor();
    expect(await railOf(page)).toEqual(
      expect.arrayContaining(['Home', 'Agreements', 'Charges', 'Invoices', 'Biennium audit', 'People']),
    );
    await context.close();
  });
});
