/**
 * Random commands, thousands of them, against the product and against a model of the books that shares no code with it:
 * states, balances and refusals are the same after each. What is found is shrunk to the fewest commands that show it, and
 * written to test/faults/found-<seed>.json, to be kept as a test.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { progress } from '../support/progress.mjs';
import { scenarioWith } from '../support/scenario.mjs';
import { booksInProcess } from './in-process.mjs';
import { brokenInvariants } from './invariants.mjs';
import { ModelBooks } from './model/books.mjs';
import { asked, others, requests } from './model/commands.mjs';
import { Differs, verified } from './model/verified.mjs';
import { checkUpToDate, mutantOf, product } from './product.mjs';
import { seededBugs } from './seeded-bugs.mjs';

const firstDay = '2025-06-01';
const sizes = {
  quick: { runs: 12, commands: 60, bugs: 3, runsForABug: 40 },
  full: { runs: 1000, commands: 60, bugs: Infinity, runsForABug: 300 },
};
/** How much more often than once these come; the others are as likely as each other. */
const often = { draft: 2, signAsProvider: 2, signAsClient: 2, recordDays: 3, recordParticipants: 3, recordPassThrough: 2, recordOnTheDayOfARate: 2, receive: 6, certify: 5, certifyMany: 3, prepare: 3, issueLast: 4, creditUnits: 2, creditAll: 3, creditAmount: 2, settle: 4, proposeWithCredits: 2, approveSettlement: 2, deliver: 4, bill: 4, giveBack: 4, takeBack: 3, comeLate: 3, openMonthAgain: 2, giveBackCharge: 3, answerReturn: 2, doWithoutReturned: 2, signClosing: 2, withdrawClosing: 2 }; // oxfmt-ignore

/** Where a run begins: with no agreement, with provisional charges under two, with both signed, with costs, or with invoices. */
const openings = {
  nothing: [],
  drafted: ['draft', 'recordParticipants'],
  signed: ['draft', 'signAsProvider', 'signAsClient'],
  delivered: ['draft', 'signAsProvider', 'signAsClient', 'recordParticipants', 'receive', 'certify'],
  billed: ['draft', 'signAsProvider', 'signAsClient', 'recordParticipants', 'receive', 'certify', 'prepare', 'issue'],
};

/** Of the kinds of commands, in one run of the harness: fewer would say little. */
const leastDifferent = 50;

export const name = 'model';
export const about = `${Object.keys(requests).length + Object.keys(others).length} commands against a model of the books that shares no code`;

export async function run({ full, seed }) {
  const size = full ? sizes.full : sizes.quick;
  for (const change of Object.values(seededBugs)) checkUpToDate(changesOf(change)); // a quick run makes the first alone
  const result = await compared(product, { ...size, seed, shrink: true });
  if (result.counterexample !== null)
    writeFileSync(new URL(`found-${seed}.json`, import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
  const mutants = [];
  for (const [bug, change] of Object.entries(seededBugs).slice(0, size.bugs)) {
    const mutant = mutantOf(changesOf(change));
    const seen = await compared(mutant, { ...size, runs: size.runsForABug, seed, shrink: false });
    await mutant.remove();
    mutants.push({
      name: bug,
      caught: seen.differs, // a mutant that does not even run says nothing of the model
      result: { runs: seen.runs, difference: seen.difference },
    });
  }
  return {
    runs: result.runs,
    holds: result.counterexample === null && result.different >= leastDifferent,
    result,
    mutants,
  };
}

/** A bug is one change of the product, or several. */
function changesOf(change) {
  return Array.isArray(change[0]) ? change : [change];
}

/** One command, by its name and three numbers. */
class Command {
  constructor(kind, numbers) {
    this.kind = kind;
    this.numbers = numbers;
  }

  check() {
    return true;
  }

  async run(model, real) {
    real.done.add(this.kind);
    if (this.kind in requests) await asked(this.kind, this.numbers, model, real);
    else await others[this.kind](model, real, ...this.numbers);
  }

  toString() {
    return `${this.kind}(${this.numbers.join(', ')})`;
  }
}

export async function compared(build, { runs, commands, seed, shrink }) {
  const { scenario, terms, lines, rates } = startingPoint();
  const numbers = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999));
  const kinds = [...Object.keys(requests), ...Object.keys(others)].flatMap((kind) =>
    Array(often[kind] ?? 1).fill(kind),
  );
  const all = kinds.map((kind) => numbers.map((three) => new Command(kind, three)));
  const done = new Set();
  const found = { runs: 0, commands: 0 };
  const property = fc.asyncProperty(
    fc.constantFrom(...Object.keys(openings)),
    fc.commands(all, { maxCommands: commands, size: 'max' }),
    async (opened, list) => {
      found.runs += 1;
      progress(`${name}, ${build === product ? 'the product' : 'a mutant'}`, Math.min(found.runs, runs), runs);
      const books = await booksInProcess(build, { scenario, today: firstDay, poolSize: 2 });
      const model = new ModelBooks({ terms, lines, rates, today: firstDay });
      const real = { books, ids: [], settlements: [], done };
      try {
        for (const kind of openings[opened]) for (const which of [0, 1]) await asked(kind, [which, 1, 5], model, real);
        await fc.asyncModelRun(() => ({ model, real }), list);
        await verified(model, real);
        const broken = await brokenInvariants(books.query);
        if (broken.length > 0) throw new Differs(JSON.stringify(broken));
      } finally {
        await books.close();
      }
    },
  );
  const outcome = await fc.check(property, { seed, numRuns: runs, endOnFailure: !shrink });
  return {
    runs: found.runs,
    different: done.size,
    differs: outcome.errorInstance instanceof Differs,
    counterexample: outcome.failed ? String(outcome.counterexample) : null,
    difference: outcome.failed
      ? (outcome.errorInstance?.message ?? String(outcome.errorInstance)).slice(0, 1000)
      : null,
  };
}

/** Two agreements to be drafted, one each way, with ceilings that a few days reach; the sample's people, rates and lines. */
function startingPoint() {
  const scenario = JSON.parse(scenarioWith(0));
  const sample = JSON.parse(
    readFileSync(new URL('../../apps/api/sample/scenario-2024-2025.json', import.meta.url), 'utf8'),
  );
  const lines = { 'BC-1-COP17': 120_000n, 'RO-2-COP12': 120_000n, 'SC-3-COP12': 120_000n, 'MC-GTF-COP6': 400_000n };
  scenario.budgetLines = sample.budgetLines
    .filter(({ code }) => code in lines)
    .map((line) => ({ ...line, allotmentUsd: `${lines[line.code] / 100n}.00` }));
  const families = ['DOCUMENTS', 'REGISTRATION'];
  const common = { biennium: '2024-2025', mandates: ['MC-5/19'], effectiveOn: '2025-03-01', endsOn: '2025-12-31', programmeSupportCost: 'CLIENT_FUND' }; // oxfmt-ignore
  const ceiling = (amount) => ({ amount, currency: 'USD' });
  const bodies = {
    'MODEL-A': { ...common, number: 'MODEL-A', provider: 'MINAMATA', client: 'BRS', meeting: 'BRS-COPS-2025', families, ceiling: ceiling('2760.00'), clientAllocation: [{ families, splitKey: 'COP-EQUAL-THIRDS', budgetLines: { BC: 'BC-1-COP17', RO: 'RO-2-COP12', SC: 'SC-3-COP12' } }], providerCredit: [{ fund: 'MC-GTF', weight: '1' }] },
    'MODEL-B': { ...common, number: 'MODEL-B', provider: 'BRS', client: 'MINAMATA', meeting: 'MC-COP-6', families: [...families, 'TRAVEL'], travelMode: 'ADVANCED_BY_PROVIDER', ceiling: ceiling('3220.00'), clientAllocation: [{ families: [...families, 'TRAVEL'], budgetLines: { 'MC-GTF': 'MC-GTF-COP6' } }], providerCreditSplitKey: 'BRS-BY-BUDGET' },
  }; // oxfmt-ignore
  const termsFor = (number, clientLines, ceilingCents) => {
    const { provider, client, effectiveOn, endsOn } = bodies[number];
    return { provider, client, effectiveOn, endsOn, clientLines, clientWeights: clientLines.map(() => 1n), ceiling: ceilingCents, body: bodies[number] };
  }; // oxfmt-ignore
  return {
    scenario: JSON.stringify(scenario),
    lines,
    terms: {
      'MODEL-A': termsFor('MODEL-A', ['BC-1-COP17', 'RO-2-COP12', 'SC-3-COP12'], 276_000n),
      'MODEL-B': termsFor('MODEL-B', ['MC-GTF-COP6'], 322_000n),
    },
    rates: scenario.operationalRates
      .filter(({ currency }) => currency === 'CHF')
      .map(({ effectiveOn, unitsPerUsd }) => ({ effectiveOn, milli: BigInt(Math.round(Number(unitsPerUsd) * 1000)) })),
  };
}
