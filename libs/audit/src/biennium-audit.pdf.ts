import { day, figure, instant, month, Paper, putLetterhead, style, Table, words } from '#documents';
import type { BienniumAuditContent } from './biennium-audit-content.ts';
import { checkAuditAddsUp } from './biennium-audit-sums.pdf.ts';
import { column, figureColumns, figures, putTables } from './biennium-audit-tables.pdf.ts';

const lateOnSummary = 6;

/**
 * The biennium audit as PDF: a page that answers in a minute (who pays whom, do the checks hold, what came late), then
 * every table. A total that differs from the biennium's is printed with the difference, never hidden by a refusal.
 * Shape:  the same content and hash give the same bytes.
 * Errors: PaperDoesNotAddUp if a row contradicts itself (open is charged less credited less settled) or the net does.
 */
export async function renderBienniumAudit(content: BienniumAuditContent, contentSha256: string): Promise<Uint8Array> {
  checkAuditAddsUp(content);
  const { biennium, asAt, secretariats, checks } = content;
  const names = secretariats.map(({ name, code }) => `${name} (${code})`);
  const paper = new Paper({
    title: `Biennium audit ${biennium}, cost recovery between ${secretariats.map(({ code }) => code).join(' and ')}`,
    reference: `Biennium audit ${biennium}, as at ${instant(asAt)}`,
    author: names.join(', '),
    datedAt: new Date(asAt),
    contentSha256,
    orientation: 'landscape',
    mark: null,
  });
  const failed = checks.filter(({ holds }) => !holds).length;
  putLetterhead(paper, {
    from: { name: 'Cost recovery between the secretariats', address: [names.join(' and ')] },
    title: 'BIENNIUM AUDIT',
    number: biennium,
    dated: `all figures of one snapshot, ${instant(asAt)}`,
    to: {
      label: 'In short',
      name:
        failed === 0
          ? `All ${checks.length} checks hold.`
          : `${failed} of ${checks.length} checks ${failed === 1 ? 'fails' : 'fail'}.`,
      address: [inShort(content)],
    },
    total: outcome(content),
  });
  putDirections(paper, content);
  putChecks(paper, content);
  putReading(paper, content);
  await putLate(paper, content);
  paper.newPage();
  await putTables(paper, content);
  return paper.finish();
}

function outcome({ net, currency }: BienniumAuditContent): { label: string; figure: string; note: string } {
  return {
    label: net.payer && net.payee ? `${net.payer} pays ${net.payee}` : 'Nobody pays: both owe the same',
    figure: `${currency} ${figure(net.netUsd)}`,
    note: 'net of both directions and of credits',
  };
}

function inShort({ net, currency, lateDocuments }: BienniumAuditContent): string {
  const owed = Object.entries(net.owedBy).map(
    ([code, amountUsd]) => `${code} owes ${currency}\u00a0${figure(amountUsd)}`,
  );
  const late =
    lateDocuments.length === 0
      ? 'No document'
      : lateDocuments.length === 1
        ? '1 document'
        : `${lateDocuments.length} documents`;
  return `${owed.join('; ')}, net of credits. ${late} of this biennium came after its last day.`;
}

function putDirections(paper: Paper, { byDirection, totals, currency }: BienniumAuditContent): void {
  paper.heading(`Who charged whom, ${currency}`);
  const table = new Table(
    paper.faces,
    [column('Provider', 194), column('Client', 194), ...figureColumns(74)],
    paper.left,
  );
  paper.add([table.head]);
  byDirection.forEach(({ provider, client, ...row }, at) => {
    paper.add(
      table.row([provider, client, ...figures(row)], { line: at === 0 ? 'none' : 'hairline', keepWithNext: true }),
    );
  });
  paper.add(table.row(['Total', '', ...figures(totals)], { as: style.strong, line: 'total' }));
}

function putChecks(paper: Paper, { checks }: BienniumAuditContent): void {
  paper.heading('Checks, done on the same snapshot');
  const table = new Table(
    paper.faces,
    [column('', 16), column('Outcome', 50), column('Check', 210), column('Finding', 481.89)],
    paper.left,
  );
  paper.add([table.head]);
  checks.forEach(({ name, holds, finding }, at) => {
    const { x } = table.place(0);
    const { colour } = holds ? style.heading : style.body;
    const mark = { kind: holds ? 'tick' : 'cross', x: x + 1, y: 5.2, width: 6.5, height: 5.5, colour } as const;
    const as = holds ? style.body : style.strong;
    const cells = ['', holds ? 'holds' : 'fails', name, finding];
    paper.add(table.row(cells, { as, line: at === 0 ? 'none' : 'hairline', shapes: [mark] }));
  });
}

/** What a minus says, and how a reader comes from a figure to what was delivered, billed and posted. */
function putReading(paper: Paper, { biennium }: BienniumAuditContent): void {
  paper.heading('How to read and trace a figure');
  paper.write(
    'A minus (\u2212) before an amount is a credit: what is given back and, in the trial balance, a balance on the credit side; debits have no sign. ' +
      `The CSV of this audit (recoup biennium audit ${biennium} --csv FILE, or "CSV" beside the audit on screen, also in the bundle) lists in its rows ` +
      '"charge" every certified charge by fund: filtered by the key of a row here (agreement, meeting, family, item, fund, budgetLine or month), ' +
      'their figures add up to that row. "documents" names the invoices and credit notes, and "entryPairs" the pair of journal entries, one in each ' +
      'book, that posted the charge; the rows "charge credited" say the same of the providers\u2019 funds, and "document" of what was billed and settled.',
    style.small,
    { below: 2 },
  );
}

/** Few of them are listed on the first page; many are counted there and listed behind it. */
async function putLate(paper: Paper, { lateDocuments, currency, biennium }: BienniumAuditContent): Promise<void> {
  if (lateDocuments.length === 0) return;
  if (lateDocuments.length > lateOnSummary) paper.newPage();
  paper.heading(`Late documents: issued after ${biennium} and counted in it, where the service was delivered`);
  const widths = [
    ...[column('Document', 150), column('Kind', 90), column('Agreement', 110), column('Issued', 90)],
    column('Counts in the month of delivery', 160),
  ];
  const total = { ...column(`Total ${currency}`, 157.89), align: 'right' as const };
  const table = new Table(paper.faces, [...widths, total], paper.left);
  paper.add([table.head]);
  for (const [at, { number, type, agreement, issuedOn, months, totalUsd }] of lateDocuments.entries()) {
    const counted = `${months.map(month).join(', ')}; biennium ${biennium}`;
    const cells = [number, words(type), agreement, day(issuedOn), counted, figure(totalUsd)];
    paper.add(table.row(cells, { line: at === 0 ? 'none' : 'hairline' }));
    await paper.breathe();
  }
}
