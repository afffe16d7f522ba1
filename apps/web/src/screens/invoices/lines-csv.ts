import type { InvoiceWords } from '../../api/documents.ts';

/**
 * The lines of an invoice as a table for a spreadsheet (RFC 4180, with a byte order mark). Text that a spreadsheet would take
 * for a formula gets an apostrophe before it; figures stay figures, as the paper has them.
 */
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
        line.quantity,
        text(line.unit),
        line.unitRate?.amount ?? '',
        line.unitRate?.currency ?? '',
        text(line.funds.map(({ fund }) => fund).join(' ')),
        text(line.funds.map(({ budgetLine }) => budgetLine).join(' ')),
        line.amountUsd,
      ]),
    ),
  );
  return `\ufeff${[head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

const head = [
  ...['position', 'charge', 'nature', 'family', 'item', 'description', 'deliveredFrom', 'deliveredOn', 'quantity'],
  ...['unit', 'unitRate', 'unitRateCurrency', 'funds', 'budgetLines', 'amountUsd'],
];

function text(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
