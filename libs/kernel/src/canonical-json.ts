/**
 * The one spelling of a document's content, so that a hash over it can be repeated by anybody: RFC 8785 for what the
 * books hold (objects, arrays, text, booleans, null, whole numbers). Keys sorted by UTF-16 code units, no white space.
 * Refused, as faults of the program: fractions (amounts are text), undefined, and text that is not well-formed Unicode.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Error('Canonical JSON takes well-formed text only.');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`Canonical JSON takes whole numbers only, not ${value}.`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null)
      throw new Error('Canonical JSON takes plain objects only.');
    let members = '';
    // Without a comparison of its own, sort goes by UTF-16 code units.
    for (const key of Object.keys(value).sort()) {
      const member = canonicalJson((value as Readonly<Record<string, unknown>>)[key]);
      members += `${members === '' ? '' : ','}${canonicalJson(key)}:${member}`;
    }
    return `{${members}}`;
  }
  throw new Error(`Canonical JSON cannot say ${typeof value}.`);
}
