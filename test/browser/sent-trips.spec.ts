import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { meets, openSite, settled, type Site, violations } from './pages.ts';
import { address, goHome, nairobi, recordedIn, type Row, stored, types, valueOf } from './trip-typing.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const recordedWith = (note: string): Promise<Row[]> => recordedIn(site, note);

describe('a trip that was sent and is not wanted any more', () => {
  const setAside = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Set it aside' }).press('Enter');
    await page.getByRole('dialog').getByText('under a key of its own').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Set it aside' }).press('Enter');
    await page.getByText('is set aside, and is not recorded so far').waitFor();
    await expect(valueOf(page, '/note')).resolves.toBe('');
  };
  const typeAnother = async (page: Page, traveller: string, note: string): Promise<void> => {
    await page.bringToFront();
    await page.locator('[data-field="/traveller"]').focus();
    await types(page, nairobi(traveller, note));
    await page.getByText('USD 2,306.18').first().waitFor();
  };
  interface Sent {
    readonly key: string;
    readonly body: object;
  }
  /** What the server is asked to record, in order, and does not hear as long as `isLost` says so. */
  const watch = async (page: Page, isLost: () => boolean): Promise<Sent[]> => {
    const sent: Sent[] = [];
    await meets(page, '**/api/v1/charges/trips', (route) => {
      const request = route.request();
      sent.push({ key: request.headers()['idempotency-key'] ?? '', body: request.postDataJSON() as object });
      return isLost() ? route.abort('connectionreset') : route.fallback();
    });
    return sent;
  };
  const keysOf = (sent: readonly Sent[]): string[] => [...new Set(sent.map(({ key }) => key))];

  it('is set aside by a page that was loaded anew: another has a key of its own, and it is told should it arrive after all', async () => {
    const { page, context } = await site.visit('BRS.finance', address);
    let isBack = false;
    const sent = await watch(page, () => !isBack);
    await typeAnother(page, 'Nyambura Gathoni', 'not wanted');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The trip is kept in this page').waitFor();
    await page.reload();
    await page.getByText('is not recorded so far').waitFor();
    // What was sent goes under its key as it was: another trip is not typed into it.
    await page.locator('[data-field="/note"][readonly]').waitFor();
    await page.locator('[data-field="/ticket/0/amount"][readonly]').waitFor();
    await expect(page.locator('[data-field="/traveller"][readonly]').count()).resolves.toBe(0);
    expect(await violations(page)).toEqual([]);
    await setAside(page);
    await expect(stored(page)).resolves.not.toMatch(/Nyambura|draft\.sent|not wanted/);

    isBack = true;
    const lost = sent.length;
    await typeAnother(page, 'Wairimu Njoki', 'in its place');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Trip recorded, USD 2,306.18.').waitFor();
    expect(keysOf(sent)).toHaveLength(2);
    expect(keysOf(sent.slice(lost))).toHaveLength(1);
    expect(await recordedWith('not wanted')).toEqual([]);
    expect(await recordedWith('in its place')).toHaveLength(1);

    await page.locator('[data-field="/note"]').fill('the next one');
    const { key = '', body = {} } = sent[0] ?? {};
    await context.request.post('/api/v1/charges/trips', { data: body, headers: { 'idempotency-key': key } });
    await page.getByText('was recorded after all, USD 2,306.18.').waitFor();
    const [late] = await recordedWith('not wanted');
    await page.locator(`a[href="/charges?charge=${encodeURIComponent(late?.id ?? '')}"]`).waitFor();
    await expect(valueOf(page, '/note')).resolves.toBe('the next one');
    expect(await violations(page)).toEqual([]);
    await page.reload(); // it is told until somebody has read it
    await page.getByRole('button', { name: 'I have seen it' }).press('Enter');
    await page.getByText('was recorded after all').waitFor({ state: 'hidden' });
    await page.reload();
    await expect(valueOf(page, '/note')).resolves.toBe('the next one');
    await expect(page.getByText('was recorded after all').count()).resolves.toBe(0);
    await context.close();
  });

  it.each([
    ['recorded', 1, 'Chebet'],
    ['refused', 0, 'Jepkosgei'],
  ] as const)(
    'is set aside while it is under way: %s after that, it takes nothing of what is typed in its place',
    async (how, count, named) => {
      const { page, context } = await site.visit('BRS.finance', address);
      let answer = (): void => undefined;
      const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
      const keys: string[] = [];
      const refusal = { status: 422, contentType: 'application/problem+json', body: '{"code":"TOO_MUCH"}' };
      await meets(page, '**/api/v1/charges/trips', async (route) => {
        const nth = keys.push(route.request().headers()['idempotency-key'] ?? '');
        if (nth === 1) return route.abort('connectionreset');
        if (nth === 2) await mayAnswer;
        return nth === 2 && how === 'refused' ? route.fulfill(refusal) : route.fallback();
      });
      await typeAnother(page, `${named} Adongo`, `set aside, ${how}`);
      await page.keyboard.press('Control+Enter');
      await page.getByText('The trip is kept in this page').waitFor();
      while (keys.length < 2) await page.waitForTimeout(50); // it is on its way again
      await setAside(page);
      await page.locator('[data-field="/note"]').fill(`in the place of ${how}`);
      const answered = page.waitForResponse((response) => response.url().endsWith('/charges/trips'));
      answer();
      await answered;
      if (how === 'recorded') await page.getByText('was recorded after all, USD 2,306.18.').waitFor();
      await settled(page);
      await expect(valueOf(page, '/note')).resolves.toBe(`in the place of ${how}`);
      await goHome(page);
      await page.goBack();
      await expect(valueOf(page, '/note')).resolves.toBe(`in the place of ${how}`);
      await page.locator('[data-field="/note"]').fill('');
      await typeAnother(page, `${named} Koech`, `in the place of ${how}`);
      await page.keyboard.press('Control+Enter');
      await page.getByText('Trip recorded, USD 2,306.18.').waitFor();
      expect(keys).toHaveLength(3);
      expect(new Set(keys).size).toBe(2);
      expect(await recordedWith(`set aside, ${how}`)).toHaveLength(count);
      expect(await recordedWith(`in the place of ${how}`)).toHaveLength(1);
      await context.close();
    },
  );

  it('is set aside in one tab while another sends it: that one sends it no longer, and its form is free', async () => {
    const { page, context } = await site.visit('BRS.finance', address);
    const sent = await watch(page, () => true);
    await typeAnother(page, 'Moraa Kerubo', 'set aside by another tab');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The trip is kept in this page').waitFor();
    const other = await context.newPage();
    await other.goto(address);
    await other.getByText('another page of this browser is sending it').waitFor();
    await other.locator('[data-field="/traveller"][readonly]').waitFor();
    await setAside(other);
    await page.bringToFront();
    await page.getByText('is set aside, and is not recorded so far').waitFor();
    await expect(valueOf(page, '/traveller')).resolves.toBe('');
    const before = sent.length;
    await page.waitForTimeout(9_000); // longer than it waits between two attempts
    expect(sent).toHaveLength(before);
    await typeAnother(other, 'Bosibori Nyanchama', 'in the other tab');
    await other.keyboard.press('Control+Enter');
    await other.getByText('Trip recorded, USD 2,306.18.').waitFor();
    expect(await recordedWith('set aside by another tab')).toEqual([]);
    expect(await recordedWith('in the other tab')).toHaveLength(1);
    await context.close();
  });
});
