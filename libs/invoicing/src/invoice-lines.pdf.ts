import {
  accent,
  type Column,
  day,
  figure,
  type Paper,
  type Paragraph,
  period,
  style,
  Table,
  total,
  words,
} from '#documents';
import type { InvoiceContent, LineContent, SectionContent } from './invoice-content.ts';

const columns: readonly Column[] = [
  { title: '#', width: 18, align: 'left' },
  { title: 'Item', width: 46, align: 'left' },
  { title: 'Description', width: 216, align: 'left' },
  { title: 'Quantity', width: 46, align: 'right' },
  { title: 'Unit', width: 58, align: 'left' },
  { title: 'Rate', width: 54, align: 'right' },
  { title: 'Amount', width: 73.28, align: 'right' },
];
const [description, unit, rate] = [2, 4, 5];

const sectionTitles = {
  OWN_SERVICE: 'Own services, at the rate card',
  PASS_THROUGH: 'Pass-through costs, at actual cost without mark-up',
} as const;

const natures = { OWN_SERVICE: 'own services', PASS_THROUGH: 'pass-through costs' } as const;

/** The lines by section and service family with their subtotals, and the three last figures. */
export async function putLines(paper: Paper, content: InvoiceContent): Promise<void> {
  const table = new Table(paper.faces, columnsFor(content), paper.left);
  paper.add([table.head]);
  for (const [at, section] of content.sections.entries()) {
    const last = at === content.sections.length - 1;
    await putSection(paper, table, section, {
      currency: content.currency,
      last,
      twoNatures: content.sections.length > 1,
    });
  }
  putFamilies(paper, table, content);
  putSums(paper, table, content);
}

/** The columns, with room for the highest line number; the description gives it. */
function columnsFor({ sections, currency }: InvoiceContent): readonly Column[] {
  const lines = sections.reduce(
    (sum, { families }) => sum + families.reduce((part, family) => part + family.lines.length, 0),
    0,
  );
  const more = Math.max(0, `${lines}`.length - 3) * 5;
  const wider: Readonly<Record<string, number>> = { '#': more, Description: -more };
  return columns.map((column) => ({
    ...column,
    title: column.title === 'Amount' ? `Amount ${currency}` : column.title,
    width: column.width + (wider[column.title] ?? 0),
  }));
}

/** The total; and where something was paid ahead, what is left of it. What follows keeps with it: no page has signatures alone. */
function putSums(
  paper: Paper,
  table: Table,
  { type, totalUsd, prepaymentUsd, amountDueUsd, currency }: InvoiceContent,
): void {
  const sum = (label: string, text: string): string[] => ['', '', label, '', '', '', figure(text)];
  if (/[1-9]/.test(prepaymentUsd)) {
    paper.add(table.row(sum('Total', totalUsd), { as: style.strong, line: 'subtotal', keepWithNext: true }));
    paper.add(table.row(sum('Less prepayment', prepaymentUsd), { line: 'none', keepWithNext: true }));
    paper.add(
      table.row(sum(`Amount due, ${currency}`, amountDueUsd), { as: style.strong, line: 'total', keepWithNext: true }),
    );
  } else {
    const label =
      type === 'CREDIT_NOTE'
        ? `Total credited, ${currency}`
        : `Total and amount due, ${currency} (prepayment ${figure(prepaymentUsd)})`;
    paper.add(table.row(sum(label, totalUsd), { as: style.strong, line: 'total', keepWithNext: true }));
  }
}

interface Place {
  readonly currency: string;
  readonly last: boolean; // of its kind: what follows is a sum, and stays with it
}

async function putSection(
  paper: Paper,
  table: Table,
  section: SectionContent,
  { currency, last: lastSection, twoNatures }: Place & { readonly twoNatures: boolean },
): Promise<void> {
  const name = natures[section.nature];
  const alone = section.families.length === 1 ? section.families[0] : undefined;
  const summed = twoNatures || section.families.length > 1 || section.nature === 'PASS_THROUGH';
  const title = { text: sectionTitles[section.nature], style: style.heading };
  paper.add(table.spanning('TH', title, { above: 4, below: 0, keepWithNext: true }));
  for (const [place, { family, lines, subtotalUsd }] of section.families.entries()) {
    const lastFamily = place === section.families.length - 1;
    const title = { text: words(family), style: { ...style.strong, colour: accent } };
    paper.add(table.spanning('TH', title, { above: 2, below: 0, keepWithNext: true }));
    for (const [at, line] of lines.entries()) {
      putLine(paper, table, line, { currency, last: at === lines.length - 1, first: at === 0 });
      await paper.breathe();
    }
    if (alone && summed) continue; // its sum is the section's
    putSubtotal(
      paper,
      table,
      [`Subtotal ${words(family)}, ${name}`, subtotalUsd],
      lastFamily && (summed || lastSection),
    );
  }
  if (summed) {
    const label = alone ? `Total ${name}: ${words(alone.family)}` : `Total ${name}`;
    putSubtotal(paper, table, [label, section.subtotalUsd], lastSection);
  }
}

/** What a service family comes to where it stands under both natures: own services and costs of others together. */
function putFamilies(paper: Paper, table: Table, { sections }: InvoiceContent): void {
  const parts = Map.groupBy(
    sections.flatMap(({ families }) => families),
    ({ family }) => family,
  );
  for (const [family, of] of parts) {
    if (of.length === 1) continue;
    const sum = total(of.map(({ subtotalUsd }) => subtotalUsd)).toString();
    const cells = ['', '', `For information: ${words(family)}, both kinds`, '', '', '', figure(sum)];
    paper.add(table.row(cells, { as: style.small, line: 'none', below: 1.5, keepWithNext: true }));
  }
}

function putSubtotal(
  paper: Paper,
  table: Table,
  [label, amountUsd]: readonly [label: string, amountUsd: string],
  keepWithNext: boolean,
): void {
  const cells = ['', '', label, '', '', '', figure(amountUsd)];
  paper.add(table.row(cells, { as: style.strong, line: 'subtotal', below: 1.5, keepWithNext }));
}

interface LineOptions extends Place {
  readonly first: boolean;
}

/** The line itself, its small print, and how a trip's amount came about. They stay together. */
function putLine(paper: Paper, table: Table, line: LineContent, { currency, first, last }: LineOptions): void {
  const texts = [
    `${line.position}`,
    line.item,
    line.description,
    line.quantity === null ? '' : figure(line.quantity),
    line.quantity === null ? '' : line.unitName,
    unitRate(line, currency),
    [{ text: figure(line.amountUsd), style: style.strong, align: 'right' as const }],
  ];
  paper.add(table.row(texts, { line: first ? 'none' : 'hairline', below: 0, keepWithNext: true }));
  const split = line.funds.length > 1; // one fund fits beside the origin, several get a line of their own
  const details = (split ? [origin(line), funds(line)] : [`${origin(line)} \u00b7 ${funds(line)}`]).map(
    (text): Paragraph => ({ text, style: style.small }),
  );
  const keepWithNext = last;
  if (line.components.length === 0) {
    paper.add(table.under(description, [table.span(description, rate, details)], { below: 3, keepWithNext }));
    return;
  }
  paper.add(table.under(description, [table.span(description, rate, details)], { below: 1, keepWithNext: true }));
  const labels = line.components.map(([label]) => ({ text: componentWords(label), style: style.small }));
  const amounts = line.components.map(([, amountUsd]) => ({
    text: figure(amountUsd),
    style: style.small,
    align: 'right' as const,
  }));
  for (const [at, label] of labels.entries()) {
    const final = at === labels.length - 1;
    const cells = [table.span(description, unit, [label]), table.span(rate, rate, [amounts[at] as Paragraph])];
    paper.add(table.under(description, cells, { below: final ? 3 : 0, keepWithNext: !final || keepWithNext }));
  }
}

function unitRate({ unitRate: found }: LineContent, currency: string): string {
  if (!found) return 'actual cost';
  return found.currency === currency ? figure(found.amount) : `${found.currency}\u00a0${figure(found.amount)}`;
}

/** Where the figure comes from: the charge, when it was delivered, the card or the supplier's currency, the evidence. */
function origin({
  charge,
  unit: code,
  deliveredFrom,
  deliveredOn,
  certifiedOn,
  supplierInvoiceOn,
  unitRate: card,
  original,
  evidence,
  note,
}: LineContent): string {
  return [
    `Charge ${charge}`,
    `delivered ${period(deliveredFrom ?? deliveredOn, deliveredOn)}`,
    certifiedOn !== null && `charge certified ${day(certifiedOn)}`,
    `unit ${code}`,
    card && `rate card ${day(card.cardValidFrom)}`,
    supplierInvoiceOn !== null && `supplier\u2019s invoice of ${day(supplierInvoiceOn)}`,
    original &&
      `${original.currency}\u00a0${figure(original.amount)} at ${figure(original.unitsPerUsd)} per USD, rate of ${day(original.effectiveOn)}`,
    evidence !== null && `evidence ${evidence}`,
    note !== null && `note: ${note}`,
  ]
    .filter(Boolean)
    .join(' \u00b7 ');
}

/** What each fund bears. A single fund bears the line, whose amount stands beside it. */
function funds(line: LineContent): string {
  const [only, ...others] = line.funds;
  if (only && others.length === 0) return `all to ${only.fund} (${only.budgetLine})`;
  return line.funds
    .map(({ fund, budgetLine, amountUsd }) => `${fund} (${budgetLine}) ${figure(amountUsd)}`)
    .join(' \u00b7 ');
}

/** "TICKET · EUR 712.00 / 0.852, rate of 2025-10-01": the code in words, and every day as elsewhere on the paper. */
function componentWords(label: string): string {
  const [code = '', ...basis] = label.split(' · ');
  return [words(code), ...basis].join(' · ').replace(/\b\d{4}-\d\d-\d\d\b/g, day);
}
