import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Designation, IdentityService, Person } from '#identity';
import { Day } from '#kernel';
import { inTransaction } from '#platform';
import { anAct } from '../support/an-act.ts';
import { openPages, settled, type Site, violations, type Visit } from './pages.ts';
import { heading, references, secretOn, visitAs } from './visits.ts';

const [second, person] = ['BRS.second-administrator', 'BRS.jd'];

let site: Site;
/** Two administrators, and somebody who is shut out. */
beforeAll(async () => {
  site = await openPages(references);
  await inTransaction(site.books.db, async (tx) => {
    await anAct(tx);
    const always = { validFrom: Day.of('2000-01-01'), validTo: Day.of('2199-12-31') };
    const people = [second, person].map((code) => new Person({ code, name: code, secretariat: 'BRS' }));
    const administrator = new Designation({ person: second, duty: 'ADMINISTRATOR', fund: '', ...always });
    await site.books.get(IdentityService).addPeople(tx, people, [administrator]);
    await tx.query('insert into identity.account (person, disabled_at) values ($1, now())', [person]);
  });
}, 120_000);
afterAll(() => site.close());

const visitOf = (who: string, path = '/people'): Promise<Visit> => visitAs(site, who, path, 'SECOND_FACTOR');

async function propose({ page }: Visit, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Let in again' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: 'Propose to let in again' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function takeBack({ page }: Visit, reason: string): Promise<void> {
  await page.getByRole('button', { name: `Take back for ${person}` }).click();
  const dialogue = page.getByRole('dialog', { name: `Keep ${person} shut out` });
  await dialogue.getByText('the account stays shut').waitFor();
  await expect(dialogue.getByRole('button', { name: 'Take back' }).isDisabled()).resolves.toBe(true);
  await dialogue.getByLabel('Reason').fill(reason);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await dialogue.waitFor({ state: 'hidden' });
}

describe('letting somebody in again who was shut out', () => {
  it('is taken back while it is proposed, by whoever proposed it', async () => {
    const proposing = await visitOf('BRS.administrator', `/people?person=${person}`);
    const { page } = proposing;
    await propose(proposing, 'came back');
    await page.getByText('You proposed this renewal.').waitFor();
    await settled(page);
    const [all, seen]: [number, number] = await page.evaluate(
      `(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.querySelector('.renewals .list-box'))`,
    );
    expect(all).toBeLessThanOrEqual(seen); // the decision is not behind the panel
    await takeBack(proposing, 'came back for a day alone');
    await heading(page, 'Accounts to be renewed').waitFor({ state: 'detached' });
    await page.locator('summary').click();
    await page.getByRole('cell', { name: 'Lapsed' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(proposing.complaints).toEqual([]);
    await proposing.context.close();
  }, 60_000);

  it('is taken back once it is approved, by the other administrator too, and the link is over', async () => {
    const proposing = await visitOf('BRS.administrator', `/people?person=${person}`);
    await propose(proposing, 'came back after all');
    const approving = await visitOf(second);
    const { page } = approving;
    await page.getByRole('button', { name: `Approve for ${person}` }).click();
    await page.getByRole('button', { name: 'Approve, and make the link' }).click();
    const link = (await secretOn(page)).replace(site.address, '');
    await page.keyboard.press('Escape');
    const outside = await site.visit(null, link);
    await heading(outside.page, 'You are invited').waitFor();
    await takeBack(approving, 'asked by telephone: it was not them');
    await outside.page.goto('/health/live');
    await outside.page.goto(link);
    await heading(outside.page, 'This link is over').waitFor();
    const [account] = await site.books.db.query<{ shut: boolean }[]>(
      'select disabled_at is not null as shut from identity.account where person = $1',
      [person],
    );
    expect([account?.shut, ...outside.complaints, ...approving.complaints]).toEqual([true]);
    for (const one of [proposing, approving, outside]) await one.context.close();
  }, 60_000);

  it('is there to look at for whoever administers nobody, with who could take it back', async () => {
    const proposing = await visitOf('BRS.administrator', `/people?person=${person}`);
    await propose(proposing, 'came back at last');
    const approving = await visitOf(second);
    await approving.page.getByRole('button', { name: `Approve for ${person}` }).click();
    await approving.page.getByRole('button', { name: 'Approve, and make the link' }).click();
    await secretOn(approving.page);
    const looking = await visitOf('BRS.auditor');
    await looking.page.getByText(/An administrator of BRS must act: 2 people/).waitFor();
    await expect(looking.page.getByRole('button', { name: /^Take back/ }).count()).resolves.toBe(0);
    for (const one of [proposing, approving, looking]) await one.context.close();
  }, 60_000);
});
