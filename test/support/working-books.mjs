/**
 * Books as they are after two years of work, to measure and to look at: agreements of every age over several meetings, most
 * charges certified, a fifth of them invoiced, some that wait, that were returned, withdrawn or reversed; supplier's costs in
 * currencies of no, two and three decimals; a note on each. The same number gives the same charge. All of it goes through the
 * product's own services, a thousand charges at a time.
 */
import { readFileSync } from 'node:fs';
import { AgreementsService } from '../../dist/libs/agreements/src/index.js';
import { ChargingService, CorrectionService } from '../../dist/libs/charging/src/index.js';
import { IdentityService } from '../../dist/libs/identity/src/index.js';
import { InvoicingService } from '../../dist/libs/invoicing/src/index.js';
import { Day, Money, Quantity, today } from '../../dist/libs/kernel/src/index.js';
import { inTransaction } from '../../dist/libs/platform/src/index.js';
import { isInterrupted } from './open-things.mjs';
import { progress } from './progress.mjs';
import { sampleFile } from './scenario.mjs';

const batchSize = 1000;
const loaders = 2;
const families = ['IT', 'DOCUMENTS', 'REGISTRATION'];

/** Beside the two of the sample. */
const meetings = [
  ['MC-PREP-AFR', 'MINAMATA', 'Regional preparatory meeting for Africa, for the sixth meeting of the Conference of the Parties', '2025-08-19', '2025-08-22'],
  ['MC-PREP-GRULAC', 'MINAMATA', 'Regional preparatory meeting for Latin America and the Caribbean, for the sixth meeting of the Conference of the Parties', '2025-09-02', '2025-09-05'],
  ['BRS-PREP-AP', 'BRS', 'Regional preparatory meeting for Asia and the Pacific, for the 2025 meetings of the conferences of the Parties', '2025-03-11', '2025-03-14'],
  ['BRS-EXPERTS', 'BRS', 'Expert meetings under the Basel, Rotterdam and Stockholm conventions', '2025-09-22', '2025-10-03'],
].map(([code, organizer, title, start, end]) => ({ code, title, organizer, start, end, place: 'CHGVA', venue: 'Geneva' })); // oxfmt-ignore

/** Where an agreement stands: one in ten is not signed, one in twenty by one side alone. */
const standing = (index) => (index % 20 === 17 ? 'HALF_SIGNED' : index % 10 === 9 ? 'DRAFT' : 'SIGNED');

/** The scenario file with these agreements, the sample's reference data and no charges, as text. */
export function workingScenario(agreements, charges) {
  const given = JSON.parse(readFileSync(sampleFile, 'utf8'));
  const each = Math.ceil(charges / batchSize / agreements) * batchSize;
  const all = Array.from({ length: agreements }, (_, index) => agreementAt(index, each));
  return JSON.stringify({
    ...given,
    about: 'Reference data of the sample, and agreements to work under.',
    meetings: [...given.meetings, ...meetings],
    operationalRates: [
      { currency: 'CHF', effectiveOn: '2025-01-01', unitsPerUsd: '0.905' },
      { currency: 'XOF', effectiveOn: '2025-01-01', unitsPerUsd: '631.5' },
      { currency: 'KWD', effectiveOn: '2025-01-01', unitsPerUsd: '0.308' },
      ...given.operationalRates.filter(({ effectiveOn }) => effectiveOn > '2025-01-01'),
    ],
    budgetLines: all.flatMap(({ lines }) => lines),
    agreements: all.map(({ agreement }) => agreement),
    charges: [],
    trips: [],
    invoices: [],
    creditNotes: [],
  });
}

/** Its ceiling is above what so many charges come to: by a third, or four times over. */
function agreementAt(index, charges) {
  const number = agreementNumber(index);
  const toBrs = index % 2 === 0;
  const [provider, client] = sidesOf(index);
  const own = toBrs ? ['BRS-COPS-2025', 'BRS-PREP-AP', 'BRS-EXPERTS'] : ['MC-COP-6', 'MC-PREP-AFR', 'MC-PREP-GRULAC'];
  const funds = toBrs ? ['BC', 'RO', 'SC'] : ['MC-GTF'];
  const ceiling = Math.round((charges * 6500 * (11 + ((index * 7) % 30))) / 10_000) * 1000;
  const budgetLines = Object.fromEntries(funds.map((fund) => [fund, `${fund}-${number.slice(4)}`]));
  const signedOn = standing(index) === 'SIGNED' ? '2025-01-15' : null;
  return {
    lines: funds.map((fund) => ({
      ...{ code: budgetLines[fund], fund, activity: 'COP', title: `Services bought under ${number}` },
      allotmentUsd: `${ceiling}.00`,
    })),
    agreement: {
      ...{ number, provider, client, meeting: own[(index >> 1) % own.length], families, mandates: ['MC-5/19'] },
      ...{ effectiveOn: '2025-01-01', signedOn, endsOn: '2025-12-31', ceilingUsd: `${ceiling}.00` },
      ...{ programmeSupportCost: 'CLIENT_FUND', travelMode: null },
      clientAllocation: [{ families, splitKey: toBrs ? 'COP-EQUAL-THIRDS' : null, budgetLines }],
      ...(toBrs ? { providerCredit: [{ fund: 'MC-GTF', weight: '1' }] } : { providerCreditSplitKey: 'BRS-BY-BUDGET' }),
    },
  };
}

const agreementNumber = (index) => `CRA-2025-${String(index + 1).padStart(3, '0')}`;
const sidesOf = (index) => (index % 2 === 0 ? ['MINAMATA', 'BRS'] : ['BRS', 'MINAMATA']);

/**
 * Writes `charges` charges over the `agreements` agreements of `workingScenario`, each as far as it has come.
 */
export async function loadWork(books, { agreements, charges }) {
  const work = new Work(books);
  for (let index = 0; index < agreements; index += 1) {
    if (standing(index) === 'HALF_SIGNED') await work.signForProvider(index);
  }
  let next = 0;
  let done = 0;
  // Two loaders of different agreements: one works while the other waits for the database, and never for each other.
  const loader = async (own) => {
    for (let turn = 0; next < charges && !isInterrupted(); turn += 1) {
      const from = next;
      next += batchSize;
      const count = Math.min(batchSize, charges - from);
      const index = (own + loaders * turn) % agreements;
      await work.carry(index, from, count, Math.floor((own + loaders * turn) / agreements) % 4 === 1);
      done += count;
      progress(`Working up to ${charges.toLocaleString('en')} charges`, done, charges);
    }
  };
  await Promise.all(Array.from({ length: loaders }, (_, own) => loader(own)));
}

class Work {
  constructor({ db, clock, get }) {
    Object.assign(this, { db, clock });
    this.charging = get(ChargingService);
    this.correction = get(CorrectionService);
    this.identity = get(IdentityService);
    this.invoicing = get(InvoicingService);
    this.agreements = get(AgreementsService);
  }

  as(code, work) {
    return inTransaction(this.db, async (tx) => work(tx, await this.identity.officer(tx, code, today(this.clock))));
  }

  signForProvider(index) {
    const signing = { side: 'PROVIDER', signedOn: Day.of('2025-02-03') };
    const [provider] = sidesOf(index);
    return this.as(`${provider}.approving`, (tx, officer) =>
      this.agreements.sign(tx, agreementNumber(index), signing, officer, this.clock),
    );
  }

  /** Of a hundred: three wait to be received, four to be certified, one each is returned, withdrawn and reversed. */
  async carry(index, from, count, isInvoiced) {
    const [provider, client] = sidesOf(index);
    const drafts = Array.from({ length: count }, (_, place) => draftOf(from + place, index));
    await this.as(`${provider}.finance`, (tx, by) => this.charging.record(tx, drafts, by, this.clock));
    if (standing(index) !== 'SIGNED') return;
    const ids = drafts.map(({ id }) => id);
    const share = (first, last) => ids.filter((_, place) => place % 100 >= first && place % 100 < last);
    const named = (some, reason) => ({ ids: some, seen: null, ...(reason === undefined ? {} : { reason }) });
    const step = async (who, some, act) => {
      if (some.length > 0) await this.as(who, (tx, by) => act(tx, some, by));
    };
    await step(`${client}.finance`, share(0, 95), (tx, some, by) =>
      this.charging.receive(tx, named(some), by, this.clock),
    );
    await step(`${client}.certifying`, share(0, 91), (tx, some, by) =>
      this.charging.certify(tx, named(some), by, this.clock),
    );
    await step(`${client}.finance`, share(98, 99), (tx, some, by) =>
      this.correction.return(
        tx,
        named(some, 'The units are not those of the attendance sheet of that day'),
        by,
        this.clock,
      ),
    );
    await step(`${provider}.finance`, share(99, 100), (tx, some, by) =>
      this.correction.withdraw(tx, named(some, 'Entered twice'), by, this.clock),
    );
    await step(`${provider}.finance`, share(90, 91), (tx, some, by) =>
      this.correction.prepareReversal(tx, named(some, 'Charged to the wrong agreement'), by, this.clock),
    );
    await step(`${provider}.approving`, share(90, 91), (tx, some, by) =>
      this.correction.approveReversal(tx, named(some.slice(0, -2)), by, this.clock),
    );
    if (isInvoiced) await this.invoice(index, share(0, 90), from % 5000 < batchSize);
  }

  async invoice(index, charges, isDraft) {
    const [provider] = sidesOf(index);
    const draft = await this.as(`${provider}.finance`, (tx, by) =>
      this.invoicing.prepare(tx, { agreement: agreementNumber(index), charges }, by, this.clock),
    );
    if (isDraft) return;
    await this.as(`${provider}.approving`, (tx, by) =>
      this.invoicing.issue(tx, { id: draft.id, seen: null }, by, this.clock),
    );
  }
}

const items = ['DOC-PAG', 'DOC-CTL', 'REG-DSK', 'REG-PAX', 'IT-TEC', 'BDG-RNT', 'IT-LAP'];
const what = [
  'Plenary',
  'Contact group',
  'Committee of the whole',
  'High-level segment',
  'Side event',
  'Regional consultation',
  'Drafting group',
  'Budget group',
];
const where = [
  'room A',
  'room B',
  'the main hall',
  'the registration area',
  'the documents centre',
  'the press room',
  'the delegates’ lounge',
];
const which = ['morning', 'afternoon', 'evening and night', 'all day'];
const why = [
  'as confirmed on the attendance sheet',
  'including the overtime that the Bureau asked for after the evening session was extended to 23:00, see the message of the conference officer',
  'replaces a colleague on sick leave',
  'additional pages: conference room paper with its annexes I to IV, revised twice',
  'second shift',
  'at the request of the host country, shared equally as agreed in the planning meeting of March',
]; // oxfmt-ignore

/** The charge with this running number, as the services take it. */
export function draftOf(running, index) {
  const item = items[running % items.length];
  const isPassedOn = item === 'BDG-RNT' || item === 'IT-LAP';
  const number = agreementNumber(index);
  const dayOfYear = (running * 7919) % 365;
  const large = running % 97 === 0;
  return {
    ...{ id: `${number}-${String(running + 1).padStart(6, '0')}`, agreement: number, item },
    quantity: Quantity.of(item === 'BDG-RNT' ? '1' : large ? '480' : String(1 + (running % 20))),
    actualCost: isPassedOn ? costOf(running, large) : null,
    deliveredFrom: null,
    deliveredOn: Day.of(new Date(Date.UTC(2025, 0, 1 + dayOfYear)).toISOString().slice(0, 10)),
    supplierInvoiceOn: null,
    evidence: isPassedOn ? `EV-${running}` : null,
    traveller: null,
    note: noteOf(running),
  };
}

function costOf(running, large) {
  const whole = large ? 98_000 + (running % 9000) : 100 + (running % 900);
  const cents = String(running % 100).padStart(2, '0');
  switch (running % 5) {
    case 0:
      return Money.of(String(whole * 600), 'XOF');
    case 1:
      return Money.of(`${Math.floor(whole / 3)}.${cents}5`, 'KWD');
    default:
      return Money.of(`${whole}.${cents}`, 'CHF');
  }
}

/** Every word of it in some charges, and the number in one. */
export function noteOf(running) {
  const at = (list, step) => list[Math.floor(running / step) % list.length];
  return `${at(what, 3)}, ${at(where, 11)}, ${at(which, 5)}: ${at(why, 7)}; sheet ${running * 37 + 11}`;
}

/** Words to look for: in one charge, in some, in every seventh, in none; by id, item, evidence and note. */
export function wordsToLookFor(times, charges) {
  return Array.from({ length: times }, (_, turn) => {
    const running = (turn * 15_485_863) % charges;
    switch (turn % 8) {
      case 0:
        return `sheet ${running * 37 + 11}`;
      case 1:
        return String(running + 1).padStart(6, '0');
      case 2:
        return `EV-${running - (running % 7) + 5}`;
      case 3:
        return what[running % what.length].toLowerCase();
      case 4:
        return items[running % items.length];
      case 5:
        return why[running % why.length].slice(0, 24);
      case 6:
        return `no such words ${turn}`;
      default:
        return `${where[running % where.length]}, ${which[running % which.length]}`;
    }
  });
}
