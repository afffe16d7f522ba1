import { describe, expect, it } from '@jest/globals';
import { Biennium, Day, Money } from '#kernel';
import { accounts } from './account.ts';
import { JournalEntry, type Posting } from './journal-entry.ts';
import {
  chargeCertified,
  chargeReversed,
  creditNoteIssued,
  type EventFacts,
  type EventPart,
  invoiceIssued,
  type JournalPair,
  settled,
} from './posting-rules.ts';

const usd = (text: string): Money => Money.usd(text);
const part = (facts: Partial<EventPart> = {}): EventPart => ({
  agreement: 'CRA-2025-001',
  item: 'DOC-CTL',
  serviceMonth: '2025-05',
  nature: 'OWN_SERVICE',
  client: [
    { fund: 'BC', budgetLine: 'BC-1', amount: usd('613.34') },
    { fund: 'SC', budgetLine: 'SC-3', amount: usd('306.66') },
  ],
  provider: [{ fund: 'MC-GTF', amount: usd('920.00') }],
  ...facts,
});
const facts = (parts: EventPart[] = [part()]): EventFacts => ({
  client: 'BRS',
  provider: 'MINAMATA',
  source: 'A1-01',
  on: Day.of('2025-05-09'),
  biennium: Biennium.of('2024-2025'),
  parts,
});
const lines = (pair: JournalPair): string[] =>
  pair.flatMap(({ book, on, postings }) =>
    postings.map(({ account, fund, budgetLine, amount }) =>
      [
        book,
        on.toString(),
        amount.isNegative() ? 'cr' : 'dr',
        account,
        ...(budgetLine === '' ? [fund] : [fund, budgetLine]),
        amount.absolute().toString(),
      ].join(' '),
    ),
  );

describe('a certified charge', () => {
  it('is posted in both books, on the day of delivery', () => {
    expect(lines(chargeCertified(facts()))).toEqual([
      'BRS 2025-05-09 dr EXPENDITURE BC BC-1 613.34',
      'BRS 2025-05-09 cr PAYABLE_UNBILLED BC BC-1 613.34',
      'BRS 2025-05-09 dr EXPENDITURE SC SC-3 306.66',
      'BRS 2025-05-09 cr PAYABLE_UNBILLED SC SC-3 306.66',
      'MINAMATA 2025-05-09 dr RECEIVABLE_UNBILLED MC-GTF 920.00',
      'MINAMATA 2025-05-09 cr RECOVERY_INCOME MC-GTF 920.00',
    ]);
  });

  it('of somebody else’s cost is recovered as agent, and is no income', () => {
    expect(lines(chargeCertified(facts([part({ nature: 'PASS_THROUGH' })]))).at(-1)).toBe(
      'MINAMATA 2025-05-09 cr PASS_THROUGH_RECOVERY MC-GTF 920.00',
    );
  });
});

describe('a reversed charge', () => {
  const original = '019a0000-0000-7000-8000-000000000001';

  it('is the opposite of its certification, account by account, and names it in both books', () => {
    const reversal = chargeReversed({ ...facts(), reverses: original });
    const signed = (pair: JournalPair, sign: 1 | -1) =>
      pair.flatMap(({ book, postings }) =>
        postings
          .map(
            (one) =>
              `${book} ${one.account} ${one.fund} ${(sign === 1 ? one.amount : one.amount.negated()).toString()}`,
          )
          .sort(),
      );
    expect(signed(reversal, -1)).toEqual(signed(chargeCertified(facts()), 1));
    expect(reversal.map(({ reverses }) => reverses)).toEqual([original, original]);
  });

  it('of somebody else’s cost takes back no income', () => {
    expect(lines(chargeReversed(facts([part({ nature: 'PASS_THROUGH' })]))).at(-2)).toBe(
      'MINAMATA 2025-05-09 dr PASS_THROUGH_RECOVERY MC-GTF 920.00',
    );
  });
});

describe('an issued invoice', () => {
  it('moves what is owed from unbilled to billed, and no cost', () => {
    expect(lines(invoiceIssued(facts()))).toEqual([
      'BRS 2025-05-09 dr PAYABLE_UNBILLED BC BC-1 613.34',
      'BRS 2025-05-09 cr PAYABLE BC BC-1 613.34',
      'BRS 2025-05-09 dr PAYABLE_UNBILLED SC SC-3 306.66',
      'BRS 2025-05-09 cr PAYABLE SC SC-3 306.66',
      'MINAMATA 2025-05-09 dr RECEIVABLE MC-GTF 920.00',
      'MINAMATA 2025-05-09 cr RECEIVABLE_UNBILLED MC-GTF 920.00',
    ]);
  });
});

describe('an issued credit note', () => {
  it('takes the cost back, and what is owed on the invoice', () => {
    expect(lines(creditNoteIssued(facts()))).toEqual([
      'BRS 2025-05-09 dr PAYABLE BC BC-1 613.34',
      'BRS 2025-05-09 cr EXPENDITURE BC BC-1 613.34',
      'BRS 2025-05-09 dr PAYABLE SC SC-3 306.66',
      'BRS 2025-05-09 cr EXPENDITURE SC SC-3 306.66',
      'MINAMATA 2025-05-09 dr RECOVERY_INCOME MC-GTF 920.00',
      'MINAMATA 2025-05-09 cr RECEIVABLE MC-GTF 920.00',
    ]);
  });

  it('takes an agent’s recovery back as an agent’s', () => {
    expect(lines(creditNoteIssued(facts([part({ nature: 'PASS_THROUGH' })])))[4]).toBe(
      'MINAMATA 2025-05-09 dr PASS_THROUGH_RECOVERY MC-GTF 920.00',
    );
  });
});

describe('a settlement', () => {
  it('clears what is owed between the funds', () => {
    expect(lines(settled(facts()))).toEqual([
      'BRS 2025-05-09 dr PAYABLE BC BC-1 613.34',
      'BRS 2025-05-09 cr INTERFUND_CLEARING BC BC-1 613.34',
      'BRS 2025-05-09 dr PAYABLE SC SC-3 306.66',
      'BRS 2025-05-09 cr INTERFUND_CLEARING SC SC-3 306.66',
      'MINAMATA 2025-05-09 dr INTERFUND_CLEARING MC-GTF 920.00',
      'MINAMATA 2025-05-09 cr RECEIVABLE MC-GTF 920.00',
    ]);
  });
});

describe.each([
  ['a certified charge', chargeCertified],
  ['an issued invoice', invoiceIssued],
  ['an issued credit note', creditNoteIssued],
  ['a settlement', settled],
])('%s', (_, rule) => {
  const pair = rule(facts([part(), part({ item: 'REG-PAX', nature: 'PASS_THROUGH', serviceMonth: '2025-04' })]));

  it('mirrors: each book names the other, and both name the same event, source, day and biennium', () => {
    const [client, provider] = pair;
    expect([client.book, client.counterparty, provider.book, provider.counterparty]).toEqual([
      'BRS',
      'MINAMATA',
      'MINAMATA',
      'BRS',
    ]);
    expect([provider.event, provider.source, provider.on, provider.biennium]).toEqual([
      client.event,
      client.source,
      client.on,
      client.biennium,
    ]);
  });

  it('moves one amount in both books', () => {
    const moved = pair.map(({ postings }) =>
      Money.sum(postings.map(({ amount }) => amount).filter((amount) => !amount.isNegative())).toString(),
    );
    expect(moved).toEqual(['1840.00', '1840.00']);
  });

  it('balances in each fund of each book by itself', () => {
    for (const { postings } of pair) {
      for (const fund of new Set(postings.map((posting) => posting.fund))) {
        const ofFund = postings.filter((posting) => posting.fund === fund).map(({ amount }) => amount);
        expect(Money.sum(ofFund).toString()).toBe('0.00');
      }
    }
  });

  it('keeps what each posting is about', () => {
    expect(
      new Set(
        pair.flatMap(({ postings }) => postings.map((one) => `${one.agreement} ${one.item} ${one.serviceMonth}`)),
      ),
    ).toEqual(new Set(['CRA-2025-001 DOC-CTL 2025-05', 'CRA-2025-001 REG-PAX 2025-04']));
  });
});

describe('a journal entry', () => {
  const posting = (amount: string, fund = 'BC'): Posting => ({
    account: 'EXPENDITURE',
    fund,
    budgetLine: '',
    amount: usd(amount),
    agreement: 'CRA-2025-001',
    item: 'DOC-CTL',
    serviceMonth: '2025-05',
  });
  const entry = (postings: Posting[]): JournalEntry =>
    JournalEntry.of({
      book: 'BRS',
      counterparty: 'MINAMATA',
      event: 'CHARGE_CERTIFIED',
      source: 'A1-01',
      on: Day.of('2025-05-09'),
      biennium: Biennium.of('2024-2025'),
      postings,
    });

  it('sums to zero, or there is none', () => {
    expect(entry([posting('10.00'), posting('-4.00'), posting('-6.00')]).postings).toHaveLength(3);
    expect(() => entry([posting('10.00'), posting('-9.99')])).toThrow('sums to zero');
    expect(() => entry([posting('10.00')])).toThrow('A1-01 in BRS to 10.00');
  });

  it('leaves out a fund that bears nothing', () => {
    expect(entry([posting('1.00'), posting('0.00', 'RO'), posting('-1.00')]).postings.map(({ fund }) => fund)).toEqual([
      'BC',
      'BC',
    ]);
  });

  it('of nothing at all is empty, and so are both books of a charge of 0.00', () => {
    expect(entry([posting('0.00')]).isEmpty).toBe(true);
    expect(entry([posting('1.00'), posting('-1.00')]).isEmpty).toBe(false);
    const nothing = part({
      client: [{ fund: 'BC', budgetLine: 'BC-1', amount: usd('0.00') }],
      provider: [{ fund: 'MC-GTF', amount: usd('0.00') }],
    });
    expect(chargeCertified(facts([nothing])).map(({ isEmpty }) => isEmpty)).toEqual([true, true]);
  });
});

describe('the chart of accounts', () => {
  it('is what the posting rules use, all of it', () => {
    const natures = [part(), part({ nature: 'PASS_THROUGH' })];
    const used = [chargeCertified, invoiceIssued, creditNoteIssued, settled].flatMap((rule) =>
      rule(facts(natures)).flatMap(({ postings }) => postings.map(({ account }) => account)),
    );
    expect([...new Set(used)].sort()).toEqual(Object.keys(accounts).sort());
  });
});
