import process from 'node:process';

const sayEveryMs = 15_000;

/**
 * A bar on standard error for work that takes longer than a second: done, all, per second, and what is left. Elsewhere than
 * on a terminal it is a line every fifteen seconds: whoever waits sees that something is done, and logs stay readable.
 */
export function progressBar(what: string): { update: (done: number, all: number) => void; end: () => void } {
  const started = performance.now();
  let drawnAt = 0;
  let drawn = false;
  let reached = '';
  const saying = setInterval(() => {
    const seconds = Math.floor((performance.now() - started) / 1000);
    if (!process.stderr.isTTY) process.stderr.write(`${what} ...${reached} ${seconds} s\n`);
  }, sayEveryMs).unref();
  return {
    update(done, all) {
      reached = ` ${done} of ${all},`;
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
      clearInterval(saying);
      if (drawn) process.stderr.write('\r\u001b[K');
    },
  };
}
