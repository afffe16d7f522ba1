import { codeForm, flawOfCode, showsSomething } from '#kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/**
 * What a field of a request looks like, for the validator and for the OpenAPI document at once. The form is checked here;
 * what the text means (an amount, a day) is for the kernel's values to say.
 */
type Options = { optional?: boolean; example?: string; description?: string };

function field(options: Options, schema: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator {
  const { optional = false, example, description } = options;
  const shown = {
    ...schema,
    ...(example === undefined ? {} : { example }),
    ...(description === undefined ? {} : { description }),
  };
  return applyDecorators(
    ApiProperty({ ...shown, required: !optional } as ApiPropertyOptions),
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []), // absent, and not null: there is one way to say it
    ...checks,
  );
}

// No NUL and no half of a surrogate pair: PostgreSQL and every reader can hold it.
const writable = /^[^\0\p{Cs}]*$/u;

const textOf = (max: number): PropertyDecorator[] => [
  IsString({ message: '$property is text, in quotation marks' }),
  MinLength(1, { message: '$property is empty' }),
  Matches(writable, { message: '$property holds a character that no text has' }),
  MaxLength(max, { message: `$property has at most ${max} characters` }),
];

export const Text = ({ max = 500, ...options }: Options & { max?: number } = {}): PropertyDecorator =>
  field(options, { type: 'string', minLength: 1, maxLength: max }, ...textOf(max));

/** Why somebody does it: text that shows its reader something. */
export const Reason = ({ max = 500, ...options }: Options & { max?: number } = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', minLength: 1, maxLength: max },
    ...textOf(max),
    ValidateBy({
      name: 'reasonMissing',
      validator: {
        validate: (value) => typeof value !== 'string' || showsSomething(value),
        defaultMessage: () => '$property shows nothing: say why, in words that are seen',
      },
    }),
  );

/** What somebody calls a thing for good, such as the id of a charge: what is said of it is `Text`. */
export const Code = ({ max = 500, ...options }: Options & { max?: number } = {}): PropertyDecorator =>
  field(options, { type: 'string', minLength: 1, maxLength: max, pattern: codeForm }, ...textOf(max), isSeen());

/** Each text of a field, alone, in a list or a map, is one that everybody sees as it is. */
const isSeen = (): PropertyDecorator =>
  ValidateBy({
    name: 'hiddenCharacter',
    validator: {
      validate: (value) => flawAmong(value) === null,
      defaultMessage: (about) => `$property ${flawAmong(about?.value) ?? ''}`,
    },
  });

function flawAmong(value: unknown): string | null {
  const texts = typeof value === 'object' && value !== null ? Object.entries(value).flat() : [value];
  return texts.map((text) => (typeof text === 'string' ? flawOfCode(text) : null)).find((one) => one !== null) ?? null;
}

const asText = (what: string): PropertyDecorator =>
  IsString({ message: `$property is ${what} written as text ("12.50"): a JSON number may already have lost cents` });

/** "1240.50" */
export const DecimalText = (options: Options = {}): PropertyDecorator =>
  field(
    { example: '1240.50', ...options },
    { type: 'string', pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$', maxLength: 31 },
    asText('a decimal'),
    MaxLength(31),
  );

/** "2025-11-07" */
export const DayText = (options: Options = {}): PropertyDecorator =>
  field(
    { example: '2025-11-07', ...options },
    { type: 'string', format: 'date' },
    IsString({ message: '$property is a day written YYYY-MM-DD' }),
    MaxLength(10),
  );

export const OneOf = (choices: readonly string[], options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', enum: [...choices] },
    IsIn([...choices], { message: `$property is one of ${choices.join(', ')}` }),
  );

export const Count = (most: number, options: Options = {}): PropertyDecorator =>
  field(options, { type: 'integer', minimum: 0, maximum: most }, IsInt(), Min(0), Max(most));

export const Flag = (options: Options = {}): PropertyDecorator => field(options, { type: 'boolean' }, IsBoolean());

type Several = Options & { least?: number; most?: number };
const textItem = { type: 'string', minLength: 1, maxLength: 500 } as const;

function list({ least = 0, most = 1000, ...options }: Several, items: object, ...checks: PropertyDecorator[]) {
  return field(
    options,
    { type: 'array', items, minItems: least, maxItems: most },
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(500, { each: true }),
    Matches(writable, { each: true, message: 'each of $property is text without NUL and broken characters' }),
    ...checks,
  );
}

export const Texts = (options: Several = {}): PropertyDecorator => list(options, textItem);

export const Codes = (options: Several = {}): PropertyDecorator =>
  list(options, { ...textItem, pattern: codeForm }, isSeen());

/** Codes that stand for codes. */
export const CodeMap = (options: Options = {}): PropertyDecorator =>
  field(
    options,
    { type: 'object', additionalProperties: { ...textItem, pattern: codeForm } },
    IsObject(),
    isSeen(),
    ValidateBy({
      name: 'textMap',
      validator: {
        validate: isTextMap,
        defaultMessage: () => '$property maps a text to a text, each of 1 to 500 characters',
      },
    }),
  );

function isTextMap(map: unknown): boolean {
  return Object.entries(map ?? {})
    .flat()
    .every((text) => typeof text === 'string' && text.length >= 1 && text.length <= 500 && writable.test(text));
}

type Class = new () => object;

export const Nested = (type: () => Class, options: Options = {}): PropertyDecorator =>
  field(options, { type: () => type() }, ValidateNested(), Type(type), IsObject());

export const ListOf = (
  type: () => Class,
  options: Options & { least?: number; most?: number } = {},
): PropertyDecorator =>
  field(
    options,
    { type: () => type(), isArray: true, minItems: options.least ?? 0, maxItems: options.most ?? 1000 },
    IsArray(),
    ArrayMinSize(options.least ?? 0),
    ArrayMaxSize(options.most ?? 1000),
    ValidateNested({ each: true }),
    Type(type),
  );

/** A field of an answer. */
export const Shown = (schema: ApiPropertyOptions = {}): PropertyDecorator => ApiProperty({ type: 'string', ...schema });
export const ShownOrNull = (schema: ApiPropertyOptions = {}): PropertyDecorator =>
  ApiProperty({ type: 'string', nullable: true, ...schema });
// Swagger knows a lazy type by the function's name, `type`: under any other name it would be taken for a class without one.
export const ShownList = (type: () => Class): PropertyDecorator => ApiProperty({ type: () => type(), isArray: true });
