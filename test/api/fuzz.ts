import { codeForm } from '#kernel';
import fc from 'fast-check';
import { actingAs } from './api-under-test.ts';
import type { ApiDocument, Operation, Schema } from './contract.ts';

/** What the sample biennium has under these names, so that a made-up request often gets as far as the rules. */
const known: Readonly<Record<string, readonly string[]>> = {
  agreement: ['CRA-2025-001', 'CRA-2025-002'],
  number: ['CRA-2025-001', 'BRS-2025-0001', 'MINAMATA-2025-0001', 'MINAMATA-CN-2025-0001'],
  id: ['A1-01', 'A2-05', 'T-02', 'BRS-2025-0002'],
  charge: ['A1-03', 'A1-05', 'A2-05', 'T-02'],
  charges: ['A1-01', 'A2-01', 'T-02'],
  documents: ['BRS-2025-0001', 'MINAMATA-2025-0001', 'MINAMATA-CN-2025-0001'],
  item: ['DOC-CTL', 'IT-LAP', 'REG-PAX', 'TRIP'],
  biennium: ['2024-2025', '2026-2027', '2025-2026'],
  period: ['2025-05', '2025-06', '2024-2025', '2025-13'],
  provider: ['BRS', 'MINAMATA'],
  client: ['BRS', 'MINAMATA'],
  with: ['BRS', 'MINAMATA'],
  meeting: ['MC-COP-6', 'BRS-COPS-2025'],
  families: ['IT', 'DOCUMENTS', 'TRAVEL'],
  family: ['IT', 'DOCUMENTS'],
  fund: ['BC', 'MC-GTF', 'MC-STF'],
  budgetLine: ['BC-1-COP17', 'MC-GTF-COP6'],
  splitKey: ['COP-EQUAL-THIRDS', 'BRS-BY-BUDGET'],
  providerCreditSplitKey: ['BRS-BY-BUDGET'],
  currency: ['USD', 'CHF', 'JPY', 'KWD'],
  place: ['CHGVA', 'SGSIN'],
  code: ['UNKNOWN_CHARGE'],
  cursor: ['czoxMA'],
  month: ['2025-11', '2025-00'],
};

const text = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }));
const amount = fc.oneof(
  fc.tuple(fc.nat(99_999), fc.nat(99)).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`),
  fc.constantFrom('0', '-1', '-0.01', '0.000001', '1318.5', '10000000000000', `${'9'.repeat(30)}`, '1e3', ''),
);
const day = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 800 }).map((days) => dayAfter(days)) },
  { weight: 1, arbitrary: fc.constantFrom('2025-02-29', '1900-01-01', '2199-12-31', '9999-12-31', 'infinity', '') },
);

function dayAfter(days: number): string {
  return new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
}

export interface MadeUp {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

/** Requests for an operation: its address, its parameters and its body by their schemas, and now and then not. */
export function requestsFor(document: ApiDocument, path: string, operation: Operation): fc.Arbitrary<MadeUp> {
  const parts = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
  const queries = operation.parameters.filter((one) => one.in === 'query' && one.name !== 'dryRun');
  const body = operation.requestBody?.content['application/json']?.schema;
  return fc
    .record({
      parts: fc.tuple(...parts.map(segment)),
      query: fc.record(Object.fromEntries(queries.map(({ name, schema }) => [name, valueOf(document, schema, name)])), {
        requiredKeys: [],
      }),
      body: body === undefined ? fc.constant(undefined) : valueOf(document, body, ''),
      actor: fc.constantFrom(
        'BRS.finance',
        'MINAMATA.finance',
        'BRS.certifying',
        'MINAMATA.approving',
        'BRS.nobody',
        '',
      ),
      key: fc.uuid(),
      seen: fc.constantFrom('*', '"1"', '"4"', 'x'),
      accept: fc.constantFrom('application/json', '*/*', 'application/json, text/plain'),
    })
    .map(({ parts: values, query, body: content, actor, key, seen, accept }) => {
      const address = parts.reduce(
        (made, name, index) => made.replace(`{${name}}`, encodeURIComponent(values[index] ?? '')),
        path,
      );
      const asked = new URLSearchParams(
        Object.entries(query).map(([name, value]): [string, string] => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      ).toString();
      return {
        path: asked === '' ? address : `${address}?${asked}`,
        headers: {
          accept,
          ...(actor === '' ? {} : { [actingAs]: actor }),
          'idempotency-key': key,
          'if-match': seen,
          ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(content === undefined ? {} : { payload: JSON.stringify(content) }),
      };
    });
}

/** One segment of an address: never empty and never a dot, which would be another address. */
function segment(name: string): fc.Arbitrary<string> {
  const anything = text.map((one) => one.toWellFormed()).filter((one) => one !== '' && !/^\.+$/.test(one));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...(known[name] ?? ['X'])) },
    { weight: 1, arbitrary: anything },
  );
}

/** A value of a schema; one in twelve is any JSON at all. */
function valueOf(document: ApiDocument, schema: Schema, name: string): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 11, arbitrary: rightOf(document, schema, name) }, { weight: 1, arbitrary: fc.jsonValue() });
}

function rightOf(document: ApiDocument, schema: Schema, name: string): fc.Arbitrary<unknown> {
  const {
    $ref,
    anyOf,
    allOf,
    type,
    items,
    properties,
    enum: choices,
  } = schema as {
    $ref?: string;
    anyOf?: Schema[];
    allOf?: Schema[];
    type?: string | string[];
    items?: Schema;
    properties?: Record<string, Schema>;
    enum?: unknown[];
  };
  if ($ref !== undefined)
    return rightOf(document, document.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, name);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map((one) => rightOf(document, one, name)));
  if (allOf?.[0] !== undefined) return rightOf(document, allOf[0], name);
  if (choices !== undefined) return fc.constantFrom(...choices);
  const kinds = Array.isArray(type) ? type : [type];
  return fc.oneof(...kinds.map((kind) => ofKind(kind)));

  function ofKind(kind: string | undefined): fc.Arbitrary<unknown> {
    switch (kind) {
      case 'null':
        return fc.constant(null);
      case 'boolean':
        return fc.boolean();
      case 'integer':
      case 'number':
        return fc.integer({ min: -1, max: 300 });
      case 'array':
        return fc.array(valueOf(document, items ?? {}, name), { maxLength: 3 });
      case 'object':
        return properties === undefined ? mapOfTexts() : ofFields(properties);
      default:
        return textNamed();
    }
  }

  function textNamed(): fc.Arbitrary<string> {
    if (schema.format === 'date') return day;
    if (schema.pattern !== undefined && schema.pattern !== codeForm) return amount;
    const names = known[name];
    return names === undefined
      ? text
      : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: text });
  }

  function mapOfTexts(): fc.Arbitrary<unknown> {
    return fc.dictionary(
      fc.constantFrom(...(known.fund ?? [])),
      fc.oneof(fc.constantFrom(...(known.budgetLine ?? [])), text),
      { maxKeys: 2 },
    );
  }

  function ofFields(fields: Record<string, Schema>): fc.Arbitrary<unknown> {
    const values = Object.entries(fields).map(([field, of]) => [field, valueOf(document, of, field)] as const);
    const all = Object.fromEntries(values);
    const required = (schema.required as string[] | undefined) ?? [];
    return fc.oneof(
      { weight: 5, arbitrary: fc.record(all, { requiredKeys: required }) },
      { weight: 1, arbitrary: fc.record(all, { requiredKeys: [] }) },
    );
  }
}
