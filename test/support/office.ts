import { AgreementsService, type AgreementTerms, Meeting, type ServiceAgreement } from '#agreements';
import { BudgetLine, BudgetService, TrustFund } from '#budget';
import { officersOf } from '#books';
import { type ChargeDraft, type ChargeView, ChargingService, CorrectionService, type TripDraft } from '#charging';
import { Designation, IdentityService, type Officer, Person, Secretariat } from '#identity';
import {
  type CreditNoteRequest,
  type Invoice,
  InvoicingService,
  type SettlementRequest,
  SettlementService,
} from '#invoicing';
import { Biennium, type Day, Money, Quantity, today } from '#kernel';
import { inTransaction, type Tx } from '#platform';
import { RatesService, type ServiceItem } from '#rates';
import * as a from './a.ts';
import { anAct } from './an-act.ts';
import { freshBooks, type FreshBooks } from './fresh-books.ts';

/** What an agreement of these tests is allowed; the rest is valid. */
export interface Allowed {
  readonly ceiling?: string;
  readonly allotment?: string; // of each of its budget lines
  readonly signed?: boolean;
  readonly terms?: Partial<AgreementTerms>;
}

/**
 * Two secretariats at work on books of their own: MINAMATA sells, BRS buys, and each has its officers. Every agreement
 * made here has a number and budget lines of its own, so that no test meets another's ceilings. The day is 31 December 2025.
 */
export class Office {
  private agreements = 0;
  private charges = 0;

  private constructor(readonly books: FreshBooks) {}

  static async open(): Promise<Office> {
    const books = await freshBooks();
    books.clock.set(a.day('2025-12-31'));
    const office = new Office(books);
    await office.arranges((tx) => office.loadReferences(tx));
    return office;
  }

  get db(): FreshBooks['db'] {
    return this.books.db;
  }

  /** For what the server may not do. */
  get owner(): FreshBooks['owner'] {
    return this.books.owner;
  }

  do<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(this.db, work);
  }

  /** What no service does as an act of its own. */
  arranges<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.do(async (tx) => {
      await anAct(tx);
      return work(tx);
    });
  }

  officer(tx: Tx, person: string): Promise<Officer> {
    return this.books.get(IdentityService).officer(tx, person, today(this.books.clock));
  }

  /** The terms of a new agreement with budget lines of its own, which are in the books already. */
  async terms({ allotment = '50000.00', ceiling = '100000.00', terms = {} }: Allowed = {}): Promise<AgreementTerms> {
    this.agreements += 1;
    const number = `CRA-2025-${String(this.agreements).padStart(3, '0')}`;
    const budgetLines = Object.fromEntries(['BC', 'RO', 'SC'].map((fund) => [fund, `${fund}-${number}`]));
    const lines = Object.entries(budgetLines).map(([fund, code]) => budgetLine(code, fund, allotment));
    await this.arranges((tx) => this.books.get(BudgetService).addLines(tx, lines));
    const families = ['DOCUMENTS', 'REGISTRATION', 'TRAVEL'];
    return a.terms({
      number,
      families,
      ceilingUsd: Money.usd(ceiling),
      travelMode: 'ADVANCED_BY_PROVIDER',
      clientAllocation: [{ families, splitKey: 'COP-EQUAL-THIRDS', budgetLines }],
      ...terms,
    });
  }

  async agreement(allowed: Allowed = {}): Promise<ServiceAgreement> {
    const terms = await this.terms(allowed);
    const agreement = await this.do(async (tx) =>
      this.books
        .get(AgreementsService)
        .draft(tx, terms, await this.officer(tx, `${terms.provider}.finance`), this.books.clock),
    );
    return allowed.signed === false ? agreement : this.signs(terms.number);
  }

  /** Both sides sign, and what was provisional is no more. */
  signs(number: string): Promise<ServiceAgreement> {
    return this.do(async (tx) => {
      const agreements = this.books.get(AgreementsService);
      const signedOn = a.day('2025-03-14');
      const { provider, client } = await agreements.find(tx, number);
      await agreements.sign(
        tx,
        number,
        { side: 'PROVIDER', signedOn },
        await this.officer(tx, `${provider}.approving`),
        this.books.clock,
      );
      const last = await this.officer(tx, `${client}.approving`);
      const signed = await agreements.sign(tx, number, { side: 'CLIENT', signedOn }, last, this.books.clock);
      await this.books.get(ChargingService).promoteProvisional(tx, signed, last, this.books.clock);
      return signed;
    });
  }

  /** Units of document control at USD 920.00, unless the facts say otherwise; an id of its own. */
  draft(agreement: string, facts: Partial<ChargeDraft> = {}): ChargeDraft {
    this.charges += 1;
    return a.chargeDraft({ id: `C-${String(this.charges).padStart(5, '0')}`, agreement, ...facts });
  }

  records(drafts: readonly ChargeDraft[], by = 'MINAMATA.finance'): Promise<ChargeView[]> {
    return this.do(async (tx) =>
      this.books.get(ChargingService).record(tx, drafts, await this.officer(tx, by), this.books.clock),
    );
  }

  recordsTrips(drafts: readonly TripDraft[], by = 'MINAMATA.finance'): Promise<ChargeView[]> {
    return this.do(async (tx) =>
      this.books.get(ChargingService).recordTrips(tx, drafts, await this.officer(tx, by), this.books.clock),
    );
  }

  receives(ids: readonly string[], by = 'BRS.finance', seen: number | null = null): Promise<unknown> {
    return this.do(async (tx) =>
      this.books.get(ChargingService).receive(tx, { ids, seen }, await this.officer(tx, by), this.books.clock),
    );
  }

  certifies(ids: readonly string[], by = 'BRS.certifying', seen: number | null = null): Promise<unknown> {
    return this.do(async (tx) =>
      this.books.get(ChargingService).certify(tx, { ids, seen }, await this.officer(tx, by), this.books.clock),
    );
  }

  certifiesLate(ids: readonly string[], adjustmentReason: string, by = 'BRS.certifying'): Promise<unknown> {
    return this.do(async (tx) =>
      this.books
        .get(ChargingService)
        .certify(tx, { ids, seen: null, adjustmentReason }, await this.officer(tx, by), this.books.clock),
    );
  }

  /** Recorded and received: only the certification is left. Answers the ids. */
  async received(drafts: readonly ChargeDraft[]): Promise<string[]> {
    const ids = (await this.records(drafts)).map(({ id }) => id);
    await this.receives(ids);
    return ids;
  }

  async certified(drafts: readonly ChargeDraft[]): Promise<string[]> {
    const ids = await this.received(drafts);
    await this.certifies(ids);
    return ids;
  }

  /** Takes a charge back, gives it back, asks for its reversal, or keeps it: for a reason. */
  corrects(
    how: 'withdraw' | 'return' | 'resubmit' | 'prepareReversal' | 'keep',
    id: string,
    by = how === 'return' ? 'BRS.finance' : 'MINAMATA.finance',
  ): Promise<ChargeView[]> {
    return this.do(async (tx) => {
      const named = { ids: [id], seen: null, reason: 'the wrong line' };
      return this.books.get(CorrectionService)[how](tx, named, await this.officer(tx, by), this.books.clock);
    });
  }

  approvesReversal(id: string, by = 'MINAMATA.approving'): Promise<ChargeView[]> {
    return this.do(async (tx) => {
      const officer = await this.officer(tx, by);
      return this.books
        .get(CorrectionService)
        .approveReversal(tx, { ids: [id], seen: null }, officer, this.books.clock);
    });
  }

  prepares(agreement: string, charges: readonly string[], by = 'MINAMATA.finance'): Promise<Invoice> {
    return this.do(async (tx) =>
      this.books
        .get(InvoicingService)
        .prepare(tx, { agreement, charges }, await this.officer(tx, by), this.books.clock),
    );
  }

  credits(request: CreditNoteRequest, by = 'MINAMATA.finance'): Promise<Invoice> {
    return this.do(async (tx) =>
      this.books.get(InvoicingService).prepareCreditNote(tx, request, await this.officer(tx, by), this.books.clock),
    );
  }

  issues(id: string, by = 'MINAMATA.approving', seen: number | null = null): Promise<Invoice> {
    return this.do(async (tx) =>
      this.books.get(InvoicingService).issue(tx, { id, seen }, await this.officer(tx, by), this.books.clock),
    );
  }

  discards(id: string, by = 'MINAMATA.finance', seen: number | null = null): Promise<Invoice> {
    return this.do(async (tx) =>
      this.books.get(InvoicingService).discard(tx, { id, seen }, await this.officer(tx, by), this.books.clock),
    );
  }

  proposes(request: SettlementRequest, by = 'BRS.finance'): Promise<{ id: string; amount: Money }> {
    return this.do(async (tx) =>
      this.books.get(SettlementService).propose(tx, request, await this.officer(tx, by), this.books.clock),
    );
  }

  approves(id: string, by = 'BRS.approving', seen: number | null = null): Promise<void> {
    return this.do(async (tx) =>
      this.books.get(SettlementService).approve(tx, { id, seen }, await this.officer(tx, by), this.books.clock),
    );
  }

  returnsSettlement(id: string, by = 'BRS.approving', seen: number | null = null): Promise<void> {
    return this.do(async (tx) => {
      const officer = await this.officer(tx, by);
      const settlements = this.books.get(SettlementService);
      return settlements.return(tx, { id, seen }, 'of another invoice', officer, this.books.clock);
    });
  }

  /** Proposed by one and approved by another. */
  async settles(request: SettlementRequest, by = 'BRS.finance'): Promise<{ id: string; amount: Money }> {
    const proposed = await this.proposes(request, by);
    await this.approves(proposed.id, by.replace('.finance', '.approving'));
    return proposed;
  }

  /** A certified charge on an issued invoice; answers both. */
  async invoiced(
    agreement: string,
    facts: Partial<ChargeDraft> = {},
  ): Promise<{ charge: string; number: string; id: string }> {
    const [charge = ''] = await this.certified([this.draft(agreement, facts)]);
    const { id } = await this.prepares(agreement, [charge]);
    const { number } = await this.issues(id);
    return { charge, id, number: number ?? '' };
  }

  /** The other direction: an invoice of BRS to MINAMATA for one day of document control. */
  async sellsBack(): Promise<{ number: string }> {
    const { number } = await this.agreement({
      terms: {
        provider: 'BRS',
        client: 'MINAMATA',
        families: ['DOCUMENTS'],
        clientAllocation: [
          { families: ['DOCUMENTS'], splitKey: null, budgetLines: { 'MC-GTF': await this.lineOf('MC-GTF') } },
        ],
        providerCredit: { splitKey: 'COP-EQUAL-THIRDS' },
      },
    });
    const [charge] = await this.records([this.draft(number, { quantity: Quantity.of('1') })], 'BRS.finance');
    const ids = [charge?.id ?? ''];
    await this.receives(ids, 'MINAMATA.finance');
    await this.certifies(ids, 'MINAMATA.certifying');
    const { id } = await this.prepares(number, ids, 'BRS.finance');
    const issued = await this.issues(id, 'BRS.approving');
    return { number: issued.number ?? '' };
  }

  private async lineOf(fund: string): Promise<string> {
    const code = `${fund}-back-${this.agreements}`;
    await this.arranges((tx) => this.books.get(BudgetService).addLines(tx, [budgetLine(code, fund, '50000.00')]));
    return code;
  }

  async charge(id: string): Promise<{ state: string; version: number; credited_usd: string }> {
    const rows = await this.db.query<{ state: string; version: number; credited_usd: string }[]>(
      'select state, version, credited_usd from charging.charge where id = $1',
      [id],
    );
    return rows[0] as (typeof rows)[number];
  }

  /** What the lines of an agreement and the agreement itself count, as text: "BC-.. 306.67", ... */
  async counters(number: string): Promise<string[]> {
    const rows = await this.db.query<{ counter: string }[]>(
      `select code || ' ' || charged_usd as counter from budget.budget_line where code like '%-' || $1
       union all select number || ' ' || charged_usd from agreements.agreement where number = $1
       order by 1`,
      [number],
    );
    return rows.map(({ counter }) => counter);
  }

  close(left: 'sound' | 'tampered' = 'sound'): Promise<void> {
    return this.books.close(left);
  }

  private async loadReferences(tx: Tx): Promise<void> {
    const { books } = this;
    const secretariats = { BRS: ['BC', 'RO', 'SC'], MINAMATA: ['MC-GTF', 'MC-STF'] };
    const codes = Object.keys(secretariats);
    await books.get(IdentityService).addSecretariats(
      tx,
      codes.map((code) => new Secretariat({ code, name: `Secretariat ${code}`, address: ['Geneva'] })),
    );
    for (const [code, funds] of Object.entries(secretariats)) {
      const { people, designations } = officersOf(code, funds);
      await books.get(IdentityService).addPeople(tx, [...people], [...designations]);
      // Finance and approving, finance and certifying: only the four hands are in the way. Nobody certifies and approves.
      const [versatile, deputy] = [`${code}.versatile`, `${code}.deputy`];
      await books
        .get(IdentityService)
        .addPeople(
          tx,
          [person(versatile, code), person(deputy, code)],
          [
            designation(versatile, 'FINANCE_OFFICER'),
            designation(versatile, 'APPROVING_OFFICER'),
            designation(deputy, 'FINANCE_OFFICER'),
            ...funds.map((fund) => designation(deputy, 'CERTIFYING_OFFICER', fund)),
          ],
        );
    }
    await books
      .get(IdentityService)
      .addPeople(
        tx,
        [person('BRS.basel', 'BRS'), person('BRS.acting', 'BRS'), person('BRS.nobody', 'BRS')],
        [
          designation('BRS.basel', 'CERTIFYING_OFFICER', 'BC'),
          ...['BC', 'RO', 'SC'].map((fund) =>
            designation('BRS.acting', 'CERTIFYING_OFFICER', fund, a.day('2025-06-30')),
          ),
        ],
      );
    await books.get(BudgetService).addFunds(
      tx,
      Object.entries(secretariats).flatMap(([secretariat, funds]) =>
        funds.map(
          (code) =>
            new TrustFund({
              code,
              name: `Fund ${code}`,
              secretariat,
              kind: 'GENERAL',
              programmeSupportCostRate: '0.13',
            }),
        ),
      ),
    );
    await books.get(BudgetService).addSplitKeys(tx, [a.splitKey()]);
    await books.get(AgreementsService).addMeetings(tx, [
      new Meeting({
        code: 'BRS-COPS-2025',
        title: 'Conferences of the Parties 2025',
        organizer: 'BRS',
        startsOn: a.day('2025-04-28'),
        endsOn: a.day('2025-05-09'),
        place: 'CHGVA',
        venue: 'CICG',
      }),
    ]);
    await books.get(RatesService).addItems(tx, items());
    await books
      .get(RatesService)
      .addRateCard(tx, [
        ...codes.flatMap((provider) => [
          a.rateCardEntry({ provider }),
          a.rateCardEntry({ provider, item: 'REG-PAX', unitRate: '6.50' }),
          a.rateCardEntry({ provider, item: 'TRV-PRC', unitRate: '145.00' }),
          a.rateCardEntry({ provider, item: 'DOC-FUL', unitRate: '1039.60', includesIndirectCost: true }),
        ]),
      ]);
    await books.get(RatesService).addOperationalRates(tx, a.operationalRateList(a.listsOf2025));
    await books.get(RatesService).addDsaRates(tx, a.dsaRatesOf2025());
    await books.get(RatesService).addTerminalExpenses(tx, a.terminalExpenses());
  }
}

function items(): ServiceItem[] {
  return [
    a.item(),
    a.item({ code: 'REG-PAX', family: 'REGISTRATION', unit: 'IE', title: 'Badged participant' }),
    a.item({ code: 'TRV-PRC', family: 'TRAVEL', unit: 'E54', title: 'Trip processed' }),
    a.item({ code: 'DOC-FUL', title: 'Document control at full cost' }),
    a.item({ code: 'IT-TEC', family: 'IT', title: 'Technician' }),
    a.badgeRental(),
  ];
}

function budgetLine(code: string, fund: string, allotment: string): BudgetLine {
  return new BudgetLine({
    code,
    fund,
    biennium: Biennium.of('2024-2025'),
    activity: '1',
    title: code,
    allotmentUsd: Money.usd(allotment),
    chargedUsd: Money.zero(),
  });
}

function person(code: string, secretariat: string): Person {
  return new Person({ code, name: code, secretariat });
}

function designation(
  person: string,
  duty: Designation['duty'],
  fund = '',
  validTo: Day = a.day('2199-12-31'),
): Designation {
  return new Designation({ person, duty, fund, validFrom: a.day('2000-01-01'), validTo });
}
