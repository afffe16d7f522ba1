import { checkFieldsOnce, jsonTokens, Malformed } from '#kernel';
import type { FastifyInstance } from 'fastify';

/** No body of this API nests deeper than five; what does is made to cost. */
export const levelsMost = 20;

/**
 * JSON and nothing else: UTF-8, well formed, no field twice in one object, no `__proto__`, and not nested beyond need.
 */
export function takeJson(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser(['text/plain', 'application/json']);
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    let text: string;
    try {
      text = utf8Of(body);
      checkDepth(text);
    } catch (error) {
      done(error as Error);
      return;
    }
    void parse(request, text, (error, value) => {
      try {
        if (error !== null) throw whyNotRead(text);
        checkFieldsOnce(text);
        done(null, value);
      } catch (refusal) {
        done(refusal as Error);
      }
    });
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Errors: NotUtf8, where another reader would show a sign in place of a byte. */
export function utf8Of(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new NotUtf8();
  }
}

/** Before it is parsed, so that no parser goes down there. Errors: NestedTooDeep. */
export function checkDepth(text: string): void {
  let depth = 0;
  for (const token of jsonTokens(text)) {
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth > levelsMost) throw new NestedTooDeep();
  }
}

function whyNotRead(text: string): Malformed {
  if (text.trim() === '') return new BodyEmpty();
  try {
    JSON.parse(text);
    return new FieldOfNoBody(); // it is JSON, so it is one of the names that the parser takes from nobody
  } catch {
    return new BodyNotJson();
  }
}

export class BodyEmpty extends Malformed {
  constructor() {
    super(
      'The request says that it carries JSON, and its body is empty. Send the fields that /api/docs names for this address, {} where all may be left out. Nothing was written.',
    );
  }
}

export class BodyNotJson extends Malformed {
  constructor() {
    super(
      'The body is not JSON. Is it whole, with names and texts in double quotation marks and no comma at an end? Nothing was written.',
    );
  }
}

export class FieldOfNoBody extends Malformed {
  constructor() {
    super(
      'The body names __proto__ or constructor.prototype, and no field has such a name. Leave it out. Nothing was written.',
    );
  }
}

export class NestedTooDeep extends Malformed {
  constructor() {
    super(`The body nests deeper than ${levelsMost} levels; none of ours does. Nothing was written.`);
  }
}

export class NotUtf8 extends Malformed {
  constructor() {
    super('The body is not UTF-8, which JSON is: send its text in that encoding. Nothing was written.');
  }
}
