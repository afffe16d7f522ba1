import type { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { chargesCsv } from '../../apps/api/src/charges/charge.csv.ts';
import type { InvoiceWords } from '../../apps/web/src/api/documents.ts';
import { linesCsv } from '../../apps/web/src/screens/invoices/lines-csv.ts';
import { bienniumAuditCsv } from '../../libs/audit/src/biennium-audit.csv.ts';
import { editLogCsv } from '../../libs/audit/src/edit-log.csv.ts';
import { audit, trail } from '../golden/audit-contents.ts';
import { rowsOfTable, tableCorpus } from '../support/table-corpus.ts';

/** Everything of the product that writes a table: a text and a figure in, the table out. */
const writers: Readonly<Record<string, (text: string, figure: string) => Promise<string> | string>> = {
  'the charges': (note, amountUsd) => whole(chargesCsv(one({ id: 'A2-05', note, amountUsd, remark: 'last' }))),
  'the biennium audit': (name, creditUsd) => {
    const [account] = audit.byProviderFund;
    const byProviderFund = [{ ...account, fund: 'X', secretariat: 'BRS', name, creditedUsd: creditUsd }];
    return whole(bienniumAuditCsv({ ...audit, byProviderFund }, trail));
  },
  'the edit log': (reason) =>
    whole(editLogCsv({ lines: [{ leaf: '1', objects: [], before: null, after: null, reason }] } as never)),
  'the lines of an invoice': (description, amountUsd) => {
    const line = {
      ...{ position: 1, charge: 'A2-05', item: 'DOC-PAG', description, deliveredOn: '2025-11-07', quantity: '1' },
      ...{ unit: 'ZP', unitRate: null, amountUsd, funds: [] },
    };
    return linesCsv({
      sections: [{ nature: 'OWN', families: [{ family: 'DOC', lines: [line] }] }],
    } as unknown as InvoiceWords);
  },
};

describe.each(Object.entries(writers))('a table of %s', (name, write) => {
  it.each(tableCorpus)('holds %j as one cell that no spreadsheet runs', async (text, cell) => {
    const plain = rowsOfTable(await write('plain', '1.00'));
    const rows = rowsOfTable(await write(text, '1.00'));
    expect(rows.map((row) => row.length)).toEqual(plain.map((row) => row.length));
    expect(rows.flat()).toContain(cell);
    expect(rows.flat().filter((one) => /^\s*[=+@]/.test(one))).toEqual([]);
    expect((await write(text, '1.00')).replaceAll(/"(?:[^"]|"")*"/g, '')).not.toContain(';');
  });

  if (name !== 'the edit log') {
    it('keeps a negative figure a figure', async () => {
      expect(rowsOfTable(await write('plain', '-1.00')).flat()).toContain('-1.00');
      expect(rowsOfTable(await write('plain', '-1+cmd')).flat()).toContain("'-1+cmd");
    });
  }
});

async function whole(table: Readable): Promise<string> {
  let text = '';
  for await (const chunk of table) text += String(chunk);
  return text;
}

async function* one<T>(row: T): AsyncGenerator<T> {
  yield await Promise.resolve(row);
}
