import { connectionLost } from './happenings.ts';

/** The server is there, and the code that was asked for is not: another version of the pages is served by now. */
export class PagesRenewed extends Error {
  constructor() {
    super('The pages were renewed meanwhile');
  }
}

interface Around {
  readonly isReached: () => Promise<boolean>;
  readonly onLost: () => void;
  readonly pause: () => Promise<void>;
  readonly style: () => Promise<unknown>; // what code brings along, and an attempt before has failed to
}

/**
 * The code of a screen, asked for until it comes: while no answer does, the bar says so, and what was opened is shown once one
 * does. Errors: PagesRenewed.
 */
export async function loaded<Code>(load: () => Promise<Code>, around: Around = browser): Promise<Code> {
  for (let [hasFailed, isReached] = [false, false]; ;) {
    try {
      const code = await load();
      if (hasFailed) await around.style();
      return code;
    } catch {
      hasFailed = true;
      if (!(await around.isReached())) {
        isReached = false;
        around.onLost();
        await around.pause();
      } else if (isReached) {
        throw new PagesRenewed();
      } else {
        isReached = true; // it may have been lost for this one request: once more
      }
    }
  }
}

const browser: Around = {
  isReached: async () => {
    const { ok } = await fetch('/health/live', { cache: 'no-store' }).catch(() => ({ ok: false }));
    return ok;
  },
  onLost: () => connectionLost.set(true),
  pause: () => new Promise((resolve) => window.setTimeout(resolve, 1_000)),
  style: styled,
};

/** Style sheets that did not come are not asked for a second time by themselves. */
function styled(): Promise<unknown> {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  return Promise.all(
    sheets
      .filter((link) => !hasCome(link))
      .map((link) => {
        const again = link.cloneNode() as HTMLLinkElement;
        const isOver = new Promise((resolve) => {
          for (const end of ['load', 'error']) again.addEventListener(end, resolve);
        });
        link.replaceWith(again);
        return isOver;
      }),
  );
}

/** Of one that did not come a browser has no sheet, or one that it lets nobody read. */
function hasCome({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}
