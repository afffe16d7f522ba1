import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { line, post as record } from './charging.ts';
import { tabTo } from './keyboard.ts';
import { meets, follow, openSite, settled, type Site, turnTo, violations, type Visit } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

/** A request as that person's page sends it. */
async function post(
  { context }: Visit,
  path: string,
  data: object,
  headers: Record<string, string> = {},
): Promise<void> {
  const answer = await context.request.post(`/api/v1${path}`, {
    data,
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
}

/** Chooses one filter and, before a page could be drawn anew, another. What the first shows by then. */
const twoFilters = `(async () => {
  const filter = (name) => document.querySelector('.filters select[aria-label="' + name + '"]');
  const choose = (name, value) => {
    filter(name).value = value;
    filter(name).dispatchEvent(new Event('change', { bubbles: true }));
  };
  choose('State', 'CERTIFIED');
  for (let turns = 0; turns < 100; turns += 1) await null; // all that comes of it before the next event
  choose('Kind of service', 'TRAVEL');
  return filter('State').value;
})()`;

describe('what did COP-6 cost us', () => {
  it('is answered from the figure on Home to the file in four steps by keyboard, and Back returns with the filter', async () => {
    const { page, context, complaints } = await site.visit('MINAMATA.finance');
    const pdf = { data: '%PDF-1.7 time sheet\n%%EOF', headers: { 'content-type': 'application/pdf' } };
    const kept = await context.request.post('/api/v1/charges/T-03/evidence', {
      data: pdf.data,
      headers: { ...pdf.headers, 'idempotency-key': randomUUID() },
    });
    expect(kept.status()).toBe(201);
    await tabTo(page, page.getByRole('link', { name: 'Invoiced and not paid, USD: 96,020.11' }), 'Enter');
    await page.getByRole('button', { name: 'Agreement: CRA-2025-002' }).waitFor();
    await page.locator('.list tfoot').getByText('96,020.11').waitFor(); // the figure that was followed
    await page.keyboard.press('/');
    await tabTo(page, page.getByLabel('Kind of service').first(), 'T');
    const chip = page.getByRole('button', { name: 'Kind of service: Travel' });
    await chip.waitFor();
    await tabTo(page, page.getByRole('button', { name: 'T-05' }));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: /T-03/ });
    await panel.getByText('USD 6,108.48').waitFor();
    await panel.getByText('Posted in both books').first().waitFor();
    await expect(panel.getByRole('cell', { name: 'Expenditure' }).count()).resolves.toBeGreaterThan(0);
    const saved = page.waitForEvent('download');
    await tabTo(page, panel.getByRole('link', { name: /^PDF,/ }), 'Enter');
    expect(readFileSync(await (await saved).path(), 'utf8')).toBe(pdf.data);
    await page.goBack();
    await panel.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).searchParams.get('family')).toBe('TRAVEL');
    await tabTo(page, chip, 'Enter', 'Shift+Tab');
    await page.getByText('15 of 15').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says what matches nothing, how to loosen it, and sorts by the heads that the server knows', async () => {
    const { page } = await site.visit('BRS.finance', '/charges?state=DISPUTED');
    await page.getByText('Nothing matches State: Disputed.').waitFor();
    await page.getByRole('button', { name: 'Remove the last filter' }).click();
    await page.getByText('20 of 20').waitFor();
    await expect(page.evaluate(twoFilters)).resolves.toBe('CERTIFIED'); // what is chosen stands there from then on
    for (const chip of ['State: Certified', 'Kind of service: Travel'])
      await page.getByRole('button', { name: chip }).click(); // and is taken off again
    await page.getByText('20 of 20').waitFor();
    const head = page.getByRole('columnheader', { name: 'Amount, USD' });
    for (const [order, first] of [
      ['ascending', 'T-LATE'],
      ['descending', 'A2-04'],
    ] as const) {
      await head.getByRole('button').press('Enter');
      await head.and(page.locator(`[aria-sort="${order}"]`)).waitFor(); // before it is, the newest stands first, which costs least
      await page.locator(`.list tbody tr:first-child[data-key="${first}"]`).waitFor();
    }
    expect(new URL(page.url()).searchParams.get('sort')).toBe('amount');
    await head.getByRole('button').press('Enter');
    await page.locator('.list tbody tr:first-child[data-key="T-LATE"]').waitFor(); // newest first again
    await expect(head.getAttribute('aria-sort')).resolves.toBeNull();
    for (const [path, name, sort] of [
      ['/agreements', 'Ceiling, USD', 'ceiling'],
      ['/invoices', 'Amount, USD', 'amount'],
    ] as const) {
      await follow(page, path);
      const heading = page.getByRole('columnheader', { name });
      const shown: (string | null)[][] = [];
      for (const order of ['ascending', 'descending']) {
        await heading.getByRole('button').press('Enter');
        await heading.and(page.locator(`[aria-sort="${order}"]`)).waitFor();
        await settled(page);
        const rows = await page.locator('.list tbody tr').all();
        shown.push(await Promise.all(rows.map((row) => row.getAttribute('data-key'))));
      }
      expect(new URL(page.url()).search).toBe(`?sort=${sort}`);
      expect(shown[0]?.length).toBeGreaterThan(1);
      expect(shown[1]).toEqual(shown[0]?.toReversed());
    }
    await page.goto('/charges?state=BOGUS&agreement=CRA-2025-001'); // as somebody has typed it
    await page.getByText('The address asks for state=BOGUS, which this list does not have.').waitFor();
    await page.getByRole('button', { name: 'Remove it, and show the list' }).click();
    await page.getByText('5 of 5').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or go to' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('A9-99');
    await page.getByText('There is no screen, agreement or charge named “A9-99”.').waitFor();
    const finder = page.getByRole('combobox', { name: 'Search or go to' });
    await expect(finder.getAttribute('aria-expanded')).resolves.toBe('false');
    await page.context().setOffline(true);
    await finder.fill('A9-98');
    await page.getByText('Whether an agreement or a charge is named “A9-98” could not be looked up.').waitFor();
    await page.context().setOffline(false);
    const newer = Array.from({ length: 8 }, (_, at) => ({ ...line(`N-${at}`, '1'), note: 'goes with A1-05' }));
    await record(site, 'BRS.finance', '/charges/batches', { charges: newer });
    await finder.fill('a1-05'); // is in the notes of as many as the palette looks at
    await page.getByRole('option', { name: 'A1-05, Badge printers' }).waitFor();
    await expect(finder.getAttribute('aria-expanded')).resolves.toBe('true');
    await page.context().close();
  });

  it('goes by keyboard: j and k along the list, Escape closes', async () => {
    const { page } = await site.visit('BRS.finance', '/charges?charge=A1-05');
    await page.getByRole('complementary', { name: /A1-05/ }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('complementary', { name: /A1-05/ }).waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    const panel = page.getByRole('complementary', { name: /A1-05/ });
    await tabTo(page, panel.getByRole('link', { name: 'CRA-2025-001' }));
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    const row = page.getByRole('button', { name: 'A1-05' }).and(page.locator(':focus'));
    await row.waitFor();
    await page.keyboard.press('Enter'); // leads into what it opens
    await panel.locator('h2:focus').waitFor();
    await page.keyboard.press('Escape');
    await row.waitFor();
    await page.keyboard.press('x');
    await page.getByRole('group', { name: /^1 selected, USD / }).waitFor();
    await turnTo(page, 'Français');
    await page.getByRole('group', { name: /^1 choisie, USD / }).waitFor(); // in another language, nothing is let go
    await expect(page.locator('tr[data-key="A1-05"] .select-box').isChecked()).resolves.toBe(true);
    await page.context().close();
  });
});

describe('a view of the list', () => {
  it('has the columns that the address names, chosen by keyboard, and a name that brings it back', async () => {
    const { page, context, complaints } = await site.visit('BRS.finance', '/charges?family=TRAVEL');
    const heads = (): Promise<string[]> => page.locator('.list thead th').allInnerTexts();
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    const dialogue = page.getByRole('dialog', { name: 'Columns of the list' });
    await dialogue.getByLabel('Traveller').press('Space');
    await dialogue.getByLabel('Quantity').press('Space');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialogue.waitFor({ state: 'hidden' });
    await page.getByRole('columnheader', { name: 'Traveller' }).waitFor();
    expect(await heads()).not.toContain('Quantity');
    expect(new URL(page.url()).searchParams.get('columns')).toBe('day,agreement,item,traveller,state,credited,amount');

    await page.getByRole('button', { name: 'Save this view' }).press('Enter');
    await page.getByLabel('Name of this view').fill('Who travelled');
    await page.keyboard.press('Enter');
    const saved = page.getByRole('navigation', { name: 'Saved views' });
    const view = saved.getByRole('link', { name: 'Who travelled' });
    await expect(view.getAttribute('aria-current')).resolves.toBe('true');
    await page.goto('/charges');
    await page.locator('.list tfoot').waitFor();
    await expect(view.getAttribute('aria-current')).resolves.toBeNull();
    expect(await heads()).toContain('Quantity');
    await view.press('Enter');
    await page.getByRole('columnheader', { name: 'Traveller' }).waitFor();
    await page.getByRole('button', { name: 'Kind of service: Travel' }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Save this view' }).press('Enter');
    await page.getByRole('button', { name: 'Remove Who travelled' }).press('Enter');
    await page.keyboard.press('Escape');
    await expect(view.count()).resolves.toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is of the person who named it', async () => {
    const { page, context } = await site.visit('BRS.finance', '/charges');
    await page.evaluate(
      `localStorage.setItem('recoup.views.MINAMATA.finance /charges', '[{"name":"Theirs","search":""}]')`,
    );
    await page.reload();
    await page.locator('.list tfoot').waitFor();
    await expect(page.getByRole('link', { name: 'Theirs' }).count()).resolves.toBe(0);
    await context.close();
  });
});

describe('an agreement that is not signed', () => {
  it('says so, with what waits for it, and is signed by who may', async () => {
    const finance = await site.visit('BRS.finance');
    await finance.page.goto('/agreements');
    await finance.page.getByRole('link', { name: 'Draft an agreement' }).click();
    const fill = (label: string, text: string) => finance.page.getByRole('textbox', { name: label }).fill(text);
    const choose = (label: string, value: string) => finance.page.getByLabel(label).selectOption(value);
    await fill('Number', 'CRA-2025-008');
    await fill('Last day', '31 Dec 2025');
    await finance.page.goBack(); // out of the field
    await finance.page.getByRole('link', { name: 'Draft an agreement' }).click();
    await expect(finance.page.getByRole('textbox', { name: 'Last day' }).inputValue()).resolves.toBe('31 Dec 2025');
    await finance.page.getByRole('button', { name: 'Empty the form' }).press('Enter'); // which was kept; the focus stays in it
    await finance.page.getByLabel('Begin like an earlier one').and(finance.page.locator(':focus')).waitFor();
    await fill('Number', 'CRA-2025-009');
    await choose('Begin like an earlier one', 'CRA-2025-002');
    await expect(finance.page.getByRole('textbox', { name: 'Number' }).inputValue()).resolves.toBe('CRA-2025-009');
    const ceiling = finance.page.getByRole('textbox', { name: 'Ceiling, USD' });
    await expect(ceiling.inputValue()).resolves.toBe('110000.00');
    await choose('Meeting', 'MC-COP-6');
    await fill('Biennium', '2024-2025');
    await fill('First day', '1 Aug 2025');
    await fill('Last day', '31 Dec 2025');
    const isWrong = finance.page.locator('[aria-invalid="true"]:focus');
    const lines = finance.page.getByRole('textbox', { name: 'Funds and budget lines of the client' }).first();
    await lines.fill('MC-GTF');
    await lines.press('Enter');
    await lines.and(isWrong).waitFor(); // what cannot be read is said, also of the field that one is still in
    await lines.fill('MC-GTF NO-SUCH');
    await finance.page.getByRole('button', { name: 'Draft the agreement' }).click();
    await finance.page.getByRole('alert').waitFor();
    await lines.and(isWrong).waitFor(); // the server names it, and it is led to
    expect(await violations(finance.page)).toEqual([]);
    await ceiling.fill('5.000,00');
    await ceiling.press('Enter'); // is not sent, and what the server said before is not the reason
    await ceiling.and(isWrong).waitFor();
    await expect(finance.page.getByRole('alert').count()).resolves.toBe(0);
    await ceiling.press('Alt+1');
    await expect(ceiling.inputValue()).resolves.toBe('5000.00');
    await finance.page.getByRole('button', { name: 'Other lines for some of the services' }).press('Enter');
    await finance.page.locator('.draft-lines').nth(2).locator('input:focus').waitFor();
    await finance.page.getByRole('button', { name: 'Remove these lines' }).last().press('Enter');
    await finance.page
      .getByRole('button', { name: 'Other lines for some of the services' })
      .and(finance.page.locator(':focus'))
      .waitFor();
    await lines.fill('MC-GTF MC-GTF-COP6');
    const boxes = finance.page.locator('.draft-lines').getByRole('checkbox');
    await boxes.last().uncheck();
    await finance.page.getByRole('button', { name: 'Draft the agreement' }).press('Enter');
    await boxes.first().and(isWrong).waitFor(); // travel has no place, and this is where one is given
    await boxes.last().check();
    await finance.page.evaluate(
      `const number = [...document.querySelectorAll('.draft-terms input')].find(({ value }) => value === 'CRA-2025-009');
       window.seenNumbers = new Set(); const look = () => { if (number.isConnected) seenNumbers.add(number.value); requestAnimationFrame(look); }; look()`,
    );
    await finance.page.getByRole('button', { name: 'Draft the agreement' }).click();
    await finance.page.getByRole('heading', { name: 'CRA-2025-009' }).waitFor();
    await expect(finance.page.evaluate('[...seenNumbers]')).resolves.toEqual(['CRA-2025-009']); // and never an empty form
    const line = { agreement: 'CRA-2025-009', item: 'DOC-PAG', quantity: '10', deliveredOn: '2025-11-07' };
    await post(finance, '/charges/batches', { charges: [line, line] });
    await finance.page.goto('/agreements/CRA-2025-009');
    await finance.page.getByText('2 charges, USD 248.00, wait.').waitFor();
    await finance.page.getByText('Provisional charges cannot be invoiced.').waitFor();
    await finance.page.goto('/');
    await finance.page.getByRole('link', { name: 'Provisional, USD: 248.00' }).waitFor();
    for (const person of ['BRS.approving', 'MINAMATA.approving']) {
      const { page, context } = await site.visit(person, '/agreements/CRA-2025-009');
      await tabTo(page, page.getByLabel('Day of the signature'));
      await page.keyboard.type('20 Feb 2026');
      await tabTo(page, page.getByRole('button', { name: `Sign for ${person.split('.')[0] ?? ''}` }), 'Enter');
      await page.locator('.signatures').getByText(person).waitFor();
      await context.close();
    }
    await finance.page.goto('/charges?agreement=CRA-2025-009');
    await finance.page.getByText('2 of 2').waitFor();
    await expect(finance.page.getByRole('row', { name: /Recorded/ }).count()).resolves.toBe(2);
    await finance.context.close();
  });
});

describe('evidence', () => {
  it('is dropped on the charge, listed with its digest and taken out again; of another kind nothing is kept', async () => {
    const { page, context, complaints } = await site.visit('BRS.finance', '/charges?charge=T-04');
    const box = page.locator('.evidence');
    await box.getByText('None is named, and no file is kept yet.').waitFor();
    const drop = async (name: string, type: string, content: string): Promise<void> => {
      const dataTransfer = await page.evaluateHandle(`(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([${JSON.stringify(content)}], '${name}', { type: '${type}' }));
        return transfer;
      })()`);
      for (const event of ['dragover', 'drop']) await box.dispatchEvent(event, { dataTransfer });
    };
    const ticket = '%PDF-1.7 a ticket\n%%EOF';
    await drop('ticket.pdf', 'application/pdf', ticket);
    await box.getByText(createHash('sha256').update(ticket).digest('hex')).waitFor();
    await drop('ticket.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK a ticket');
    await box.getByRole('alert').filter({ hasText: 'none of the kinds of file that are kept as evidence' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const saved = page.waitForEvent('download');
    await box.getByRole('link', { name: 'PDF, 1 kB' }).click();
    expect(readFileSync(await (await saved).path(), 'utf8')).toBe(ticket);
    const kept = await site.books.db.query(`select kind from charging.evidence where charge = 'T-04'`);
    expect(kept).toEqual([{ kind: 'PDF' }]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('somebody who was faster', () => {
  it('is said, with both versions, and nothing is done on the older one', async () => {
    const provider = await site.visit('BRS.finance');
    await post(provider, '/charges', {
      id: 'RACE-1',
      agreement: 'CRA-2025-002',
      item: 'DOC-PAG',
      quantity: '1',
      deliveredOn: '2025-11-07',
    });
    const client = await site.visit('MINAMATA.finance', '/charges?charge=RACE-1');
    const button = client.page.getByRole('button', { name: 'Confirm receipt' });
    await button.waitFor();
    const other = await site.visit('MINAMATA.finance');
    await post(other, '/charges/RACE-1/receipt', {}, { 'if-match': '"1"' });
    await button.click();
    await client.page.getByText(/was changed since you read it/).waitFor();
    await client.page.getByText('You saw version 1; it is version 2 now.').waitFor();
    for (const { context } of [provider, client, other]) await context.close();
  });
});

describe('the other side of the table', () => {
  it('is told who may, when it may not', async () => {
    const provider = await site.visit('BRS.finance');
    await post(provider, '/charges', {
      id: 'WHO-1',
      agreement: 'CRA-2025-002',
      item: 'DOC-PAG',
      quantity: '1',
      deliveredOn: '2025-11-07',
    });
    await provider.page.goto('/charges?charge=WHO-1');
    const button = provider.page.getByRole('button', { name: 'Confirm receipt' });
    await button.waitFor();
    if (await button.isEnabled()) await button.click();
    await provider.page
      .getByText(/MINAMATA/)
      .last()
      .waitFor();
    const [row] = await site.books.db.query<{ state: string }[]>(
      `select state from charging.charge where id = 'WHO-1'`,
    );
    expect(row?.state).toBe('RECORDED');
    await provider.context.close();
  });
});

it('a fault of the server is said with the number of the request, which can be copied, and asked again', async () => {
  const { page, context } = await site.visit('BRS.finance', '/agreements');
  const requestId = '0b0f3c0e-0000-4000-8000-000000000001';
  const fault = { status: 500, title: 'Internal error', code: 'INTERNAL_ERROR', detail: 'Something is wrong here.' };
  await meets(page, /\/api\/v1\/charges\?/, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', ...fault, requestId, errors: [] }),
    }),
  );
  await follow(page, '/charges');
  const trouble = page.getByRole('alert').filter({ hasText: requestId });
  await trouble.getByRole('button', { name: 'Copy the request’s number' }).press('Enter');
  await trouble.getByText('Copied').waitFor();
  await expect(page.evaluate('navigator.clipboard.readText()')).resolves.toBe(requestId);
  expect(await violations(page)).toEqual([]);
  await page.unroute(/\/api\/v1\/charges\?/);
  await trouble.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.locator('.list tbody tr').first().waitFor();
  await context.close();
});
