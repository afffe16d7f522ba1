import type { ChargeDraft } from '#charging';
import { at, Day } from '#kernel';
import { OperationalRate } from '#rates';
import { FieldReader } from './field-reader.ts';
import { parseJson, readCharge } from './scenario-file.ts';

/** Charges from a file, as in a scenario: a list of them, or one. Errors: NotJson and those of the fields, with their place. */
export function readCharges(text: string): ChargeDraft[] {
  const content = parseJson(text);
  const list: unknown[] = Array.isArray(content) ? content : [content];
  return list.map((item, index) => at(`/${index}`, () => FieldReader.object(item, readCharge)));
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
