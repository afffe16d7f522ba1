import {
  AgreementsService,
  AgreementCeilingExceeded,
  AlreadySigned,
  BudgetLineOfAnotherFund,
  DeliveredOutsideAgreement,
  DeliveredOutsideBiennium,
  FamilyNotInAgreement,
  FundOfTheOtherSide,
  SignedInTheFuture,
  UnknownAgreement,
  UnknownMeeting,
} from '#agreements';
import { BudgetLineExceeded, UnknownBudgetLine, UnknownSplitKey } from '#budget';
import {
  ActualCostMissing,
  ChargeChangedMeanwhile,
  chargesById,
  ChargingService,
  ChargeIdTaken,
  ChargeIsProvisional,
  ChargeNotInState,
  DeliveredInTheFuture,
  NightTwice,
  SupportCostTwice,
  TicketRecoveredAlready,
  TripCodedDirectly,
  UnknownCharge,
} from '#charging';
import { ActsForTheOtherSide, NotDesignated, SamePerson, UnknownPerson, UnknownSecretariat } from '#identity';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Money, Quantity } from '#kernel';
import { inTransaction } from '#platform';
import { NoRateInForce, UnknownServiceItem } from '#rates';
import * as a from '../support/a.ts';
import { nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

const units = (quantity: string) => ({ quantity: Quantity.of(quantity) });

describe('through the services', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const refused = (work: () => Promise<unknown>): Promise<unknown> => nothingWritten(office.db, work);

  describe('an agreement', () => {
    const drafted = async (terms: Parameters<typeof a.terms>[0], by = 'MINAMATA.finance'): Promise<unknown> => {
      const valid = await office.terms();
      return refused(() =>
        office.do(async (tx) =>
          office.books
            .get(AgreementsService)
            .draft(tx, { ...valid, ...terms }, await office.officer(tx, by), office.books.clock),
        ),
      );
    };

    it('is between known secretariats, for a known meeting', async () => {
      expect(await drafted({ provider: 'UNEP' })).toBeInstanceOf(UnknownSecretariat);
      expect(await drafted({ client: 'UNEP' })).toBeInstanceOf(UnknownSecretariat);
      expect(await drafted({ meeting: 'COP-99' })).toBeInstanceOf(UnknownMeeting);
    });

    it('shares its cost by known keys over known lines of the client', async () => {
      const families = ['DOCUMENTS', 'REGISTRATION', 'TRAVEL'];
      const allocated = (splitKey: string | null, budgetLines: Record<string, string>) => ({
        clientAllocation: [{ families, splitKey, budgetLines }],
      });
      const line = `RO-${(await office.agreement()).number}`;
      expect(await drafted(allocated('HALVES', { BC: line }))).toBeInstanceOf(UnknownSplitKey);
      expect(await drafted(allocated(null, { BC: 'BC-NOWHERE' }))).toBeInstanceOf(UnknownBudgetLine);
      expect(await drafted(allocated(null, { BC: line }))).toBeInstanceOf(BudgetLineOfAnotherFund);
      expect(await drafted({ providerCredit: { weights: [['BC', '1']] } })).toBeInstanceOf(FundOfTheOtherSide);
    });

    it('is drafted by a finance officer of one of the two', async () => {
      expect(await drafted({}, 'MINAMATA.approving')).toBeInstanceOf(NotDesignated);
      expect(await drafted({}, 'BRS.nobody')).toBeInstanceOf(NotDesignated);
      expect(await drafted({}, 'NOBODY')).toBeInstanceOf(UnknownPerson);
    });

    it('is signed once by each side’s approving officer', async () => {
      const { number } = await office.agreement({ signed: false });
      const sign = (side: 'PROVIDER' | 'CLIENT', by: string, signedOn = '2025-03-14') =>
        office.do(async (tx) => {
          const signing = { side, signedOn: a.day(signedOn) };
          return office.books
            .get(AgreementsService)
            .sign(tx, number, signing, await office.officer(tx, by), office.books.clock);
        });
      expect(await refused(() => sign('PROVIDER', 'BRS.approving'))).toBeInstanceOf(ActsForTheOtherSide);
      expect(await refused(() => sign('PROVIDER', 'MINAMATA.finance'))).toBeInstanceOf(NotDesignated);
      expect(await refused(() => sign('PROVIDER', 'MINAMATA.approving', '2026-01-01'))).toBeInstanceOf(
        SignedInTheFuture,
      );
      expect((await sign('PROVIDER', 'MINAMATA.approving')).state).toBe('HALF_SIGNED');
      expect(await refused(() => sign('PROVIDER', 'MINAMATA.approving'))).toBeInstanceOf(AlreadySigned);
      expect((await sign('CLIENT', 'BRS.approving')).state).toBe('SIGNED');
      expect(await refused(() => sign('CLIENT', 'BRS.approving'))).toBeInstanceOf(AlreadySigned);
    });
  });

  describe('a charge', () => {
    const recorded = (agreement: string, facts: Parameters<typeof a.chargeDraft>[0], by?: string): Promise<unknown> =>
      refused(() => office.records([office.draft(agreement, facts)], by));

    it('is of a known agreement and a known service', async () => {
      const { number } = await office.agreement();
      expect(await recorded('CRA-NONE', {})).toBeInstanceOf(UnknownAgreement);
      expect(await recorded(number, { item: 'DOC-NIL' })).toBeInstanceOf(UnknownServiceItem);
    });

    it('has a rate in force', async () => {
      const { number } = await office.agreement({ terms: { effectiveOn: a.day('2024-01-01') } });
      expect(await recorded(number, { deliveredOn: a.day('2024-12-31') })).toBeInstanceOf(NoRateInForce);
      const badges = { item: 'BDG-RNT', quantity: Quantity.of('1') };
      expect(
        await recorded(number, { ...badges, actualCost: Money.of('85.00', 'CHF'), deliveredOn: a.day('2025-03-31') }),
      ).toBeInstanceOf(NoRateInForce);
      expect(await recorded(number, { ...badges, actualCost: Money.of('85', 'XOF') })).toBeInstanceOf(NoRateInForce);
      expect(
        (
          await office.records([office.draft(number, { ...badges, actualCost: Money.of('85.00', 'CHF') })])
        )[0]?.amountUsd.toString(),
      ).toBe('103.16');
    });

    it('is delivered within its agreement, its biennium and the past', async () => {
      const { number } = await office.agreement({
        terms: { effectiveOn: a.day('2023-06-01'), endsOn: a.day('2026-06-30') },
      });
      expect(await recorded(number, { deliveredOn: a.day('2023-05-31') })).toBeInstanceOf(DeliveredOutsideAgreement);
      expect(await recorded(number, { deliveredOn: a.day('2023-12-31') })).toBeInstanceOf(DeliveredOutsideBiennium);
      expect(await recorded(number, { deliveredOn: a.day('2026-01-01') })).toBeInstanceOf(DeliveredOutsideBiennium);
      office.books.clock.set(a.day('2025-06-01'));
      expect(await recorded(number, { deliveredOn: a.day('2025-06-02') })).toBeInstanceOf(DeliveredInTheFuture);
      await expect(office.records([office.draft(number, { deliveredOn: a.day('2025-06-01') })])).resolves.toHaveLength(
        1,
      );
      office.books.clock.set(a.day('2025-12-31'));
    });

    it('bears programme support cost once', async () => {
      const { number } = await office.agreement();
      expect(await recorded(number, { item: 'DOC-FUL' })).toBeInstanceOf(SupportCostTwice);
      const included = await office.agreement({ terms: { programmeSupportCost: 'INCLUDED_IN_RATE' } });
      await expect(office.records([office.draft(included.number, { item: 'DOC-FUL' })])).resolves.toHaveLength(1);
    });

    it('is recorded by a finance officer of the provider', async () => {
      const { number } = await office.agreement();
      expect(await recorded(number, {}, 'BRS.finance')).toBeInstanceOf(ActsForTheOtherSide);
      expect(await recorded(number, {}, 'MINAMATA.approving')).toBeInstanceOf(NotDesignated);
    });

    it('comes with all the others of its list, or none of them', async () => {
      const { number } = await office.agreement();
      const list = [
        office.draft(number),
        office.draft(number, { deliveredOn: a.day('2025-02-28') }),
        office.draft(number),
      ];
      expect(await refused(() => office.records(list))).toMatchObject({
        constructor: DeliveredOutsideAgreement,
        pointer: '/1/deliveredOn',
      });
      const once = office.draft(number);
      expect(await refused(() => office.records([once, once]))).toBeInstanceOf(ChargeIdTaken);
      await office.records([once]);
      expect(await refused(() => office.records([once]))).toBeInstanceOf(ChargeIdTaken);
    });

    it('is of a family that the agreement covers', async () => {
      const { number } = await office.agreement({ terms: { families: ['DOCUMENTS'] } });
      expect(await recorded(number, { item: 'REG-PAX' })).toBeInstanceOf(FamilyNotInAgreement); // though it has a place
      const all = await office.agreement();
      expect(await recorded(all.number, { item: 'BDG-RNT' })).toBeInstanceOf(ActualCostMissing);
    });
  });

  it('a charge is answered at each step as it is read afterwards', async () => {
    const { number } = await office.agreement();
    const read = (ids: readonly string[]) => inTransaction(office.db, (tx) => chargesById(tx, ids));
    const facts = { item: 'BDG-RNT', actualCost: Money.of('100.07', 'CHF'), evidence: 'EV-1', note: 'Rent' };
    const recorded = await office.records([office.draft(number, units('1')), office.draft(number, facts)]);
    const ids = recorded.map(({ id }) => id);
    expect([...recorded].reverse()).toEqual(await read(ids));
    expect(await office.receives(ids)).toEqual(await read(ids));
    expect(await office.certifies(ids)).toEqual(await read(ids));
    expect((await read(ids)).map(({ state, version }) => `${state} ${version}`)).toEqual([
      'CERTIFIED 3',
      'CERTIFIED 3',
    ]);
  });

  describe('a trip', () => {
    const trip = (agreement: string, id: string, facts: Parameters<typeof a.tripDraft>[0] = {}) =>
      a.tripDraft({ id, agreement, traveller: id, ...facts });
    const ticket = (number: string) => [
      { kind: 'TICKET' as const, amount: Money.usd('500.00'), on: a.day('2025-10-06'), number },
    ];

    it('recovers a ticket once, and pays a night of a person once, whoever asks', async () => {
      const { number } = await office.agreement();
      const other = await office.agreement();
      await office.recordsTrips([trip(number, 'ZM-1', { tickets: ticket('724-100') })]);
      expect(
        await refused(() => office.recordsTrips([trip(other.number, 'ZM-2', { tickets: ticket('724-100') })])),
      ).toBeInstanceOf(TicketRecoveredAlready);
      expect(
        await refused(() => office.recordsTrips([trip(other.number, 'ZM-3', { traveller: 'ZM-1', tickets: [] })])),
      ).toBeInstanceOf(NightTwice);
      const together = [trip(number, 'KE-1', { traveller: 'KE' }), trip(number, 'KE-2', { traveller: 'KE' })];
      expect(await refused(() => office.recordsTrips(together))).toBeInstanceOf(NightTwice);
    });

    it('coded directly to the client’s fund is charged with the fee only', async () => {
      const { number } = await office.agreement({ terms: { travelMode: 'DIRECT_CODING' } });
      expect(await refused(() => office.recordsTrips([trip(number, 'FJ-1')]))).toBeInstanceOf(TripCodedDirectly);
      const [fee] = await office.records([office.draft(number, { item: 'TRV-PRC', ...units('6') })]);
      expect(fee?.amountUsd.toString()).toBe('870.00');
    });
  });

  describe('what is delivered before the signatures', () => {
    it('is provisional, and goes no further until the second of them', async () => {
      const { number } = await office.agreement({ signed: false });
      const [charge] = await office.records([office.draft(number, units('1'))]);
      const id = charge?.id ?? '';
      expect((await office.charge(id)).state).toBe('PROVISIONAL');
      expect(await refused(() => office.receives([id]))).toBeInstanceOf(ChargeIsProvisional);
      expect(await refused(() => office.certifies([id]))).toBeInstanceOf(ChargeIsProvisional);
      await office.signs(number);
      expect((await office.charge(id)).state).toBe('RECORDED');
      await office.receives([id]);
      await office.certifies([id]);
      expect((await office.charge(id)).state).toBe('CERTIFIED');
    });
  });

  describe('a certification', () => {
    it('crosses no ceiling of a budget line, and leaves every counter as it was', async () => {
      const { number } = await office.agreement({ allotment: '306.66' });
      const ids = await office.received([office.draft(number, units('1'))]);
      expect(await refused(() => office.certifies(ids))).toMatchObject({
        constructor: BudgetLineExceeded,
        message: expect.stringMatching(
          `${number} allows USD 306.66 .* bears USD 0.00, so USD 306.66 is left; USD 306.67 more would bring it to USD 306.67`,
        ),
      });
      expect(await office.counters(number)).toEqual([
        `BC-${number} 0.00`,
        `${number} 0.00`,
        `RO-${number} 0.00`,
        `SC-${number} 0.00`,
      ]);
      const enough = await office.agreement({ allotment: '306.67' });
      await office.certified([office.draft(enough.number, units('1'))]);
      expect(await office.counters(enough.number)).toEqual([
        `BC-${enough.number} 306.67`,
        `${enough.number} 920.00`,
        `RO-${enough.number} 306.67`,
        `SC-${enough.number} 306.66`,
      ]);
    });

    it('crosses no ceiling of an agreement, in one go or in parts', async () => {
      const { number } = await office.agreement({ ceiling: '1839.99' });
      const ids = await office.received([office.draft(number, units('1')), office.draft(number, units('1'))]);
      expect(await refused(() => office.certifies(ids))).toMatchObject({
        constructor: AgreementCeilingExceeded,
        message: expect.stringContaining(
          'allows USD 1,839.99 and bears USD 0.00, so USD 1,839.99 is left; USD 1,840.00 more would bring it to USD 1,840.00',
        ),
      });
      await office.certifies(ids.slice(0, 1));
      expect(await refused(() => office.certifies(ids.slice(1)))).toBeInstanceOf(AgreementCeilingExceeded);
      expect((await office.counters(number)).at(0)).toBe(`BC-${number} 306.67`);
    });

    it('is by another person than recorded or received it', async () => {
      const { number } = await office.agreement();
      const [charge] = await office.records([office.draft(number, units('1'))]);
      const ids = [charge?.id ?? ''];
      await office.receives(ids, 'BRS.deputy');
      expect(await refused(() => office.certifies(ids, 'BRS.deputy'))).toMatchObject({
        constructor: SamePerson,
        message: expect.stringContaining('BRS.deputy has received this'),
      });
      await office.certifies(ids);
    });

    it('is by an officer designated today for each fund that bears a share', async () => {
      const { number } = await office.agreement();
      const ids = await office.received([office.draft(number, units('1'))]);
      expect(await refused(() => office.certifies(ids, 'BRS.basel'))).toBeInstanceOf(NotDesignated);
      expect(await refused(() => office.certifies(ids, 'BRS.acting'))).toBeInstanceOf(NotDesignated);
      expect(await refused(() => office.certifies(ids, 'BRS.finance'))).toBeInstanceOf(NotDesignated);
      expect(await refused(() => office.certifies(ids, 'MINAMATA.certifying'))).toBeInstanceOf(ActsForTheOtherSide);
    });

    it('is of a charge that is received, once', async () => {
      const { number } = await office.agreement();
      const [charge] = await office.records([office.draft(number, units('1'))]);
      const ids = [charge?.id ?? ''];
      expect(await refused(() => office.certifies(ids))).toBeInstanceOf(ChargeNotInState);
      await office.receives(ids);
      expect(await refused(() => office.receives(ids))).toBeInstanceOf(ChargeNotInState);
      await office.certifies(ids);
      expect(await refused(() => office.certifies(ids))).toBeInstanceOf(ChargeNotInState);
      expect(await refused(() => office.certifies(['C-NONE']))).toBeInstanceOf(UnknownCharge);
    });

    it('is of the charge as it was seen', async () => {
      const { number } = await office.agreement();
      const ids = await office.received([office.draft(number, units('1'))]);
      expect(await refused(() => office.certifies(ids, 'BRS.certifying', 1))).toBeInstanceOf(ChargeChangedMeanwhile);
      await office.certifies(ids, 'BRS.certifying', 2);
      expect((await office.charge(ids[0] ?? '')).version).toBe(3);
    });

    it('of many charges with one that cannot be certified certifies none', async () => {
      const { number } = await office.agreement();
      const ids = await office.received([office.draft(number, units('1')), office.draft(number, units('1'))]);
      const [late] = await office.records([office.draft(number, units('1'))]);
      expect(await refused(() => office.certifies([...ids, late?.id ?? '']))).toBeInstanceOf(ChargeNotInState);
    });
  });

  it('the units are confirmed by the client', async () => {
    const { number } = await office.agreement();
    const [charge] = await office.records([office.draft(number, units('1'))]);
    const ids = [charge?.id ?? ''];
    expect(await refused(() => office.receives(ids, 'MINAMATA.finance'))).toBeInstanceOf(ActsForTheOtherSide);
    expect(await refused(() => office.receives(ids, 'BRS.certifying'))).toBeInstanceOf(NotDesignated);
    expect(await refused(() => office.receives(ids, 'BRS.finance', 7))).toBeInstanceOf(ChargeChangedMeanwhile);
  });

  it.each(['receive', 'certify'] as const)('whoever reads for both sides is told who may %s a charge', async (step) => {
    const { number } = await office.agreement();
    const [charge] = await office.records([office.draft(number, units('1'))]);
    const auditor = a.officer({ person: 'BRS.joint', designations: [{ duty: 'JOINT_AUDITOR', fund: '' }] });
    const named = (id: string) => ({ ids: [id], seen: null });
    const asked = (id: string) =>
      refused(() =>
        office.do(async (tx) => {
          await tx.query(
            `select set_config('app.tenant', 'BRS', true), set_config('app.mandate', 'BRS,MINAMATA', true)`,
          );
          return office.books.get(ChargingService)[step](tx, named(id), auditor, office.books.clock);
        }),
      );
    expect(await asked(charge?.id ?? '')).toBeInstanceOf(NotDesignated);
    expect(await asked('C-NONE')).toBeInstanceOf(UnknownCharge);
  });
});
