import { Malformed } from '#kernel';
import { CsvError, parse } from 'csv-parse';
import { parseJson } from './scenario-file.ts';

const columns = ['currency', 'effectiveOn', 'unitsPerUsd'];
const bytesMost = 5_000_000;
const rowsMost = 50_000;

/**
 * The rows of a file of published rates, for `readOperationalRates`: a JSON list of objects, or CSV with the head
 * currency,effectiveOn,unitsPerUsd in any order, and commas, semicolons or tabs between the cells. UTF-8, with or without a
 * byte order mark; any ends of lines. All rows or none: what is wrong in one is said with its line.
 * Errors: RatesFileUnreadable, NotJson.
 */
export async function rowsOfRatesFile(bytes: Uint8Array): Promise<unknown[]> {
  const text = textOf(bytes);
  if (/^\s*\[/.test(text)) return listed(parseJson(text));
  try {
    const rows: unknown[] = await parse(text, {
      columns: checkedHead,
      delimiter: [',', ';', '\t'],
      skip_empty_lines: true,
      trim: true,
      to: rowsMost + 1,
    }).toArray();
    if (rows.length > rowsMost) throw new RatesFileUnreadable(`it has more than ${rowsMost} rows`);
    return rows;
  } catch (error) {
    if (error instanceof CsvError) throw new RatesFileUnreadable(error.message);
    throw error;
  }
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > bytesMost) throw new RatesFileUnreadable(`it is larger than ${bytesMost / 1_000_000} MB`);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new RatesFileUnreadable('it is UTF-16; save it as UTF-8');
  const text = decoded(bytes);
  if (text.includes('\0')) throw new RatesFileUnreadable('it has NUL in it, which no text has');
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // takes the byte order mark away
  } catch {
    throw new RatesFileUnreadable('it is not UTF-8; save it as UTF-8');
  }
}

/** Errors: RatesFileUnreadable. A column that is there twice would have one of its values passed over. */
function checkedHead(head: string[]): string[] {
  const isHead = head.length === columns.length && columns.every((column) => head.includes(column));
  if (!isHead) {
    const found = head.length > 10 ? `${head.length} columns` : `"${head.join(',')}"`;
    throw new RatesFileUnreadable(`its first line is ${found}`);
  }
  return head;
}

function listed(content: unknown): unknown[] {
  if (!Array.isArray(content)) throw new RatesFileUnreadable('it is JSON, and no list');
  if (content.length > rowsMost) throw new RatesFileUnreadable(`it has more than ${rowsMost} rows`);
  return content as unknown[];
}

export class RatesFileUnreadable extends Malformed {
  constructor(reason: string) {
    super(
      `The file is neither a JSON list nor CSV with the head ${columns.join(',')}: ${reason}. Nothing was written.`,
    );
  }
}
