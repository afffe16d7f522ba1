import type { Locator, Page } from 'playwright-core';

const most = 90; // of the things on one screen that Tab comes to

/**
 * To where the focus is wanted by Tab alone, and by Shift Tab where it lies behind: whoever has no mouse comes by no other
 * way. Then the key, if one is given. Errors: where the focus does not come there.
 */
export async function tabTo(page: Page, to: Locator, key?: string, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await to.waitFor();
  const there = to.and(page.locator(':focus'));
  for (let presses = 0; (await there.count()) === 0; presses += 1) {
    if (presses === most) throw new Error(`${by} does not come to ${to.toString()}.`);
    await page.keyboard.press(by);
  }
  if (key !== undefined) await page.keyboard.press(key);
}
