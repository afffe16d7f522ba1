import { createRequire } from 'node:module';
import type * as Fontkit from 'fontkit';
import type Pdfkit from 'pdfkit';

const load = createRequire(import.meta.url);

/** pdfkit, read when the first paper is written: what writes none starts a third of a second sooner. */
export function pdfkit(): typeof Pdfkit {
  return load('pdfkit') as typeof Pdfkit;
}

/** fontkit, read when the first font is. */
export function fontkit(): typeof Fontkit {
  return load('fontkit') as typeof Fontkit;
}
