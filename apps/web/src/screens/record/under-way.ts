/**
 * Something is being sent under this key, until what is returned is called or the page is gone: a lock of the browser tells its
 * other pages.
 */
export function beginSending(key: string): () => void {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  navigator.locks.request(lockOf(key), () => ended).catch(() => undefined); // then the others do not know it
  return end;
}

/** Whether any page of this browser is sending under it. */
export async function isBeingSent(key: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lockOf(key));
}

function lockOf(key: string): string {
  return `recoup.sending.${key}`;
}
