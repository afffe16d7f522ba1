import type { Block, PlacedRule, Shape, Typefaces } from './block.ts';
import type { Colour, Face, Style } from './house-style.ts';
import type { Part } from './part.ts';
import type { Line } from './typeface.ts';

/**
 * The content of one page, written as PDF operators into one buffer. pdfkit's own `text()` measures, wraps and encodes
 * at every call and keeps each operator as a buffer of its own; a document of 10,000 lines has no time for that.
 * Unit:  points, y downwards from the top edge; turned into PDF's upward y here and nowhere else.
 */
export class Canvas {
  readonly used = new Set<Face>();
  private fill: Colour = '';
  private stroke = '';

  constructor(
    private readonly faces: Typefaces,
    private readonly height: number,
    private readonly operators: string[],
  ) {}

  line(line: Line, { face, size, colour }: Style, x: number, y: number): void {
    this.used.add(face);
    this.fillWith(colour);
    this.operators.push(
      `BT /${this.faces[face].id} ${size} Tf ${point(x)} ${point(this.height - y)} Td ${line.show} ET`,
    );
  }

  /** A text set around its middle and turned, for the mark behind a draft. */
  turned(
    line: Line,
    { face, size, colour }: Style,
    { x, y, degrees }: { x: number; y: number; degrees: number },
  ): void {
    this.used.add(face);
    this.fillWith(colour);
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const left = x - (cos * line.width) / 2 + sin * size * 0.35;
    const base = this.height - y - (sin * line.width) / 2 - cos * size * 0.35;
    const matrix = [cos, sin, -sin, cos, left, base].map((part) => Math.round(part * 1000) / 1000).join(' ');
    this.operators.push(`BT /${this.faces[face].id} ${size} Tf ${matrix} Tm ${line.show} ET`);
  }

  rule({ from, to, weight, colour }: PlacedRule, y: number): void {
    this.strokeWith(colour, weight);
    const level = point(this.height - y);
    this.operators.push(`${point(from)} ${level} m ${point(to)} ${level} l S`);
  }

  shape({ kind, x, width, height, colour }: Shape, y: number): void {
    const [left, top] = [point(x), point(this.height - y)];
    const [right, foot] = [point(x + width), point(this.height - y - height)];
    if (kind === 'bar') {
      this.fillWith(colour);
      this.operators.push(`${left} ${foot} ${point(width)} ${point(height)} re f`);
      return;
    }
    this.strokeWith(colour, 1.1);
    const tick = `${left} ${point(this.height - y - height * 0.55)} m ${point(x + width * 0.38)} ${foot} l ${right} ${top} l S`;
    const cross = `${left} ${top} m ${right} ${foot} l S ${left} ${foot} m ${right} ${top} l S`;
    this.operators.push(kind === 'tick' ? tick : cross);
  }

  /** A block whose texts are marked, each as of its part, with the number that `mark` gives it on this page. */
  block(block: Block, top: number, mark: (part: Part) => number): void {
    let marked: Part | null = null;
    for (const { line, style, x, y, part } of block.lines) {
      if (part !== marked) {
        if (marked !== null) this.operators.push('EMC');
        this.operators.push(`/${part.role}<</MCID ${mark(part)}>>BDC`);
        marked = part;
      }
      this.line(line, style, x, top + y);
    }
    if (marked !== null) this.operators.push('EMC');
    if (block.rules.length + block.shapes.length > 0) this.furniture(() => this.drawn(block, top));
  }

  /** What is said elsewhere, repeated on each page or only for the eye: nobody has it read to them. */
  furniture(draw: () => void): void {
    this.operators.push('/Artifact BMC');
    draw();
    this.operators.push('EMC');
  }

  /** A block as furniture: the head of a table where it is repeated. */
  repeated(block: Block, top: number): void {
    this.furniture(() => {
      for (const { line, style, x, y } of block.lines) this.line(line, style, x, top + y);
      this.drawn(block, top);
    });
  }

  private drawn(block: Block, top: number): void {
    for (const placed of block.rules) this.rule(placed, top + placed.y);
    for (const shape of block.shapes) this.shape(shape, top + shape.y);
  }

  text(): string {
    return [...this.operators, ''].join('\n');
  }

  private fillWith(colour: Colour): void {
    if (colour === this.fill) return;
    this.fill = colour;
    this.operators.push(`${colour} rg`);
  }

  private strokeWith(colour: Colour, weight: number): void {
    const wanted = `${colour} RG ${weight} w`;
    if (wanted === this.stroke) return;
    this.stroke = wanted;
    this.operators.push(wanted);
  }
}

function point(value: number): number {
  return Math.round(value * 100) / 100;
}
