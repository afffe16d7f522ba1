import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** The parts of the OpenAPI document that a test asks about. */
export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

export type Schema = Readonly<Record<string, unknown>>;

/** What was answered, as far as a contract is about it. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

export class BrokenContract extends Error {}

/**
 * The OpenAPI document as a contract: an answer has a declared status, a declared media type, and a body that its schema
 * allows. An object that lists its fields has these and no others, so that nothing slips out undeclared.
 */
export class Contract {
  private readonly ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly operations: { method: string; path: string; pattern: RegExp; operation: Operation }[];

  constructor(readonly document: ApiDocument) {
    this.ajv.addVocabulary(['example', 'discriminator', 'xml', 'externalDocs', 'components']);
    this.ajv.addFormat('date', (text: string) => isInstant(`${text}T00:00:00.000Z`));
    this.ajv.addFormat('date-time', isInstant);
    this.ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    this.ajv.addFormat('binary', true);
    const schemas = Object.fromEntries(
      Object.entries(document.components.schemas).map(([name, schema]) => [name, closed(schema)]),
    );
    this.ajv.addSchema({ $id: 'api', components: { schemas } });
    this.operations = Object.entries(document.paths)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          method: method.toUpperCase(),
          path,
          pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]*\}/g, '[^/]+')}$`),
          operation,
        })),
      )
      .sort((a, b) => a.path.split('{').length - b.path.split('{').length); // as a router does: the literal path first
  }

  all(): { method: string; path: string; operation: Operation }[] {
    return this.operations.map(({ method, path, operation }) => ({ method, path, operation }));
  }

  /** Errors: BrokenContract, saying where the answer and the document part. */
  check(method: string, url: string, answer: Answered): void {
    const path = url.split('?')[0] ?? url;
    const found = this.operations.find((one) => one.method === method && one.pattern.test(path));
    if (found === undefined) throw new BrokenContract(`${method} ${path} is not in the document.`);
    this.checkOperation(found, answer);
  }

  checkOperation(
    { method, path, operation }: { method: string; path: string; operation: Operation },
    answer: Answered,
  ): void {
    const where = `${method} ${path} ${answer.status}`;
    const declared = operation.responses[String(answer.status)];
    if (declared === undefined) throw new BrokenContract(`${where} is not declared: ${JSON.stringify(answer.body)}`);
    if (declared.content === undefined && answer.type === '') return; // no content, and none was promised
    const media = declared.content?.[answer.type];
    if (media === undefined) throw new BrokenContract(`${where} is not declared as ${answer.type}.`);
    if (!answer.type.endsWith('json')) return;
    const validate = this.validator(`${where} ${answer.type}`, media.schema);
    if (!validate(answer.body)) {
      const errors = (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
      );
      throw new BrokenContract(`${where} is not what its schema says:\n${errors.join('\n')}`);
    }
  }

  private validator(name: string, schema: Schema): ValidateFunction {
    const known = this.compiled.get(name);
    if (known !== undefined) return known;
    const validate = this.ajv.compile(closed(schema) as object);
    this.compiled.set(name, validate);
    return validate;
  }
}

function isInstant(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}

/** References lead into the document; objects that list their fields are closed. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' ? `api${value as string}` : key === 'example' ? value : closed(value),
    ]),
  );
  const listed = typeof copy.properties === 'object' && !('additionalProperties' in copy);
  return listed ? { ...copy, additionalProperties: false } : copy;
}
