import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvitationsService, TerminalsService } from '#identity';
import { Day } from '#kernel';
import { recordEvent } from '#platform';
import { Secret, TOTP } from 'otpauth';
import { openPages, type Site, violations, type Visit } from './pages.ts';
import { focused, heading, isRead, password, references, secretOn, visitAs } from './visits.ts';

let site: Site;
let link: string;
/** Books with people, funds and rates, that nobody has an account in. */
beforeAll(async () => {
  site = await openPages(references);
  link = await linkOfTheConsole(site);
}, 120_000);
afterAll(() => site.close());

async function linkOfTheConsole({ books }: Site): Promise<string> {
  return `/first-administrator#${(await books.get(InvitationsService).forTheFirst(books.clock))[0]?.token ?? ''}`;
}

/** What an authenticator shows, so many half minutes from now. */
const shows = (secret: string, from = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + from * 30_000,
  });

const visitOf = (...whom: Tail<Parameters<typeof visitAs>>): Promise<Visit> => visitAs(site, ...whom);
type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['en', 'x-rtl'] as const).map((language) => ({ colorScheme, language })),
);

describe('books that nobody has an account in', () => {
  it.each(looks)('are opened by the link of the console, in $colorScheme and $language', async (look) => {
    const { colorScheme, language } = look;
    const { page, context } = await site.visit(null, link.replace('#', `?lang=${language}#`), { colorScheme });
    await page.locator('form input').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('form button[type="submit"]').click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('take nothing of the link but into the page: neither the address nor the way back has it', async () => {
    const asked: string[] = [];
    const { page, context } = await site.visit(null);
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(link);
    await page.getByLabel('Your name').waitFor();
    expect(page.url()).toBe(`${site.address}/first-administrator`);
    await page.goBack();
    await page.goForward();
    expect(page.url()).toBe(`${site.address}/first-administrator`);
    const token = link.split('#')[1] ?? 'none';
    expect(asked.some((url) => new URL(url).pathname.includes(token) || url.includes(`?${token}`))).toBe(false);
    await context.close();
  });

  it('let the first administrator in, by keyboard alone, with a second factor', async () => {
    const { page, context, complaints } = await site.visit(null, link);
    await isRead(page, 'The first administrator');
    const type = async (text: string): Promise<void> => {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    };
    await type('BRS');
    await type('The head of administration');
    await type('BRS.head');
    await type('too short');
    await page.keyboard.press('Enter');
    await page.getByText(/A password has at least \d+ characters; this has 9/).waitFor();
    await page.locator('input[autocomplete="new-password"]:focus').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await isRead(page, 'A second factor');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await isRead(page, 'Give the secret to your authenticator');
    const secret = await secretOn(page);
    await page.getByRole('img', { name: /^QR code/ }).waitFor();
    await page.keyboard.press('Tab');
    await type('000000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('The code of six digits that it shows now').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(shows(secret));
    await page.keyboard.press('Enter');
    await isRead(page, 'Recovery codes');
    const codes = await page.locator('.recovery-codes li').allInnerTexts();
    expect(codes).toHaveLength(10);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Copied').waitFor();
    const copied: string = await page.evaluate('navigator.clipboard.readText()');
    expect(codes.every((code) => copied.includes(code))).toBe(true);
    for (const name of ['Download', 'Print', 'I have kept them']) {
      await page.keyboard.press('Tab');
      await expect(focused(page)).resolves.toBe(name);
    }
    await page.keyboard.press('Enter');
    await heading(page, 'People').waitFor();
    await page.getByRole('button', { name: 'Acting as BRS.head' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();

    const again = await site.visit(null); // and signs in by both factors from then on
    await again.page.getByRole('textbox', { name: 'Account' }).fill('BRS.head');
    await again.page.getByRole('textbox', { name: 'Password' }).fill(password);
    await again.page.keyboard.press('Enter');
    await again.page.getByLabel('Code of your authenticator').fill('000000');
    await again.page.keyboard.press('Enter');
    await again.page.getByText('This code is not the one.').waitFor();
    await again.page.getByLabel('Code of your authenticator').fill(codes[0] ?? '');
    await again.page.keyboard.press('Enter');
    await heading(again.page, 'Home').waitFor();
    await again.context.close();
  }, 60_000);

  it('are closed to the link from then on, which says where another one comes from', async () => {
    const { page, context } = await site.visit(null, link);
    await heading(page, 'This link is over').waitFor();
    await page.getByText(/an administrator invites you/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await heading(page, 'This page is opened by a link').waitFor();
    await context.close();
  });
});

describe('books without anything in them', () => {
  it('say what is to be loaded first, and go on once it is', async () => {
    const empty = await openPages();
    const { page } = await empty.visit(null, await linkOfTheConsole(empty));
    await page.getByText('npm run recoup -- reference load FILE').waitFor();
    await page.getByRole('button', { name: 'Look again' }).click();
    await references.fill(empty.books);
    empty.books.clock.set(Day.of(references.today));
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByLabel('Your name').fill('The head of administration');
    await page.getByLabel(/^Your code/).fill('BRS.head');
    await page.getByLabel('A password of your own').fill(password);
    await page.keyboard.press('Enter');
    await heading(page, 'A second factor').waitFor();
    await empty.close();
  }, 60_000);
});

describe('whoever is invited', () => {
  /** The address that the administrator is shown. */
  async function invited(person: string): Promise<string> {
    const { page, context } = await visitOf('BRS.administrator', `/people?person=${person}`, 'SECOND_FACTOR');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const address = await secretOn(page);
    expect(await violations(page)).toEqual([]);
    await context.close();
    return address.replace(site.address, '');
  }

  it('sets a password, makes the second factor that the duties ask for, and is in', async () => {
    const address = await invited('BRS.certifying');
    const { page, context, complaints } = await site.visit(null, address);
    await heading(page, 'You are invited').waitFor();
    expect(page.url()).toBe(`${site.address}/invitation`);
    await page.getByText('BRS.certifying').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('A password of your own').fill('passwordpassword');
    await page.keyboard.press('Enter');
    await page.getByText(/among the first that somebody tries/).waitFor();
    await page.getByLabel('A password of your own').fill(password);
    await page.keyboard.press('Enter');
    await heading(page, 'A second factor').waitFor();
    await expect(page.getByRole('button', { name: 'Not now' }).count()).resolves.toBe(0);
    await page.getByRole('button', { name: 'Make the second factor' }).click();
    await page.getByLabel(/^The code of six digits/).fill(shows(await secretOn(page)));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await heading(page, 'Home').waitFor();
    expect(complaints).toEqual([]);
    await page.goto(address);
    await heading(page, 'This link is over').waitFor();
    await page.getByText('An administrator of your secretariat can invite you anew').waitFor();
    await context.close();
  }, 60_000);

  it('may leave the second factor for later where no duty asks for it', async () => {
    const { page, context } = await site.visit(null, await invited('BRS.auditor'));
    await page.getByLabel('A password of your own').fill(password);
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByRole('button', { name: 'Not now' }).click();
    await heading(page, 'Home').waitFor();
    await page.goto('/settings');
    await page.getByRole('link', { name: 'Make the second factor' }).click();
    await heading(page, 'Second factor').waitFor();
    await context.close();
  });

  it('opens another link in the same window, of which only what stands after # is another', async () => {
    const [one, other] = [await invited('BRS.finance'), await invited('BRS.approving')];
    const { page, context } = await site.visit(null, one);
    await page.getByText('BRS.finance').first().waitFor();
    await page.evaluate(`location.hash = ${JSON.stringify(other.split('#')[1])}`);
    await page.getByText('BRS.approving').first().waitFor();
    expect(page.url()).toBe(`${site.address}/invitation`);
    await context.close();
  });
});

describe('whoever must make a second factor and has none', () => {
  // One person each: whoever has made it is asked for its code.
  const each = ['MINAMATA.approving', 'BRS.approving', 'MINAMATA.certifying', 'MINAMATA.administrator'].map(
    (person, at) => ({
      ...(looks[at] as (typeof looks)[number]),
      person,
    }),
  );
  it.each(each)('does it before anything else, in $colorScheme and $language', async (one) => {
    const { person, colorScheme, language } = one;
    const path = `/agreements?lang=${language}`;
    const { page, context, complaints } = await visitOf(person, path, 'PASSWORD', { colorScheme });
    await page.locator('.choices button').first().waitFor();
    await expect(page.getByRole('navigation').count()).resolves.toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.locator('.choices button').first().click();
    await page.locator('.qr').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('.enrolment input').fill(shows(await secretOn(page)));
    await page.locator('.enrolment button[type="submit"]').click();
    await page.locator('.recovery-codes li').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('.recovery > button').click();
    await page.locator('.frame').waitFor();
    expect(new URL(page.url()).pathname).toBe('/agreements'); // where they were going
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a second factor of one’s own', () => {
  it('is replaced from Settings, and so are the recovery codes, after a fresh proof', async () => {
    const { page, context, complaints } = await visitOf('MINAMATA.certifying', '/settings', 'SECOND_FACTOR');
    await page.getByRole('link', { name: 'A new second factor' }).click();
    await page.getByRole('button', { name: 'Make the second factor' }).click();
    await page.getByLabel(/^The code of six digits/).fill(shows(await secretOn(page)));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('link', { name: 'New recovery codes' }).click();
    await heading(page, 'New recovery codes').waitFor();
    expect(await violations(page)).toEqual([]);
    await site.books.db.query(
      `update identity.session set stepped_up_at = null where person = 'MINAMATA.certifying' and ended_at is null`,
    );
    await page.getByRole('button', { name: 'Make new recovery codes' }).click();
    await page.getByRole('dialog', { name: 'Show once more that it is you' }).waitFor();
    await page.keyboard.press('Escape');
    await expect(page.locator('.recovery-codes').count()).resolves.toBe(0);
    await site.books.owner.transaction(async (tx) => {
      const by = { person: 'MINAMATA.certifying', secretariat: 'MINAMATA' };
      await recordEvent(tx, { action: 'STEPPED_UP', kind: 'account', objects: [by.person] }, by, new Date());
      await tx.query(`update identity.session set stepped_up_at = now() where person = $1 and ended_at is null`, [
        by.person,
      ]);
    });
    await page.getByRole('button', { name: 'Make new recovery codes' }).click();
    await page.locator('.recovery-codes li').nth(9).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a terminal', () => {
  it('is let in by whoever sees its code there, once', async () => {
    const terminals = site.books.get(TerminalsService);
    const { secret, code } = await terminals.ask();
    const { page, context, complaints } = await visitOf('BRS.finance', `/terminal#${code}`, 'SECOND_FACTOR');
    await expect(page.getByLabel('Code on the terminal').inputValue()).resolves.toBe(code);
    expect(page.url()).toBe(`${site.address}/terminal`);
    await page.getByText('Finance officer').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Let it in' }).click();
    await heading(page, 'The terminal is let in').waitFor();
    await expect(terminals.poll(secret, site.books.clock)).resolves.toMatch(/^[\w-]{43}$/);
    await page.goto('/terminal');
    await page.getByLabel('Code on the terminal').fill(code.toLowerCase().replace('-', ''));
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/No terminal waits with this code/)
      .waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('people and duties', () => {
  it('are added and proposed by an administrator, and countersigned by an approving officer', async () => {
    const administrator = await visitOf('BRS.administrator', '/people', 'SECOND_FACTOR');
    const { page } = administrator;
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Name').fill('Jane Doe');
    await page.getByLabel(/^Code/).fill('BRS.jd');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'BRS.jd' }).waitFor();
    await page.getByRole('button', { name: 'Propose a duty' }).click();
    const dialogue = page.getByRole('dialog', { name: 'Propose a duty for BRS.jd' });
    await dialogue.getByLabel('Duty').selectOption('Certifying officer');
    await dialogue.getByLabel('Fund').selectOption({ index: 0 });
    await dialogue.getByLabel('First day').fill('01/03/2026');
    await dialogue.getByText('“01/03/2026” can be two days').waitFor();
    await expect(dialogue.locator('.reading-field bdi').allInnerTexts()).resolves.toEqual(['1 Mar 2026', '3 Jan 2026']);
    await page.keyboard.press('Alt+1');
    await expect(dialogue.getByLabel('First day').inputValue()).resolves.toBe('1 Mar 2026');
    await dialogue.getByLabel('Last day').fill('2026-02-01');
    await dialogue.getByLabel('Reason').fill('leave of the certifying officer');
    await page.keyboard.press('Enter');
    await dialogue.locator('[aria-invalid="true"]').first().waitFor(); // it would end before it begins
    expect(await violations(page)).toEqual([]);
    await dialogue.getByLabel('Last day').fill('2026-12-31');
    await dialogue.getByRole('button', { name: 'Propose' }).click();
    await page.getByRole('heading', { name: 'Waits for a second signature' }).waitFor();
    await expect(page.getByRole('button', { name: /^Countersign/ }).count()).resolves.toBe(0);
    await administrator.context.close();

    const approving = await visitOf('BRS.approving', '/people?person=BRS.jd', 'SECOND_FACTOR');
    await approving.page.getByRole('button', { name: 'Countersign for BRS.jd' }).click();
    await approving.page.getByRole('complementary').getByText('In force').waitFor();
    await approving.page.getByRole('button', { name: 'End it' }).click();
    await approving.page.getByLabel('Reason').fill('the certifying officer is back');
    await approving.page.keyboard.press('Enter');
    await approving.page.getByRole('complementary').getByText('Ended', { exact: true }).waitFor();
    expect(await violations(approving.page)).toEqual([]);
    expect([...approving.complaints, ...administrator.complaints]).toEqual([]);
    await approving.context.close();
  }, 60_000);

  it('are shut out for a reason, and not oneself', async () => {
    const { page, context } = await visitOf('BRS.administrator', '/people?person=BRS.administrator', 'SECOND_FACTOR');
    await page.getByText('This is you: another administrator does it for you.').waitFor();
    await (await visitOf('BRS.auditor', '/', 'PASSWORD')).context.close(); // has an account
    await page.goto('/people?person=BRS.auditor');
    await page.getByRole('button', { name: 'Shut the account' }).click();
    const dialogue = page.getByRole('dialog', { name: 'Shut the account of BRS.auditor' });
    await dialogue.getByLabel('Reason').fill('left the secretariat');
    await dialogue.getByRole('button', { name: 'Shut the account' }).click();
    await dialogue.waitFor({ state: 'hidden' });
    const [row] = await site.books.db.query<{ shut: boolean }[]>(
      `select disabled_at is not null as shut from identity.account where person = 'BRS.auditor'`,
    );
    expect(row?.shut).toBe(true);

    await page.getByText('The account is shut: nobody comes in by it.').waitFor();
    await expect(page.getByRole('button', { name: /^(Invite|Shut)/ }).count()).resolves.toBe(0);
    await page.getByRole('button', { name: 'Let in again' }).click();
    const again = page.getByRole('dialog', { name: 'Let BRS.auditor in again' });
    await again.getByLabel('Reason').fill('came back');
    expect(await violations(page)).toEqual([]);
    await again.getByRole('button', { name: 'Propose to let in again' }).click();
    await page.getByText('Lets in again').waitFor();
    const other = await visitOf('BRS.head', '/people', 'SECOND_FACTOR'); // the other administrator
    await other.page.getByRole('button', { name: 'Approve for BRS.auditor' }).click();
    await other.page.getByRole('dialog').getByText('The account is shut, and opens with it.').waitFor();
    await other.page.getByRole('button', { name: 'Approve, and make the link' }).click();
    const link = (await secretOn(other.page)).replace(site.address, '');
    const { page: outside, context: theirs } = await site.visit(null, link);
    await outside.getByLabel('A password of your own').fill(password);
    await outside.keyboard.press('Enter');
    await outside.getByRole('button', { name: 'Not now' }).click();
    await heading(outside, 'Home').waitFor();
    for (const one of [context, other.context, theirs]) await one.close();
  }, 60_000);

  it('are there to look at for whoever administers nothing, with who could end a duty', async () => {
    const { page, context } = await visitOf('BRS.finance', '/', 'SECOND_FACTOR');
    await heading(page, 'Home').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.getByRole('button', { name: 'BRS.certifying' }).click();
    await page.getByRole('complementary', { name: 'BRS.certifying' }).waitFor();
    await expect(page.getByRole('button', { name: /^(Add|Invite|Propose|Shut)/ }).count()).resolves.toBe(0);
    const ends = page.getByRole('button', { name: 'End it' });
    await expect(ends.first().isDisabled()).resolves.toBe(true);
    await page.getByText('You are not designated for this today.').first().waitFor(); // and who could
    await context.close();
  });
});
