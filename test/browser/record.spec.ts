import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { meets, openSite, password, pasteFromSpreadsheet, settled, type Site, turnTo, violations } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const countOf = async (note: string): Promise<number> => {
  const [row] = await site.books.db.query<{ count: string }[]>('select count(*) from charging.charge where note = $1', [
    note,
  ]);
  return Number(row?.count);
};

/** Half a page of document control each, under the agreement for COP-6. */
const rows = (
  note: string,
  count: number,
  change: (index: number) => Partial<Record<'day' | 'quantity', string>> = () => ({}),
): string =>
  Array.from({ length: count }, (_, index) => {
    const { day = '7 Nov 2025', quantity = '0.5' } = change(index);
    return [day, 'DOC-PAG', quantity, '', '', '', note].join('\t');
  }).join('\r\n') + '\r\n';

describe('forty lines after a conference day', () => {
  it('are pasted, put right by two keys, and sent, without the mouse', async () => {
    const { page, complaints } = await site.visit('BRS.finance');
    await settled(page); // so that the code of the next screen is there in time for the keys
    for (const key of 'gcn') await page.keyboard.press(key); // and nobody waits for the list between
    await page.getByLabel('Delivered on, line 1').waitFor();
    const wrong = (index: number) =>
      index === 4 ? { day: '05/11/2025' } : index === 20 ? { quantity: '1.234,50' } : {};
    await pasteFromSpreadsheet(page, rows('flow 1', 40, wrong));
    await page.getByText('2 lines need attention').first().waitFor();
    await page.getByText('“05/11/2025” can be two days').waitFor();

    const leads = page.getByRole('button', { name: 'Go to the first line that needs attention' });
    await leads.waitFor(); // and no button says that it records
    await expect(page.getByRole('button', { name: /^Record \d+ charges?$/ }).count()).resolves.toBe(0);
    await page.keyboard.press('Control+Enter'); // leads to the first one
    await page.keyboard.press('Alt+1');
    await expect(page.getByLabel('Delivered on, line 5').inputValue()).resolves.toBe('2025-11-05');
    await page.getByText('1 line needs attention').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('input[aria-label="Quantity, line 21"]:focus').waitFor();
    await page.keyboard.type('0.5');
    await page.getByRole('button', { name: 'Record 40 charges' }).waitFor();
    await page.getByText('USD 248.00').first().waitFor(); // 40 x 6.20, by the dry run
    await page.keyboard.press('Control+Enter');
    await page.getByText('40 charges recorded, USD 248.00').waitFor();
    const afterwards = page.getByRole('complementary', { name: 'After these charges' });
    await afterwards.getByText('USD 0.00').waitFor(); // they wait now, and are counted once
    await expect(page.getByRole('button', { name: 'Record 0 charges' }).isDisabled()).resolves.toBe(true);
    expect(await countOf('flow 1')).toBe(40);
    await page.getByLabel('Delivered on, line 1').focus();
    await pasteFromSpreadsheet(page, rows('one more', 1));
    await afterwards.getByText('On budget lines of MINAMATA').waitFor();
    await afterwards.getByText('has room').waitFor(); // for the forty; how much is left is not said
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are checked by the same rules when typed', async () => {
    const { page } = await site.visit('BRS.finance', '/charges/new?agreement=CRA-2025-002');
    await page.getByLabel('Delivered on, line 1').waitFor();
    await page.keyboard.type('01/02/2026');
    await page.keyboard.press('Tab');
    await page.keyboard.type('doc-p');
    await page.keyboard.press('Tab'); // takes what the list offers
    await page.keyboard.type('1.234,50');
    for (const why of ['“01/02/2026” can be two days', '“1.234,50” can be two figures'])
      await page.getByText(why).waitFor();
    await expect(page.getByLabel('Service, line 1').inputValue()).resolves.toBe('DOC-PAG');
    for (const name of [/^2 Jan 2026/, /^1234\.50/]) await page.getByRole('button', { name }).waitFor();
    await turnTo(page, 'Français'); // is no other draft, and what was typed can be undone in it
    const quantity = page.getByLabel('Quantité, ligne 1');
    await expect(quantity.inputValue()).resolves.toBe('1.234,50');
    for (const name of [/^2 janv\. 2026/, /^1234,50/]) await page.getByRole('button', { name }).waitFor();
    await quantity.press('Control+z');
    await expect(quantity.inputValue()).resolves.toBe('1.234,5');
    await page.context().close();
  });

  it('show text that looks like markup or a formula as text', async () => {
    const { page, complaints } = await site.visit('BRS.finance', '/charges/new?agreement=CRA-2025-002');
    await page.getByLabel('Delivered on, line 1').waitFor();
    await pasteFromSpreadsheet(page, rows('<img src=x onerror=alert(1)>', 1) + rows('=HYPERLINK("x")', 1));
    await page.getByRole('button', { name: 'Record 2 charges' }).waitFor();
    await page.getByText('USD 12.40').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: 'Look at them' }).click();
    await page
      .getByRole('row', { name: /DOC-PAG/ })
      .first()
      .click();
    await page.getByText('=HYPERLINK("x")').waitFor();
    await page.keyboard.press('j');
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['BRS.auditor', 'MINAMATA.finance'])('are not entered by %s, who reads who must', async (who) => {
    const { page, context } = await site.visit(who, '/charges/new?agreement=CRA-2025-002');
    await page.getByText('A finance officer of BRS must act.').waitFor();
    await expect(page.locator('.grid').count()).resolves.toBe(0);
    await page.goto('/agreements/CRA-2025-002');
    const button = page.getByRole('button', { name: 'Record charges' });
    await button.waitFor();
    await expect(button.isDisabled()).resolves.toBe(true);
    await page.getByText('A finance officer of BRS must act.').waitFor();
    await context.close();
  });
});

describe('the server says of a line what the form cannot know', () => {
  it('and what passes a ceiling is said before it is sent', async () => {
    const { page } = await site.visit('BRS.finance', '/charges/new?agreement=CRA-2025-002');
    await page.getByLabel('Delivered on, line 1').waitFor();
    await pasteFromSpreadsheet(
      page,
      rows('too much', 1, () => ({ quantity: '5000' })) + rows('too late', 1, () => ({ day: '2024-01-05' })),
    );
    await page.getByText(/This takes CRA-2025-002 USD [\d,.]+ over its ceiling of USD 110,000\.00\./).waitFor();
    await page.getByRole('link', { name: 'To agreement CRA-2025-002' }).waitFor();
    await page.locator('input[aria-label="Delivered on, line 2"][aria-invalid="true"]').waitFor();
    await page.context().close();
  });
});

describe('a refusal', () => {
  it('is said in the language of the page, with the server’s own sentence beneath it', async () => {
    const { page, context } = await site.visit('BRS.finance', '/charges?charge=NO-SUCH&lang=fr');
    const said = page.getByRole('alert').filter({ hasText: 'Cette imputation n’est pas dans les livres.' });
    await said.waitFor();
    await expect(said.locator('[lang="en"]').innerText()).resolves.toContain('NO-SUCH');
    expect(await violations(page)).toEqual([]);
    await page.goto('/charges/new?agreement=CRA-2025-002');
    await page.getByLabel('Livré le, ligne 1').waitFor();
    await pasteFromSpreadsheet(
      page,
      rows('too early', 1, () => ({ day: '2025-02-05' })),
    );
    await page.getByText(/Ce jour est hors de l’accord\. .*\(.*2025-02-05.*\)/).waitFor(); // at its cell
    await context.close();
  });
});

describe('a connection that is lost', () => {
  it('while the answer was on its way doubles nothing', async () => {
    const { page } = await site.visit('BRS.finance', '/charges/new?agreement=CRA-2025-002');
    await page.getByLabel('Delivered on, line 1').waitFor();
    await pasteFromSpreadsheet(page, rows('answer lost', 3));
    await page.getByText('USD 18.60').first().waitFor();
    const keys: (string | undefined)[] = [];
    await meets(page, '**/api/v1/charges/batches', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.fallback();
      await route.fetch(); // the server has recorded it
      return route.abort('connectionreset');
    });
    await page.keyboard.press('Control+Enter');
    await page.getByText('The lines are kept on this computer').waitFor();
    await page.getByText('3 charges recorded, USD 18.60').waitFor();
    expect(await countOf('answer lost')).toBe(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys.length).toBeGreaterThan(1);
    await page.context().close();
  });

  it('before it left loses nothing, also when the page is closed', async () => {
    const { page, context } = await site.visit('BRS.finance', '/charges/new?agreement=CRA-2025-002');
    await page.getByLabel('Delivered on, line 1').waitFor();
    await pasteFromSpreadsheet(page, rows('kept', 2));
    await page.getByText('USD 12.40').first().waitFor();
    await meets(page, '**/api/v1/charges/batches', (route) => route.abort('internetdisconnected'));
    await page.keyboard.press('Control+Enter');
    await page.getByText('The lines are kept on this computer').waitFor();
    await page.close();
    const again = await context.newPage();
    await again.goto('/charges/new?agreement=CRA-2025-002');
    await expect(again.getByLabel('Note, line 2').inputValue()).resolves.toBe('kept');
    await again.getByLabel('Note, line 2').press('Control+Enter');
    await again.getByText('2 charges recorded').first().waitFor();
    expect(await countOf('kept')).toBe(2);
    await context.close();
  });
});

describe('a connection that is lost before a screen was opened', () => {
  it('shows the screen once it is back, with its looks, and by itself', async () => {
    const { page, context } = await site.visit('BRS.finance', '/agreements');
    await page.locator('.list tbody tr').first().waitFor();
    await settled(page);
    await context.setOffline(true);
    await page.getByRole('navigation').getByRole('link', { name: 'Biennium audit' }).click();
    await page.getByText('Not connected. What you have entered is kept on this computer.').waitFor();
    await expect(page.getByText('could not be shown').count()).resolves.toBe(0);
    await context.setOffline(false);
    await page.locator('.audit-checks li').first().waitFor();
    await expect(
      page.evaluate(`getComputedStyle(document.querySelector('.audit-checks')).listStyleType`),
    ).resolves.toBe('none');
    await context.close();
  });

  it('and a screen of another version is said to be one, in the language of the page', async () => {
    const { page, context } = await site.visit('BRS.finance', '/agreements?lang=fr');
    await page.locator('.list tbody tr').first().waitFor();
    await meets(page, '**/assets/two-books-*.js', (route) => route.fulfill({ status: 404 }));
    await page.getByRole('navigation').getByRole('link', { name: 'Deux livres' }).click();
    await page.getByText('Les pages ont été renouvelées entre-temps : celle-ci est à recharger.').waitFor();
    await page.getByRole('button', { name: 'Recharger' }).waitFor();
    await context.close();
  });
});

describe('two pages on one agreement', () => {
  it('keep a draft each, and what a closed one has left is taken up by the next', async () => {
    const { page: one, context } = await site.visit('BRS.finance', '/charges/new?agreement=CRA-2025-002');
    const noteIn = (page: Page) => page.getByLabel('Note, line 1');
    await noteIn(one).fill('of one');
    const other = await context.newPage();
    await other.goto('/charges/new?agreement=CRA-2025-002');
    await expect(noteIn(other).inputValue()).resolves.toBe('');
    await noteIn(other).fill('of the other');
    await other.close();
    await one.reload();
    await one.getByText('1 line is kept on this computer from a page that is closed.').waitFor();
    const [third] = await Promise.all([
      context.waitForEvent('page'),
      one.getByText('Go on in another page').press('Enter'),
    ]);
    await expect(noteIn(third).inputValue()).resolves.toBe('of the other');
    await expect(noteIn(one).inputValue()).resolves.toBe('of one');
    await context.close();
  });
});

describe('a session that ends in the middle of a form', () => {
  it('is begun again over the page, and what was entered is sent once', async () => {
    const { page, context } = await site.visit('BRS.finance', '/charges/new?agreement=CRA-2025-002');
    await page.getByLabel('Delivered on, line 1').waitFor();
    await pasteFromSpreadsheet(page, rows('signed in again', 2));
    await page.getByText('USD 12.40').first().waitFor();
    await context.clearCookies();
    await page.keyboard.press('Control+Enter');
    const dialogue = page.getByRole('dialog', { name: 'Your session has ended' });
    await expect(page.locator('.trouble').count()).resolves.toBe(0); // the dialogue says it, once
    await dialogue.getByRole('textbox', { name: 'Password' }).fill(password);
    let signedIn = 0;
    page.on(
      'request',
      (request) => (signedIn += Number(/\/session$/.test(request.url()) && request.method() === 'POST')),
    );
    let isRead = (): void => undefined;
    const mayRead = new Promise<void>((resolve) => (isRead = resolve));
    const asksAnew = page.waitForRequest(/\/api\/v1\/inbox/); // once somebody is signed in
    await meets(page, /\/api\/v1\/inbox/, async (route) => {
      await mayRead;
      await route.fallback();
    });
    await page.keyboard.press('Enter');
    await asksAnew;
    await page.keyboard.press('Enter'); // by a quick hand, while all of the page is read anew
    isRead();
    await dialogue.waitFor({ state: 'hidden' });
    expect(signedIn).toBe(1);
    await page.getByLabel('Note, line 2').press('Control+Enter');
    await page.getByText('2 charges recorded').first().waitFor();
    expect(await countOf('signed in again')).toBe(2);
    await context.close();
  });
});
