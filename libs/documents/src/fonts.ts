import { createRequire } from 'node:module';
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
    regular: openSync(fontFile('400Regular/NotoSans_400Regular.ttf')),
    semibold: openSync(fontFile('600SemiBold/NotoSans_600SemiBold.ttf')),
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

function fontFile(name: string): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${name}`);
}
