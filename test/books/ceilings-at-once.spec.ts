import { AgreementCeilingExceeded, AgreementsService } from '#agreements';
import { BudgetLineExceeded, BudgetService, FundCashExceeded } from '#budget';
import { ChargeChangedMeanwhile } from '#charging';
import { CreditAboveRemainder, InvoiceChangedMeanwhile, InvoiceNotInState } from '#invoicing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Money, Quantity } from '#kernel';
import process from 'node:process';
import * as a from '../support/a.ts';
import { type Allowed, Office } from '../support/office.ts';

jest.setTimeout(120_000); // 64 writers on a database of their own, and a busy machine

const writers = 64;
const units = (quantity: string) => ({ quantity: Quantity.of(quantity) });
const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => work(index)));
const refusals = (results: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));

/** What 64 certifications of USD 920.00 at once came to: how many, what for, and what is counted in the end. */
interface Race {
  readonly fitting: number; // how many fit, by arithmetic
  readonly succeeded: number;
  readonly refused: readonly unknown[];
  readonly posted: string; // the journal's sum of what is limited
  readonly limit: string;
}

/** The outcome that a ceiling must have, whatever the order in which the writers came. */
function holds({ fitting, succeeded, posted, limit }: Race): boolean {
  return succeeded === fitting && !Money.usd(posted).exceeds(Money.usd(limit));
}

async function race(
  office: Office,
  limited: { kind: 'agreement' | 'line' | 'fund'; fitting: number; limit: string; allowed?: Allowed },
  before: (agreement: string) => Promise<void> = () => Promise.resolve(),
): Promise<Race> {
  const { number } = await office.agreement(limited.allowed);
  await before(number);
  // Of several months, so that nothing but the ceiling brings the writers into a row: each month has totals of its own.
  const drafts = Array.from({ length: writers }, (_, index) =>
    office.draft(number, { ...units('1'), deliveredOn: a.day(`2025-${String(3 + (index % 8)).padStart(2, '0')}-15`) }),
  );
  const ids = await office.received(drafts);
  const results = await times(writers, (index) => office.certifies([ids[index] ?? '']));
  const [row] = await office.db.query<{ posted: string }[]>(
    `select coalesce(sum(amount_usd), 0)::numeric(18, 2) as posted from ledger.posting
     where account = 'EXPENDITURE' and case $1 when 'agreement' then agreement = $2 when 'line' then budget_line = 'BC-' || $2 else fund = 'RO' end`,
    [limited.kind, number],
  );
  return {
    fitting: limited.fitting,
    succeeded: results.filter(({ status }) => status === 'fulfilled').length,
    refused: refusals(results),
    posted: row?.posted ?? '',
    limit: limited.limit,
  };
}

describe('sixty-four writers on the last units, from the very first posting on', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const states = (fund: string, limit: Money): Promise<unknown> =>
    office.do(async (tx) => {
      const officer = await office.officer(tx, 'BRS.approving');
      const statement = { fund, limit, reason: 'cash on hand' };
      return office.books.get(BudgetService).stateCashLimit(tx, statement, officer, office.books.clock);
    });

  it('of an agreement: as many as fit, and the others are told what is left', async () => {
    const raced = await race(office, {
      kind: 'agreement',
      fitting: 5,
      limit: '5519.99',
      allowed: { ceiling: '5519.99' },
    });
    expect(raced).toMatchObject({ succeeded: 5, posted: '4600.00' });
    expect(holds(raced)).toBe(true);
    expect(raced.refused).toHaveLength(59);
    for (const error of raced.refused) {
      expect(error).toBeInstanceOf(AgreementCeilingExceeded);
      expect((error as Error).message).toContain(
        'so USD 919.99 is left; USD 920.00 more would bring it to USD 5,520.00',
      );
    }
  });

  it('of a budget line: as many as fit', async () => {
    const limit = '2146.69'; // seven shares of 306.67
    const raced = await race(office, { kind: 'line', fitting: 7, limit, allowed: { allotment: limit } });
    expect(raced).toMatchObject({ succeeded: 7, posted: limit });
    expect(holds(raced)).toBe(true);
    expect(raced.refused).toHaveLength(57);
    for (const error of raced.refused) {
      expect(error).toBeInstanceOf(BudgetLineExceeded);
      expect((error as Error).message).toContain('is left');
    }
  });

  it('of a fund’s cash, also where a limit is stated only now: as many as fit', async () => {
    const [borne] = await office.db.query<{ amount: string }[]>(
      `select coalesce(sum(amount_usd), 0)::numeric(18, 2) as amount from ledger.fund_expenditure_view where fund = 'RO'`,
    );
    const limit = Money.usd(borne?.amount ?? '0').plus(Money.usd('1226.68')); // four shares of 306.67
    const raced = await race(office, { kind: 'fund', fitting: 4, limit: limit.toString() }, async () => {
      await states('RO', limit);
    });
    await states('RO', Money.usd('1000000.00')); // no other test is to meet it
    expect(raced).toMatchObject({ succeeded: 4, posted: limit.toString() });
    expect(holds(raced)).toBe(true);
    for (const error of raced.refused) {
      expect(error).toBeInstanceOf(FundCashExceeded);
      expect((error as Error).message).toContain('so USD 0.00 is left; USD 306.67 more');
    }
  });

  it('while a fund’s cash is being stated: what is counted is what was posted, in every order', async () => {
    const { number } = await office.agreement();
    const ids = await office.received(Array.from({ length: 32 }, () => office.draft(number, units('1'))));
    const stating = times(8, (index) => states('SC', Money.usd(`${1_000_000 + index}.00`)));
    const certifying = times(32, (index) => office.certifies([ids[index] ?? '']));
    expect([...refusals(await certifying), ...refusals(await stating)]).toEqual([]);
    const [row] = await office.db.query<{ counted: string; posted: string }[]>(
      `select cash_charged_usd as counted, (select amount_usd::numeric(18, 2) from ledger.fund_expenditure_view where fund = 'SC') as posted
       from budget.trust_fund where code = 'SC'`,
    );
    expect(row?.counted).toBe(row?.posted);
  });

  it('two issues of one draft: one document', async () => {
    const { number } = await office.agreement();
    const ids = await office.certified([office.draft(number, units('1'))]);
    const { id } = await office.prepares(number, ids);
    const results = await times(2, () => office.issues(id));
    const refused = refusals(results);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(InvoiceNotInState);
    const rows = await office.db.query(
      `select from ledger.journal_entry where event = 'INVOICE_ISSUED' and source =
      (select number from invoicing.invoice where id = $1)`,
      [id],
    );
    expect(rows).toHaveLength(2); // one in each book
  });

  it('two credits of one remainder: one of them', async () => {
    const { number } = await office.agreement();
    const issued = await office.invoiced(number, units('2'));
    const lines = [{ charge: issued.charge, ...units('2') }];
    const results = await times(2, () => office.credits({ invoice: issued.number, lines, reason: 'not delivered' }));
    const refused = refusals(results);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(CreditAboveRemainder);
  });

  it('two tabs that have read the same version: the first is heard, the other told to read again', async () => {
    const { number } = await office.agreement();
    const [charge = ''] = (await office.records([office.draft(number)])).map(({ id }) => id);
    const receipts = await times(2, () => office.receives([charge], 'BRS.finance', 1));
    expect(refusals(receipts).map((error) => error instanceof ChargeChangedMeanwhile)).toEqual([true]);
    const [certified = ''] = await office.certified([office.draft(number)]);
    const { id } = await office.prepares(number, [certified]);
    const tabs = await times(2, (index) =>
      index === 0 ? office.issues(id, 'MINAMATA.approving', 1) : office.discards(id, 'MINAMATA.finance', 1),
    );
    expect(refusals(tabs).map((error) => error instanceof InvoiceChangedMeanwhile)).toEqual([true]);
  });
});

describe('a mutant that looks first and writes later', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
    // Without the guard of the update and without the constraint behind it: the ceiling is read, and then it is taken up.
    await office.owner.query('alter table agreements.agreement drop constraint agreement_within_ceiling');
    // Its budget lines are not counted: their locks would bring the writers into a row before they meet the ceiling.
    office.books.get(BudgetService).charge = () => Promise.resolve();
    const agreements = office.books.get(AgreementsService);
    agreements.charge = async (tx, amounts) => {
      for (const [number, more] of amounts) {
        const { ceilingUsd, chargedUsd } = await agreements.find(tx, number);
        if (chargedUsd.plus(more).exceeds(ceilingUsd)) throw new AgreementCeilingExceeded(number);
        await tx.query('select pg_sleep(0.05)'); // what a certification does in between, on a busy machine
        await tx.query('update agreements.agreement set charged_usd = charged_usd + $2 where number = $1', [
          number,
          more.toString(),
        ]);
      }
    };
  });
  afterAll(() => office.close('tampered')); // its ceiling is crossed: that is what it is for

  it('crosses the ceiling, and the same assertion says so', async () => {
    const raced = await race(office, {
      kind: 'agreement',
      fitting: 5,
      limit: '5519.99',
      allowed: { ceiling: '5519.99' },
    });
    process.stdout.write(
      `A mutant without the guard: ${raced.succeeded} of ${writers} writers succeeded where ${raced.fitting} fit, ` +
        `USD ${raced.posted} posted under a ceiling of USD ${raced.limit}.\n`,
    );
    expect(holds(raced)).toBe(false);
    expect(raced.succeeded).toBeGreaterThan(raced.fitting);
  });
});
