import { AuditService } from '#audit';
import { BudgetLine, BudgetService, TrustFund } from '#budget';
import { Designation, IdentityService, Person, RenewalsService, Secretariat } from '#identity';
import { NettingService } from '#invoicing';
import { Biennium, Money, Quantity } from '#kernel';
import { PeriodClosingService } from '#audit';
import { PeriodCode } from '#ledger';
import { OperationalRate, RatesService } from '#rates';
import * as a from './a.ts';
import { openedLog } from './sealed.ts';
import { Office } from './office.ts';

/**
 * Books in which everything has happened between BRS and MINAMATA that leaves a row somewhere: a trip, a credit note, a draft, a
 * settlement and settlements that wait, both printed papers, a month that both have signed, cash that was stated, a rate that waits for a second person, on each side an account to be renewed. OZONE keeps books here too, and
 * has an agreement with nobody. JOINT.auditor reads the inside of the first two.
 */
export async function threeSides(): Promise<Office> {
  const office = await Office.open();
  await office.arranges(async (tx) => {
    const { books } = office;
    await books
      .get(IdentityService)
      .addSecretariats(tx, [new Secretariat({ code: 'OZONE', name: 'Secretariat OZONE', address: ['Nairobi'] })]);
    const always = { validFrom: a.day('2000-01-01'), validTo: a.day('2199-12-31') };
    const duties = { finance: 'FINANCE_OFFICER', approving: 'APPROVING_OFFICER', auditor: 'AUDITOR' } as const;
    for (const [role, duty] of Object.entries(duties)) {
      const person = `OZONE.${role}`;
      await books
        .get(IdentityService)
        .addPeople(
          tx,
          [new Person({ code: person, name: person, secretariat: 'OZONE' })],
          [new Designation({ person, duty, fund: '', ...always })],
        );
    }
    const joint = { person: 'JOINT.auditor', duty: 'JOINT_AUDITOR', fund: '', mandate: 'MINAMATA' } as const;
    await books
      .get(IdentityService)
      .addPeople(
        tx,
        [new Person({ code: joint.person, name: joint.person, secretariat: 'BRS' })],
        [new Designation({ ...joint, ...always })],
      );
    const fund = { code: 'OZ-TF', name: 'Fund OZ-TF', kind: 'GENERAL', programmeSupportCostRate: '0.13' } as const;
    await books.get(BudgetService).addFunds(tx, [new TrustFund({ ...fund, secretariat: 'OZONE' })]);
    await books.get(BudgetService).addLines(tx, [budgetLine('OZ-1', 'OZ-TF', '777.00')]);
  });
  await bothWays(office);
  await signedMonth(office);
  await renewals(office);
  return office;
}

function budgetLine(code: string, fund: string, allotment: string): BudgetLine {
  const biennium = Biennium.of('2024-2025');
  const money = { allotmentUsd: Money.usd(allotment), chargedUsd: Money.zero() };
  return new BudgetLine({ code, fund, biennium, activity: '1', title: code, ...money });
}

async function bothWays(office: Office): Promise<void> {
  const { number } = await office.agreement();
  const { number: invoice, charge } = await office.invoiced(number, { quantity: Quantity.of('10') });
  const lines = [{ charge, quantity: Quantity.of('1') }];
  await office.issues((await office.credits({ invoice, lines, reason: 'one day less' })).id);
  await office.recordsTrips([
    a.tripDraft({
      id: 'TRIP-1',
      agreement: number,
      tickets: [{ kind: 'TICKET', amount: Money.usd('1184.60'), on: a.day('2025-10-06'), number: '157-2400000001' }],
    }),
  ]);
  await office.prepares(number, await office.certified([office.draft(number)])); // stays a draft
  const other = await office.sellsBack();
  await office.settles(
    {
      documents: [other.number],
      method: 'JOURNAL_VOUCHER',
      externalNumber: 'JV-77',
      valueOn: a.day('2025-12-31'),
    },
    'MINAMATA.finance',
  );
  // On each side a settlement waits for whoever is to approve it.
  const waiting = { method: 'JOURNAL_VOUCHER', externalNumber: 'JV-78', valueOn: a.day('2025-12-31') } as const;
  await office.proposes({ ...waiting, documents: [invoice] });
  await office.proposes({ ...waiting, documents: [(await office.sellsBack()).number] }, 'MINAMATA.finance');
  const { books } = office;
  for (const [side, { line, allotment, fund, cash, person }] of Object.entries(internalOf)) {
    await office.arranges(async (tx) => {
      await books.get(BudgetService).addLines(tx, [budgetLine(line, fund, allotment)]);
      await books
        .get(IdentityService)
        .addPeople(tx, [new Person({ code: person, name: person, secretariat: side })], []);
    });
    await office.do(async (tx) => {
      const by = await office.officer(tx, `${side}.approving`);
      const limit = { fund, limit: Money.usd(cash), reason: 'contributions received' };
      await books.get(BudgetService).stateCashLimit(tx, limit, by, books.clock);
      const coding = { fundCentre: '11207', grant: null, wbse: null, commitmentItem: null };
      const stated = { of: { budgetLine: line }, coding, reason: 'as the budget section wrote' };
      await books.get(BudgetService).stateCoding(tx, stated, by, books.clock);
    });
  }
  await office.do(async (tx) => {
    const by = await office.officer(tx, 'BRS.finance');
    const rates = [new OperationalRate({ currency: 'NOK', effectiveOn: a.day('2025-06-01'), unitsPerUsd: '10.5' })];
    await books.get(RatesService).importOperationalRates(tx, { rates, place: '' }, by, books.clock); // nobody else has yet
    await books.get(AuditService).issue(tx, Biennium.of('2024-2025'), by, books.clock);
    const asked = { biennium: Biennium.of('2024-2025'), with: 'MINAMATA', asAt: a.day('2025-12-31') };
    await books.get(NettingService).issue(tx, asked, by, books.clock);
  });
}

async function signedMonth(office: Office): Promise<void> {
  const { books } = office;
  const log = await openedLog(books);
  await log.sealAll();
  await log.close();
  for (const [person, step] of [
    ['BRS.finance', 'propose'],
    ['BRS.approving', 'sign'],
    ['MINAMATA.approving', 'sign'],
  ] as const) {
    await office.do(async (tx) => {
      const named = { code: PeriodCode.of('2025-05'), seen: null };
      await books.get(PeriodClosingService)[step](tx, named, await office.officer(tx, person), books.clock);
    });
  }
}

/** Of an auditor of each side, who has a password; they wait for another person to approve. */
async function renewals(office: Office): Promise<void> {
  for (const side of Object.keys(internalOf)) {
    const person = `${side}.auditor`;
    await office.arranges((tx) =>
      tx.query('insert into identity.account (person, password, password_set_at) values ($1, $2, now())', [
        ...[person, '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA'],
      ]),
    );
    await office.do(async (tx) => {
      const by = await office.officer(tx, `${side}.administrator`);
      const wanted = { person, reason: 'the telephone was stolen' };
      await office.books.get(RenewalsService).propose(tx, wanted, by, office.books.clock);
    });
  }
}

/** What of each side is nobody else's, as it would show in an answer. */
export const internalOf = {
  BRS: { line: 'BRS-OWN-LINE', allotment: '24240.42', fund: 'BC', cash: '90000.17', person: 'BRS.shadow' },
  MINAMATA: { line: 'MC-OWN-LINE', allotment: '42420.24', fund: 'MC-GTF', cash: '81810.71', person: 'MINAMATA.shadow' },
} as const;
