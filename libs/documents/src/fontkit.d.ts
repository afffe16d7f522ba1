/** The little of fontkit that the papers use; the package brings no types. */
declare module 'fontkit' {
  export interface Glyph {
    readonly codePoints: readonly number[];
  }
  export interface Font {
    readonly unitsPerEm: number;
    /** Its glyphs by their number, each as it was first asked for. */
    readonly _glyphs: Record<number, Glyph>;
    getGlyph(id: number, codePoints?: readonly number[]): Glyph | null;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): unknown;
  }
  export function openSync(path: string): Font;
}
