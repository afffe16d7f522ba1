import type { Font } from 'fontkit';

/** What of pdfkit's embedded font the drawing uses; pdfkit's own types leave it out. */
export interface EmbeddedFont {
  readonly id: string;
  encode(text: string): [glyphs: string[], positions: GlyphPosition[]];
  ref(): unknown;
}

interface GlyphPosition {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** One line of text, ready to be shown: the operators that show it, and its width in points. */
export interface Line {
  readonly show: string;
  readonly width: number;
  readonly isBroken?: true; // within a word: what follows follows without a space
}

interface Word {
  /** The inside of a TJ array; with marks that stand above the line it depends on the size. */
  readonly inside: string | ((size: number) => string);
  readonly width: number; // in thousandths of the size
}

/** Words in which each character is one glyph beside the next: no combining marks, no script that joins its letters. */
const plain = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]+$/u;

/** Each stands on the one below it. Those of Devanagari have places of their own, and a word may well carry three of them. */
const stacking = /^(?!\p{Script_Extensions=Devanagari})\p{M}/u;
/** Vietnamese has two on a letter, and two on a capital come just below the line above it in the style of the tables. */
const marksMost = 2;

/**
 * One weight of the house typeface within one document. Words are set letter by letter with kerning, or shaped
 * whole once if they carry marks;
 * figures are set digit by digit, unkerned, so that equal decimals stand exactly under each other. (All digits of the
 * typeface are equally wide, so no font feature is needed for that.)
 */
export class Typeface {
  private readonly shaped = new Map<string, Word>();
  private readonly characters = new Map<string, Word>();
  private readonly pairs = new Map<string, number>();
  private readonly known = new Set<number>();

  constructor(
    private readonly embedded: EmbeddedFont,
    private readonly font: Font,
  ) {}

  get id(): string {
    return this.embedded.id;
  }

  reference(): unknown {
    return this.embedded.ref();
  }

  line(text: string, size: number): Line {
    let inside = '';
    let width = 0;
    let start = 0;
    while (start <= text.length) {
      const space = text.indexOf(' ', start);
      const end = space < 0 ? text.length : space;
      const piece = end > start ? this.word(text.slice(start, end)) : undefined;
      if (piece) {
        inside += typeof piece.inside === 'string' ? piece.inside : piece.inside(size);
        width += piece.width;
      }
      if (space < 0) break;
      const blank = this.character(' ');
      inside += typeof blank.inside === 'string' ? blank.inside : blank.inside(size);
      width += blank.width;
      start = space + 1;
    }
    return { show: `[${inside}]TJ`, width: (width * size) / 1000 };
  }

  /** The line with a space behind it, which is not seen: whoever has it read to them would hear its last word and the next as one. */
  goesOn({ show, width }: Line): Line {
    return { show: `${show.slice(0, -']TJ'.length)}${this.character(' ').inside as string}]TJ`, width };
  }

  width(text: string, size: number): number {
    return this.line(text, size).width;
  }

  /**
   * The text as this typeface can show it: composed, tabs as spaces, line feeds kept. A character without a visible
   * glyph is written as its code point, "[U+4E2D]". Neither an empty box nor a refusal: the paper is kept for ever and a
   * box cannot be read back, but a traveller's name must not hold up an invoice either. Codes of control and format
   * characters show too, so nothing can hide in a name or turn it around, and those of marks that would stand higher on
   * their letter than its line is.
   */
  printable(text: string): string {
    if (/^[\x20-\x7e]*$/.test(text)) return text;
    let result = '';
    let letter = ''; // with the marks that stand on it so far
    for (const character of text.normalize('NFC').replace(/\r\n?/g, '\n')) {
      const codePoint = character.codePointAt(0) ?? 0;
      letter = stacking.test(character) ? letter + character : character;
      if (character === '\n') result += character;
      else if (character === '\t') result += ' ';
      else if (letter.length > character.length && marksOn(letter) > marksMost) result += code(codePoint);
      else if (this.shows(codePoint, character)) result += character;
      else result += code(codePoint);
    }
    return result;
  }

  private shows(codePoint: number, character: string): boolean {
    if (this.known.has(codePoint)) return true;
    if (/[\p{C}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f\uffa0]/u.test(character)) return false;
    if (!this.font.hasGlyphForCodePoint(codePoint)) return false;
    this.known.add(codePoint);
    return true;
  }

  private word(text: string): Word {
    let word = this.shaped.get(text);
    if (!word) {
      word = /\d/.test(text) ? this.withFigures(text) : plain.test(text) ? this.kerned(text) : this.shape(text);
      if (this.shaped.size >= 5_000) this.shaped.clear(); // a bound for documents whose words hardly repeat
      this.shaped.set(text, word);
    }
    return word;
  }

  /** Figures digit by digit, what stands between them ("CRA-", "MC-COP-") as the words they are. */
  private withFigures(text: string): Word {
    const pieces = text.match(/[\d.,\u2212]|[^\d.,\u2212]+/g) ?? [];
    const parts = pieces.map((piece) => (piece.length === 1 ? this.character(piece) : this.word(piece)));
    const width = parts.reduce((sum, part) => sum + part.width, 0);
    const inside = (size: number): string =>
      parts
        .map((part) => (typeof part.inside === 'string' ? part.inside : part.inside(size)))
        .join('')
        .replaceAll('><', '');
    return { inside: parts.some((part) => typeof part.inside !== 'string') ? inside : inside(0), width };
  }

  /**
   * A word of letters that never join or stack, set letter by letter with the typeface's own kerning. Shaping whole
   * words instead costs a tenth of a millisecond for each new one, which is seconds on a document of all different texts.
   */
  private kerned(text: string): Word {
    let inside = '';
    let width = 0;
    let before = '';
    for (const letter of text) {
      const kerning = before === '' ? 0 : this.kerning(before + letter);
      const { inside: glyph, width: advance } = this.character(letter);
      inside += `${kerning === 0 ? '' : round(-kerning)}${glyph as string}`;
      width += advance + kerning;
      before = letter;
    }
    return { inside: inside.replaceAll('><', ''), width };
  }

  private kerning(pair: string): number {
    let kerning = this.pairs.get(pair);
    if (kerning === undefined) {
      const [glyphs, [first]] = this.embedded.encode(pair);
      kerning = glyphs.length === 2 && first ? first.xAdvance - first.advanceWidth : 0; // one glyph: a ligature, not used
      this.pairs.set(pair, kerning);
    }
    return kerning;
  }

  private character(text: string): Word {
    let character = this.characters.get(text);
    if (!character) {
      character = this.shape(text);
      this.characters.set(text, character);
    }
    return character;
  }

  private shape(text: string): Word {
    const [glyphs, positions] = this.embedded.encode(text);
    const width = positions.reduce((sum, position) => sum + position.xAdvance, 0);
    const inside = (size: number): string => this.arrange(glyphs, positions, size);
    return { inside: positions.some((position) => position.yOffset !== 0) ? inside : inside(0), width };
  }

  private arrange(glyphs: readonly string[], positions: readonly GlyphPosition[], size: number): string {
    let inside = '';
    glyphs.forEach((glyph, at) => {
      const { xAdvance, advanceWidth, xOffset, yOffset } = positions[at] as GlyphPosition;
      const before = xOffset === 0 ? '' : `${round(-xOffset)}`;
      const after = round(advanceWidth - xAdvance + xOffset);
      const raised = yOffset === 0 ? '' : `]TJ ${round((yOffset * size) / 1000)} Ts[`;
      inside += `${before}${raised}<${glyph}>${raised && ']TJ 0 Ts['}${after === 0 ? '' : after}`;
    });
    return inside.replaceAll('><', '');
  }
}

/** How many marks a letter carries, those that are one character with it among them. */
function marksOn(letter: string): number {
  return [...letter.normalize('NFD')].filter((part) => stacking.test(part)).length;
}

function code(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
