import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Acting, InvitationsService } from '#identity';
import { actIn, inTransaction } from '#platform';
import { meets, openPages, type Site, violations } from './pages.ts';
import { heading, isRead, password, references, visitAs } from './visits.ts';

let site: Site;
beforeAll(async () => {
  site = await openPages(references);
}, 120_000);
afterAll(() => site.close());

describe('a password of one’s own', () => {
  beforeAll(async () => {
    const { db, clock } = site.books;
    const invitations = site.books.get(InvitationsService);
    const administrator = { person: 'MINAMATA.administrator', secretariat: 'MINAMATA' };
    const token = await inTransaction(db, async (tx) => {
      await actIn(tx, administrator);
      const by = { ...administrator, designations: [{ duty: 'ADMINISTRATOR', fund: '' }] } as unknown as Acting;
      return invitations.invite(tx, 'MINAMATA.finance', by, clock);
    });
    await invitations.accept({ token, password }, { clock });
  });

  it('that is wrong is refused at its field in French too', async () => {
    const { page, context } = await visitAs(site, 'MINAMATA.finance', '/settings/password?lang=fr', 'PASSWORD');
    await page.getByLabel('Le mot de passe que vous avez maintenant').fill('not-this-one-at-all');
    await page.getByLabel('Nouveau mot de passe').fill('sparrow-basalt-compass-17');
    await page.keyboard.press('Enter');
    await page.getByText('Ce n’est pas votre mot de passe actuel.').waitFor();
    await page.locator('input[autocomplete="current-password"]:focus').waitFor();
    await context.close();
  });

  it('is changed in Settings by whoever knows it, and what is wrong stands at its field', async () => {
    const { page, context, complaints } = await visitAs(site, 'MINAMATA.finance', '/settings', 'PASSWORD');
    const elsewhere = await visitAs(site, 'MINAMATA.finance', '/settings', 'PASSWORD');
    await page.getByRole('link', { name: 'Change the password' }).click();
    await heading(page, 'Password').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('The password that you have now').fill('not-this-one-at-all');
    await page.getByLabel('New password').fill('too short');
    await page.keyboard.press('Enter');
    await page.getByText(/A password has at least \d+ characters; this has 9/).waitFor();
    await page.getByLabel('New password').fill('sparrow-basalt-compass-17');
    await page.keyboard.press('Enter');
    await page.getByText('This is not the password that you have now.').waitFor();
    await page.locator('input[autocomplete="current-password"]:focus').waitFor();
    expect(await violations(page)).toEqual([]);
    await site.books.db.query(`update identity.session set stepped_up_at = null where person = 'MINAMATA.finance'`);
    await page.getByLabel('The password that you have now').fill(password);
    await page.keyboard.press('Enter');
    const proof = page.getByRole('dialog', { name: 'Show once more that it is you' });
    await proof.getByRole('textbox', { name: 'Password' }).fill(password);
    let proofs = 0;
    await meets(page, '**/api/v1/session/step-up', async (route) => {
      proofs += 1;
      if (proofs === 1) await page.keyboard.press('Enter'); // by a quick hand: a code of an authenticator would be spent by the first
      await route.fallback();
    });
    await page.keyboard.press('Enter');
    await isRead(page, 'The new password holds');
    expect(proofs).toBe(1);
    expect(await violations(page)).toEqual([]);
    await elsewhere.page.reload();
    await elsewhere.page.getByRole('textbox', { name: 'Account' }).waitFor();
    await elsewhere.page.getByRole('textbox', { name: 'Account' }).fill('MINAMATA.finance');
    await elsewhere.page.getByRole('textbox', { name: 'Password' }).fill('sparrow-basalt-compass-17');
    await elsewhere.page.keyboard.press('Enter');
    await heading(elsewhere.page, 'Settings').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
    await elsewhere.context.close();
  }, 60_000);

  it('is none of whoever signs in at an identity provider, who reads that, in French too', async () => {
    const { page, context } = await visitAs(site, 'MINAMATA.auditor', '/settings?lang=fr', 'PASSWORD');
    await page.getByText('Vous n’avez pas de mot de passe ici', { exact: false }).waitFor();
    await page.goto('/settings/password');
    await page.getByText('c’est là que vous le changez', { exact: false }).waitFor();
    await context.close();
  });
});
