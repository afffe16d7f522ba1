/**
 * What each control of the books costs: charges recorded, confirmed and certified per second with every control on, and
 * with each of them switched off in turn. The controls are those that the database has on the tables of a posting, as they
 * are found there: the triggers, by the function they call, the foreign keys and the checks. Nothing is switched off in the product.
 */
import { openBooks } from '../support/measured-books.mjs';
import { carryInProcess, draftOf } from './kernel.mjs';
import { progress } from '../support/progress.mjs';
import { startServer } from '../support/program.mjs';
import { median, rounded } from '../support/statistics.mjs';
import { overHttp } from './postings.mjs';

const tables = [
  'charging.charge',
  'charging.charge_allocation',
  'ledger.journal_entry',
  'ledger.posting',
  'budget.trust_fund',
  'budget.budget_line',
  'agreements.agreement',
  'platform.request_key',
  'platform.audit_event',
];

const sizes = {
  full: { agreements: [50, 1], charges: { 'SQL kernel': [80, 200], HTTP: [50, 150] }, times: 2 },
  quick: { agreements: [50, 1], charges: { 'SQL kernel': [40, 120], HTTP: [30, 90] }, times: 1 },
};

export async function controls({ quick }) {
  const size = quick ? sizes.quick : sizes.full;
  const figures = [];
  for (const agreements of size.agreements) {
    const books = await openBooks({ agreements, poolSize: 20 });
    const server = await startServer(books.folder);
    const owner = await books.connect();
    try {
      const found = await controlsOf(owner);
      const ways = { 'SQL kernel': inProcess(books), HTTP: overHttp(server.port, books.folder) };
      await Promise.all(Object.values(ways).map((way) => run(way, { agreements, clients: 4, charges: 120 })));
      for (const [way, carry] of Object.entries(ways)) {
        for (const [place, clients] of [1, 16].entries()) {
          const workload = { agreements, clients, charges: size.charges[way][place] };
          figures.push({ way, agreements, clients, ...(await price(owner, found, carry, workload, size.times)) });
        }
      }
    } finally {
      await owner.end();
      await server.stop();
      await books.close();
    }
  }
  return { figures };
}

/** Everything on and one thing off take turns, so that a slow minute of the machine meets both. */
async function price(owner, found, carry, workload, times) {
  const all = { name: 'all of them', off: found.flatMap(({ off }) => off), on: found.flatMap(({ on }) => on) };
  const on = [];
  const off = new Map([...found, all].map(({ name }) => [name, []]));
  // The price of all of them together is the promised figure: it is asked for after every few of the others.
  const turns = [...found.flatMap((control, place) => (place % 4 === 3 ? [control, all] : [control])), all];
  for (let time = 1; time <= times; time += 1) {
    for (const control of turns) {
      on.push(await run(carry, workload));
      for (const statement of control.off) await owner.query(statement);
      off.get(control.name).push(await run(carry, workload));
      for (const statement of control.on) await owner.query(statement);
      progress(`${workload.clients} clients, ${workload.agreements} agreements`, on.length, turns.length * times);
    }
  }
  const allOn = median(on);
  return {
    allOnPerSecond: rounded(allOn),
    without: Object.fromEntries(
      [...off].map(([name, runs]) => {
        const perSecond = median(runs);
        return [name, { perSecond: rounded(perSecond), price: rounded(1 - allOn / perSecond) }];
      }),
    ),
  };
}

/** Charges per second. */
async function run(carry, { agreements, clients, charges }) {
  let next = 0;
  const client = async () => {
    while (next < charges) {
      const running = next;
      next += 1;
      await carry(running, running % agreements);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return (charges * 1000) / (performance.now() - started);
}

function inProcess(books) {
  return (running, agreementIndex) => carryInProcess(books, [draftOf(running, agreementIndex)], agreementIndex);
}

/** Each control with the statements that switch it off and on again. */
async function controlsOf(owner) {
  const { rows: triggers } = await owner.query(
    `select case when tgisinternal then 'foreign keys' else tgfoid::regproc::text end as control,
       tgrelid::regclass::text as on_table, quote_ident(tgname) as trigger
     from pg_trigger where tgrelid = any($1::regclass[]) order by 1, 2, 3`,
    [tables],
  );
  const { rows: checks } = await owner.query(
    `select conrelid::regclass::text as on_table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'c' and conrelid = any($1::regclass[]) order by 1, 2`,
    [tables],
  );
  const byControl = Map.groupBy(triggers, ({ control }) => control);
  return [
    ...[...byControl].map(([name, some]) => ({
      name,
      off: some.map(({ on_table, trigger }) => `alter table ${on_table} disable trigger ${trigger}`),
      on: some.map(({ on_table, trigger }) => `alter table ${on_table} enable trigger ${trigger}`),
    })),
    {
      name: 'checks',
      off: checks.map(({ on_table, name }) => `alter table ${on_table} drop constraint ${name}`),
      on: checks.map(
        ({ on_table, name, definition }) => `alter table ${on_table} add constraint ${name} ${definition}`,
      ),
    },
  ];
}
