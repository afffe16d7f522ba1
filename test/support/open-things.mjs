/**
 * What has been started and must be stopped: servers, engines, folders. The newest goes first, each once, whether the
 * figure was taken, failed, or was broken off with Ctrl-C.
 */
const open = new Set();
let interrupted = false;

/**
 * Notes how to close something; returns the function that closes it, at once and for good. What takes time to open is
 * noted before, with a `close` that waits for it.
 * Errors: Interrupted, once everything is being closed.
 */
export function opened(close) {
  let closing;
  const once = () => {
    closing ??= Promise.resolve()
      .then(close)
      .finally(() => open.delete(once));
    return closing;
  };
  open.add(once);
  if (interrupted) throw new Interrupted(); // closeAll meets it all the same; whoever opened it goes no further
  return once;
}

export class Interrupted extends Error {
  constructor() {
    super('Broken off.');
  }
}

export function isInterrupted() {
  return interrupted;
}

export async function closeAll() {
  while (open.size > 0) {
    const close = [...open].at(-1);
    try {
      await close();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}

/** The first Ctrl-C closes everything in order; further ones change nothing, for then something would stay behind. */
export function closeOnSignal() {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, () => {
      if (interrupted) return;
      interrupted = true;
      process.stderr.write('\nStopping what was started.\n');
      void closeAll().finally(() => process.exit(code));
    });
  }
}
