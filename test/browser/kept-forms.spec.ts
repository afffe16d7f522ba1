import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { line, post, received, statesOf } from './charging.ts';
import { meets, openSite, password, settled, type Site, turnTo, violations } from './pages.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

describe('a reason that was typed', () => {
  it('is there when its dialogue is opened again, in another language too, and gone once it was given', async () => {
    await received(site, line('KEPT-1', '10'), line('KEPT-2', '10'));
    const { page, context } = await site.visit('MINAMATA.certifying', '/charges?charge=KEPT-1');
    const dialogue = page.getByRole('dialog');
    const reason = dialogue.getByRole('textbox', { name: 'Reason' });
    await page.getByRole('button', { name: 'Return KEPT-1' }).click();
    await reason.fill('no time sheet');
    await page.keyboard.press('Escape'); // to look something up
    await page.goto('/charges?charge=KEPT-2'); // of another charge nothing was said
    await page.getByRole('button', { name: 'Return KEPT-2' }).click();
    await expect(reason.inputValue()).resolves.toBe('');
    await reason.fill('counted twice');
    await page.keyboard.press('Escape');
    await dialogue.waitFor({ state: 'hidden' });
    await turnTo(page, 'Français');
    await page.getByRole('button', { name: 'Renvoyer KEPT-2' }).click();
    const motif = dialogue.getByRole('textbox', { name: 'Motif' });
    await expect(motif.inputValue()).resolves.toBe('counted twice');
    await page.keyboard.press('Escape');
    await turnTo(page, 'English');
    await page.getByRole('button', { name: 'Return KEPT-2' }).click();
    await reason.press('Enter');
    await dialogue.waitFor({ state: 'hidden' });
    await post(site, 'BRS.finance', '/charges/KEPT-2/resubmission', { answer: 'it is right' }, '*');
    await post(site, 'MINAMATA.finance', '/charges/receipts', { charges: ['KEPT-2'] });
    await page.reload();
    await page.getByRole('button', { name: 'Return KEPT-2' }).click();
    await expect(reason.inputValue()).resolves.toBe('');
    await context.close();
  });

  it('is on no disk, and gone with whoever typed it', async () => {
    await post(site, 'BRS.finance', '/charges', line('KEPT-3', '10'));
    const { page, context } = await site.visit('BRS.finance', '/charges?charge=KEPT-3');
    await page.getByRole('button', { name: 'Withdraw KEPT-3' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('counted twice');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('textbox', { name: 'Account' }).waitFor();
    await expect(page.evaluate('JSON.stringify(localStorage)')).resolves.not.toContain('counted twice'); // is on no disk
    await context.close();
  });
});

describe('a step that is refused', () => {
  it('leaves the focus in its dialogue, and what is pressed next is for its dialogue', async () => {
    await received(site, line('BACK-1', '10'));
    const { page, context } = await site.visit('MINAMATA.certifying', '/charges?charge=BACK-1');
    const panel = page.getByRole('heading', { name: 'BACK-1' });
    const dialogue = page.getByRole('dialog', { name: 'Return BACK-1' });
    const step = dialogue.getByRole('button', { name: 'Return BACK-1' });
    await page.getByRole('button', { name: 'Return BACK-1' }).click();
    await dialogue.getByRole('textbox', { name: 'Reason' }).fill('no time sheet');
    await dialogue.getByText('Nothing is posted, in neither book.').waitFor();
    await post(site, 'MINAMATA.certifying', '/charges/certifications', { charges: ['BACK-1'] }); // on another page
    await step.click();
    await dialogue.getByRole('alert').waitFor();
    await settled(page); // the step is closed now: the charge is certified
    await expect(page.evaluate(`document.activeElement.closest('[role="dialog"]') !== null`)).resolves.toBe(true);
    await page.keyboard.press('Escape');
    await dialogue.waitFor({ state: 'hidden' });
    await expect(panel.isVisible()).resolves.toBe(true);
    await context.close();
  });
});

describe('a session that ends in the middle of a dialogue', () => {
  it('is begun again over it, by the mouse too, and what was typed is sent', async () => {
    await received(site, line('OVER-1', '10'));
    const { page, context } = await site.visit('MINAMATA.certifying', '/charges?charge=OVER-1');
    await page.getByRole('button', { name: 'Return OVER-1' }).click();
    const returning = page.getByRole('dialog', { name: 'Return OVER-1' });
    await returning.getByText('Nothing is posted, in neither book.').waitFor();
    await returning.getByRole('textbox', { name: 'Reason' }).fill('no time sheet');
    await context.clearCookies();
    await page.keyboard.press('Enter');
    const ended = page.getByRole('dialog', { name: 'Your session has ended' });
    await ended.getByRole('textbox', { name: 'Password' }).click(); // nothing lies on it
    await page.keyboard.type(password);
    await ended.getByRole('button', { name: 'Sign in' }).click();
    await ended.waitFor({ state: 'hidden' });
    await expect(returning.getByRole('textbox', { name: 'Reason' }).inputValue()).resolves.toBe('no time sheet');
    await returning.getByRole('button', { name: 'Return OVER-1' }).click();
    await returning.waitFor({ state: 'hidden' });
    expect(await statesOf(site, 'OVER-1')).toEqual(['RETURNED']);
    await context.close();
  });

  it('and a fresh proof is asked for over it', async () => {
    await received(site, line('OVER-2', '10'));
    await post(site, 'MINAMATA.certifying', '/charges/certifications', { charges: ['OVER-2'] });
    await post(site, 'BRS.finance', '/charges/OVER-2/reversal', { reason: 'wrong line' }, '*');
    const { page, context } = await site.visit('BRS.approving', '/charges?charge=OVER-2');
    await page.getByRole('button', { name: 'Approve the reversal of OVER-2' }).click();
    const approving = page.getByRole('dialog', { name: 'Approve the reversal of OVER-2' });
    await approving.getByRole('columnheader', { name: /USD$/ }).first().waitFor();
    await site.books.db.query(`update identity.session set stepped_up_at = null where person = 'BRS.approving'`);
    await approving.getByRole('button', { name: 'Approve the reversal of OVER-2' }).click();
    const proof = page.getByRole('dialog', { name: 'Show once more that it is you' });
    await proof.getByLabel('Password', { exact: true }).click();
    await page.keyboard.type(password);
    await proof.getByRole('button', { name: 'Confirm' }).click();
    await approving.waitFor({ state: 'hidden' });
    expect(await statesOf(site, 'OVER-2')).toEqual(['REVERSED']);
    await context.close();
  });
});

describe('a duty that is being proposed', () => {
  it('is kept with its days while its dialogue is closed, says so, and is emptied by one key', async () => {
    const { page, context } = await site.visit('BRS.administrator', '/people?person=BRS.finance');
    await page.getByRole('button', { name: 'Propose a duty' }).click();
    const dialogue = page.getByRole('dialog', { name: 'Propose a duty for BRS.finance' });
    await dialogue.getByLabel('Duty').selectOption('APPROVING_OFFICER');
    await dialogue.getByLabel('First day').fill('1 Mar 2026');
    await dialogue.getByLabel('Reason').fill('leave');
    await page.keyboard.press('Escape');
    await dialogue.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Propose a duty' }).click();
    await dialogue.getByText('What you typed here before is kept.').waitFor();
    await expect(dialogue.getByLabel('Duty').inputValue()).resolves.toBe('APPROVING_OFFICER');
    await expect(dialogue.getByLabel('First day').inputValue()).resolves.toBe('1 Mar 2026');
    await expect(dialogue.getByLabel('Reason').inputValue()).resolves.toBe('leave');
    expect(await violations(page)).toEqual([]);
    await dialogue.getByRole('button', { name: 'Empty the form' }).press('Enter');
    await expect(dialogue.getByLabel('Reason').inputValue()).resolves.toBe('');
    await expect(dialogue.getByLabel('First day').inputValue()).resolves.toBe('');
    await context.close();
  });
});

describe('an agreement that is being drafted', () => {
  it('says in the language of the page what is missing, at each field, and is not sent', async () => {
    const { page, context } = await site.visit('BRS.finance', '/agreements/new?lang=fr');
    let sent = 0;
    await meets(page, '**/api/v1/agreements', (route) => {
      sent += Number(route.request().method() === 'POST');
      return route.fallback();
    });
    await page.getByRole('textbox', { name: 'Exercice biennal' }).fill('');
    await page.getByRole('button', { name: 'Rédiger l’accord' }).click();
    const missing = page.getByText('Ceci manque', { exact: true });
    await missing.first().waitFor();
    await expect(missing.count()).resolves.toBe(9);
    const number = page.getByRole('textbox', { name: 'Numéro' });
    await number.and(page.locator('[aria-invalid="true"]:focus')).waitFor();
    await number.fill('CRA-2025-021');
    await expect(missing.count()).resolves.toBe(8); // what is there is not said to be missing
    expect(await violations(page)).toEqual([]);
    expect(sent).toBe(0);
    await context.close();
  });

  it('keeps a day that is half written over another language, and all of it over a loading of the page', async () => {
    const { page, context } = await site.visit('BRS.finance', '/agreements/new');
    await page.getByRole('textbox', { name: 'Number' }).fill('CRA-2025-022');
    await page.getByRole('textbox', { name: 'Ceiling, USD' }).fill('5000');
    await page.getByRole('textbox', { name: 'First day' }).fill('12 Au');
    await turnTo(page, 'Français');
    await expect(page.getByRole('textbox', { name: 'Premier jour' }).inputValue()).resolves.toBe('12 Au');
    await turnTo(page, 'English');
    await page.getByRole('textbox', { name: 'First day' }).fill('12 Aug 2025');
    await page.reload();
    await page.getByText('What you typed here before is kept.').waitFor();
    await expect(page.getByRole('textbox', { name: 'Number' }).inputValue()).resolves.toBe('CRA-2025-022');
    await expect(page.getByRole('textbox', { name: 'First day' }).inputValue()).resolves.toBe('12 Aug 2025');
    await page.evaluate(
      `localStorage.setItem('recoup.draft.BRS.finance.agreement', JSON.stringify({ number: 7, families: 'all' }))`,
    );
    await page.reload(); // what another version kept
    await expect(page.getByRole('textbox', { name: 'Number' }).inputValue()).resolves.toBe('');
    await page.getByRole('textbox', { name: 'Number' }).fill('CRA-2025-023');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('textbox', { name: 'Account' }).waitFor();
    await expect(page.evaluate('JSON.stringify(localStorage)')).resolves.not.toContain('CRA-2025-023');
    await context.close();
  });
});
