import {
  type CellText,
  type Column,
  day,
  figure,
  instant,
  type Paper,
  type Paragraph,
  percentage,
  putColumns,
  style,
  Table,
  text,
} from '#documents';
import { Day } from '#kernel';
import type { CodingContent, FundShareContent, InvoiceContent, SignatoryContent } from './invoice-content.ts';

const columns: readonly Column[] = [
  { title: 'Charged', width: 40, align: 'left' },
  { title: 'Fund of the client', width: 160, align: 'left' },
  { title: 'Amount', width: 54, align: 'right' },
  { title: '', width: 3.28, align: 'left' },
  { title: 'Credited', width: 40, align: 'left' },
  { title: 'Fund of the provider', width: 160, align: 'left' },
  { title: 'Amount', width: 54, align: 'right' },
];

const [client, provider] = [
  [0, 2],
  [4, 6],
] as const; // the columns of each side

/** What each fund is charged and credited, side by side; both columns come to the total of the document. */
export function putFunds(paper: Paper, { clientFunds, providerFunds, totalUsd, currency }: InvoiceContent): void {
  paper.heading(`Funds, ${currency}`);
  const table = new Table(paper.faces, columns, paper.left);
  paper.add([table.head]);
  const rows = Math.max(clientFunds.length, providerFunds.length);
  for (let at = 0; at < rows; at += 1) {
    const [charged, credited] = [clientFunds[at], providerFunds[at]];
    paper.add(
      table.row([...share(charged), '', ...share(credited)], {
        line: at === 0 ? 'none' : 'hairline',
        ...(charged && credited ? {} : { over: charged ? client : provider }), // no rule where nothing stands
        keepWithNext: rows <= 10 || at === 0 || at === rows - 1,
      }),
    );
  }
  const total = figure(totalUsd);
  paper.add(
    table.row(['', 'Total', total, '', '', 'Total', total], { as: style.strong, line: 'total', keepWithNext: true }),
  );
}

function share(found: FundShareContent | undefined): CellText[] {
  if (found === undefined) return ['', '', ''];
  const codings = (found.codings ?? []).map((coding) => text(codingWords(coding, found), style.small));
  return [found.fund, [text(found.name, style.small), ...codings], figure(found.amountUsd)];
}

/** "MC-GTF-COP6: fund centre 11207 · commitment item 7510", with the amount where it is not all of the fund's. */
function codingWords(coding: CodingContent, { amountUsd: ofFund }: FundShareContent): string {
  const { budgetLine, fundCentre, grant, wbse, commitmentItem, amountUsd } = coding;
  const parts = [
    fundCentre !== null && `fund centre ${fundCentre}`,
    grant !== null && `grant ${grant}`,
    wbse !== null && `WBSE ${wbse}`,
    commitmentItem !== null && `commitment item ${commitmentItem}`,
    amountUsd !== ofFund && figure(amountUsd),
  ].filter(Boolean);
  return `${budgetLine ?? 'Receipts'}: ${parts.join(' \u00b7 ')}`;
}

/** What is to be known about paying, and what is not to be paid: the memo of programme support cost. */
export function putTerms(paper: Paper, content: InvoiceContent): void {
  const { vat } = content;
  const columns = [
    [
      [
        { ...text('Programme support cost: a memo, not payable here', style.heading), gapBefore: 8 },
        ...programmeSupportCost(content),
      ],
    ],
    [
      [
        { ...text('Settlement and tax', style.heading), gapBefore: 8 },
        ...howSettled(content).map((said) => text(said)),
        text(
          `VAT category ${[vat.category, vat.exemptionCode].filter((code) => code !== null).join(', ')}: ${vat.reason}`,
          style.small,
        ),
        text(`Document type code ${content.type === 'INVOICE' ? '380, invoice' : '381, credit note'}`, style.small),
      ],
    ],
  ];
  putColumns(paper, columns, { keepWithNext: true });
}

/** How an invoice is paid and when it is due; how a credit note is set off. */
function howSettled({ type, issuedOn, number, corrects, settlement, ...sides }: InvoiceContent): string[] {
  const method = `${settlement.method} (payment means ${settlement.paymentMeansCode})`;
  if (type === 'CREDIT_NOTE') {
    const [owing, owed] = [sides.client.code, sides.provider.code];
    return [`Taken off what ${owing} pays ${owed} on invoice ${corrects?.number ?? ''} or on another one`, method];
  }
  if (settlement.termDays === null) return [method];
  const due = number === null ? '' : `: ${day(Day.of(issuedOn).plusDays(settlement.termDays).toString())}`;
  return [method, `Due ${settlement.termDays} days after the day of issue${due}`];
}

const treatments = {
  CLIENT_FUND: 'Consumed on the client\u2019s own fund, on top of the amount charged to it:',
  INCLUDED_IN_RATE: 'Already included in the rates; nothing is added on the client\u2019s fund.',
  EXEMPT: 'Exempt: no programme support cost on these services.',
} as const;

function programmeSupportCost({ programmeSupportCost: cost, currency }: InvoiceContent): Paragraph[] {
  const rows = cost.memo.map(
    ({ fund, rate, amountUsd }) => `${fund}, ${percentage(rate)}: ${currency}\u00a0${figure(amountUsd)}`,
  );
  const together = rows.length > 1 ? `; together ${currency}\u00a0${figure(cost.totalUsd)}` : '';
  const memo = rows.length > 0 ? [text(`${rows.join(' \u00b7 ')}${together}`)] : [];
  return [text(treatments[cost.treatment], style.small), ...memo];
}

/** The three signatures of an invoice, the two of a credit note. A draft shows who has not signed yet. */
export function putCertification(
  paper: Paper,
  { type, certification: { prepared, certified, approved } }: InvoiceContent,
): void {
  const hand = [[text('Prepared by', style.label)], signatory(prepared)];
  if (type === 'CREDIT_NOTE') {
    paper.heading('Prepared and approved');
    const release = approved ? signatory(approved) : [text('Not yet approved')];
    putColumns(paper, [hand, [[text('Approved and issued under Financial Rule 105.6 by', style.label)], release]]);
    return;
  }
  paper.heading('Certification');
  putColumns(paper, [
    hand,
    [
      [text('Certified under Financial Rule 105.5 by', style.label)],
      ...(certified.length > 0 ? certified.map(signatory) : [[text('Not yet certified')]]),
    ],
    [
      [text('Approved under Financial Rule 105.6 by', style.label)],
      approved ? signatory(approved) : [text('Not yet approved')],
    ],
  ]);
}

function signatory({ name, funds, at }: SignatoryContent): Paragraph[] {
  const signed = at === null ? 'not yet signed' : instant(at);
  return [
    text(name, style.strong),
    text(funds.length > 0 ? `for ${funds.join(', ')}, ${signed}` : signed, style.small),
  ];
}
