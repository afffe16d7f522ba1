import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { tabTo } from './keyboard.ts';
import { meets, openSite, type Site, violations } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

/** A request as that person's page sends it. */
async function post(person: string, path: string, data: object, headers: Record<string, string> = {}): Promise<void> {
  const { context } = await site.visit(person);
  const answer = await context.request.post(`/api/v1${path}`, {
    data,
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  await context.close();
}

interface Wanted {
  readonly quantity?: string;
  readonly deliveredOn?: string;
}

/** Recorded by BRS under the agreement for COP-6: ten pages, USD 124.00, unless something else is wanted. */
async function recorded(id: string, { quantity = '10', deliveredOn = '2025-11-07' }: Wanted = {}): Promise<void> {
  await post('BRS.finance', '/charges', { id, agreement: 'CRA-2025-002', item: 'DOC-PAG', quantity, deliveredOn });
}

async function received(id: string, wanted: Wanted = {}): Promise<void> {
  await recorded(id, wanted);
  await post('MINAMATA.finance', '/charges/receipts', { charges: [id] });
}

async function certified(id: string, wanted: Wanted = {}): Promise<void> {
  await received(id, wanted);
  await post('MINAMATA.certifying', '/charges/certifications', { charges: [id] });
}

interface Row {
  readonly id: string;
  readonly state: string;
  readonly replaces: string | null;
  readonly remark: string | null;
  readonly version: number;
}

const charge = async (id: string): Promise<Row | undefined> => {
  const [row] = await site.books.db.query<Row[]>(
    'select id, state, replaces, remark, version from charging.charge where id = $1',
    [id],
  );
  return row;
};

/** What an event posted in a book, "ACCOUNT amount", in the order of its postings. */
const posted = async (book: string, source: string, event: string): Promise<string[]> =>
  (
    await site.books.db.query<{ line: string }[]>(
      `select posting.account || ' ' || posting.amount_usd as line
       from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id
       where entry.book = $1 and entry.source = $2 and entry.event = $3 order by posting.position`,
      [book, source, event],
    )
  ).map(({ line }) => line);

/** A table of entries as it is read, "BOOK ACCOUNT … amount amount", a minus as a hyphen. */
const entriesOf = async (page: Page): Promise<string[]> =>
  (await page.getByRole('dialog').locator('.entries tbody tr').allInnerTexts()).map((text) =>
    text.replace(/\s+/g, ' ').replaceAll('−', '-').trim(),
  );

describe('a charge that is certified and wrong', () => {
  it('is reversed by two people, entered again, and all three are linked, after each has seen what is posted, by keyboard alone', async () => {
    await certified('F4-1');
    const { page, complaints } = await site.visit('BRS.finance', '/charges?charge=F4-1');
    await tabTo(page, page.getByRole('button', { name: 'Ask to reverse F4-1' }), 'Enter');
    const asking = page.getByRole('dialog', { name: 'Ask to reverse F4-1' });
    await asking.getByRole('columnheader', { name: 'Once approved, USD' }).waitFor();
    const shown = await entriesOf(page);
    expect(shown).toContainEqual('BRS Receivable, not yet invoiced BC 40.56 -40.56');
    expect(shown).toContainEqual(
      'MINAMATA Payable, not yet invoiced for MINAMATA to see -124.00 124.00', // what the other book has of it
    );
    const again = asking.getByRole('button', { name: 'and enter it again' });
    await expect(again.isDisabled()).resolves.toBe(true); // not without a reason
    expect(await violations(page)).toEqual([]);
    await asking.getByRole('textbox', { name: 'Reason' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('ten pages were one page');
    await tabTo(page, again, 'Enter');

    await page.getByText('Line 1 takes the place of F4-1').waitFor();
    await page.getByText('once an approving officer of BRS has approved the reversal').waitFor();
    expect(await charge('F4-1')).toMatchObject({ state: 'REVERSING', remark: 'ten pages were one page' });
    const quantity = page.getByLabel('Quantity, line 1');
    await expect(quantity.inputValue()).resolves.toBe('10');
    await tabTo(page, quantity);
    await page.keyboard.type('1');
    await page.getByText('Its place is not free yet').waitFor(); // says the server's dry run
    await page.keyboard.press('Control+Enter');
    await page.locator('input[aria-label="Service, line 1"]:focus').waitFor();

    const approver = await site.visit('BRS.approving', '/approvals');
    await approver.page.getByRole('link', { name: '1 item waits for you' }).waitFor();
    await approver.page.getByText('ten pages were one page').waitFor();
    const { page: theirs } = approver;
    await tabTo(theirs, theirs.getByRole('button', { name: 'Approve the reversal of F4-1' }), 'Enter');
    const approving = approver.page.getByRole('dialog', { name: 'Approve the reversal of F4-1' });
    await approving.getByRole('columnheader', { name: 'On 1 Mar 2026, USD' }).waitFor();
    expect(await entriesOf(approver.page)).toEqual(shown); // the dry run of the books, and what was said before
    expect(await violations(approver.page)).toEqual([]);
    await tabTo(theirs, approving.getByRole('button', { name: 'Approve the reversal of F4-1' }), 'Enter');
    await approving.waitFor({ state: 'hidden' });
    await approver.page.getByRole('link', { name: 'Nothing waits for you' }).waitFor();
    expect(await posted('MINAMATA', 'F4-1', 'CHARGE_REVERSED')).toContain('PAYABLE_UNBILLED 124.00');
    expect(await posted('BRS', 'F4-1', 'CHARGE_REVERSED')).toContain('RECEIVABLE_UNBILLED -40.56');

    await page.reload(); // what was entered is there
    await expect(page.getByLabel('Quantity, line 1').inputValue()).resolves.toBe('1');
    await page.getByText('USD 12.40').first().waitFor();
    await tabTo(page, quantity, 'Control+Enter');
    await page.getByText('1 charge recorded, USD 12.40').waitFor();
    expect(new URL(page.url()).searchParams.get('replaces')).toBeNull();
    const [taken] = await site.books.db.query<Row[]>(`select id, state from charging.charge where replaces = 'F4-1'`);
    expect(taken?.state).toBe('RECORDED');

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or go to' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('F4-1');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: /F4-1/ });
    await panel.getByRole('columnheader', { name: 'Reversed, USD' }).waitFor();
    await panel.getByText('ten pages were one page').waitFor();
    await panel.getByText('BRS.approving').waitFor();
    await expect(panel.getByRole('link', { name: 'Enter it again' }).count()).resolves.toBe(0); // once is enough
    await tabTo(page, panel.getByRole('link', { name: taken?.id ?? '' }), 'Enter');
    const next = page.getByRole('complementary', { name: new RegExp(taken?.id ?? '') });
    await next.getByRole('link', { name: 'F4-1' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
    await approver.context.close();
  });

  it('stays as it was where the approving officer says so, for a reason', async () => {
    await certified('KEEP-1');
    await post('BRS.finance', '/charges/KEEP-1/reversal', { reason: 'I thought so' }, { 'if-match': '*' });
    const { page, context } = await site.visit('BRS.approving', '/charges?charge=KEEP-1');
    await page.getByRole('button', { name: 'Keep KEEP-1 as it was' }).click();
    const dialogue = page.getByRole('dialog');
    await dialogue.getByText('Nothing is posted, in neither book.').waitFor();
    await dialogue.getByRole('textbox', { name: 'Reason' }).fill('it was right');
    await page.keyboard.press('Enter');
    await dialogue.waitFor({ state: 'hidden' });
    await page.locator('#screen:focus').waitFor(); // the button that asked is gone
    expect(await charge('KEEP-1')).toMatchObject({ state: 'CERTIFIED', remark: 'it was right' });
    await context.close();
  });

  it('and on an issued invoice is not reversed: the panel leads to the credit of its part', async () => {
    const { page, context } = await site.visit('BRS.finance', '/charges?charge=T-03');
    const panel = page.getByRole('complementary', { name: /T-03/ });
    const credit = panel.getByRole('link', { name: /^Credit part of BRS-2025-\d+$/ });
    await credit.waitFor();
    await expect(panel.getByRole('button', { name: /reverse/ }).count()).resolves.toBe(0);
    const name = (await credit.textContent()) ?? '';
    await credit.click();
    const dialogue = page.getByRole('dialog', { name });
    await dialogue.waitFor();
    await page.locator('input[aria-label="To give back of T-03"]:focus').waitFor();
    await page.keyboard.press('Escape');
    await dialogue.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).searchParams.get('credit')).toBeNull();
    await context.close();
  });
});

describe('a charge that is not certified', () => {
  it('is returned by the client, answered by the provider, and confirmed anew', async () => {
    await received('BACK-1');
    const client = await site.visit('MINAMATA.certifying', '/approvals');
    await client.page.getByRole('button', { name: 'Return BACK-1' }).click();
    await client.page.getByRole('dialog').getByText('Returned').waitFor(); // what the dry run says it leads to
    await client.page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('no time sheet');
    await client.page.keyboard.press('Enter');
    await client.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await charge('BACK-1')).toMatchObject({ state: 'RETURNED', remark: 'no time sheet' });

    const provider = await site.visit('BRS.finance', '/approvals');
    await provider.page.getByText('no time sheet').waitFor();
    await provider.page.getByRole('button', { name: 'Answer, and send BACK-1 on' }).click();
    await provider.page.getByRole('dialog').getByRole('textbox', { name: 'Answer' }).fill('it is attached now');
    await provider.page.keyboard.press('Enter');
    await provider.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await charge('BACK-1')).toMatchObject({ state: 'RECORDED', remark: 'it is attached now' });
    for (const { context } of [client, provider]) await context.close();
  });

  it('is withdrawn and entered again at once, as another line that may be left or taken as a new one', async () => {
    await recorded('GONE-1', { quantity: '3' });
    const { page, context } = await site.visit('BRS.finance', '/charges?charge=GONE-1');
    await page.getByRole('button', { name: 'Withdraw GONE-1' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('counted twice');
    await page.getByRole('dialog').getByRole('button', { name: 'and enter it again' }).click();
    await page.getByText('Line 1 takes the place of GONE-1').waitFor();
    await page.getByText('USD 37.20').first().waitFor(); // the server takes it: the other one is withdrawn
    await page.getByRole('button', { name: 'Record it as a new charge' }).click();
    await page.getByText('Line 1 takes the place of GONE-1').waitFor({ state: 'hidden' });
    await expect(page.getByLabel('Quantity, line 1').inputValue()).resolves.toBe('3');
    expect(await charge('GONE-1')).toMatchObject({ state: 'WITHDRAWN', remark: 'counted twice' });
    await context.close();
  });

  it('is entered again, and leads nobody back who has left before the answer came', async () => {
    await recorded('GONE-2', { quantity: '3' });
    const { page, context } = await site.visit('BRS.finance', '/charges?charge=GONE-2');
    await page.getByRole('button', { name: 'Withdraw GONE-2' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('counted twice');
    await page.getByRole('dialog').getByRole('button', { name: 'and enter it again' }).click();
    await page.getByText('Line 1 takes the place of GONE-2').waitFor();
    await page.getByText('USD 37.20').first().waitFor();
    let answer = (): void => undefined;
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    let sent = 0;
    await meets(page, '**/api/v1/charges/batches', async (route) => {
      sent += 1;
      await mayAnswer;
      await route.fallback();
    });
    const isSent = page.waitForRequest((request) => request.url().endsWith('/charges/batches'));
    await page.getByLabel('Quantity, line 1').focus();
    for (const key of ['Control+Enter', 'Control+Enter']) await page.keyboard.press(key); // by a quick hand
    await isSent;
    await page.getByRole('navigation').getByRole('link', { name: 'Home' }).first().click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    const counted = page.waitForResponse((response) => response.url().includes('/api/v1/inbox')); // it is read again
    answer();
    await counted;
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await expect(page.evaluate('location.pathname + location.search')).resolves.toBe('/');
    const [taken] = await site.books.db.query<Row[]>(`select id, state from charging.charge where replaces = 'GONE-2'`);
    expect(taken).toMatchObject({ state: 'RECORDED' });
    expect(sent).toBe(1);
    await page.goBack(); // where nothing stands any more as if it were still to be sent
    await page.getByLabel('Quantity, line 1').waitFor();
    await expect(page.getByLabel('Quantity, line 1').inputValue()).resolves.toBe('');
    await context.close();
  });
});

describe('somebody who was faster', () => {
  it('is named, both versions stand beside each other, and the reason that was typed is not lost', async () => {
    await recorded('FAST-1');
    const { page, context } = await site.visit('MINAMATA.finance', '/charges?charge=FAST-1');
    await page.getByRole('button', { name: 'Return FAST-1' }).click();
    const dialogue = page.getByRole('dialog');
    await dialogue.getByRole('textbox', { name: 'Reason' }).fill('no time sheet');
    await post('MINAMATA.finance', '/charges/FAST-1/receipt', {}, { 'if-match': '"1"' });
    await dialogue.getByRole('button', { name: 'Return FAST-1' }).click();
    await dialogue.getByText(/^MINAMATA\.finance changed it at .*, while you were looking\.$/).waitFor();
    await dialogue.getByRole('row', { name: 'State Recorded Received' }).waitFor();
    expect(await charge('FAST-1')).toMatchObject({ state: 'RECEIVED', version: 2 });
    expect(await violations(page)).toEqual([]);
    await dialogue.getByRole('button', { name: 'Decide on the new one' }).click();
    await expect(dialogue.getByRole('textbox', { name: 'Reason' }).inputValue()).resolves.toBe('no time sheet');
    await dialogue.getByRole('button', { name: 'Return FAST-1' }).click();
    await dialogue.waitFor({ state: 'hidden' });
    expect(await charge('FAST-1')).toMatchObject({ state: 'RETURNED', version: 3 });
    await context.close();
  });
});

describe('a connection that is lost while a step is under way', () => {
  it('and comes back takes the step once', async () => {
    await recorded('LOST-1');
    const { page, context } = await site.visit('MINAMATA.finance', '/charges?charge=LOST-1');
    const keys: (string | undefined)[] = [];
    await meets(page, '**/api/v1/charges/LOST-1/receipt', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.fallback();
      await route.fetch(); // the books have it
      return route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'Confirm receipt' }).click();
    await page.getByRole('complementary').getByText('Received').first().waitFor();
    await page.getByRole('heading', { name: 'LOST-1' }).and(page.locator(':focus')).waitFor(); // the button is gone
    expect([new Set(keys).size, keys.length]).toEqual([1, 2]);
    expect(await charge('LOST-1')).toMatchObject({ state: 'RECEIVED', version: 2 });

    // What is typed while no answer comes is no part of what is sent again.
    await page.getByRole('button', { name: 'Return LOST-1' }).click();
    const dialogue = page.getByRole('dialog');
    const reason = dialogue.getByRole('textbox', { name: 'Reason' });
    await reason.fill('no time sheet');
    const bodies: (string | null)[] = [];
    await meets(page, '**/api/v1/charges/LOST-1/return', async (route) => {
      bodies.push(route.request().postData());
      if (bodies.length > 1) return route.fallback();
      await route.fetch();
      await reason.fill('no time sheet, and');
      return route.abort('connectionreset');
    });
    await dialogue.getByRole('button', { name: 'Return LOST-1' }).click();
    await dialogue.waitFor({ state: 'hidden' });
    expect([new Set(bodies).size, bodies.length]).toEqual([1, 2]);
    expect(await charge('LOST-1')).toMatchObject({ state: 'RETURNED', remark: 'no time sheet' });
    await context.close();
  });
});

describe('a month that is closed', () => {
  it('is said, and the charge is posted in an open one for a reason, and counts where it was delivered', async () => {
    await post('BRS.finance', '/periods/2025-09/closing', {}, { 'if-match': '*' });
    for (const person of ['BRS.approving', 'MINAMATA.approving'])
      await post(person, '/periods/2025-09/signatures', {}, { 'if-match': '*' });
    await received('LATE-1', { deliveredOn: '2025-09-10' });
    const { page, context } = await site.visit('MINAMATA.certifying', '/charges?charge=LATE-1');
    await page.getByRole('button', { name: 'Certify LATE-1' }).click();
    await page.getByText('This belongs to 2025-09, which is closed.').waitFor();
    const instead = page.getByRole('button', { name: 'Post it in March 2026 instead' });
    await instead.waitFor();
    await expect(instead.isDisabled()).resolves.toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Why it comes late' }).fill('the supplier billed in February');
    await instead.click();
    await page.getByText('Posted in both books').waitFor();
    const entries = await site.books.db.query<{ adjusts: string; adjustment_reason: string; accounting_on: string }[]>(
      `select distinct adjusts, adjustment_reason, accounting_on::text from ledger.journal_entry where source = 'LATE-1'`,
    );
    expect(entries).toEqual([
      { adjusts: '2025-09', adjustment_reason: 'the supplier billed in February', accounting_on: '2026-03-01' },
    ]);
    await context.close();
  });
});

describe('several charges of the list', () => {
  it('are selected by x and decided on together, where the server lets this person decide on all of them', async () => {
    for (const id of ['X-1', 'X-2']) await recorded(id);
    await certified('X-3');
    const { page, context } = await site.visit('MINAMATA.finance', '/charges?agreement=CRA-2025-002');
    for (const id of ['X-1', 'X-2', 'X-3']) await page.getByRole('checkbox', { name: `Select ${id}` }).check();
    await page.getByText('3 selected, USD 372.00').waitFor();
    await page.getByText('There is no step that you may take with all of them at once.').waitFor();
    await page.getByRole('button', { name: 'X-3' }).focus();
    await page.keyboard.press('x');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Confirm receipt of 2, USD 248.00' }).waitFor();
    await page.keyboard.press('e');
    await page.getByRole('group', { name: /selected/ }).waitFor({ state: 'hidden' });
    expect([(await charge('X-1'))?.state, (await charge('X-2'))?.state, (await charge('X-3'))?.state]).toEqual([
      ...['RECEIVED', 'RECEIVED', 'CERTIFIED'],
    ]);
    await context.close();
  });
});

describe('a sum in a cell of the grid', () => {
  it('is shown, taken when the cell is left, kept in the note, and undone in one step', async () => {
    const { page, context } = await site.visit('BRS.finance', '/charges/new?agreement=CRA-2025-002');
    const cell = page.getByLabel('Quantity, line 1');
    await page.getByLabel('Delivered on, line 1').fill('2025-11-07');
    await cell.fill('=12*48.50');
    await page.getByText('It comes to 582').waitFor();
    await expect(cell.inputValue()).resolves.toBe('=12*48.50');
    await expect(cell.getAttribute('aria-invalid')).resolves.toBeNull();
    await cell.press('Tab');
    await expect(cell.inputValue()).resolves.toBe('582');
    await expect(page.getByLabel('Note, line 1').inputValue()).resolves.toBe('12*48.50 = 582');
    await page.keyboard.press('Control+z');
    await expect(cell.inputValue()).resolves.toBe('=12*48.50');
    await cell.fill('=100/3');
    await page.getByText('“=100/3” does not come out even').waitFor();
    await expect(cell.getAttribute('aria-invalid')).resolves.toBe('true');
    await context.close();
  });
});
