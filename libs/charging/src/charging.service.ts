import { AgreementsService, type ServiceAgreement, UnknownAgreement } from '#agreements';
import { BudgetService } from '#budget';
import { certifyingOn, IdentityService, type Officer } from '#identity';
import { at, type Clock, type Money, refuseAll, today } from '#kernel';
import { chargeCertified, LedgerService } from '#ledger';
import { recordEvent, recordEvents, type Tx } from '#platform';
import { RateCard, RatesService, TravelRates, tripItem, UnknownServiceItem } from '#rates';
import { TravellersService } from '#travellers';
import { Injectable } from '@nestjs/common';
import {
  afterTheirStep,
  certifiable,
  certificationFacts,
  type CertifiableCharge,
  type Certifying,
  fundsOf,
  type Moved,
  sayWhichIsBeyond,
  sumByAgreement,
  sumByBudgetLine,
  sumByFund,
} from './certification.ts';
import { found, spanOf, unique } from './batch.ts';
import { Charge, type ChargeDraft, type TripDraft } from './charge.ts';
import { actOn, actsOn, certifying, checkStep, receiving, recording } from './charge-acts.ts';
import { keepCharges } from './charge-keeping.service.ts';
import { type ChargeInState, checkSeen, checkTransition } from './charge-states.ts';
import { chargesOnTheirWay, type ChargeView } from './charges.query.ts';
import { checkEach, missing, type NamedCharges, seenOf } from './each-charge.ts';
import { lockedCharges } from './locked-charges.query.ts';

/** A draft whose id the books are to give, where it is null. */
export type ToBeNumbered<T extends { readonly id: string }> = Omit<T, 'id'> & { readonly id: string | null };

/** Charges to be certified. */
export interface ChargesToCertify extends NamedCharges {
  /** Why they come late, for those delivered in a month that is closed; absent where none is. */
  readonly adjustmentReason?: string | undefined;
}

/** Where in its request the n-th charge stands, for errors: a JSON pointer, "" for a request that is the charge. */
export type Place = (index: number) => string;

/** How charges are named by whoever records them. */
export interface Naming {
  readonly place: Place;
  /** The request of each charge, where each has one of its own and all of them are one officer's; null where one records all. */
  readonly requestIds: readonly string[] | null;
}

function inList(drafts: readonly unknown[]): Place {
  return (index) => (drafts.length === 1 ? '' : `/${index}`);
}

/** What recording asks first: the agreements, held, and the services, by their codes. */
export interface Recording {
  readonly agreements: Awaited<ReturnType<AgreementsService['hold']>>;
  readonly items: Awaited<ReturnType<RatesService['items']>>;
}

/** What a credit note gives back of a charge, as far as the charge keeps count of it. */
export interface HeldCredit {
  readonly charge: string;
  readonly quantity: string;
  readonly amount: Money;
  readonly shares: readonly { readonly side: 'CLIENT' | 'PROVIDER'; readonly fund: string; readonly amount: Money }[];
}

@Injectable()
export class ChargingService {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly budget: BudgetService,
    private readonly rates: RatesService,
    private readonly ledger: LedgerService,
    private readonly identity: IdentityService,
    private readonly travellers: TravellersService,
  ) {}

  /** What `record` asks first, for whoever sends it along with finding out who asks: it holds the agreements. */
  async aheadOfRecording(tx: Tx, drafts: readonly { agreement: string; item: string }[]): Promise<Recording> {
    const [agreements, items] = await Promise.all([
      this.agreements.hold(tx, unique(drafts.map(({ agreement }) => agreement))),
      this.rates.items(tx, unique(drafts.map(({ item }) => item))),
    ]);
    return { agreements, items };
  }

  /** Records any number of charges, all or none. Errors: those of Charge.record, with the place in the list; ChargeIdTaken. */
  async record(
    tx: Tx,
    drafts: readonly ToBeNumbered<ChargeDraft>[],
    by: Officer,
    clock: Clock,
    { place = inList(drafts), requestIds = null }: Partial<Naming> = {},
    ahead: Recording | null = null,
  ): Promise<ChargeView[]> {
    const { agreements, items } = ahead ?? (await this.aheadOfRecording(tx, drafts));
    checkUnder(agreements, drafts, by, place);
    for (const [index, { item }] of drafts.entries()) {
      if (!items.has(item)) throw new UnknownServiceItem(item, `${place(index)}/item`);
    }
    const span = spanOf(drafts.map(({ deliveredOn }) => deliveredOn));
    const providers = unique([...agreements.values()].map(({ provider }) => provider));
    const [numbered, rateCard, splitKeys] = await Promise.all([
      this.numbered(tx, drafts),
      this.rates.rateCard(tx, { providers, items: [...items.keys()] }, span),
      this.budget.splitKeys(tx, unique([...agreements.values()].flatMap((agreement) => agreement.splitKeys)), span),
    ]);
    const currencies = [...rateCard.currencies, ...drafts.flatMap(({ actualCost }) => actualCost?.currency.code ?? [])];
    const books = {
      rateCard,
      operationalRates: await this.rates.operationalRates(tx, unique(currencies), span),
      travelRates: new TravelRates([], []), // a charge has no nights
      splitKeys,
    };
    const written = drafts.map(({ traveller: text }) => (text === null ? null : { text, party: null }));
    const travellers = await this.travellers.refer(tx, written, by, clock, place);
    const recorded = { by: by.person, at: clock.now(), on: today(clock) };
    const priced = numbered.map((draft, index) =>
      at(place(index), () =>
        Charge.record(
          { ...draft, traveller: travellers[index] ?? null },
          found(agreements, draft.agreement),
          found(items, draft.item),
          books,
          recorded,
        ),
      ),
    );
    return keepCharges(tx, priced, by, clock, { travellers: this.travellers, place, requestIds });
  }

  /** Records trips of sponsored delegates, all or none. Errors: those of Charge.recordTrip; NightTwice, TicketRecoveredAlready. */
  async recordTrips(
    tx: Tx,
    drafts: readonly ToBeNumbered<TripDraft>[],
    by: Officer,
    clock: Clock,
    place: Place = inList(drafts),
  ): Promise<ChargeView[]> {
    const [numbered, agreements, items] = await Promise.all([
      this.numbered(tx, drafts),
      this.agreements.hold(tx, unique(drafts.map(({ agreement }) => agreement))),
      this.rates.items(tx, [tripItem]),
    ]);
    checkUnder(agreements, drafts, by, place);
    const item = found(items, tripItem);
    const span = spanOf(
      drafts.flatMap(({ endedOn, tickets, stays }) => [
        endedOn,
        ...tickets.map(({ on }) => on),
        ...stays.flatMap(({ first, count }) => [first, first.plusDays(count)]),
      ]),
    );
    const travelRates = await this.rates.travelRates(
      tx,
      unique(drafts.flatMap(({ stays }) => stays.map(({ place }) => place))),
      span.last,
    );
    const currencies = [
      ...travelRates.currencies,
      ...drafts.flatMap(({ tickets }) => tickets.map(({ amount }) => amount.currency.code)),
    ];
    const books = {
      rateCard: new RateCard([]), // a trip is at actual cost
      operationalRates: await this.rates.operationalRates(tx, unique(currencies), span),
      travelRates,
      splitKeys: await this.budget.splitKeys(
        tx,
        unique([...agreements.values()].flatMap(({ splitKeys }) => splitKeys)),
        span,
      ),
    };
    const written = drafts.map(({ traveller: text, party }) => ({ text, party }));
    const travellers = await this.travellers.refer(tx, written, by, clock, place);
    const recorded = { by: by.person, at: clock.now(), on: today(clock) };
    const priced = numbered.map((draft, index) =>
      at(place(index), () =>
        Charge.recordTrip(
          { ...draft, traveller: travellers[index] ?? draft.traveller },
          found(agreements, draft.agreement),
          item,
          books,
          recorded,
        ),
      ),
    );
    return keepCharges(tx, priced, by, clock, { travellers: this.travellers, place });
  }

  /** What `certify` asks first, for whoever sends it along with finding out who asks: it holds the designations, then locks the charges. */
  async aheadOfCertifying(
    tx: Tx,
    ids: readonly string[],
    clock: Clock,
    person: string | null = null,
  ): Promise<Certifying> {
    const [held, views] = await Promise.all([
      this.identity.holdCertifying(tx, today(clock), person),
      chargesOnTheirWay(tx, ids),
    ]);
    return { held, views };
  }

  /** The client confirms the units. Returns the charges as they are then. Errors: UnknownCharge, ChargeIsProvisional, ChargeNotInState, SamePerson, NotDesignated. */
  async receive(
    tx: Tx,
    charges: NamedCharges,
    by: Officer,
    clock: Clock,
    ahead: ChargeView[] | null = null,
  ): Promise<ChargeView[]> {
    const views = ahead ?? (await chargesOnTheirWay(tx, charges.ids));
    const locked = await this.checked(tx, charges, views, (charge) => checkStep(receiving(charge), charge, by));
    const [, [received]] = await Promise.all([
      recordEvents(tx, actsOn('CHARGES_RECEIVED', charges, 'RECEIVED', locked, by), clock.now()),
      tx.query<[Moved[], number]>(
        `update charging.charge set state = 'RECEIVED', received_by = $2, received_at = $3, version = version + 1 where id = any($1)
         returning id, state, version, received_by as "receivedBy", received_at as "receivedAt"`,
        [charges.ids, by.person, clock.now()],
      ),
    ]);
    return afterTheirStep(views, received);
  }

  /**
   * The client's certifying officer accepts the cost: the three ceilings (the funds' cash, the budget lines' allotments, the
   * agreement's) are taken up and the charge is posted in both books, all of it or nothing. Delivered in a month that is
   * closed meanwhile, it is posted today as a prior-period adjustment of the biennium of its delivery.
   * Holds the officer's designations, so that none ends before this is done; then locks charges, then the totals of the postings,
   * then funds, budget lines and agreements, each in the order of their keys, as every command does. Returns the charges as they
   * are then.
   * Errors: UnknownCharge, ChargeIsProvisional, ChargeNotInState, SamePerson, NotDesignated (by fund), FundCashExceeded,
   *         BudgetLineExceeded, AgreementCeilingExceeded, AdjustmentNeedsReason, PeriodIsClosed.
   */
  async certify(
    tx: Tx,
    charges: ChargesToCertify,
    by: Officer,
    clock: Clock,
    ahead: Certifying | null = null,
  ): Promise<ChargeView[]> {
    const { held, views } = ahead ?? (await this.aheadOfCertifying(tx, charges.ids, clock, by.person));
    const officer = certifyingOn(by, held);
    const locked = await this.checked(tx, charges, views, (charge) =>
      checkStep(certifying(charge, fundsOf(charge)), charge, officer),
    );
    const pairs = locked.map((charge) => chargeCertified(certificationFacts(charge)));
    const [placed, , [certified]] = await Promise.all([
      this.ledger.place(tx, pairs, clock, charges.adjustmentReason ?? null),
      recordEvents(tx, actsOn('CHARGES_CERTIFIED', charges, 'CERTIFIED', locked, by), clock.now()),
      tx.query<[Moved[], number]>(
        `update charging.charge set state = 'CERTIFIED', certified_by = $2, certified_at = $3, version = version + 1 where id = any($1)
         returning id, state, version, certified_by as "certifiedBy", certified_at as "certifiedAt"`,
        [charges.ids, by.person, clock.now()],
      ),
    ]);
    // Sent together and run in this order, what most others wait for last; whichever is refused takes all of them back.
    await Promise.all([
      this.ledger.write(tx, placed, by, clock),
      this.budget.drawCash(tx, sumByFund(locked)),
      this.budget.charge(tx, sumByBudgetLine(locked)),
      this.agreements.charge(tx, sumByAgreement(locked)),
    ]).catch((refusal: unknown) => sayWhichIsBeyond(refusal, charges, locked));
    return afterTheirStep(views, certified);
  }

  /** Once an agreement has both signatures, what was delivered before is provisional no more. Returns how many. */
  async promoteProvisional(tx: Tx, agreement: ServiceAgreement, by: Officer, clock: Clock): Promise<number> {
    if (!agreement.isSigned) return 0;
    const provisional = await tx.query<Pick<ChargeInState, 'id' | 'state'>[]>(
      `select id, state from charging.charge where agreement = $1 and state = 'PROVISIONAL' order by id for no key update`,
      [agreement.number],
    );
    const ids = provisional.map(({ id }) => id);
    await recordEvent(tx, actOn('CHARGES_PROMOTED', ids, 'RECORDED', provisional), by, clock.now());
    await tx.query(`update charging.charge set state = 'RECORDED', version = version + 1 where id = any($1)`, [ids]);
    return ids.length;
  }

  /**
   * Marks charges as they go with their invoice. For invoicing, which holds the invoice locked.
   * Errors: ChargeNotInState.
   */
  async follow(tx: Tx, ids: readonly string[], to: 'INVOICED' | 'SETTLED'): Promise<void> {
    const from = to === 'INVOICED' ? 'CERTIFIED' : 'INVOICED';
    const [, changed] = await tx.query<[unknown, number]>(
      `update charging.charge set state = $2, version = version + 1 where id = any($1) and state = $3`,
      [ids, to, from],
    );
    if (to === 'INVOICED' && changed !== ids.length) {
      for (const charge of await this.lock(tx, { ids, seen: null })) checkTransition(charge, to);
    }
  }

  /** Errors: ChargeIsProvisional, ChargeNotInState, at each charge. */
  checkAll(named: NamedCharges, charges: readonly ChargeInState[], to: ChargeInState['state']): void {
    checkEach(named, charges, (charge) => checkTransition(charge, to));
  }

  /** Sets aside what a credit note is to give back, so that no second one can. The charges are locked before. */
  async holdCredits(tx: Tx, credits: readonly HeldCredit[]): Promise<void> {
    await tx.query(
      `with held as (
         select * from json_to_recordset($1) as credit (charge text, quantity numeric, amount numeric, shares json)
       ), shares as (
         update charging.charge_allocation as allocation set credited_usd = credited_usd + share.amount
         from held cross join lateral json_to_recordset(held.shares) as share (side text, fund text, amount numeric)
         where allocation.charge = held.charge and allocation.side = share.side and allocation.fund = share.fund
       )
       update charging.charge set credited_usd = credited_usd + held.amount,
         credited_quantity = credited_quantity + held.quantity, version = version + 1
       from held where charge.id = held.charge`,
      [JSON.stringify(credits)],
    );
  }

  /** Gives back what a discarded credit note had set aside. The charges are locked before. */
  async releaseCredits(tx: Tx, creditNote: string): Promise<void> {
    await tx.query(
      `with shares as (
         update charging.charge_allocation as allocation set credited_usd = credited_usd + share.amount_usd
         from invoicing.line_share_view as share
         where share.invoice = $1 and allocation.charge = share.charge and allocation.side = share.side and allocation.fund = share.fund
       )
       update charging.charge set credited_usd = credited_usd + line.amount_usd,
         credited_quantity = credited_quantity + line.quantity, version = version + 1
       from invoicing.credit_line_view as line where line.invoice = $1 and line.charge = charge.id`,
      [creditNote],
    );
  }

  /** Charges of which nothing is left are CREDITED. */
  async closeCredited(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update charging.charge set state = 'CREDITED', version = version + 1
       where id = any($1) and credited_usd = amount_usd and state in ('INVOICED', 'SETTLED')`,
      [ids],
    );
  }

  /** The charges with their shares, locked until the end of the transaction, in the order of their ids. Errors: UnknownCharge. */
  async lock(tx: Tx, named: NamedCharges): Promise<CertifiableCharge[]> {
    const charges = await lockedCharges(tx, named.ids);
    refuseAll(missing(named, charges));
    for (const charge of charges) checkSeen(charge, seenOf(named, charge.id));
    return charges;
  }

  /** The charges named, all of them and as they were seen, where `check` lets them go on. Errors: as `lock`; those of `check`. */
  private async checked(
    tx: Tx,
    charges: NamedCharges,
    views: readonly ChargeView[],
    check: (charge: CertifiableCharge) => void,
  ): Promise<CertifiableCharge[]> {
    const onTheirWay = views.map(certifiable);
    const unknown = missing(charges, onTheirWay);
    if (unknown.length > 0) {
      checkEach(charges, await this.lock(tx, charges), check); // somebody who sees a charge and moves none is told so
      refuseAll(unknown);
    }
    for (const charge of onTheirWay) checkSeen(charge, seenOf(charges, charge.id));
    checkEach(charges, onTheirWay, check);
    return onTheirWay;
  }

  /** Gives those that name no id the next free one below their agreement: CRA-2025-001-00042. */
  private async numbered<T extends { id: string; agreement: string }>(
    tx: Tx,
    drafts: readonly ToBeNumbered<T>[],
  ): Promise<T[]> {
    const unnamed = drafts.filter(({ id }) => id === null).map(({ agreement }) => agreement);
    if (unnamed.length === 0) return drafts as readonly T[] as T[];
    const ids = await tx.query<{ id: string }[]>(
      `select agreement || '-' || lpad(nextval('charging.charge_number')::text, 5, '0') as id
       from unnest($1::text[]) with ordinality as one (agreement, place) order by place`,
      [unnamed],
    );
    let next = 0;
    return drafts.map((draft) => ({ ...draft, id: draft.id ?? ids[next++]?.id }) as T);
  }
}

/** Errors: UnknownAgreement, at its place; those of recording under it. */
function checkUnder(
  agreements: ReadonlyMap<string, ServiceAgreement>,
  drafts: readonly { agreement: string; traveller: string | null }[],
  by: Officer,
  place: Place,
): void {
  for (const [index, { agreement }] of drafts.entries()) {
    if (!agreements.has(agreement)) throw new UnknownAgreement(agreement, `${place(index)}/agreement`);
  }
  for (const { agreement, traveller } of drafts) {
    const parties = agreements.get(agreement);
    if (parties !== undefined) recording(parties, traveller).check(by);
  }
}
