/**
 * How every paper of the ledger looks: A4, one typeface in two weights, ink, a muted grey and one accent.
 * Unit:   points (1/72 inch) throughout; colours as PDF operands of the red, green and blue parts.
 */
export interface Style {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  readonly colour: Colour;
}

export type Face = 'regular' | 'semibold';
export type Colour = string;

export const ink: Colour = rgb('1C2530');
export const muted: Colour = rgb('5B6673');
export const accent: Colour = rgb('00689D');
/** A rule that guides the eye and says nothing. */
export const faint: Colour = rgb('C9D0D7');
/** Only for what stands behind the text: pale enough that every word over it stays legible. */
export const ghost: Colour = rgb('E9EEF2');

export const style = {
  title: { face: 'semibold', size: 19, leading: 23, colour: accent },
  total: { face: 'semibold', size: 23, leading: 27, colour: ink },
  heading: { face: 'semibold', size: 9.2, leading: 12, colour: accent },
  name: { face: 'semibold', size: 9.2, leading: 12, colour: ink },
  body: { face: 'regular', size: 8.1, leading: 10.2, colour: ink },
  strong: { face: 'semibold', size: 8.1, leading: 10.2, colour: ink },
  label: { face: 'regular', size: 7.3, leading: 10.2, colour: muted },
  head: { face: 'semibold', size: 7.2, leading: 9.4, colour: muted },
  small: { face: 'regular', size: 6.9, leading: 8.6, colour: muted },
  foot: { face: 'regular', size: 6.4, leading: 8.2, colour: muted },
} as const satisfies Record<string, Style>;

export const rule = { hairline: 0.4, strong: 0.9 } as const;

export const sheet = { short: 595.28, long: 841.89, side: 42, top: 34, bottom: 50 } as const;

function rgb(hexadecimal: string): Colour {
  const parts = [0, 2, 4].map((at) => Math.round(parseInt(hexadecimal.slice(at, at + 2), 16) / 0.255) / 1000);
  return parts.join(' ');
}
