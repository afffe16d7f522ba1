import { tableOf, tableText } from '#kernel';
import type { InvoiceWords } from '../../api/documents.ts';

/** The lines of an invoice as a table for a spreadsheet; figures stay figures, as the paper has them. */
export function linesCsv({ sections }: InvoiceWords): string {
  const rows = sections.flatMap(({ nature, families }) =>
    families.flatMap(({ family, lines }) =>
      lines.map((line) => [
        `${line.position}`,
        text(line.charge),
        text(nature),
        text(family),
        text(line.item),
        text(line.description),
        line.deliveredFrom ?? '',
        line.deliveredOn,
        figure(line.quantity),
        text(line.unit),
        figure(line.unitRate?.amount ?? ''),
        line.unitRate?.currency ?? '',
        text(line.funds.map(({ fund }) => fund).join(' ')),
        text(line.funds.map(({ budgetLine }) => budgetLine).join(' ')),
        figure(line.amountUsd),
      ]),
    ),
  );
  return tableOf([head, ...rows]);
}

const head = [
  ...['position', 'charge', 'nature', 'family', 'item', 'description', 'deliveredFrom', 'deliveredOn', 'quantity'],
  ...['unit', 'unitRate', 'unitRateCurrency', 'funds', 'budgetLines', 'amountUsd'],
];

const text = (value: string): string => tableText(value, 'text');
const figure = (value: string): string => tableText(value, 'figure');
