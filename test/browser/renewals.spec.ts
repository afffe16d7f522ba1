import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Designation, IdentityService, Person } from '#identity';
import { Day } from '#kernel';
import { inTransaction } from '#platform';
import { anAct } from '../support/an-act.ts';
import { openPages, type Site, violations, type Visit } from './pages.ts';
import { heading, password, references, secretOn, visitAs } from './visits.ts';

let site: Site;
beforeAll(async () => {
  site = await openPages(references);
}, 120_000);
afterAll(() => site.close());

describe('an account that is there', () => {
  const [second, person] = ['BRS.second-administrator', 'BRS.jd'];

  /** Two administrators, and somebody whom nothing asks for a second factor. */
  beforeAll(() =>
    inTransaction(site.books.db, async (tx) => {
      await anAct(tx);
      const always = { validFrom: Day.of('2000-01-01'), validTo: Day.of('2199-12-31') };
      const people = [second, person].map((code) => new Person({ code, name: code, secretariat: 'BRS' }));
      const administrator = new Designation({ person: second, duty: 'ADMINISTRATOR', fund: '', ...always });
      await site.books.get(IdentityService).addPeople(tx, people, [administrator]);
    }),
  );

  it('is renewed by two administrators, and whoever it is of is told of both once they are in', async () => {
    const proposing = await visitAs(site, 'BRS.administrator', `/people?person=${person}`, 'SECOND_FACTOR');
    await proposing.page.getByRole('button', { name: 'Renew the account' }).click();
    await proposing.page.getByLabel('Reason').fill('a telephone was lost');
    await proposing.page.keyboard.press('Enter'); // nobody has come in by this account yet
    await proposing.page
      .getByRole('alert')
      .getByText(/no way in yet that could be renewed/)
      .waitFor();
    await proposing.page.keyboard.press('Escape');
    await proposing.page.getByRole('button', { name: 'Invite', exact: true }).click();
    await proposing.page.getByRole('button', { name: 'Make the link' }).click();
    await comeIn((await secretOn(proposing.page)).replace(site.address, ''), 'You are invited');
    await proposing.page.keyboard.press('Escape');

    await proposing.page.getByRole('button', { name: 'Invite', exact: true }).click();
    await proposing.page.getByRole('button', { name: 'Make the link' }).click();
    await proposing.page.getByText(/has a way in already, and one person alone/).waitFor();
    await proposing.page.getByLabel('Reason').fill('a telephone was lost');
    expect(await violations(proposing.page)).toEqual([]);
    await proposing.page.keyboard.press('Enter');
    await heading(proposing.page, 'Accounts to be renewed').waitFor();
    await expect(proposing.page.getByRole('button', { name: /^Approve/ }).count()).resolves.toBe(0);

    const approving = await visitAs(site, second, '/', 'SECOND_FACTOR');
    await approving.page.getByRole('link', { name: '1 account to be renewed' }).waitFor();
    await expect(approving.page.getByText('Nothing waits for you.').count()).resolves.toBe(0);
    await approving.page.getByRole('link', { name: '1 account to be renewed' }).click();
    await approving.page.getByRole('button', { name: 'Approve for BRS.jd' }).click();
    await approving.page.getByRole('button', { name: 'Approve, and make the link' }).click();
    const renewed = (await secretOn(approving.page)).replace(site.address, '');
    expect(await violations(approving.page)).toEqual([]);
    await approving.page.keyboard.press('Escape');
    await expect(approving.page.getByText(renewed).count()).resolves.toBe(0); // shown once

    const { page, context, complaints } = await comeIn(renewed, 'You are invited');
    const notice = page.getByRole('region', { name: 'Your account was renewed' });
    await notice.getByText('BRS.administrator').waitFor();
    await notice.getByText(second).waitFor();
    expect(await violations(page)).toEqual([]);
    await notice.getByRole('button', { name: 'Close this notice' }).click();
    await notice.waitFor({ state: 'detached' });
    await approving.page.reload();
    await approving.page.locator('summary').click();
    await approving.page.getByRole('cell', { name: 'Done' }).waitFor();
    expect(await violations(approving.page)).toEqual([]);
    expect([...complaints, ...proposing.complaints, ...approving.complaints]).toEqual([]);
    for (const one of [context, proposing.context, approving.context]) await one.close();
  }, 90_000);

  /** Sets a password by a link, in a window of its own, and goes on until the frame stands. */
  async function comeIn(address: string, title: string): Promise<Visit> {
    const visit = await site.visit(null, address);
    await heading(visit.page, title).waitFor();
    await visit.page.getByLabel('A password of your own').fill(password);
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('button', { name: 'Not now' }).click();
    await heading(visit.page, 'Home').waitFor();
    return visit;
  }
});

describe('an auditor of both sides', () => {
  it('is proposed by the one, and countersigned by the side whose books are opened', async () => {
    const administrator = await visitAs(site, 'BRS.administrator', '/people', 'SECOND_FACTOR');
    const { page } = administrator;
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Name').fill('Board of Auditors');
    await page.getByLabel(/^Code/).fill('BRS.board');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'BRS.board' }).waitFor();
    await page.getByRole('button', { name: 'Propose a duty' }).click();
    const dialogue = page.getByRole('dialog');
    await dialogue.getByLabel('Duty').selectOption('Auditor of both sides');
    await dialogue.getByLabel('The other secretariat').selectOption('MINAMATA');
    await dialogue.getByLabel('First day').fill('2026-03-01');
    await dialogue.getByLabel('Last day').fill('2026-12-31');
    await dialogue.getByLabel('Reason').fill('the audit of the biennium');
    expect(await violations(page)).toEqual([]);
    await dialogue.getByRole('button', { name: 'Propose' }).click();
    await heading(page, 'Waits for a second signature').waitFor();
    await administrator.context.close();

    const own = await visitAs(site, 'BRS.approving', '/people', 'SECOND_FACTOR');
    await own.page.getByText('This is for MINAMATA to do: an approving officer of MINAMATA must act.').waitFor();
    await expect(own.page.getByRole('button', { name: 'Countersign for BRS.board' }).isDisabled()).resolves.toBe(true);
    expect(await violations(own.page)).toEqual([]);
    await own.page.goto('/people?lang=fr');
    const french = own.page.getByText(
      'C’est à MINAMATA de le faire. Un fonctionnaire approbateur de MINAMATA doit agir.',
    );
    await expect(french.getAttribute('lang')).resolves.toBe('fr');
    await expect(own.page.getByText('This is for MINAMATA').count()).resolves.toBe(0);
    await own.context.close();

    const other = await visitAs(site, 'MINAMATA.approving', '/people', 'SECOND_FACTOR');
    await other.page.getByRole('button', { name: 'Countersign for BRS.board' }).click();
    await other.page.getByRole('button', { name: 'Countersign for BRS.board' }).waitFor({ state: 'detached' });
    await other.context.close();
    const back = await visitAs(site, 'BRS.approving', '/people?person=BRS.board', 'SECOND_FACTOR');
    await back.page.getByRole('complementary').getByText('In force').waitFor();
    await back.context.close();
  }, 60_000);
});
