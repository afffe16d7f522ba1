import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { meets, openSite, type Site, turnTo, violations } from './pages.ts';
import { address, goHome, nairobi, recordedIn, type Row, stored, types, valueOf } from './trip-typing.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const recordedWith = (note: string): Promise<Row[]> => recordedIn(site, note);

async function post(
  by: string | BrowserContext,
  path: string,
  data: object,
  headers: Record<string, string> = {},
): Promise<void> {
  const context = typeof by === 'string' ? (await site.visit(by)).context : by;
  const answer = await context.request.post(`/api/v1${path}`, {
    data,
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  if (typeof by === 'string') await context.close();
}

const focused = (page: Page): Promise<string | null> => page.locator(':focus').getAttribute('data-field');

describe('a trip of a sponsored delegate', () => {
  it('is recorded by the keyboard alone, from the palette on, with what it comes to before it is sent', async () => {
    const { page, complaints } = await site.visit('BRS.finance');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or go to' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('record a trip');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Record a trip' }).waitFor();
    await page.locator('[data-field="/traveller"]:focus').waitFor();
    await types(page, nairobi('Kamau Wanjiru', 'by keyboard'));
    await page.getByText('CHF 342 a night from 1 Nov 2025').waitFor();
    const outlook = page.getByRole('complementary', { name: 'After these charges' });
    await outlook.getByText('DSA CHGVA 3 x 342 / 0.800').waitFor();
    await outlook.getByText('EUR 712.00 / 0.852, rate of 1 Oct 2025').waitFor();
    await outlook.getByText('USD 2,306.18').waitFor(); // 835.68 + 1,282.50 + 188.00
    await outlook.getByText('MC-STF-COP6').waitFor(); // the budget line after it
    await page.keyboard.press('Control+Enter');
    await page.getByText('Trip recorded, USD 2,306.18.').waitFor();
    const [row, ...others] = await recordedWith('by keyboard');
    expect(others).toEqual([]);
    expect(row).toMatchObject({ amount: '2306.18', replaces: null });
    expect(row?.traveller).toMatch(/^TR-/);
    await expect(page.locator('[data-field="/traveller"]').inputValue()).resolves.toBe(''); // the next one
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is refused at the field that is wrong: by its form, and by the books', async () => {
    const { page, context } = await site.visit('BRS.finance', address);
    await page.locator('[data-field="/traveller"]:focus').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('4 fields need attention').waitFor(); // who, for whom, until when, terminals
    expect(await focused(page)).toBe('/traveller');
    await types(page, ['Otieno', 'ke', '', '05/11/2025']);
    await page.getByText('“05/11/2025” can be two days').waitFor();
    await page.keyboard.press('Alt+1');
    await expect(page.locator('[data-field="/endedOn"]').inputValue()).resolves.toBe('2025-11-05');
    await page.locator('[data-field="/terminals"]').fill('2');
    const stay = page.getByRole('group', { name: 'Nights 1' });
    await stay.getByLabel('Place').fill('XXXXX');
    await stay.getByLabel('First night').fill('2025-11-03');
    await stay.getByLabel('Nights', { exact: true }).fill('2');
    await stay.getByText('No daily subsistence allowance of XXXXX is in force').waitFor();
    await stay.getByLabel('Place').fill('CHGVA');
    await page.getByText('USD 949.00').first().waitFor();
    await stay.getByLabel('Nights', { exact: true }).fill('3');
    await stay.getByText('2025-11-05 is the day of return').waitFor();
    await page.getByRole('button', { name: 'Add a ticket' }).press('Enter');
    await page.locator('[data-field="/ticket/1/on"]:focus').waitFor();
    const ticket = page.getByRole('group', { name: 'Tickets 2' });
    await ticket.getByLabel('Kind').selectOption('REFUND');
    await ticket.getByLabel('Amount').fill('12.00');
    await ticket.getByText('A refund is written with a minus').waitFor();
    await page.keyboard.press('Control+Enter');
    expect(await recordedWith('by keyboard')).toHaveLength(1);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('is kept over a loading of the page but for the name, which is in no store of the browser', async () => {
    const { page, context } = await site.visit('BRS.finance', address);
    await page.locator('[data-field="/traveller"]:focus').waitFor();
    await types(page, nairobi('Achieng Odhiambo', 'kept'));
    await page.getByText('USD 2,306.18').first().waitFor();
    await expect(stored(page)).resolves.toContain('chgva');
    await expect(stored(page)).resolves.not.toContain('Achieng');
    await goHome(page);
    await page.goBack();
    await turnTo(page, 'Français');
    await expect(valueOf(page, '/traveller')).resolves.toBe('Achieng Odhiambo');
    await page.reload();
    await expect(valueOf(page, '/traveller')).resolves.toBe('');
    await expect(valueOf(page, '/note')).resolves.toBe('kept');
    await context.close();
  });

  it('is in no store by name while an answer is awaited, and whole in the page after one that is no, wherever one is by then', async () => {
    const { page, context } = await site.visit('BRS.finance', address);
    await page.locator('[data-field="/traveller"]:focus').waitFor();
    await types(page, nairobi('Zuberi Quokka', 'refused while away', '706-2411'));
    await page.getByText('USD 2,306.18').first().waitFor();
    let answer = (): void => undefined;
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    await meets(page, '**/api/v1/charges/trips', async (route) => {
      await mayAnswer;
      await route.fulfill({
        ...{ status: 422, contentType: 'application/problem+json' },
        body: JSON.stringify({ code: 'AGREEMENT_CEILING_EXCEEDED', detail: 'It is too much.' }),
      });
    });
    const answered = page.waitForResponse((response) => response.url().endsWith('/charges/trips'));
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-field="/note"][readonly]').waitFor();
    await expect(stored(page)).resolves.toMatch(/"recoup\.draft\.sent .*refused while away/);
    await expect(stored(page)).resolves.not.toMatch(/Zuberi|706-2411/);
    await goHome(page);
    answer();
    await answered;
    await page.waitForFunction(`!JSON.stringify(localStorage).includes('draft.sent')`);
    await expect(stored(page)).resolves.toContain('refused while away');
    await expect(stored(page)).resolves.not.toMatch(/Zuberi|706-2411/);
    await page.goBack();
    await expect(valueOf(page, '/traveller')).resolves.toBe('Zuberi Quokka');
    await expect(page.locator('[data-field="/note"][readonly]').count()).resolves.toBe(0);
    await context.close();
  });

  it('is recorded once where the answer is lost on its way', async () => {
    const { page, context } = await site.visit('BRS.finance', address);
    await page.locator('[data-field="/traveller"]:focus').waitFor();
    await types(page, nairobi('Mutua Njeri', 'answer lost'));
    await page.getByText('USD 2,306.18').first().waitFor();
    const keys: (string | undefined)[] = [];
    await meets(page, '**/api/v1/charges/trips', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.fallback();
      await route.fetch(); // the server has recorded it
      return route.abort('connectionreset');
    });
    await page.keyboard.press('Control+Enter');
    await page.getByText('The trip is kept in this page').waitFor();
    await page.getByText('Trip recorded, USD 2,306.18.').waitFor();
    expect(await recordedWith('answer lost')).toHaveLength(1);
    expect(new Set(keys).size).toBe(1);
    expect(keys.length).toBeGreaterThan(1);
    await context.close();
  });

  it('is known to be recorded by another tab, which had begun one before: it asks by the key, and sends nothing', async () => {
    const { page, context } = await site.visit('BRS.finance', address);
    await page.locator('[data-field="/traveller"]:focus').waitFor();
    const other = await context.newPage();
    await other.goto(address);
    await other.locator('[data-field="/note"]').fill('begun before');
    await goHome(other);
    await page.bringToFront();
    await types(page, nairobi('Wekesa Nafula', 'sent by two tabs'));
    await page.getByText('USD 2,306.18').first().waitFor();
    await meets(page, '**/api/v1/charges/trips', async (route) => {
      await route.fetch(); // the server has recorded it
      return route.abort('connectionreset');
    });
    await page.keyboard.press('Control+Enter');
    await page.getByText('The trip is kept in this page').waitFor();
    await page.close();
    await other.goBack();
    await other.getByText('Trip recorded, USD 2,306.18.').waitFor();
    await expect(valueOf(other, '/traveller')).resolves.toBe('');
    await expect(valueOf(other, '/note')).resolves.toBe('begun before'); // which nobody has sent
    expect(await recordedWith('sent by two tabs')).toHaveLength(1);
    await context.close();
  });

  it('is sent again under its key, once its name is entered, where nothing arrived before the page was lost; recorded once', async () => {
    const { page, context } = await site.visit('BRS.finance', address);
    await page.locator('[data-field="/traveller"]:focus').waitFor();
    await types(page, nairobi('Atieno Were', 'lost on its way'));
    await page.getByText('USD 2,306.18').first().waitFor();
    const keys: (string | undefined)[] = [];
    let isBack = false;
    await meets(page, '**/api/v1/charges/trips', (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      return isBack ? route.fallback() : route.abort('connectionreset');
    });
    await page.keyboard.press('Control+Enter');
    await page.getByText('The trip is kept in this page').waitFor();
    isBack = true;
    let isAnswering = false; // the server, of what became of it
    await meets(page, '**/api/v1/sent-trips/*', (route) =>
      isAnswering ? route.fallback() : route.abort('connectionreset'),
    );
    await page.reload();
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    isAnswering = true;
    await again.press('Enter');
    await page.getByText('sent by another page, and is not recorded so far').waitFor();
    await expect(valueOf(page, '/note')).resolves.toBe('lost on its way');
    await page.locator('[data-field="/traveller"]').fill('Atieno Were');
    await page.getByText('USD 2,306.18').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-field="/note"]').press('Control+Enter');
    await page.getByText('Trip recorded, USD 2,306.18.').waitFor();
    expect(await recordedWith('lost on its way')).toHaveLength(1);
    expect(new Set(keys).size).toBe(1);
    await expect(stored(page)).resolves.not.toMatch(/Atieno|draft\.sent/);

    isBack = false; // and once more; what was sent first arrives after all, while it is entered again in other words
    await page.locator('[data-field="/traveller"]').focus();
    await types(page, nairobi('Awuor Auma', 'arrives late'));
    await page.getByText('USD 2,306.18').first().waitFor();
    const leaving = page.waitForRequest((request) => request.url().endsWith('/charges/trips'));
    await page.keyboard.press('Control+Enter');
    const late = await leaving;
    await page.getByText('The trip is kept in this page').waitFor();
    isBack = true;
    await page.reload();
    await page.getByText('is not recorded so far').waitFor();
    await post(context, '/charges/trips', late.postDataJSON() as object, { 'idempotency-key': keys.at(-1) ?? '' });
    await page.locator('[data-field="/traveller"]').fill('Awuor A.');
    await page.getByText('USD 2,306.18').first().waitFor();
    await page.locator('[data-field="/note"]').press('Control+Enter');
    await page.getByText('Trip recorded, USD 2,306.18.').waitFor();
    expect(await recordedWith('arrives late')).toHaveLength(1);
    await context.close();
  });

  it('is recorded once for each of two tabs whose answers are lost', async () => {
    const { page: first, context } = await site.visit('BRS.finance', address);
    const second = await context.newPage();
    await second.goto(address);
    const typing = [
      [first, 'Chelimo Rotich', 'lost in one tab'],
      [second, 'Nekesa Simiyu', 'lost in the other'],
    ] as const;
    for (const [page, traveller, note] of typing) {
      await page.bringToFront();
      await page.locator('[data-field="/traveller"]').focus();
      await types(page, nairobi(traveller, note));
      await page.getByText('USD 2,306.18').first().waitFor();
    }
    for (const [page] of typing) {
      await meets(page, '**/api/v1/charges/trips', async (route) => {
        await route.fetch(); // the server has recorded it
        return route.abort('connectionreset');
      });
      await page.bringToFront();
      await page.keyboard.press('Control+Enter');
      await page.getByText('The trip is kept in this page').waitFor();
    }
    const third = await context.newPage();
    await third.goto(address);
    await first.close();
    await second.close();
    for (const [, , note] of typing) {
      const [row] = await recordedWith(note);
      await third.locator(`a[href="/charges?charge=${encodeURIComponent(row?.id ?? '')}"]`).waitFor();
    }
    await expect(valueOf(third, '/note')).resolves.toBe('');
    for (const [, , note] of typing) expect(await recordedWith(note)).toHaveLength(1);
    await context.close();
  });
});

describe('a trip that was wrong', () => {
  it('is withdrawn and entered again in the form, which shows how it was', async () => {
    await post('BRS.finance', '/charges/trips', {
      ...{ id: 'TRIP-1', agreement: 'CRA-2025-002', traveller: 'Barasa Naliaka', party: 'KE' },
      ...{ ticket: [], nights: [{ place: 'CHGVA', first: '2025-11-02', count: 6 }] },
      ...{ terminals: 4, endedOn: '2025-11-08', note: 'one night too many' },
    });
    const { page, context } = await site.visit('BRS.finance', '/charges?charge=TRIP-1');
    await page.getByRole('button', { name: 'Withdraw TRIP-1' }).press('Enter');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('left a day early');
    await page.getByRole('dialog').getByRole('button', { name: 'and enter it again' }).press('Enter');
    await page.getByText('This trip takes the place of TRIP-1').waitFor();
    const before = page.getByRole('region', { name: 'As it was' });
    await before.getByText('DSA CHGVA 6 x 342 / 0.800').waitFor();
    await expect(page.locator('[data-field="/traveller"]').inputValue()).resolves.toMatch(/^TR-/);
    await expect(page.locator('[data-field="/endedOn"]').inputValue()).resolves.toBe('2025-11-08');
    const stay = page.getByRole('group', { name: 'Nights 1' });
    await stay.getByLabel('Place').fill('CHGVA');
    await stay.getByLabel('First night').fill('2025-11-02');
    await stay.getByLabel('Nights', { exact: true }).fill('5');
    await page.locator('[data-field="/terminals"]').fill('4');
    await page.locator('[data-field="/note"]').fill('five nights');
    await page.getByText('USD 2,325.50').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Trip recorded, USD 2,325.50.').waitFor();
    expect(await recordedWith('five nights')).toEqual([expect.objectContaining({ replaces: 'TRIP-1' })]);
    expect(new URL(page.url()).searchParams.get('replaces')).toBeNull();
    await context.close();
  });

  it('is recorded once where its answer is lost: until one comes, it cannot be made a new charge', async () => {
    await post('BRS.finance', '/charges/trips', {
      ...{ id: 'TRIP-2', agreement: 'CRA-2025-002', traveller: 'Quagga Zed', party: 'KE' },
      ...{ ticket: [{ kind: 'TICKET', currency: 'EUR', amount: '90.00', on: '2025-10-10' }], nights: [] },
      ...{ terminals: 0, endedOn: '2025-11-08', note: 'wrong ticket' },
    });
    const { page, context } = await site.visit('BRS.finance', '/charges?charge=TRIP-2');
    await page.getByRole('button', { name: 'Withdraw TRIP-2' }).press('Enter');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('another ticket');
    await page.getByRole('dialog').getByRole('button', { name: 'and enter it again' }).press('Enter');
    await page.getByText('This trip takes the place of TRIP-2').waitFor();
    const ticket = page.getByRole('group', { name: 'Tickets 1' });
    await ticket.getByLabel('Day').fill('2025-10-10');
    await ticket.getByLabel('Currency').fill('EUR');
    await ticket.getByLabel('Amount').fill('100.00');
    await page.locator('[data-field="/terminals"]').fill('0');
    await page.locator('[data-field="/note"]').fill('right ticket');
    await page.getByText('USD 117.37').first().waitFor();
    const keys: (string | undefined)[] = [];
    let isBack = false;
    await meets(page, '**/api/v1/charges/trips', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (isBack) return route.fallback();
      if (keys.length === 1) await route.fetch(); // the server has recorded it
      return route.abort('connectionreset');
    });
    await page.keyboard.press('Control+Enter');
    await page.getByText('The trip is kept in this page').waitFor();
    const takeAsNew = page.getByRole('button', { name: 'Record it as a new charge' });
    await expect(takeAsNew.isDisabled()).resolves.toBe(true);
    await takeAsNew.dispatchEvent('click');
    await page.getByText('This trip takes the place of TRIP-2').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.evaluate(
      `window.seenNotes = new Set(); const note = () => document.querySelector('[data-field="/note"]');
       new MutationObserver(() => seenNotes.add(note()?.value ?? 'no field')).observe(document, { subtree: true, childList: true })`,
    );
    isBack = true;
    await page.getByText('Trip recorded, USD 117.37.').waitFor();
    await expect(valueOf(page, '/note')).resolves.toBe('');
    // Nor did the trip that was wrong stand there for a moment, as if it still lacked its new one.
    await expect(page.evaluate('[...seenNotes]')).resolves.not.toContain('wrong ticket');
    await page.locator('[data-field="/note"]').focus();
    await page.keyboard.press('Control+Enter'); // there is nothing left to send
    await page.getByText(/fields need attention/).waitFor();
    expect(await recordedWith('right ticket')).toEqual([expect.objectContaining({ replaces: 'TRIP-2' })]);
    expect(new Set(keys).size).toBe(1);
    await context.close();
  });

  it('leads nobody back who has left before its answer came', async () => {
    await post('BRS.finance', '/charges/trips', {
      ...{ id: 'TRIP-4', agreement: 'CRA-2025-002', traveller: 'Mumbua Kilonzo', party: 'KE' },
      ...{ ticket: [], nights: [], terminals: 1, endedOn: '2025-11-08', note: 'too few' },
    });
    const { page, context } = await site.visit('BRS.finance', '/charges?charge=TRIP-4');
    await page.getByRole('button', { name: 'Withdraw TRIP-4' }).press('Enter');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('two ways');
    await page.getByRole('dialog').getByRole('button', { name: 'and enter it again' }).press('Enter');
    await page.getByText('This trip takes the place of TRIP-4').waitFor();
    await page.locator('[data-field="/terminals"]').fill('2');
    await page.locator('[data-field="/note"]').fill('left before');
    await page.getByText('USD 94.00').first().waitFor();
    let answer = (): void => undefined;
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    await meets(page, '**/api/v1/charges/trips', async (route) => {
      await mayAnswer;
      await route.fallback();
    });
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-field="/note"][readonly]').waitFor();
    await goHome(page);
    const home = await page.evaluate('location.pathname + location.search');
    answer();
    while ((await stored(page)).includes('left before')) await page.waitForTimeout(20); // until the answer is taken
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await expect(page.evaluate('location.pathname + location.search')).resolves.toBe(home);
    expect(await recordedWith('left before')).toHaveLength(1);
    await context.close();
  });

  it('is entered again to the letter, though what turns the text is shown with a mark', async () => {
    const note = 'paid \u202e21 eciovni';
    await post('BRS.finance', '/charges/trips', {
      ...{ id: 'TRIP-3', agreement: 'CRA-2025-002', traveller: 'Kiptoo Chebet', party: 'KE' },
      ...{ ticket: [], nights: [], terminals: 1, endedOn: '2025-11-08', note },
    });
    const { page, context } = await site.visit('BRS.finance', '/charges?charge=TRIP-3');
    await page.getByText('paid [U+202E]21 eciovni').waitFor();
    await page.goto(`${address}&replaces=TRIP-3`);
    await page.getByText('This trip takes the place of TRIP-3').waitFor();
    await expect(valueOf(page, '/note')).resolves.toBe(note);
    await context.close();
  });

  it('is led from the grid to the form', async () => {
    const { page, context } = await site.visit(
      'BRS.finance',
      '/charges/new?agreement=CRA-2025-002&replaces=T-02&lang=fr',
    );
    await page.getByRole('heading', { name: 'Saisir un voyage' }).waitFor();
    await page.getByText('Ce voyage prend la place de').waitFor();
    expect(new URL(page.url()).pathname).toBe('/charges/new/trip');
    await context.close();
  });
});
