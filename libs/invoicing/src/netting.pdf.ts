import {
  addsUp,
  type Column,
  day,
  figure,
  instant,
  Paper,
  PaperDoesNotAddUp,
  putColumns,
  putFacts,
  putLetterhead,
  style,
  Table,
  text,
  total,
} from '#documents';
import { Money } from '#kernel';
import { addressed } from './invoice-content.ts';
import type { NettingContent } from './netting-content.ts';

type Direction = NettingContent['directions'][number];

const columns: readonly Column[] = [
  { title: 'Document', width: 122, align: 'left' },
  { title: 'Kind', width: 58, align: 'left' },
  { title: 'Agreement', width: 72, align: 'left' },
  { title: 'Issued', width: 60, align: 'left' },
  { title: 'Total', width: 66, align: 'right' },
  { title: 'Settled', width: 66, align: 'right' },
  { title: 'Open', width: 67.28, align: 'right' },
];

/**
 * A netting statement as PDF: both directions gross, then who pays whom the difference.
 * Shape:  the same content and hash give the same bytes.
 * Errors: PaperDoesNotAddUp if a document, a direction or the net is not the sum of its parts.
 */
export async function renderNetting(content: NettingContent, contentSha256: string): Promise<Uint8Array> {
  checkNettingAddsUp(content);
  const { number, biennium, asAt, currency, directions, netPayer, netPayee, netUsd } = content;
  const [first] = directions;
  if (!first) throw new Error('A netting statement has at least one direction.');
  const name = `Netting statement ${number}`;
  const paper = new Paper({
    title: `${name}: ${first.client.code} and ${first.provider.code}, biennium ${biennium}`,
    reference: `${name}, as at ${day(asAt)}`,
    author: first.provider.name,
    datedAt: new Date(`${asAt}T00:00:00Z`),
    contentSha256,
    orientation: 'portrait',
    mark: null,
  });
  putLetterhead(paper, {
    from: { name: `${first.client.name} (${first.client.code})`, address: addressed(first.client) },
    title: 'NETTING STATEMENT',
    number,
    dated: `as at ${day(asAt)}`,
    to: { label: 'and', name: `${first.provider.name} (${first.provider.code})`, address: addressed(first.provider) },
    total: {
      label: netPayer && netPayee ? `${netPayer.code} pays ${netPayee.code}` : 'Nobody pays: both directions are equal',
      figure: `${currency} ${figure(netUsd)}`,
      note: 'the difference of both directions',
    },
  });
  putFacts(paper, [
    { label: 'Biennium', text: `${biennium}, in ${currency}` },
    { label: 'As at', text: `documents issued up to and including ${day(asAt)}` },
  ]);
  for (const direction of directions) await putDirection(paper, direction, currency);
  putNet(paper, content);
  putConfirmations(paper, content);
  return paper.finish();
}

async function putDirection(paper: Paper, direction: Direction, currency: string): Promise<void> {
  const { client, provider, documents } = direction;
  paper.heading(`${client.code} owes ${provider.code}, ${currency}`);
  const table = new Table(paper.faces, columns, paper.left);
  paper.add([table.head]);
  for (const [at, document] of documents.entries()) {
    const { number, type, agreement, issuedOn, totalUsd, settledUsd, openUsd } = document;
    const kind = type === 'INVOICE' ? 'Invoice' : 'Credit note';
    const amounts = [totalUsd, settledUsd, openUsd].map(figure);
    const keepWithNext = at === 0 || at === documents.length - 1;
    paper.add(
      table.row([number, kind, agreement, day(issuedOn), ...amounts], {
        line: at === 0 ? 'none' : 'hairline',
        keepWithNext,
      }),
    );
    await paper.breathe();
  }
  if (documents.length === 0) {
    const none = { text: 'No documents.', style: style.small };
    paper.add(table.spanning('TD', none, { above: 2, below: 2, keepWithNext: true }));
  }
  const sums = [direction.totalUsd, direction.settledUsd, direction.openUsd].map(figure);
  paper.add(table.row(['Total', '', '', '', ...sums], { as: style.strong, line: 'total' }));
}

function putNet(paper: Paper, { directions, netPayer, netPayee, netUsd, currency }: NettingContent): void {
  paper.heading(`Net, ${currency}`);
  const wide: readonly Column[] = [
    { title: '', width: 420, align: 'left' },
    { title: 'Open', width: 91.28, align: 'right' },
  ];
  const table = new Table(paper.faces, wide, paper.left);
  for (const { client, provider, openUsd } of directions) {
    paper.add(
      table.row([`${client.code} owes ${provider.code}`, figure(openUsd)], {
        line: 'none',
        keepWithNext: true,
        head: null,
      }),
    );
  }
  const outcome = netPayer && netPayee ? `${netPayer.code} pays ${netPayee.code}` : 'Nobody pays';
  paper.add(table.row([outcome, figure(netUsd)], { as: style.strong, line: 'total', keepWithNext: true, head: null }));
  paper.write(
    'This statement is a settlement paper only. It posts nothing: receivables and payables of both directions stay gross in both books.',
    style.small,
    { above: 6, keepWithNext: true },
  );
}

/** The books know who prepared it. That a side agrees is written by hand: no act of the books says so. */
function putConfirmations(paper: Paper, { directions: [first], prepared }: NettingContent): void {
  if (!first) return;
  paper.heading('Prepared and confirmed');
  const by = [
    [text('Prepared by', style.label)],
    [text(prepared.name, style.strong), text(instant(prepared.at), style.small)],
  ];
  const sides = [first.client, first.provider].map(({ code }) => [
    [text(`Confirmed for ${code}`, style.label)],
    [{ ...text('.'.repeat(58), style.small), gapBefore: 16 }, text('name, signature and date', style.small)],
  ]);
  putColumns(paper, [by, ...sides]);
}

function checkNettingAddsUp({ directions, netPayer, netPayee, netUsd }: NettingContent): void {
  const owed = new Map<string, Money>(); // what a party owes less what it is owed
  const add = (code: string, amount: Money): void => {
    owed.set(code, (owed.get(code) ?? Money.totalUsd('0')).plus(amount));
  };
  for (const { client, provider, documents, ...sums } of directions) {
    for (const { number, totalUsd, settledUsd, openUsd } of documents) {
      addsUp(`What is settled and open of ${number}`, [settledUsd, openUsd], totalUsd);
    }
    const what = `of what ${client.code} owes ${provider.code}`;
    addsUp(
      `The totals ${what}`,
      documents.map((document) => document.totalUsd),
      sums.totalUsd,
    );
    addsUp(
      `The settled parts ${what}`,
      documents.map((document) => document.settledUsd),
      sums.settledUsd,
    );
    addsUp(
      `The open parts ${what}`,
      documents.map((document) => document.openUsd),
      sums.openUsd,
    );
    add(client.code, total([sums.openUsd]));
    add(provider.code, total([sums.openUsd]).negated());
  }
  const net = Money.totalUsd(netUsd);
  const expected = netPayer ? (owed.get(netPayer.code) ?? Money.totalUsd('0')) : Money.totalUsd('0');
  const named = (netPayer === null) === (netPayee === null) && (netPayer === null) === net.isZero();
  if (
    !named ||
    net.isNegative() ||
    !expected.equals(net) ||
    (netPayer === null && [...owed.values()].some((one) => !one.isZero()))
  ) {
    throw new PaperDoesNotAddUp(
      'The two directions',
      expected.toString(),
      `${netPayer?.code ?? 'nobody'} pays ${netUsd}`,
    );
  }
}
