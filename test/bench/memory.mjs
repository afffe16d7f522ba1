import { readFileSync, writeFileSync } from 'node:fs';

const mebibyte = 1024 ** 2;

/**
 * What is held now, after the garbage is gone, in MB; and from here on the peak is counted anew, where the system can
 * (Linux): what the loading of the program held for a moment is not the work's.
 */
export function heldMemory() {
  globalThis.gc();
  if (process.platform === 'linux') {
    try {
      writeFileSync('/proc/self/clear_refs', '5');
    } catch {
      // A container may forbid it; the peak then includes the loading, and is only too high.
    }
  }
  return process.memoryUsage().rss / mebibyte;
}

/** The most memory this process has held since heldMemory(), in MB; since its start where the system cannot tell. */
export function peakMemory() {
  // getrusage counts what the parent held before this program was loaded, so the figure of the process itself is read.
  if (process.platform === 'linux') {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return Number(kibibytes) / 1024;
  }
  return (process.resourceUsage().maxRSS * 1024) / mebibyte;
}
