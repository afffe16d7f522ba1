export interface JoinedFile {
  readonly title: string;
  readonly author: string;
  /** What the parts say: never the clock, so that the same parts give the same bytes. */
  readonly datedAt: Date;
}

/**
 * The pages of several PDFs behind each other in one new file, in the order given. The parts are read one after the other, and
 * other work gets its turn between a few hundred objects of each; what is held is the file that is made and one part.
 * Shape:  pages alone: the trees of tagged parts are left out, so the copy is not tagged. Of a long paper a tree is a hundred times the
 *         objects of its pages, and all of them would be held at once.
 * Errors: those of the reader, for bytes that are no PDF.
 */
export async function joined(parts: Iterable<Uint8Array>, { title, author, datedAt }: JoinedFile): Promise<Uint8Array> {
  const { PDFDocument, ParseSpeeds } = await import('@cantoo/pdf-lib'); // read when it is first needed, and not at the start
  const file = await PDFDocument.create({ updateMetadata: false });
  file.setTitle(title);
  file.setAuthor(author);
  file.setProducer('Recoup');
  file.setCreationDate(datedAt);
  file.setModificationDate(datedAt);
  for (const bytes of parts) {
    const part = await PDFDocument.load(withoutTree(bytes), { parseSpeed: ParseSpeeds.Medium, updateMetadata: false });
    for (const page of await file.copyPages(part, part.getPageIndices())) file.addPage(page);
  }
  return file.save({ objectsPerTick: 100, addDefaultPage: false, useObjectStreams: false });
}

const packed = Buffer.from('/Type /ObjStm');
const unread = Buffer.from('/Type /Unread');

/** A paper whose packed objects the reader passes over: they are its tree, which no page names. */
function withoutTree(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(packed); at >= 0; at = copy.indexOf(packed, at)) unread.copy(copy, at);
  return copy;
}
