export interface JoinedFile {
  readonly title: string;
  readonly author: string;
  /** What the parts say: never the clock, so that the same parts give the same bytes. */
  readonly datedAt: Date;
}

/**
 * The pages of several PDFs behind each other in one new file, in the order given. The parts are read one after the other, and
 * other work gets its turn between a few hundred objects of each; what is held is the file that is made and one part.
 * Shape:  tagged where every part is a tagged paper of this house: its tree has the papers as its parts. Else pages alone.
 * Errors: those of the reader, for bytes that are no PDF.
 */
export async function joined(parts: Iterable<Uint8Array>, { title, author, datedAt }: JoinedFile): Promise<Uint8Array> {
  const { PDFDocument, ParseSpeeds } = await import('@cantoo/pdf-lib'); // read when it is first needed, and not at the start
  const { JoinedTree, withTreePacked } = await import('./joined-tree.ts');
  const file = await PDFDocument.create({ updateMetadata: false });
  file.setTitle(title, { showInWindowTitleBar: true });
  file.setLanguage('en');
  file.setAuthor(author);
  file.setProducer('Recoup');
  file.setCreationDate(datedAt);
  file.setModificationDate(datedAt);
  const tree = new JoinedTree(file);
  for (const bytes of parts) {
    const part = await PDFDocument.load(withTreePacked(bytes), {
      parseSpeed: ParseSpeeds.Medium,
      updateMetadata: false,
    });
    const pages = await file.copyPages(part, part.getPageIndices());
    for (const page of pages) file.addPage(page);
    await tree.add(part, pages);
  }
  return tree.saved(() => file.save({ objectsPerTick: 100, addDefaultPage: false, useObjectStreams: false }));
}
