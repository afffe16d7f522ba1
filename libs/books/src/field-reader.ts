import { at, checkedCode, Malformed } from '#kernel';

/**
 * Reads one JSON object field by field and says exactly where it is wrong. Every field has to be read: what nobody asked
 * for is an unknown field, and refused by `end`.
 */
export class FieldReader {
  private readonly read = new Set<string>();

  private constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  /** Errors: NotAnObject. */
  static of(value: unknown): FieldReader {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotAnObject(value);
    return new FieldReader(value as Record<string, unknown>);
  }

  /** Reads an object whole; anything in it that `read` did not ask for is refused. Errors: UnknownField and those of `read`. */
  static object<T>(value: unknown, read: (fields: FieldReader) => T): T {
    const fields = FieldReader.of(value);
    const result = read(fields);
    fields.end();
    return result;
  }

  /** The names there are, for an object whose members are data: item -> rate. Errors: HiddenCharacter, UnfitText. */
  names(): string[] {
    return Object.keys(this.fields).map(fitCode);
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined && this.fields[name] !== null;
  }

  /** Text, not empty, at most 500 characters. Errors: FieldMissing, NotText. */
  text(name: string): string {
    return this.field(name, (value) => {
      return fitText(value);
    });
  }

  /** As `text`; null where it is absent or empty. */
  textOrNull(name: string): string | null {
    return this.has(name) && this.fields[name] !== '' ? this.text(name) : this.absent(name);
  }

  /** What the books call something. Errors: those of `text`, HiddenCharacter. */
  code(name: string): string {
    return this.field(name, fitCode);
  }

  /** As `code`; null where it is absent or empty. */
  codeOrNull(name: string): string | null {
    return this.has(name) && this.fields[name] !== '' ? this.code(name) : this.absent(name);
  }

  /** A field that may say anything and is not kept. */
  passOver(name: string): void {
    this.read.add(name);
  }

  /** Text that `parse` turns into a value: Day.of, Money.usd. */
  parsed<T>(name: string, parse: (text: string) => T): T {
    return this.field(name, (value) => parse(value as string));
  }

  parsedOrNull<T>(name: string, parse: (text: string) => T): T | null {
    return this.has(name) ? this.parsed(name, parse) : this.absent(name);
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T {
    const value = this.text(name);
    const choice = choices.find((one) => one === value);
    return at(`/${name}`, () => {
      if (choice === undefined) throw new NotOneOf(value, choices);
      return choice;
    });
  }

  /** A whole number, zero or more, at most `most`: a count of nights or terminals, never money. */
  count(name: string, most: number): number {
    return this.field(name, (value) => {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
        throw new NotACount(value, most);
      return value;
    });
  }

  countOrNull(name: string, most: number): number | null {
    return this.has(name) ? this.count(name, most) : this.absent(name);
  }

  flag(name: string): boolean {
    if (!this.has(name)) return this.absent(name) ?? false;
    return this.field(name, (value) => {
      if (typeof value !== 'boolean') throw new NotAFlag(value);
      return value;
    });
  }

  list<T>(name: string, read: (item: unknown, index: number) => T): T[] {
    return this.field(name, (value) => {
      if (!Array.isArray(value)) throw new NotAList(value);
      return value.map((item: unknown, index) => at(`/${index}`, () => read(item, index)));
    });
  }

  listOrEmpty<T>(name: string, read: (item: unknown, index: number) => T): T[] {
    return this.has(name) ? this.list(name, read) : (this.absent(name) ?? []);
  }

  texts(name: string): string[] {
    return this.list(name, fitText);
  }

  codes(name: string): string[] {
    return this.list(name, fitCode);
  }

  codesOrEmpty(name: string): string[] {
    return this.has(name) ? this.codes(name) : (this.absent(name) ?? []);
  }

  textsOrEmpty(name: string): string[] {
    return this.has(name) ? this.texts(name) : (this.absent(name) ?? []);
  }

  /** An object whose members are codes that stand for codes: fund -> budget line. */
  codeMap(name: string): Record<string, string> {
    return this.field(name, (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotAnObject(value);
      return Object.fromEntries(
        Object.entries(value).map(([key, text]) => [fitCode(key), at(`/${key}`, () => fitCode(text))]),
      );
    });
  }

  nested<T>(name: string, read: (fields: FieldReader) => T): T {
    return this.field(name, (value) => FieldReader.object(value, read));
  }

  nestedOrNull<T>(name: string, read: (fields: FieldReader) => T): T | null {
    return this.has(name) ? this.nested(name, read) : this.absent(name);
  }

  private field<T>(name: string, read: (value: unknown) => T): T {
    this.read.add(name);
    return at(`/${name}`, () => {
      if (this.fields[name] === undefined) throw new FieldMissing(name);
      return read(this.fields[name]);
    });
  }

  private absent(name: string): null {
    this.read.add(name);
    return null;
  }

  private end(): void {
    const unknown = Object.keys(this.fields).find((name) => !this.read.has(name));
    if (unknown !== undefined) throw new UnknownField(unknown, [...this.read]);
  }
}

/** Errors: NotText, UnfitText. */
export function fitText(value: unknown): string {
  if (typeof value !== 'string') throw new NotText(value);
  if (value.trim() === '' || value.length > 500 || !isWritable(value)) throw new UnfitText();
  return value;
}

/** Errors: NotText, UnfitText, HiddenCharacter. */
export function fitCode(value: unknown): string {
  return checkedCode(fitText(value));
}

/** No NUL and no half of a surrogate pair: PostgreSQL and every reader can hold it. */
function isWritable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

export class FieldMissing extends Malformed {
  constructor(name: string) {
    super(`The field "${name}" is missing.`);
  }
}

export class UnknownField extends Malformed {
  constructor(name: string, known: readonly string[]) {
    super(`There is no field "${name}" here; the fields are ${known.join(', ')}.`, `/${name}`);
  }
}

export class NotText extends Malformed {
  constructor(found: unknown) {
    super(`This is ${kindOf(found)}; write it as text, in quotation marks.`);
  }
}

export class UnfitText extends Malformed {
  constructor() {
    super('A text here has 1 to 500 characters, not blank, without NUL or broken characters.');
  }
}

export class NotOneOf extends Malformed {
  constructor(found: string, choices: readonly string[]) {
    super(`"${found.slice(0, 40)}" is none of ${choices.join(', ')}.`);
  }
}

export class NotACount extends Malformed {
  constructor(found: unknown, most: number) {
    super(
      `${typeof found === 'number' ? found : `This (${kindOf(found)})`} is not a count: a whole number from 0 to ${most}.`,
    );
  }
}

export class NotAFlag extends Malformed {
  constructor(found: unknown) {
    super(`This is ${kindOf(found)}; it is either true or false.`);
  }
}

export class NotAList extends Malformed {
  constructor(found: unknown) {
    super(`This is ${kindOf(found)}; a list in [ ] is wanted.`);
  }
}

export class NotAnObject extends Malformed {
  constructor(found: unknown) {
    super(`This is ${kindOf(found)}; an object in { } is wanted.`);
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'text', number: 'a number', boolean: 'true or false', object: 'an object' }[typeof value as string] ??
    'nothing'
  );
}
