import { expect, it } from '@jest/globals';
import type { InvoiceWords } from '../../api/documents.ts';
import { linesCsv } from './lines-csv.ts';

it('a line of an invoice is a row, its figures as the paper has them, and no text is a formula', () => {
  const line = {
    ...{ position: 1, charge: 'A2-05', item: 'DOC-PAG', description: '=HYPERLINK("x"), pages', deliveredFrom: null },
    ...{ deliveredOn: '2025-11-07', quantity: '-11.5', unit: 'ZP', unitRate: { amount: '12.40', currency: 'USD' } },
    ...{ amountUsd: '-142.60', funds: [{ fund: 'MC-GTF', budgetLine: 'MC-GTF-COP6', amountUsd: '-142.60' }] },
  };
  const families = [{ family: 'DOCUMENTS', subtotalUsd: '-142.60', lines: [line] }];
  const words = { sections: [{ nature: 'OWN_SERVICE', subtotalUsd: '-142.60', families }] } as unknown as InvoiceWords;
  expect(linesCsv(words).split('\r\n').slice(1)).toEqual([
    `1,A2-05,OWN_SERVICE,DOCUMENTS,DOC-PAG,"'=HYPERLINK(""x""), pages",,2025-11-07,-11.5,ZP,12.40,USD,MC-GTF,MC-GTF-COP6,-142.60`,
    '',
  ]);
});
