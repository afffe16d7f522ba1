/**
 * What this process has begun and would leave behind: engines, databases, half-made folders. Each is noted before it is
 * begun, with a way to end it that waits for its beginning, so that there is no moment in which nobody knows of it.
 */
type Close = () => Promise<void>;

const begun = new Set<Close>();
const leaving = new AbortController();

/** Aborted once `clearUp` is called: for work that waits long and can end sooner. */
export const cutShort: AbortSignal = leaving.signal;

/** Notes how to end something; returns the function that ends it, once and for good. */
export function toClearUp(close: Close): Close {
  let closing: Promise<void> | undefined;
  const once = (): Promise<void> => (closing ??= close().finally(() => begun.delete(once)));
  begun.add(once);
  return once;
}

/**
 * Ends all of it at once, the newest first, whatever work still stands on it: for a signal, after which the process exits.
 * What cannot be ended is told, and the rest is ended all the same.
 */
export async function clearUp(tell: (error: unknown) => void): Promise<void> {
  leaving.abort();
  for (let newest = [...begun].at(-1); newest !== undefined; newest = [...begun].at(-1)) {
    await newest().catch(tell);
    begun.delete(newest);
  }
}
