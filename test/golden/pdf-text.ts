import { inflateSync } from 'node:zlib';

/** A text as it stands on a page, decoded through the font's own map to Unicode, as a viewer's search would. */
export interface PlacedText {
  readonly text: string; // without a space at its end, which nobody sees
  readonly goesOn: boolean; // whether it has one, for whoever has it read to them
  readonly x: number;
  readonly y: number; // from the foot of the page
  readonly size: number;
  /** The number of the marked content that it is in; `furniture` for an artifact; null where it is in neither. */
  readonly marked: number | 'furniture' | null;
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

/** A horizontal rule. */
export interface PlacedRule {
  readonly from: number;
  readonly to: number;
  readonly y: number; // from the foot of the page
}

/** The texts of every page in drawing order. Reads what these papers are made of; it is no general reader of PDF. */
export function textsOf(bytes: Uint8Array): PlacedText[][] {
  return pagesOf(bytes).map(({ streams, fonts }) => streams.flatMap((stream) => textsIn(stream, fonts)));
}

/** The rules of every page in drawing order. */
export function rulesOf(bytes: Uint8Array): PlacedRule[][] {
  const ruled = /^([\d.]+) ([\d.]+) m ([\d.]+) \2 l S$/gm;
  return pagesOf(bytes).map(({ streams }) =>
    streams.flatMap((stream) =>
      [...stream.matchAll(ruled)].map(([, from = '', y = '', to = '']) => ({
        ...{ from: parseFloat(from), to: parseFloat(to), y: parseFloat(y) },
      })),
    ),
  );
}

function pagesOf(bytes: Uint8Array): { streams: string[]; fonts: Map<string, string[]> }[] {
  const objects = objectsOf(bytes);
  const get = (id: string): PdfObject => objects.get(id) ?? fail(`object ${id} is missing`);
  const catalog =
    [...objects.values()].find(({ dictionary }) => /\/Type \/Catalog/.test(dictionary)) ?? fail('no catalog');
  const pages = get(reference(catalog.dictionary, 'Pages'));
  const kids = references(/\/Kids \[([^\]]*)\]/.exec(pages.dictionary)?.[1] ?? '');
  return kids.map((kid) => {
    const page = get(kid).dictionary;
    const resources = get(reference(page, 'Resources')).dictionary;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, unicodeOf(get(id), get)]),
    );
    const contents = references(/\/Contents \[([^\]]*)\]/.exec(page)?.[1] ?? '');
    return { streams: contents.map((id) => get(id).stream), fonts };
  });
}

/** All texts of the document without white space, so that a broken line is no difference. */
export function squeezed(bytes: Uint8Array): string {
  return squeeze(
    textsOf(bytes)
      .flat()
      .map(({ text }) => text)
      .join(''),
  );
}

export function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}

function textsIn(content: string, fonts: ReadonlyMap<string, readonly string[]>): PlacedText[] {
  const texts: PlacedText[] = [];
  let marked: PlacedText['marked'] = null;
  const operators = /\/\w+<<\/MCID (\d+)>>BDC|(\/Artifact BMC)|(EMC)|BT \/(F\d+) ([\d.]+) Tf ([^\n]*?) T[dm] (.*?) ET/g;
  for (const [, mcid, artifact, end, font = '', size = '', place = '', show = ''] of content.matchAll(operators)) {
    if (mcid !== undefined || artifact !== undefined) {
      if (marked !== null) fail('marked content within marked content');
      marked = mcid === undefined ? 'furniture' : parseInt(mcid, 10);
    } else if (end !== undefined) marked = null;
    else texts.push({ ...textShown({ font, size, place, show }, fonts), marked });
  }
  if (marked !== null) fail('marked content without an end');
  return texts;
}

function textShown(
  { font, size, place, show }: { font: string; size: string; place: string; show: string },
  fonts: ReadonlyMap<string, readonly string[]>,
): Omit<PlacedText, 'marked'> {
  const map = fonts.get(font) ?? fail(`the page does not name its font ${font}`);
  const glyphs = [...show.matchAll(/<([0-9a-f]+)>/g)].flatMap(
    ([, hexadecimal = '']) => hexadecimal.match(/.{4}/g) ?? [],
  );
  const numbers = place.split(' ').map(parseFloat);
  const [x = 0, y = 0] = numbers.slice(-2);
  const text = glyphs.map((glyph) => map[parseInt(glyph, 16)] ?? fail(`glyph ${glyph} has no text`)).join('');
  return {
    text: text.replace(/ $/, ''),
    goesOn: text.endsWith(' '),
    x,
    y,
    size: parseFloat(size),
  };
}

function unicodeOf(font: PdfObject, get: (id: string) => PdfObject): string[] {
  const map: string[] = [];
  const { stream } = get(reference(font.dictionary, 'ToUnicode'));
  for (const [, from = '', , list = ''] of stream.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[(.*?)\]/g)) {
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, codes = ''], at) => {
      map[parseInt(from, 16) + at] = codes
        .split(' ')
        .filter(Boolean)
        .map((code) => String.fromCharCode(parseInt(code, 16)))
        .join('');
    });
  }
  return map;
}

function objectsOf(bytes: Uint8Array): Map<string, PdfObject> {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?<=\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endobj', start);
    const streamAt = text.indexOf('stream\n', start);
    if (streamAt < 0 || streamAt > end) {
      objects.set(match[1] ?? '', { dictionary: text.slice(start, end), stream: '' });
      continue;
    }
    const dictionary = text.slice(start, streamAt);
    const length = parseInt(/\/Length (\d+)/.exec(dictionary)?.[1] ?? '0', 10);
    const raw = file.subarray(streamAt + 7, streamAt + 7 + length);
    const stream = /\/FlateDecode/.test(dictionary) ? inflateSync(raw) : raw;
    objects.set(match[1] ?? '', { dictionary, stream: stream.toString('latin1') });
  }
  return objects;
}

function reference(dictionary: string, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? fail(`no ${key}`);
}

function references(list: string): string[] {
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id);
}

function fail(what: string): never {
  throw new Error(`This PDF cannot be read: ${what}.`);
}
