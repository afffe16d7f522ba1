import { readFileSync } from 'node:fs';

const mebibyte = 1024 ** 2;

/** The most memory this process has held so far, in MB; on Linux since its program was loaded. */
export function peakMemory() {
  // getrusage counts what the parent held before this program was loaded, so the figure of the process itself is read.
  if (process.platform === 'linux') {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return Number(kibibytes) / 1024;
  }
  return (process.resourceUsage().maxRSS * 1024) / mebibyte;
}

/** What is held now, after the garbage is gone. */
export function heldMemory() {
  globalThis.gc();
  return process.memoryUsage().rss / mebibyte;
}
