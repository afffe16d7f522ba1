import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { textsOf } from './pdf-text.ts';

/** An element of the structure tree as a reader meets it: what it is, what it says itself, and what is within it, in order. */
export interface Read {
  readonly role: string;
  readonly text: string;
  readonly title: string | null; // of one paper among several
  readonly scope: string | null;
  readonly columns: number;
  readonly within: readonly Read[];
}

export interface TaggedPdf {
  readonly isMarked: boolean;
  readonly showsTitle: boolean;
  readonly language: string | null;
  readonly root: Read | null; // null: no structure tree
  /** What is wrong with it: a text that no element and no furniture has, an element of nothing, owners that differ. */
  readonly faults: readonly string[];
}

/** Reads a tagged PDF through a library of its own, and holds its tree against the marked texts of its pages. */
export async function structureOf(bytes: Uint8Array): Promise<TaggedPdf> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog } = file;
  const name = (text: string): PDFName => PDFName.of(text);
  const dictionary = (of: PDFDict, key: string): PDFDict | undefined => of.lookupMaybe(name(key), PDFDict);
  const faults: string[] = [];

  const texts = textsOf(bytes);
  const pages = file.getPages();
  const pageOf = new Map(pages.map((page, at) => [page.ref.toString(), at]));
  const said = texts.map((page) => {
    const byMark = new Map<number, string[]>();
    for (const { text, goesOn, marked } of page) {
      if (marked === null) faults.push(`"${text}" is in no element, and is no furniture`);
      else if (marked !== 'furniture') byMark.set(marked, [...(byMark.get(marked) ?? []), goesOn ? `${text} ` : text]);
    }
    return byMark;
  });

  const tree = dictionary(catalog, 'StructTreeRoot');
  const owners = new Map<string, string>(); // "page mark" -> the element that the tree has it in
  const read = (reference: PDFObject, parent: string): Read => {
    const element = file.context.lookup(reference, PDFDict);
    const own = reference.toString();
    if (element.get(name('P'))?.toString() !== parent) faults.push(`${own} names another parent than it is in`);
    const page = element.get(name('Pg'))?.toString();
    const attributes = dictionary(element, 'A');
    const within: Read[] = [];
    const words: string[] = [];
    const take = (on: string | undefined, mark: number): void => {
      const at = pageOf.get(on ?? '') ?? -1;
      const text = said[at]?.get(mark);
      if (text === undefined) faults.push(`${own} has mark ${mark} of a page that has none`);
      if (owners.has(`${at} ${mark}`)) faults.push(`mark ${mark} of page ${at + 1} is in two elements`);
      owners.set(`${at} ${mark}`, own);
      words.push(...(text ?? []));
    };
    for (const kid of listed(element.lookup(name('K')), element.get(name('K')))) {
      if (kid instanceof PDFNumber) take(page, kid.asNumber());
      else if (kid instanceof PDFRef) within.push(read(kid, own));
      else if (kid instanceof PDFDict)
        take(kid.get(name('Pg'))?.toString(), kid.lookup(name('MCID'), PDFNumber).asNumber());
    }
    return {
      role: element.lookup(name('S'), PDFName).decodeText(),
      text: words.join(''),
      title: element.lookupMaybe(name('T'), PDFHexString)?.decodeText() ?? null,
      scope: attributes?.lookupMaybe(name('Scope'), PDFName)?.decodeText() ?? null,
      columns: attributes?.lookupMaybe(name('ColSpan'), PDFNumber)?.asNumber() ?? 1,
      within,
    };
  };
  const rootReference = catalog.get(name('StructTreeRoot'))?.toString() ?? '';
  const whole = tree?.get(name('K'));
  const root = whole === undefined ? null : read(whole, rootReference);

  const numbers = dictionary(tree ?? catalog, 'ParentTree')?.lookup(name('Nums'), PDFArray);
  for (const [at, page] of pages.entries()) {
    const key = page.node.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber();
    const place =
      numbers === undefined
        ? -1
        : numbers.asArray().findIndex((one, index) => index % 2 === 0 && one.toString() === `${key ?? ''}`);
    const list = place < 0 ? undefined : numbers?.lookup(place + 1, PDFArray).asArray();
    if (list === undefined) faults.push(`page ${at + 1} has no owners of what is marked on it`);
    for (const mark of said[at]?.keys() ?? [])
      if (owners.get(`${at} ${mark}`) === undefined || list?.[mark]?.toString() !== owners.get(`${at} ${mark}`))
        faults.push(`mark ${mark} of page ${at + 1} is not its owner\u2019s`);
    if (list !== undefined && list.length !== said[at]?.size) faults.push(`page ${at + 1} has owners of nothing`);
    if (page.node.get(name('Tabs'))?.toString() !== '/S')
      faults.push(`page ${at + 1} is not gone through by its structure`);
  }
  return {
    isMarked: dictionary(catalog, 'MarkInfo')?.get(name('Marked'))?.toString() === 'true',
    showsTitle: dictionary(catalog, 'ViewerPreferences')?.get(name('DisplayDocTitle'))?.toString() === 'true',
    language: catalog.get(name('Lang'))?.toString() ?? null,
    root,
    faults,
  };
}

function listed(looked: PDFObject | undefined, given: PDFObject | undefined): readonly PDFObject[] {
  if (given === undefined) return [];
  return looked instanceof PDFArray ? looked.asArray() : [given];
}

/** All elements of this role, in reading order. */
export function every(role: string, { within }: Pick<Read, 'within'>): Read[] {
  return within.flatMap((one) => [...(one.role === role ? [one] : []), ...every(role, one)]);
}

/** All that an element says, in reading order. */
export function wordsOf({ text, within }: Read): string {
  return [text, ...within.map(wordsOf)].filter((one) => one !== '').join(' ');
}

/** What keeps a tree from being one that can be read out: each as a sentence. */
export function flawsOf({ isMarked, showsTitle, language, root, faults }: TaggedPdf): string[] {
  if (root === null) return ['there is no structure tree', ...faults];
  const tables = every('Table', root);
  return [
    ...(isMarked ? [] : ['the file does not say that it is tagged']),
    ...(showsTitle ? [] : ['the title is not shown']),
    ...(language === '(en)' ? [] : ['the language is not said']),
    ...(root.role === 'Document' ? [] : ['the tree is of no document']),
    ...(every('H1', root).length === 1 ? [] : ['there is not one title']),
    ...tables.flatMap((table, at) => flawsOfTable(table).map((flaw) => `table ${at + 1}: ${flaw}`)),
    ...faults,
  ];
}

function flawsOfTable(table: Read): string[] {
  const widths = new Set(table.within.map(({ within }) => within.reduce((sum, { columns }) => sum + columns, 0)));
  const heads = every('TH', table);
  return [
    ...(table.within.every(({ role }) => role === 'TR') ? [] : ['not all of it is rows']),
    ...(widths.size === 1 ? [] : ['its rows have several widths']),
    ...(heads.length > 0 ? [] : ['it has no heads']),
    ...heads.filter(({ scope }) => scope === null).map(({ text }) => `"${text}" heads nobody knows what`),
    ...heads.filter((head) => wordsOf(head) === '').map(() => 'a head says nothing'),
  ];
}
