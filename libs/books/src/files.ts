import type { ChargeDraft, TripDraft } from '#charging';
import { at, Day } from '#kernel';
import { OperationalRate } from '#rates';
import { FieldReader } from './field-reader.ts';
import { parseJson, readCharge, readTrip } from './scenario-file.ts';

/** Charges from a file, as in a scenario: a list of them, or one. Errors: NotJson and those of the fields, with their place. */
export function readCharges(text: string): ChargeDraft[] {
  return readList(text, readCharge);
}

/**
 * Trips from a file: a list of them, or one. As in a scenario, and with who travelled: the books' reference, or what the
 * person is called. Errors: NotJson and those of the fields, with their place.
 */
export function readTrips(text: string): TripDraft[] {
  return readList(text, (fields) => ({
    ...readTrip(fields),
    traveller: fields.text('traveller'),
    evidence: fields.codeOrNull('evidence'),
    replaces: fields.textOrNull('replaces'),
  }));
}

function readList<T>(text: string, read: (fields: FieldReader) => T): T[] {
  const content = parseJson(text);
  const list: unknown[] = Array.isArray(content) ? content : [content];
  return list.map((item, index) => at(`/${index}`, () => FieldReader.object(item, read)));
}

/** Operational rates from a file's rows: objects with currency, effectiveOn and unitsPerUsd. Errors: those of the values, with their place. */
export function readOperationalRates(rows: readonly unknown[]): OperationalRate[] {
  return rows.map((row, index) =>
    at(`/${index}`, () =>
      FieldReader.object(row, (fields) => {
        const currency = fields.text('currency');
        const effectiveOn = fields.parsed('effectiveOn', (value) => Day.of(value));
        return new OperationalRate({ currency, effectiveOn, unitsPerUsd: fields.text('unitsPerUsd') });
      }),
    ),
  );
}
