/** Characters that turn the text which follows: overrides, embeddings, isolates. The papers set the same marks for them. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** The same text with a mark where a character would turn what stands beside it: nobody reads "invoice 21" for "invoice 12". */
export function withMarks(text: string): string {
  return text.replace(turning, (found) => `[U+${found.charCodeAt(0).toString(16).toUpperCase()}]`);
}

/** What was read of JSON, with marks in its texts and its names of fields. What is no JSON, such as bytes, is left alone. */
export function withMarksIn<T>(read: T): T {
  const text: string | undefined = JSON.stringify(read); // nearly always there is none, and this is known sooner of one text than of each
  return text === undefined || text.search(turning) === -1 ? read : (marked(read) as T);
}

function marked(read: unknown): unknown {
  if (typeof read === 'string') return withMarks(read);
  if (Array.isArray(read)) return read.map(marked);
  if (typeof read !== 'object' || read === null || Object.getPrototypeOf(read) !== Object.prototype) return read;
  return Object.fromEntries(Object.entries(read).map(([name, value]) => [withMarks(name), marked(value)]));
}
