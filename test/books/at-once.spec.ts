import { AgreementsService, AgreementCeilingExceeded } from '#agreements';
import { AuditService, VerificationFailed } from '#audit';
import { BudgetLineExceeded } from '#budget';
import { ChargeNotInState, ChargingService } from '#charging';
import { ChargeInvoicedAlready, CreditAboveRemainder, InvoicingService } from '#invoicing';
import { NotDesignated } from '#identity';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Biennium, Money, Quantity } from '#kernel';
import { actIn, type Database, inSnapshot, once, RequestKeyReused, type Tx } from '#platform';
import * as a from '../support/a.ts';
import { anAct } from '../support/an-act.ts';
import { Office } from '../support/office.ts';
import { sessionAs } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

const units = (quantity: string) => ({ quantity: Quantity.of(quantity) });
const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => work(index)));
const refusals = (results: PromiseSettledResult<unknown>[]): unknown[] =>
  results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
const answers = <T>(results: PromiseSettledResult<T>[]): T[] =>
  results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));

/** Something to wait for that another transaction tells. */
function signal(): { readonly given: Promise<void>; give(): void } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

describe('at once', () => {
  let office: Office;
  let watcher: Database; // the server's own role is not told what others wait for
  beforeAll(async () => {
    office = await Office.open();
    watcher = await sessionAs('none', office.books.url);
  });
  afterAll(async () => {
    await watcher.destroy();
    await office.close();
  });

  /** Until a statement of these books waits for a lock of another: then the race is on. */
  const somebodyWaits = async (): Promise<void> => {
    for (;;) {
      const [row] = await watcher.query<{ waiting: string }[]>(
        `select count(*) as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (row?.waiting !== '0') return;
    }
  };

  describe('sixteen certifications', () => {
    it('share the last units of a budget line: as many as fit', async () => {
      const { number } = await office.agreement({ allotment: '2146.69' }); // seven shares of 306.67
      const ids = await office.received(Array.from({ length: 16 }, () => office.draft(number, units('1'))));
      const results = await times(16, (index) => office.certifies([ids[index] ?? '']));
      expect(answers(results)).toHaveLength(7);
      expect(refusals(results).every((error) => error instanceof BudgetLineExceeded)).toBe(true);
      expect(await office.counters(number)).toEqual([
        `BC-${number} 2146.69`,
        `${number} 6440.00`,
        `RO-${number} 2146.69`,
        `SC-${number} 2146.62`,
      ]);
    });

    it('share the last units of an agreement: as many as fit', async () => {
      const { number } = await office.agreement({ ceiling: '4600.00' });
      const ids = await office.received(Array.from({ length: 16 }, () => office.draft(number, units('1'))));
      const results = await times(16, (index) => office.certifies([ids[index] ?? '']));
      expect(answers(results)).toHaveLength(5);
      expect(refusals(results).every((error) => error instanceof AgreementCeilingExceeded)).toBe(true);
      expect((await office.counters(number))[1]).toBe(`${number} 4600.00`);
    });

    it('of one charge certify it once', async () => {
      const { number } = await office.agreement();
      const ids = await office.received([office.draft(number, units('1'))]);
      const results = await times(16, () => office.certifies(ids));
      expect(answers(results)).toHaveLength(1);
      expect(new Set(refusals(results).map(String))).toEqual(
        new Set([
          `ChargeNotInState: Charge ${ids.join()} is CERTIFIED and cannot become CERTIFIED; only RECEIVED can. Nothing was written.`,
        ]),
      );
      expect((await office.counters(number))[1]).toBe(`${number} 920.00`);
    });

    it('of lists in opposite orders wait for each other in one order', async () => {
      const { number } = await office.agreement();
      const ids = await office.received(Array.from({ length: 6 }, () => office.draft(number, units('1'))));
      const results = await times(8, (index) => office.certifies(index % 2 === 0 ? ids : ids.toReversed()));
      expect(answers(results)).toHaveLength(1);
      expect(refusals(results).every((error) => error instanceof ChargeNotInState)).toBe(true);
    });
  });

  it('a ticket is recovered once, and whoever waited for the other is told by which charge', async () => {
    const agreements = [(await office.agreement()).number, (await office.agreement()).number];
    const tickets = [
      { kind: 'TICKET' as const, amount: Money.usd('500.00'), on: a.day('2025-10-06'), number: '724-1' },
    ];
    const trip = (index: number) =>
      a.tripDraft({
        ...{ id: `RACE-${index}`, agreement: agreements[index] ?? '', traveller: `Racer ${index}` },
        ...{ tickets, stays: [] },
      });
    let second: Promise<unknown> = Promise.resolve();
    await office.do(async (tx) => {
      const by = await office.officer(tx, 'MINAMATA.finance');
      await office.books.get(ChargingService).recordTrips(tx, [trip(0)], by, office.books.clock);
      second = office.recordsTrips([trip(1)]).catch((error: unknown) => error);
      await somebodyWaits();
    });
    expect(String(await second)).toBe(
      'TicketRecoveredAlready: A ticket with this number is recovered already, by charge RACE-0: a ticket is charged once. ' +
        'Look at its number again, or have that charge withdrawn first. Nothing was written.',
    );
  });

  describe('a certification and the end of its designation', () => {
    const end = async (tx: Tx): Promise<void> => {
      await anAct(tx);
      await tx.query(`update identity.designation set valid_to = '2024-12-31' where person = 'BRS.certifying'`);
    };
    const standsAgain = (): Promise<void> =>
      office.books.owner.transaction(async (tx) => {
        await anAct(tx);
        await tx.query(`update identity.designation set valid_to = '2099-12-31' where person = 'BRS.certifying'`);
      });

    it('come one after the other: what has begun to certify is waited for', async () => {
      const { number } = await office.agreement();
      const ids = await office.received([office.draft(number, units('1'))]);
      let ending: Promise<void> = Promise.resolve();
      let certified = false;
      await office.do(async (tx) => {
        const officer = await office.officer(tx, 'BRS.certifying');
        await office.books.get(ChargingService).certify(tx, { ids, seen: null }, officer, office.books.clock);
        ending = office.books.owner.transaction(async (other) => {
          await end(other);
          expect(certified).toBe(true);
        });
        await somebodyWaits();
        certified = true;
      });
      await ending;
      await standsAgain();
    });

    it('come one after the other: a certification that has read the officer meets the end', async () => {
      const { number } = await office.agreement();
      const ids = await office.received([office.draft(number, units('1'))]);
      const refused = office.do(async (tx) => {
        const officer = await office.officer(tx, 'BRS.certifying');
        await office.books.owner.transaction(end);
        await office.books.get(ChargingService).certify(tx, { ids, seen: null }, officer, office.books.clock);
      });
      await expect(refused).rejects.toBeInstanceOf(NotDesignated);
      await standsAgain();
    });
  });

  it('two invoices over one charge: one of them', async () => {
    const { number } = await office.agreement();
    const [charge = ''] = await office.certified([office.draft(number)]);
    const results = await times(8, () => office.prepares(number, [charge]));
    expect(answers(results)).toHaveLength(1);
    expect(refusals(results).every((error) => error instanceof ChargeInvoicedAlready)).toBe(true);
  });

  it('credits of one remainder: as many as there are units', async () => {
    const { number } = await office.agreement();
    const issued = await office.invoiced(number, units('10'));
    const credit = {
      invoice: issued.number,
      lines: [{ charge: issued.charge, ...units('3') }],
      reason: 'not delivered',
    };
    const results = await times(8, () => office.credits(credit));
    expect(answers(results)).toHaveLength(3);
    expect(refusals(results).every((error) => error instanceof CreditAboveRemainder)).toBe(true);
    expect((await office.charge(issued.charge)).credited_usd).toBe('8280.00');
  });

  it('one credit note issued by many is one', async () => {
    const { number } = await office.agreement();
    const issued = await office.invoiced(number, units('2'));
    const { id } = await office.credits({
      invoice: issued.number,
      lines: [{ charge: issued.charge, ...units('1') }],
      reason: 'x',
    });
    expect(answers(await times(8, () => office.issues(id)))).toHaveLength(1);
    expect((await office.counters(number))[1]).toBe(`${number} 920.00`);
  });

  it('twenty issues of one provider get numbers without a gap, also when some of them are rolled back', async () => {
    const { number } = await office.agreement();
    const ids = await office.certified(Array.from({ length: 20 }, () => office.draft(number, units('1'))));
    const drafts = await Promise.all(ids.map((id) => office.prepares(number, [id])));
    const rolledBack = new Error('rolled back on purpose');
    const results = await times(20, (index) =>
      office.do(async (tx) => {
        const officer = await office.officer(tx, 'MINAMATA.approving');
        const issued = await office.books
          .get(InvoicingService)
          .issue(tx, { id: drafts[index]?.id ?? '', seen: null }, officer, office.books.clock);
        if (index % 3 === 0) throw rolledBack;
        return issued.seriesNumber;
      }),
    );
    expect(answers(results)).toHaveLength(13);
    expect(refusals(results)).toEqual(Array.from({ length: 7 }, () => rolledBack));
    const rows = await office.db.query<{ series_number: number }[]>(
      `select series_number from invoicing.invoice where provider = 'MINAMATA' and type = 'INVOICE' and number is not null order by 1`,
    );
    expect(rows.map(({ series_number }) => series_number)).toEqual(rows.map((_, index) => index + 1));
  });

  it('a charge recorded while its agreement is being signed is not left provisional', async () => {
    const { number } = await office.agreement({ signed: false });
    const signed = signal();
    const mayCommit = signal();
    const signing = office.do(async (tx) => {
      const agreements = office.books.get(AgreementsService);
      const signedOn = a.day('2025-03-14');
      await agreements.sign(
        tx,
        number,
        { side: 'PROVIDER', signedOn },
        await office.officer(tx, 'MINAMATA.approving'),
        office.books.clock,
      );
      const last = await office.officer(tx, 'BRS.approving');
      const binding = await agreements.sign(tx, number, { side: 'CLIENT', signedOn }, last, office.books.clock);
      await office.books.get(ChargingService).promoteProvisional(tx, binding, last, office.books.clock);
      signed.give();
      await mayCommit.given;
    });
    await signed.given;
    const recording = office.records([office.draft(number)]);
    await somebodyWaits();
    mayCommit.give();
    await signing;
    const [charge] = await recording;
    expect((await office.charge(charge?.id ?? '')).state).toBe('RECORDED');
  });

  it('a charge recorded just before a signature is promoted by it', async () => {
    const { number } = await office.agreement({ signed: false });
    const draft = office.draft(number);
    const recorded = signal();
    const mayCommit = signal();
    const recording = office.do(async (tx) => {
      await office.books
        .get(ChargingService)
        .record(tx, [draft], await office.officer(tx, 'MINAMATA.finance'), office.books.clock);
      recorded.give();
      await mayCommit.given;
    });
    await recorded.given;
    const signing = office.signs(number);
    await somebodyWaits();
    mayCommit.give();
    await Promise.all([recording, signing]);
    expect((await office.charge(draft.id)).state).toBe('RECORDED');
  });

  it('asks for whoever was found, without waiting until it is known who that is', async () => {
    const order: string[] = [];
    const by = { person: 'BRS.certifying', secretariat: 'BRS' };
    const request = { key: 'request-ahead', operation: 'POST /', body: null, secret: office.books.keys.keys.lookup };
    const { body } = await once(office.db, request, {
      prepare: async (tx) => {
        await actIn(tx, by);
        order.push('found');
        return by;
      },
      ahead: (tx) => {
        order.push('asked');
        return tx.query<{ tenant: string }[]>('select current_setting($1) as tenant', ['app.tenant']);
      },
      act: (_tx, _by, asked) => Promise.resolve({ status: 200, body: JSON.stringify({ asked, order }) }),
      refusal: ({ code }) => ({ status: 422, body: code }),
    });
    expect(JSON.parse(body)).toEqual({ asked: [{ tenant: 'BRS' }], order: ['asked', 'found'] });
  });

  describe('one request sent twenty times', () => {
    const send = (key: string, body: unknown, work: (tx: Tx) => Promise<void>) =>
      once(
        office.db,
        { key, operation: 'POST /charges/certification', body, secret: office.books.keys.keys.lookup },
        {
          prepare: async (tx) => {
            const by = { person: 'BRS.certifying', secretariat: 'BRS' };
            await actIn(tx, by);
            return by;
          },
          act: async (tx) => {
            await work(tx);
            return { status: 200, body: '{"certified":true}' };
          },
          refusal: ({ code }) => ({ status: 422, body: JSON.stringify({ code }) }),
        },
      );

    it('has one effect, and one answer', async () => {
      const { number } = await office.agreement();
      const ids = await office.received([office.draft(number, units('1'))]);
      const certify = async (tx: Tx): Promise<void> => {
        const officer = await office.officer(tx, 'BRS.certifying');
        await office.books.get(ChargingService).certify(tx, { ids, seen: null }, officer, office.books.clock);
      };
      const results = await times(20, () => send('request-0001', { ids }, certify));
      expect(refusals(results)).toEqual([]);
      expect(answers(results).filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(new Set(answers(results).map(({ status, body }) => `${status} ${body}`))).toEqual(
        new Set(['200 {"certified":true}']),
      );
      expect((await office.counters(number))[1]).toBe(`${number} 920.00`);
    });

    it('writes its key with its answer, in one row, and none before', async () => {
      const keys = 'select count(*) as keys from platform.request_key where key = $1';
      const before: unknown[] = [];
      await send(
        'request-row',
        {},
        async (tx) => void before.push(...(await tx.query<unknown[]>(keys, ['request-row']))),
      );
      expect(before).toEqual([{ keys: '0' }]);
      expect(await office.db.query(keys, ['request-row'])).toEqual([{ keys: '1' }]);
    });

    it('takes back all that the slower one did, whatever it was', async () => {
      const { number } = await office.agreement();
      const record = async (tx: Tx): Promise<void> => {
        const officer = await office.officer(tx, 'MINAMATA.finance');
        await office.books
          .get(ChargingService)
          .record(tx, [{ ...office.draft(number, units('1')), id: null }], officer, office.books.clock);
        await actIn(tx, { person: 'BRS.certifying', secretariat: 'BRS' });
      };
      const results = await times(8, () => send('request-twice', {}, record));
      expect(refusals(results)).toEqual([]);
      expect(answers(results).filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(
        await office.db.query('select count(*) as charges from charging.charge where agreement = $1', [number]),
      ).toEqual([{ charges: '1' }]);
    });

    it('with another body under the same key is refused', async () => {
      const nothing = () => Promise.resolve();
      await send('request-0002', { ids: ['A'] }, nothing);
      await expect(send('request-0002', { ids: ['B'] }, nothing)).rejects.toBeInstanceOf(RequestKeyReused);
      await expect(send('request-0002', { ids: ['A'] }, nothing)).resolves.toMatchObject({ replayed: true });
    });

    it('is refused once, and the refusal is the answer of every repeat, whatever has changed since', async () => {
      const refuses = () => Promise.reject(new RequestKeyReused('some rule'));
      const refusal = { status: 422, body: '{"code":"REQUEST_KEY_REUSED"}' };
      const first = await times(20, () => send('request-0004', {}, refuses));
      expect(answers(first).filter(({ replayed }) => !replayed)).toHaveLength(1);
      for (const answer of answers(first)) expect(answer).toMatchObject(refusal);
      const later = await send('request-0004', {}, () => Promise.resolve());
      expect(later).toEqual({ ...refusal, replayed: true });
    });

    it('is judged anew where it was refused only as of the moment', async () => {
      const stopped = () => Promise.reject(new VerificationFailed());
      await expect(send('request-0005', {}, stopped)).rejects.toBeInstanceOf(VerificationFailed);
      await expect(send('request-0005', {}, () => Promise.resolve())).resolves.toMatchObject({ replayed: false });
    });

    it('that was quicker has answered it, also where it is refused as of the moment', async () => {
      const slower = async (): Promise<void> => {
        await send('request-0006', {}, () => Promise.resolve());
        throw new VerificationFailed(); // posting was stopped in between
      };
      await expect(send('request-0006', {}, slower)).resolves.toEqual({
        ...{ status: 200, body: '{"certified":true}', replayed: true },
      });
    });

    it('that failed the first time may be sent again', async () => {
      const fails = () => Promise.reject(new Error('the connection broke'));
      await expect(send('request-0003', {}, fails)).rejects.toThrow('the connection broke');
      await expect(send('request-0003', {}, () => Promise.resolve())).resolves.toMatchObject({ replayed: false });
    });
  });

  it('a mixed load comes through, and the books are sound afterwards', async () => {
    const numbers = [(await office.agreement()).number, (await office.agreement()).number];
    const work = async (index: number): Promise<void> => {
      const number = numbers[index % 2] ?? '';
      const issued = await office.invoiced(number, units('2'));
      const draft = await office.credits({
        invoice: issued.number,
        lines: [{ charge: issued.charge, ...units('1') }],
        reason: 'x',
      });
      if (index % 3 === 0) await office.discards(draft.id);
      else await office.issues(draft.id);
      if (index % 4 === 0) {
        await office.settles({
          documents: [issued.number],
          method: 'JOURNAL_VOUCHER',
          externalNumber: `JV-${index}`,
          valueOn: a.day('2025-12-31'),
        });
      }
    };
    expect(refusals(await times(18, work))).toEqual([]);
    const audit = await inSnapshot(office.db, (tx) =>
      office.books.get(AuditService).audit(tx, Biennium.of('2024-2025'), office.books.clock),
    );
    expect(audit.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(audit.checks).toHaveLength(9);
  });
});
