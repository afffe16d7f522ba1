/** Characters that turn the text which follows: overrides, embeddings, isolates. The papers set the same marks for them. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** The same text with a mark where a character would turn what stands beside it: nobody reads "invoice 21" for "invoice 12". */
export function withMarks(text: string): string {
  return text.replace(turning, (found) => `[U+${found.charCodeAt(0).toString(16).toUpperCase()}]`);
}
