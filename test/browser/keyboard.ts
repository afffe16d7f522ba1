import type { Locator, Page } from 'playwright-core';

const most = 90; // of the things on one screen that Tab comes to

/**
 * To where the focus is wanted by Tab alone, and by Shift Tab where it lies behind: whoever has no mouse comes by no other
 * way. Then the key, if one is given. Errors: where the focus does not come there.
 */
export async function tabTo(page: Page, to: Locator, key?: string, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  let wanted = await to.elementHandle(); // found once: to find it by its role reads the whole page
  for (let presses = 0; ; presses += 1) {
    const stands = await wanted?.evaluate(standing);
    if (stands === 'there') break;
    if (presses === most) throw new Error(`${by} does not come to ${to.toString()}.`);
    if (stands !== 'elsewhere') wanted = await to.elementHandle(); // drawn anew meanwhile
    await page.keyboard.press(by);
  }
  if (key !== undefined) await page.keyboard.press(key);
}

interface Drawn {
  readonly isConnected: boolean;
  matches(selector: string): boolean;
}

const standing = (element: Drawn): 'there' | 'elsewhere' | 'gone' =>
  element.matches(':focus') ? 'there' : element.isConnected ? 'elsewhere' : 'gone';
