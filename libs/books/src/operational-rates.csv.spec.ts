import { describe, expect, it } from '@jest/globals';
import { readOperationalRates } from './files.ts';
import { rowsOfRatesFile, RatesFileUnreadable } from './operational-rates.csv.ts';
import { NotJson } from './scenario-file.ts';

const rates = [
  { currency: 'CHF', effectiveOn: '2025-11-01', unitsPerUsd: '0.803' },
  { currency: 'KES', effectiveOn: '2025-11-01', unitsPerUsd: '129.1' },
];
const csv = 'currency,effectiveOn,unitsPerUsd\nCHF,2025-11-01,0.803\nKES,2025-11-01,129.1\n';
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('a file of published rates', () => {
  it.each<[string, Uint8Array]>([
    ['CSV', utf8(csv)],
    ['CSV with a byte order mark', utf8(`\uFEFF${csv}`)],
    ['with semicolons', utf8(csv.replaceAll(',', ';'))],
    ['with tabs', utf8(csv.replaceAll(',', '\t'))],
    ['with the lines of Windows', utf8(csv.replaceAll('\n', '\r\n'))],
    ['with the lines of old machines', utf8(csv.replaceAll('\n', '\r'))],
    ['with quotes, spaces and empty lines', utf8(csv.replace('CHF', ' "CHF" ').replaceAll('\n', '\n\n'))],
    ['a JSON list', utf8(JSON.stringify(rates))],
  ])('is read as %s', async (_, bytes) => {
    const rows = await rowsOfRatesFile(bytes);
    expect(rows).toEqual(rates);
    expect(readOperationalRates(rows)).toHaveLength(2);
  });

  it('has its columns in any order', async () => {
    const file = utf8('unitsPerUsd,currency,effectiveOn\n0.803,CHF,2025-11-01');
    await expect(rowsOfRatesFile(file)).resolves.toEqual([rates[0]]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['UTF-16', Buffer.from(`\uFEFF${csv}`, 'utf16le'), /it is UTF-16; save it as UTF-8/],
    ['the code page of a machine', Buffer.from(csv.replace('CHF', 'C\u00e9F'), 'latin1'), /it is not UTF-8/],
    ['NUL', utf8(csv.replace('CHF', 'C\0F')), /NUL/],
    ['a quote without an end', utf8(csv.replace('KES', '"KES')), /Quote Not Closed.*line/],
    ['a cell too many', utf8(csv.replace('0.803', '0.803,1')), /Invalid Record Length.* on line 2/],
    ['a cell too few', utf8(csv.replace(',129.1', '')), /Invalid Record Length.* on line 3/],
    ['a column twice', utf8(csv.replace('effectiveOn', 'currency')), /first line is "currency,currency,unitsPerUsd"/],
    [
      'a column that is not known',
      utf8(csv.replace('unitsPerUsd', 'rate')),
      /first line is "currency,effectiveOn,rate"/,
    ],
    ['5,000 columns', utf8('a,'.repeat(5000)), /first line is 5001 columns/],
    ['a quarter of a million rows', utf8(`${csv}${'CHF,2025-11-01,1\n'.repeat(250_000)}`), /more than 50000 rows/],
    ['more than 5 MB', new Uint8Array(5_000_001), /larger than 5 MB/],
  ])('with %s is refused, with what would be right', async (_, bytes, reason) => {
    const refusal: unknown = await rowsOfRatesFile(bytes).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RatesFileUnreadable);
    const { message } = refusal as RatesFileUnreadable;
    expect(message).toMatch(reason);
    expect(message).toMatch(/currency,effectiveOn,unitsPerUsd: .*Nothing was written/);
  });

  it('that is JSON and cut off is refused', async () => {
    await expect(rowsOfRatesFile(utf8('[{"currency":"CHF"'))).rejects.toThrow(NotJson);
  });

  it('that is JSON and gives one rate two values is refused', async () => {
    const twice = '[{"currency":"CHF","effectiveOn":"2025-11-01","unitsPerUsd":"0.7","unitsPerUsd":"0.8"}]';
    await expect(rowsOfRatesFile(utf8(twice))).rejects.toMatchObject({ name: 'FieldTwice', pointer: '/0/unitsPerUsd' });
  });

  it.each([
    [{ unitsPerUsd: '1,234.56' }, '/1/unitsPerUsd'],
    [{ unitsPerUsd: '0' }, '/1/unitsPerUsd'],
    [{ effectiveOn: '2025-02-29' }, '/1/effectiveOn'],
    [{ currency: 'CHX' }, '/1/currency'],
  ])('with %j in its second row says where', (wrong, pointer) => {
    expect(() => readOperationalRates([rates[0], { ...rates[1], ...wrong }])).toThrow(
      expect.objectContaining({ pointer }),
    );
  });
});
