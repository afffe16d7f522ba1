import { agreementActs, AgreementsService } from '#agreements';
import { PeriodClosingService } from '#audit';
import {
  chargeActs,
  chargesById,
  ChargingService,
  type ChargeState,
  correctionActs,
  CorrectionService,
} from '#charging';
import { type Act, type ActionCode, IdentityService, type Officer } from '#identity';
import {
  handsOnCharges,
  invoiceActs,
  invoiceNamed,
  InvoicingService,
  type InvoiceState,
  settlementActs,
  settlementHands,
  SettlementService,
  type SettlementView,
  settlementViews,
  UnknownInvoice,
} from '#invoicing';
import { DomainError, Quantity, today } from '#kernel';
import { loadPeriod, periodActsFor, PeriodCode, PeriodService } from '#ledger';
import { inSnapshot, type Tx, withoutEffect } from '#platform';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as a from '../support/a.ts';
import { Closing } from '../support/closing.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(180_000); // every state times everybody, and papers are drawn

type Step = (tx: Tx, by: Officer) => Promise<unknown>;

/** A document in a state: the acts that its answer offers, and the command behind each. */
interface Case {
  readonly acts: (tx: Tx, by: Officer) => Promise<Act[]>;
  readonly steps: Partial<Record<ActionCode, (by: Officer) => Step>>;
}

describe('what an answer offers', () => {
  let office: Office;
  let people: string[];
  const cases: Record<string, Case> = {};
  beforeAll(async () => {
    office = await Office.open();
    people = (await office.do((tx) => office.books.get(IdentityService).people(tx))).map(({ code }) => code);
    const { number } = await office.agreement();
    const one = { quantity: Quantity.of('1'), deliveredOn: a.day('2025-05-09') };
    const draft = () => office.draft(number, one);

    const [recorded = ''] = (await office.records([draft()])).map(({ id }) => id);
    const [byDeputy = ''] = (await office.records([draft()], 'MINAMATA.deputy')).map(({ id }) => id);
    const [received = ''] = await office.received([draft()]);
    const [receivedByDeputy = ''] = (await office.records([draft()])).map(({ id }) => id);
    await office.receives([receivedByDeputy], 'BRS.deputy');
    const certified = await office.certified([draft(), draft(), draft(), draft()]);
    cases['a charge RECORDED'] = charge(recorded);
    cases['a charge RECORDED by a deputy'] = charge(byDeputy);
    cases['a charge RECEIVED'] = charge(received);
    cases['a charge RECEIVED by a certifying officer'] = charge(receivedByDeputy);
    cases['a charge CERTIFIED, on a draft'] = charge(certified[0] ?? '');
    const [free = '', reversing = ''] = await office.certified([draft(), draft()]);
    cases['a charge CERTIFIED'] = charge(free);
    await office.corrects('prepareReversal', reversing);
    cases['a charge REVERSING'] = charge(reversing);
    const [returned = ''] = (await office.records([draft()])).map(({ id }) => id);
    await office.corrects('return', returned);
    cases['a charge RETURNED'] = charge(returned);
    const unsigned = await office.agreement({ signed: false });
    const [provisional = ''] = (await office.records([office.draft(unsigned.number, one)])).map(({ id }) => id);
    cases['a charge PROVISIONAL'] = charge(provisional);

    cases['a DRAFT'] = invoice((await office.prepares(number, [certified[0] ?? ''])).id);
    cases['a DRAFT by an approving officer'] = invoice(
      (await office.prepares(number, [certified[1] ?? ''], 'MINAMATA.versatile')).id,
    );
    const [own = ''] = (await office.records([draft()], 'MINAMATA.versatile')).map(({ id }) => id);
    await office.receives([own]);
    await office.certifies([own], 'BRS.deputy');
    cases['a DRAFT with a charge that an approving officer recorded'] = invoice(
      (await office.prepares(number, [own])).id,
    );
    const issued = await office.issues((await office.prepares(number, [certified[2] ?? ''])).id);
    cases['an invoice ISSUED'] = invoice(issued.id);
    const [settled = ''] = (await office.records([draft()])).map(({ id }) => id);
    await office.receives([settled]);
    await office.certifies([settled], 'BRS.deputy');
    cases['an invoice ISSUED whose charge a finance officer certified'] = invoice(
      (await office.issues((await office.prepares(number, [settled])).id)).id,
    );
    const paid = await office.issues((await office.prepares(number, [certified[3] ?? ''])).id);
    const voucher = { method: 'JOURNAL_VOUCHER', externalNumber: 'JV-1', valueOn: a.day('2025-12-31') } as const;
    await office.settles({ documents: [paid.number ?? ''], ...voucher });
    cases['an invoice SETTLED'] = invoice(paid.id);
    const waits = async (externalNumber: string, by: string, receivedBy = 'BRS.finance'): Promise<[string, string]> => {
      const [charge = ''] = (await office.records([draft()])).map(({ id }) => id);
      await office.receives([charge], receivedBy);
      await office.certifies([charge]);
      const { id, number: named } = await office.issues((await office.prepares(number, [charge])).id);
      return [id, (await office.proposes({ ...voucher, documents: [named ?? ''], externalNumber }, by)).id];
    };
    const [held, proposed] = await waits('JV-2', 'BRS.versatile');
    cases['an invoice ISSUED whose settlement is proposed'] = invoice(held);
    cases['a settlement PROPOSED by an approving officer'] = settlement(proposed);
    const [, ofReceived] = await waits('JV-3', 'BRS.finance', 'BRS.versatile');
    cases['a settlement PROPOSED of a charge that an approving officer received'] = settlement(ofReceived);
    const [, sentBack] = await waits('JV-4', 'BRS.finance');
    await office.returnsSettlement(sentBack);
    cases['a settlement RETURNED'] = settlement(sentBack);

    cases['an agreement DRAFT'] = agreement((await office.agreement({ signed: false })).number);
    const half = await office.agreement({ signed: false });
    await office.do(async (tx) => {
      const signing = { side: 'PROVIDER', signedOn: a.day('2025-03-14') } as const;
      const by = await office.officer(tx, 'MINAMATA.approving');
      await office.books.get(AgreementsService).sign(tx, half.number, signing, by, office.books.clock);
    });
    cases['an agreement HALF_SIGNED'] = agreement(half.number);
    cases['an agreement SIGNED'] = agreement(number);

    const closing = new Closing(office);
    cases['a month OPEN'] = period('2025-01');
    cases['a month that is not over'] = period('2025-12');
    await closing.proposes('2025-02', 'BRS.versatile');
    cases['a month CLOSING'] = period('2025-02');
    await closing.proposes('2025-03');
    await closing.signs('2025-03');
    cases['a month SIGNED_BY_ONE'] = period('2025-03');
    await closing.locks('2025-04');
    cases['a month LOCKED'] = period('2025-04');
    await closing.locks('2025-06');
    await closing.asksToReopen('2025-06');
    cases['a month REOPEN_REQUESTED'] = period('2025-06');
  });
  afterAll(() => office.close());

  const { charge, invoice, settlement, agreement, period } = documents(() => office);

  it('is what the books then do, in every state and for everybody, and they do nothing else', async () => {
    const { clock } = office.books;
    const differences: string[] = [];
    let [allowed, refused] = [0, 0];
    for (const [name, { acts, steps }] of Object.entries(cases)) {
      for (const person of people) {
        const offered = await inSnapshot(office.db, async (tx) => {
          const by = await office.officer(tx, person);
          const colleagues = await office.books.get(IdentityService).colleagues(tx, by.secretariat, today(clock));
          return (await acts(tx, by)).map((act) => act.offeredTo(by, colleagues));
        });
        const none = { allowed: false, reason: 'not offered' };
        const byAction = new Map(offered.map((one) => [one.action, one]));
        const unknown = offered.filter(({ action }) => steps[action] === undefined);
        expect({ name, unknown }).toEqual({ name, unknown: [] }); // an action that this test knows no command for
        for (const [action, step] of Object.entries(steps) as [ActionCode, (by: Officer) => Step][]) {
          const { allowed: isAllowed, reason } = byAction.get(action) ?? none;
          const refusal = await withoutEffect(office.db, async (tx) => {
            const by = await office.officer(tx, person);
            await step(by)(tx, by);
            return null;
          }).catch((error: unknown) => {
            if (error instanceof DomainError) return error.message;
            throw error;
          });
          if (isAllowed !== (refusal === null))
            differences.push(`${name}, ${person}, ${action}: ${reason ?? 'allowed'} | ${refusal ?? 'done'}`);
          expect(reason === null).toBe(isAllowed);
          if (isAllowed) allowed += 1;
          else refused += 1;
        }
      }
    }
    expect(differences).toEqual([]);
    expect({ allowed: allowed > 30, refused: refused > 200 }).toEqual({ allowed: true, refused: true });
  });

  /** Why this person may not, of each action that is offered; null where they may. */
  const said = (name: string, person: string): Promise<(string | null)[]> =>
    inSnapshot(office.db, async (tx) => {
      const by = await office.officer(tx, person);
      const colleagues = await office.books
        .get(IdentityService)
        .colleagues(tx, by.secretariat, today(office.books.clock));
      return (await (cases[name] as Case).acts(tx, by)).map((act) => act.offeredTo(by, colleagues).reason);
    });

  it('says who could, where this officer may not', async () => {
    expect((await said('a charge RECEIVED by a certifying officer', 'BRS.deputy')).slice(0, 1)).toEqual([
      'You received this charge. Another certifying officer of BC, RO and SC must act: 1 person.',
    ]);
    expect((await said('a charge RECEIVED', 'BRS.finance')).slice(0, 1)).toEqual([
      'You are not designated for this today. A certifying officer of BC, RO and SC must act: 2 people.',
    ]);
    expect((await said('a charge RECEIVED', 'MINAMATA.certifying')).slice(0, 1)).toEqual([
      'This is for BRS to do: a certifying officer of BC, RO and SC must act.',
    ]);
    expect(await said('a DRAFT by an approving officer', 'MINAMATA.versatile')).toEqual([
      'You prepared this invoice. Another approving officer of MINAMATA must act: 1 person.',
      null,
    ]);
    expect(await said('a DRAFT with a charge that an approving officer recorded', 'MINAMATA.versatile')).toEqual([
      'You recorded a charge of this invoice. Another approving officer of MINAMATA must act: 1 person.',
      null,
    ]);
  });

  it('says who could approve a settlement, where this officer may not', async () => {
    expect(await said('a settlement PROPOSED by an approving officer', 'BRS.versatile')).toEqual([
      'You proposed this settlement. Another approving officer of BRS must act: 1 person.',
      null,
    ]);
    expect(await said('a settlement PROPOSED of a charge that an approving officer received', 'BRS.versatile')).toEqual(
      ['You received a charge of this settlement. Another approving officer of BRS must act: 1 person.', null],
    );
    expect(await said('a settlement PROPOSED by an approving officer', 'BRS.finance')).toEqual([
      'You are not designated for this today. An approving officer of BRS must act: 1 person.',
      null,
    ]);
  });

  it('names the role that is missing, and an acting designation', async () => {
    const [reason] = await inSnapshot(office.db, async (tx) => {
      const by = await office.officer(tx, 'BRS.finance');
      return (await (cases['a charge RECEIVED'] as Case).acts(tx, by)).map((act) => act.offeredTo(by, [by]).reason);
    });
    expect(reason).toBe(
      'You are not designated for this today. A certifying officer of BC, RO and SC must act, and BRS has nobody who could today: ' +
        'an administrator proposes a designation, or an acting one.',
    );
  });
});

/** The commands that correct a charge, by their actions. */
const corrections = {
  'charge.withdraw': 'withdraw',
  'charge.return': 'return',
  'charge.resubmit': 'resubmit',
  'charge.reverse': 'prepareReversal',
  'charge.approve-reversal': 'approveReversal',
  'charge.keep': 'keep',
} as const satisfies Partial<Record<ActionCode, keyof CorrectionService>>;

async function acting(tx: Tx, views: readonly SettlementView[]): Promise<(view: SettlementView) => Act[]> {
  const hands = await settlementHands(tx, views);
  return (view) => settlementActs(hands(view));
}

/** How the API comes to what it offers, and the commands behind it. */
function documents(office: () => Office) {
  const services = () => office().books;
  return {
    charge: (id: string): Case => {
      const named = { ids: [id], seen: null };
      return {
        acts: async (tx) => {
          const [view] = await chargesById(tx, [id]);
          if (view === undefined) throw new Error(id);
          const funds = view.shares
            .filter(({ side, amountUsd }) => side === 'CLIENT' && Number(amountUsd) !== 0)
            .map(({ fund }) => fund);
          const asIs = { ...view, state: view.state as ChargeState };
          return [...chargeActs(asIs, funds), ...correctionActs(asIs, view, funds)];
        },
        steps: {
          ...Object.fromEntries(
            Object.entries(corrections).map(([action, step]) => [
              action,
              () => (tx: Tx, by: Officer) =>
                services()
                  .get(CorrectionService)
                  [step](tx, { ...named, reason: 'x' }, by, services().clock),
            ]),
          ),
          'charge.receive': () => (tx, by) => services().get(ChargingService).receive(tx, named, by, services().clock),
          'charge.certify': () => (tx, by) => services().get(ChargingService).certify(tx, named, by, services().clock),
        },
      };
    },
    invoice: (id: string): Case => {
      const view = async (tx: Tx) => {
        const found = await invoiceNamed(tx, id);
        if (found === undefined) throw new UnknownInvoice(id); // a draft is not there for the other side
        return found;
      };
      const named = { id, seen: null };
      const invoicing = () => services().get(InvoicingService);
      return {
        acts: async (tx) => {
          const found = await invoiceNamed(tx, id);
          if (found === undefined) return [];
          const chargesBy = (await handsOnCharges(tx, [id]))(id);
          return invoiceActs({ ...found, state: found.state as InvoiceState, chargesBy });
        },
        steps: {
          'invoice.issue': () => (tx, by) => invoicing().issue(tx, named, by, services().clock),
          'invoice.discard': () => (tx, by) => invoicing().discard(tx, named, by, services().clock),
          'invoice.credit': () => async (tx, by) => {
            const { number } = await view(tx);
            const [line] = await tx.query<{ charge: string }[]>(
              'select charge from invoicing.invoice_line where invoice = $1',
              [id],
            );
            const lines = [{ charge: line?.charge ?? '', quantity: Quantity.of('1') }];
            return invoicing().prepareCreditNote(
              tx,
              { invoice: number ?? '', lines, reason: 'x' },
              by,
              services().clock,
            );
          },
          'settlement.propose': () => async (tx, by) => {
            const { number } = await view(tx);
            const voucher = { method: 'BANK_TRANSFER', externalNumber: 'B-1', valueOn: a.day('2025-12-31') } as const;
            const request = { documents: [number ?? ''], ...voucher };
            return services().get(SettlementService).propose(tx, request, by, services().clock);
          },
        },
      };
    },
    settlement: (id: string): Case => {
      const named = { id, seen: null };
      const settlements = () => services().get(SettlementService);
      return {
        acts: async (tx) => {
          const views = await settlementViews(tx, {}, { limit: 200 });
          const found = views.filter((view) => view.id === id); // what waits is not there for the other side
          return found.flatMap(await acting(tx, found));
        },
        steps: {
          'settlement.approve': () => (tx, by) => settlements().approve(tx, named, by, services().clock),
          'settlement.return': () => (tx, by) => settlements().return(tx, named, 'x', by, services().clock),
        },
      };
    },
    agreement: (number: string): Case => ({
      acts: async (tx, by) => {
        const agreements = services().get(AgreementsService);
        const signed = (await agreements.signatures(tx, number)).map(({ side }) => side);
        return agreementActs(await agreements.find(tx, number), signed, by.secretariat);
      },
      steps: {
        'agreement.sign': (by) => async (tx) => {
          const agreements = services().get(AgreementsService);
          const { client } = await agreements.find(tx, number);
          const signed = (await agreements.signatures(tx, number)).map(({ side }) => side);
          const own = by.secretariat === client ? 'CLIENT' : 'PROVIDER';
          const side = signed.includes(own) ? (own === 'CLIENT' ? 'PROVIDER' : 'CLIENT') : own;
          const signing = { side, signedOn: a.day('2025-03-14') } as const;
          return agreements.sign(tx, number, signing, by, services().clock);
        },
      },
    }),
    period: (text: string): Case => {
      const code = PeriodCode.of(text);
      const named = { code, seen: null };
      const closing = () => services().get(PeriodClosingService);
      const periods = () => services().get(PeriodService);
      return {
        acts: async (tx) =>
          periodActsFor(
            await loadPeriod(tx, code),
            await loadPeriod(tx, PeriodCode.ofBiennium(code.biennium)),
            today(services().clock),
          ),
        steps: {
          'period.close': () => (tx, by) => closing().propose(tx, named, by, services().clock),
          'period.sign': () => (tx, by) => closing().sign(tx, named, by, services().clock),
          'period.withdraw': () => (tx, by) => periods().withdraw(tx, named, 'x', by, services().clock),
          'period.request-reopening': () => (tx, by) =>
            periods().requestReopening(tx, named, 'x', by, services().clock),
          'period.reopen': () => (tx, by) => periods().reopen(tx, named, 'x', by, services().clock),
        },
      };
    },
  };
}
