import { Malformed } from './domain-error.ts';

// A string with its quotation marks, or a bracket, or a comma or colon; numbers and words lie between.
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/** A bracket that is open: an object's names so far, or null of a list; and the step of a pointer that leads into it now. */
interface Open {
  readonly names: Set<string> | null;
  step: string;
}

/** The strings, brackets, commas and colons of a JSON text, in their order. */
export function* jsonTokens(text: string): Generator<string> {
  for (const [token] of text.matchAll(tokens)) yield token;
}

/**
 * Of text that is JSON: each object names a field once. Of two amounts, one would be read by us and the other by whoever
 * looks at the text. A name is compared as it reads, not as it is written ("\u0061" is "a").
 * Errors: FieldTwice, at the field.
 */
export function checkFieldsOnce(text: string): void {
  const open: Open[] = [];
  let last = '';
  for (const token of jsonTokens(text)) {
    const inner = open.at(-1);
    if (token === '{') open.push({ names: new Set(), step: '' });
    else if (token === '[') open.push({ names: null, step: '0' });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && inner?.names === null) inner.step = String(Number(inner.step) + 1);
    else if (token === ':' && inner?.names) {
      const name = JSON.parse(last) as string;
      inner.step = name.replaceAll('~', '~0').replaceAll('/', '~1');
      if (inner.names.has(name)) throw new FieldTwice(name, open.map(({ step }) => `/${step}`).join(''));
      inner.names.add(name);
    }
    last = token;
  }
}

export class FieldTwice extends Malformed {
  constructor(name: string, pointer: string) {
    super(
      `"${name.slice(0, 60)}" is named twice in one object: which is meant is not for us to guess. Name it once. Nothing was written.`,
      pointer,
    );
  }
}
