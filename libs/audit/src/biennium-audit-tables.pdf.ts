import {
  accent,
  type CellText,
  type Column,
  faint,
  figure,
  month,
  type Paper,
  percentage,
  type RowOptions,
  style,
  Table,
  total,
  words,
} from '#documents';
import { accountName } from './account-names.ts';
import type { AuditFigures, BienniumAuditContent } from './biennium-audit-content.ts';
import { differences, sumOf } from './biennium-audit-sums.pdf.ts';

export function column(title: string, width: number): Column {
  return { title, width, align: 'left' };
}

function amount(title: string, width: number): Column {
  return { title, width, align: 'right' };
}

export function figureColumns(width: number): Column[] {
  return ['Charged', 'Credited', 'Invoiced', 'Settled', 'Open'].map((title) => amount(title, width));
}

export function figures({ chargedUsd, creditedUsd, invoicedUsd, settledUsd, openUsd }: AuditFigures): string[] {
  return [chargedUsd, creditedUsd, invoicedUsd, settledUsd, openUsd].map(figure);
}

/** One cut through the same figures: what it is called, its key columns, and what a row writes in them. */
interface Dimension<R extends AuditFigures> {
  readonly title: string;
  readonly keys: readonly Column[];
  readonly figureWidth: number;
  readonly rows: readonly R[];
  readonly write: (row: R) => readonly CellText[];
  readonly shapes?: (row: R, table: Table) => RowOptions['shapes'];
}

/** Every table of the audit, in the order an auditor asks: agreements, meetings, services, funds, budget, time, books. */
export async function putTables(paper: Paper, content: BienniumAuditContent): Promise<void> {
  const { totals, currency } = content;
  const put = <R extends AuditFigures>(dimension: Dimension<R>): Promise<void> =>
    putDimension(paper, totals, dimension);
  await put({
    title: `By agreement, ${currency}`,
    keys: [
      column('Agreement', 86),
      column('Direction', 100),
      column('State', 60),
      column('Meeting', 84),
      amount('Ceiling', 68),
      amount('Provisional', 59.89),
    ],
    figureWidth: 60,
    rows: content.byAgreement,
    write: (row) => [
      row.agreement,
      `${row.provider} to ${row.client}`,
      words(row.state),
      row.meeting,
      figure(row.ceilingUsd),
      figure(row.provisionalUsd),
    ],
  });
  await put({
    title: `By meeting, ${currency}`,
    keys: [column('Meeting', 96), column('Title', 321.89)],
    figureWidth: 68,
    rows: content.byMeeting,
    write: (row) => [row.meeting, row.title],
  });
  await put({
    title: `By service family, ${currency}`,
    keys: [column('Agreement', 96), column('Family', 321.89)],
    figureWidth: 68,
    rows: content.byFamily,
    write: (row) => [row.agreement, words(row.family)],
  });
  await put({
    title: `By service item, ${currency}`,
    keys: [
      column('Agreement', 86),
      column('Item', 58),
      column('Description', 145.89),
      column('Family', 64),
      column('Nature', 64),
    ],
    figureWidth: 68,
    rows: content.byItem,
    write: (row) => [row.agreement, row.item, row.description, words(row.family), nature(row.nature)],
  });
  await put({
    title: `By fund charged, ${currency}, with the memo of programme support cost`,
    keys: [
      column('Fund', 58),
      column('Name', 165.89),
      column('Secretariat', 62),
      amount('Support rate', 54),
      amount('Memo, not payable', 78),
    ],
    figureWidth: 68,
    rows: content.byFund,
    write: (row) => [
      row.fund,
      row.name,
      row.secretariat,
      percentage(row.programmeSupportCostRate),
      figure(row.programmeSupportCostUsd),
    ],
  });
  await putProviderFunds(paper, content);
  await putBudget(paper, content);
  await put({
    title: `By month of delivery, ${currency}`,
    keys: [column('Month', 417.89)],
    figureWidth: 68,
    rows: content.byMonth,
    write: (row) => [month(row.month)],
  });
  await putTrialBalance(paper, content);
}

function nature(code: string): string {
  return code === 'PASS_THROUGH' ? 'Pass-through' : words(code);
}

/** A short table keeps to one page; of a long one, its first row stays with the head and its last with the total. */
function staysTogether(at: number, rows: number): boolean {
  return rows <= 10 || at === 0 || at === rows - 1;
}

async function putDimension<R extends AuditFigures>(
  paper: Paper,
  totals: AuditFigures,
  dimension: Dimension<R>,
): Promise<void> {
  const { title, keys, figureWidth, rows, write, shapes } = dimension;
  paper.heading(title);
  const table = new Table(paper.faces, [...keys, ...figureColumns(figureWidth)], paper.left);
  paper.add([table.head]);
  for (const [at, row] of rows.entries()) {
    const keepWithNext = staysTogether(at, rows.length);
    const drawn = shapes?.(row, table) ?? [];
    paper.add(
      table.row([...write(row), ...figures(row)], {
        line: at === 0 ? 'none' : 'hairline',
        keepWithNext,
        shapes: drawn,
      }),
    );
    await paper.breathe();
  }
  const sum = sumOf(rows);
  const differing = differences(sum, totals);
  const cells = ['Total', ...keys.slice(1).map(() => ''), ...figures(sum)];
  paper.add(table.row(cells, { as: style.strong, line: 'total', keepWithNext: differing.length > 0 }));
  if (differing.length > 0) {
    paper.write(`This table differs from the total of the biennium: ${differing.join(', ')}.`, style.strong, {
      below: 4,
    });
  }
}

/** Allotment against use; the bar is the share used, its frame the allotment. */
async function putBudget(paper: Paper, { byBudgetLine, totals, currency }: BienniumAuditContent): Promise<void> {
  const share = 6; // the column with the bar
  await putDimension(paper, totals, {
    title: `By budget line, ${currency}: allotment against use, without programme support cost`,
    keys: [
      column('Budget line', 84),
      column('Title', 120.89),
      column('Fund', 46),
      amount('Allotment', 58),
      amount('Used', 56),
      amount('Available', 56),
      amount('Used, %', 77),
    ],
    figureWidth: 52,
    rows: byBudgetLine,
    write: (row) => [
      row.budgetLine,
      row.title,
      row.fund,
      ...[row.allotmentUsd, row.usedUsd, row.availableUsd, row.usedPercent].map(figure),
    ],
    shapes: (row, table) => {
      const { x } = table.place(share);
      const frame = { kind: 'bar', x: x + 2, y: 5.2, width: 36, height: 5, colour: faint } as const;
      return [frame, { ...frame, width: (frame.width * thousandths(row.usedPercent)) / 1000, colour: accent }];
    },
  });
}

/** "87.8" -> 878, for the length of a bar only; nothing to draw below zero, a full bar above a hundred. */
function thousandths(percent: string): number {
  const [whole = '0', fraction = ''] = percent.split('.');
  return percent.startsWith('-') ? 0 : Math.min(1000, parseInt(`${whole}${fraction.padEnd(1, '0').charAt(0)}`, 10));
}

async function putProviderFunds(paper: Paper, { byProviderFund, currency }: BienniumAuditContent): Promise<void> {
  paper.heading(`By fund credited, ${currency}`);
  const keys = [column('Fund', 96), column('Name', 401.89), column('Secretariat', 120)];
  const table = new Table(paper.faces, [...keys, amount('Credited', 140)], paper.left);
  paper.add([table.head]);
  for (const [at, row] of byProviderFund.entries()) {
    const keepWithNext = staysTogether(at, byProviderFund.length);
    const cells = [row.fund, row.name, row.secretariat, figure(row.creditedUsd)];
    paper.add(table.row(cells, { line: at === 0 ? 'none' : 'hairline', keepWithNext }));
    await paper.breathe();
  }
  const sum = total(byProviderFund.map((row) => row.creditedUsd)).toString();
  paper.add(table.row(['Total', '', '', figure(sum)], { as: style.strong, line: 'total' }));
}

/** Both books one after the other; a book whose debits and credits differ says so. */
async function putTrialBalance(paper: Paper, { trialBalance, currency }: BienniumAuditContent): Promise<void> {
  paper.heading(`Trial balance of both books, ${currency}`);
  const keys = [column('Book', 96), column('Account', 311.89)];
  const sums = ['Debit', 'Credit', 'Balance'].map((title) => amount(title, 116.6));
  const table = new Table(paper.faces, [...keys, ...sums], paper.left);
  paper.add([table.head]);
  for (const book of new Set(trialBalance.map((row) => row.book))) {
    const rows = trialBalance.filter((row) => row.book === book);
    for (const [at, row] of rows.entries()) {
      const keepWithNext = staysTogether(at, rows.length);
      const amounts = [row.debitUsd, row.creditUsd, row.balanceUsd].map(figure);
      paper.add(
        table.row([row.book, accountName(row.account), ...amounts], {
          line: at === 0 ? 'none' : 'hairline',
          keepWithNext,
        }),
      );
      await paper.breathe();
    }
    const [debit, credit, balance] = (['debitUsd', 'creditUsd', 'balanceUsd'] as const).map((kind) =>
      total(rows.map((row) => row[kind])).toString(),
    );
    const label =
      debit === credit ? `Total of the book of ${book}` : `Total of the book of ${book}: DEBITS AND CREDITS DIFFER`;
    paper.add(
      table.row(['', label, ...[debit, credit, balance].map((sum) => figure(sum ?? ''))], {
        as: style.strong,
        line: 'total',
      }),
    );
  }
}
