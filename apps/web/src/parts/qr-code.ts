import { encode } from 'uqr';

/** Around a code, in modules, as ISO/IEC 18004 has it: a camera finds it by that. */
const quietZone = 4;

/**
 * A QR code as one path of an SVG.
 * Shape:  each row's dark runs as rectangles one module high; `size` is the side in modules, the quiet zone included.
 */
export function qrCode(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const runs = data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { size, path: runs.join('') };
}

/** Where the dark runs of a row begin, and how long they are. */
function runsOf(row: readonly boolean[]): [x: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
