import type { Style } from './house-style.ts';
import type { Line, Typeface } from './typeface.ts';

/**
 * Breaks a text into lines no wider than `width` points: at line feeds, then at spaces, then inside a word that is wider
 * than a whole line, after a hyphen, slash or underscore if one is near and between two characters if not.
 * Shape:  at least one line; nothing but spaces at a break is lost.
 */
export function wrap(text: string, face: Typeface, { size }: Style, width: number): Line[] {
  const printable = face.printable(text);
  const whole = face.line(printable, size);
  if (whole.width <= width && !printable.includes('\n')) return [whole];
  const lines: Line[] = [];
  for (const paragraph of printable.split('\n')) {
    let current = '';
    let used = 0;
    const space = face.width(' ', size);
    for (const word of paragraph.split(' ')) {
      let rest = word;
      let needed = face.width(rest, size);
      if (current !== '' && used + space + needed <= width) {
        current += ` ${rest}`;
        used += space + needed;
        continue;
      }
      if (current !== '') lines.push(face.line(current, size));
      while (needed > width && [...rest].length > 1) {
        const piece = longestPiece(rest, (candidate) => face.width(candidate, size) <= width);
        lines.push({ ...face.line(piece, size), isBroken: true });
        rest = rest.slice(piece.length);
        needed = face.width(rest, size);
      }
      current = rest;
      used = needed;
    }
    lines.push(face.line(current, size));
  }
  return lines;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The longest beginning of a word that fits, at least one character; marks stay with their letter. */
function longestPiece(word: string, fits: (candidate: string) => boolean): string {
  const starts = [...graphemes.segment(word.slice(0, 400))].map(({ index }) => index).slice(1);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(word.slice(0, starts[middle]))) low = middle;
    else high = middle - 1;
  }
  const piece = word.slice(0, starts[low] ?? word.length);
  const joint = Math.max(...['-', '/', '_', '.'].map((sign) => piece.lastIndexOf(sign)));
  return joint > piece.length * 0.6 ? piece.slice(0, joint + 1) : piece;
}
