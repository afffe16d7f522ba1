import process from 'node:process';

/**
 * A bar on standard error for work that takes longer than a second: done, all, per second, and what is left. Elsewhere than
 * on a terminal it says nothing, so that logs stay readable.
 */
export function progressBar(what: string): { update: (done: number, all: number) => void; end: () => void } {
  const started = performance.now();
  let drawnAt = 0;
  let drawn = false;
  return {
    update(done, all) {
      const now = performance.now();
      if (!process.stderr.isTTY || now - started < 1000 || (now - drawnAt < 100 && done < all)) return;
      drawnAt = now;
      drawn = true;
      const share = all === 0 ? 1 : done / all;
      const width = 30;
      const filled = Math.floor(share * width);
      const perSecond = done / ((now - started) / 1000);
      const left = perSecond === 0 ? '' : `, ${Math.ceil((all - done) / perSecond)} s left`;
      process.stderr.write(
        `\r${what} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} of ${all}, ${Math.floor(perSecond)}/s${left}\u001b[K`,
      );
    },
    end() {
      if (drawn) process.stderr.write('\r\u001b[K');
    },
  };
}
