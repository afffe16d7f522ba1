import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import type { Font } from 'fontkit';
import type { Face } from './house-style.ts';
import { fontkit } from './writers.ts';

let parsed: Readonly<Record<Face, Font>> | undefined;

/**
 * Noto Sans, parsed once for the process and shared by all documents: handing pdfkit a path instead parses the file
 * again for every document, which costs ten times the drawing of a one-page invoice.
 */
export function houseFonts(): Readonly<Record<Face, Font>> {
  const { openSync } = fontkit();
  parsed ??= {
    regular: withOwnCharacters(openSync(fontFile('400Regular/NotoSans_400Regular.ttf'))),
    semibold: withOwnCharacters(openSync(fontFile('600SemiBold/NotoSans_600SemiBold.ttf'))),
  };
  return parsed;
}

/**
 * Parses the fonts and the tables that fontkit reads only when a first text is shaped. To be called while the program
 * starts; without it the first paper of the process takes some 300 ms longer.
 */
export function warmUpTypefaces(): void {
  for (const font of Object.values(houseFonts())) font.layout('Warm 1,234.50 \u00c9\u0142 \u0416 \u03a9');
}

/**
 * A font whose glyphs stand for the characters that they are asked for. fontkit keeps a glyph as it was first asked for, and asks
 * for the parts of composed glyphs without characters when it embeds them: Noto Sans composes the Greek Iota of the Latin I, so
 * that after a paper with a Greek name the I of every later one of the process would stand for nothing when it is copied, searched
 * or read aloud, and the paper would have other bytes.
 */
function withOwnCharacters(font: Font): Font {
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints) => {
    const kept = font._glyphs[id];
    if (kept && codePoints && !isDeepStrictEqual(kept.codePoints, codePoints)) Reflect.deleteProperty(font._glyphs, id);
    return getGlyph(id, codePoints);
  };
  return font;
}

function fontFile(name: string): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${name}`);
}
