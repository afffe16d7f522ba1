import { addsUp, PaperDoesNotAddUp, total } from '#documents';
import type { InvoiceContent, LineContent, SectionContent } from './invoice-content.ts';

/**
 * Adds the whole content up once more before anything is drawn: lines into families, sections and the total; each
 * line's funds and components into the line; the lines' funds into what each fund is charged; credits into the total.
 * Errors: PaperDoesNotAddUp, naming the first sum that is not the sum of its parts.
 */
export async function checkInvoiceAddsUp(content: InvoiceContent): Promise<void> {
  const lines = content.sections.flatMap(({ families }) => families.flatMap((family) => family.lines));
  for (const [at, line] of lines.entries()) {
    checkLine(line, at);
    if (at % 500 === 499) await new Promise<void>((resolve) => setImmediate(resolve)); // the server goes on answering
  }
  content.sections.forEach(checkSection);
  addsUp(
    'The sections',
    content.sections.map((section) => section.subtotalUsd),
    content.totalUsd,
  );
  addsUp('Amount due and prepayment', [content.amountDueUsd, content.prepaymentUsd], content.totalUsd);
  addsUp(
    'The shares of the client\u2019s funds',
    content.clientFunds.map((share) => share.amountUsd),
    content.totalUsd,
  );
  addsUp(
    'The shares of the provider\u2019s funds',
    content.providerFunds.map((share) => share.amountUsd),
    content.totalUsd,
  );
  checkClientFunds(content, lines);
  checkCodings(content, lines);
  const { memo, totalUsd } = content.programmeSupportCost;
  addsUp(
    'The memo of programme support cost',
    memo.map((row) => row.amountUsd),
    totalUsd,
  );
}

function checkLine(line: LineContent, at: number): void {
  if (line.position !== at + 1) {
    throw new Error(`Lines are numbered 1 to n over the whole document; line ${at + 1} says ${line.position}.`);
  }
  addsUp(
    `The funds of line ${line.position}`,
    line.funds.map((fund) => fund.amountUsd),
    line.amountUsd,
  );
  if (line.components.length > 0) {
    addsUp(
      `The components of line ${line.position}`,
      line.components.map(([, amountUsd]) => amountUsd),
      line.amountUsd,
    );
  }
}

function checkSection({ nature, families, subtotalUsd }: SectionContent): void {
  for (const { family, lines, subtotalUsd: ofFamily } of families) {
    addsUp(
      `The lines of ${nature} ${family}`,
      lines.map((line) => line.amountUsd),
      ofFamily,
    );
  }
  addsUp(
    `The families of ${nature}`,
    families.map((family) => family.subtotalUsd),
    subtotalUsd,
  );
}

function checkClientFunds({ clientFunds }: InvoiceContent, lines: readonly LineContent[]): void {
  const byFund = new Map<string, string[]>();
  for (const { fund, amountUsd } of lines.flatMap((line) => line.funds)) {
    const charged = byFund.get(fund);
    if (charged) charged.push(amountUsd);
    else byFund.set(fund, [amountUsd]);
  }
  for (const { fund, amountUsd } of clientFunds) {
    addsUp(`The lines charged to fund ${fund}`, byFund.get(fund) ?? [], amountUsd);
    byFund.delete(fund);
  }
  for (const [fund, charged] of byFund) {
    const sum = total(charged).toString();
    throw new PaperDoesNotAddUp(`The lines charged to fund ${fund}`, sum, 'no share of that fund');
  }
}

/** A line's coding is of what the line bears, and a fund's own of all that the fund is credited. */
function checkCodings({ clientFunds, providerFunds }: InvoiceContent, lines: readonly LineContent[]): void {
  const shares = lines.flatMap((line) => line.funds);
  for (const { fund, codings = [] } of clientFunds)
    for (const { budgetLine, amountUsd } of codings)
      addsUp(
        `The lines charged to ${fund} (${budgetLine ?? ''})`,
        shares
          .filter((share) => share.fund === fund && share.budgetLine === budgetLine)
          .map((share) => share.amountUsd),
        amountUsd,
      );
  for (const { fund, codings = [], amountUsd: ofFund } of providerFunds)
    for (const { amountUsd } of codings) addsUp(`The coding of fund ${fund}`, [ofFund], amountUsd);
}
