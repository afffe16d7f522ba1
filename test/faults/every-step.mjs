/**
 * The process is killed right after each statement of its work, one run for each: of issuing an invoice, of certifying a
 * charge, of migrating an empty database. Every step is met and labelled by its statement. Afterwards either
 * nothing of it is there or all of it, a repeat completes it, and the numbers run without a gap.
 */
import { randomUUID } from 'node:crypto';
import { progress } from '../support/progress.mjs';
import { agreementNumber } from '../support/scenario.mjs';
import { everyStatementOf, serverBehindProxy } from './behind-proxy.mjs';
import { anActInSql, forTheProgramInSql } from './database.mjs';
import { brokenInvariants } from './invariants.mjs';
import { migrationSteps } from './migration-steps.mjs';
import { mutantOf, product } from './product.mjs';
import { labelOf } from './proxy.mjs';

export const name = 'every-step';
export const about = 'kill -9 after every statement of issuing, certifying and migrating';

/** More than any command has. */
const stepsMost = 60;
const isRequest = (sql) => /request_key/.test(sql);

/** What is killed: how the request for the n-th charge looks, and the label of a step that must always be among them. */
export const commands = {
  issue: {
    request: ({ drafts }, index) => ({
      path: `/api/v1/invoices/${drafts[index]}/issuance`,
      by: 'MINAMATA.approving',
      headers: { 'if-match': '"1"' },
    }),
    always: /number_series/,
    mutant: {
      name: 'number taken in a transaction of its own',
      changes: [['libs/invoicing/src/paper.service.js', 'await tx.query(`insert into invoicing.number_series', `await (async (sql, values) => tx.connection.transaction(async (own) => { await own.query(${JSON.stringify(forTheProgramInSql)}); return own.query(sql, values); }))(\`insert into invoicing.number_series`]], // oxfmt-ignore
      // The database asks at commit, and would refuse what the mutant does.
      arranged: 'drop trigger number_series_with_its_paper on invoicing.number_series',
      killAfter: /insert into invoicing\.paper/,
    },
  },
  certify: {
    request: ({ charges }, index) => ({
      path: `/api/v1/charges/${charges[index]}/certification`,
      by: 'BRS.certifying',
      headers: { 'if-match': '"2"' },
    }),
    always: /update agreements\.agreement/,
    mutant: {
      name: 'ceiling taken in a transaction of its own',
      changes: [
        [
          'libs/agreements/src/agreements.service.js',
          'const [charged] = await tx.query(`with wanted as (\n         select number, more',
          `const apart = async (sql, values) => tx.connection.transaction(async (own) => {
            await own.query(${JSON.stringify(forTheProgramInSql)});
            await own.query(${JSON.stringify(anActInSql)});
            return own.query(sql, values);
        });
        const [charged] = await apart(\`with wanted as (
         select number, more`,
        ],
        [
          'libs/charging/src/charging.service.js',
          'this.agreements.charge(tx, sumByAgreement(locked)),',
          'await this.agreements.charge(tx, sumByAgreement(locked)),',
        ],
      ],
      killAfter: /insert into platform\.request_key/, // the ceilings come right before it
    },
  },
};

export async function run({ full, random }) {
  const found = { steps: 0, wrong: [], labels: {} };
  const mutants = [];
  for (const [what, command] of Object.entries(commands)) {
    const most = full ? stepsMost : 3; // one undisturbed, and two steps
    await killedAtSteps(product, what, {
      command,
      found,
      choose: (labels) => chosen(labels, command, full, random),
      most,
    });
    const { name: mutantName, changes, killAfter, arranged } = command.mutant;
    const mutant = mutantOf(changes);
    const seen = { steps: 0, wrong: [], labels: {} };
    const choose = (labels) => labels.flatMap((label, step) => (killAfter.test(label) ? [step] : [])).slice(0, 1);
    await killedAtSteps(mutant, what, { command, found: seen, choose, arranged, most: 2 });
    await mutant.remove();
    mutants.push({ name: mutantName, caught: seen.steps > 0 && seen.wrong.length > 0, result: seen });
  }
  mutants.push(await migrationSteps({ full, random, found }));
  return { runs: found.steps, holds: found.wrong.length === 0, result: found, mutants };
}

/** All steps, or two of them: one by chance, and the COMMIT. */
function chosen(labels, { always }, full, random) {
  const all = [...labels.keys()];
  if (full) return all;
  if (!labels.some((label) => always.test(label))) throw new Error(`No step is ${always}: it is not where it was.`);
  return [...random.some(all.slice(0, -1), 1), labels.length - 1];
}

async function killedAtSteps(build, what, { command, found, choose, arranged, most }) {
  const server = await serverBehindProxy(build);
  if (arranged !== undefined) await server.query(arranged);
  const work = await workIn(server, what, most);
  const labels = [];
  server.proxy.watch(everyStatementOf(isRequest, (_, sql) => void labels.push(labelOf(sql))));
  await succeeded(server, requestOf(command, work, 0)); // once undisturbed, to see its steps
  found.labels[what] = labels;
  const steps = choose(labels);
  for (const [time, step] of steps.entries()) {
    progress(`${name}, ${what}${build === product ? '' : ' of its mutant'}`, time, steps.length);
    const request = requestOf(command, work, time + 1);
    const label = await killedAt(server, request, step);
    const wrong = (text) => found.wrong.push(`${what}, killed after step ${step} (${label}): ${text}`);
    const afterKill = await brokenInvariants(server.query);
    for (const one of afterKill) wrong(`${one.rule} does not hold, ${JSON.stringify(one.first)}`);
    const first = await server.send(request);
    if (first?.status !== 200) wrong(`the repeat was answered with ${first?.status} ${first?.text.slice(0, 200)}`);
    const again = await server.send(request);
    if (again?.text !== first?.text) wrong('two repeats have two answers');
    for (const one of await brokenInvariants(server.query)) wrong(`${one.rule} does not hold after the repeat`);
    found.steps += 1;
  }
  progress(`${name}, ${what}${build === product ? '' : ' of its mutant'}`, steps.length, steps.length);
  await server.close();
}

/** Kills the server right after that statement of the request, starts it again, and answers the statement. */
async function killedAt(server, request, step) {
  let label = 'never came to it';
  server.proxy.watch(
    everyStatementOf(isRequest, (index, sql) => {
      if (index !== step) return undefined;
      label = labelOf(sql);
      server.kill();
      return 'cut';
    }),
  );
  const answer = await server.send(request);
  if (answer !== null)
    throw new Error(`Step ${step} was not met: the request was answered with ${answer.status} ${answer.text}`);
  await server.killed();
  const idle = await server.idleTransactions();
  if (idle.length > 0) throw new Error(`A transaction of the killed server is still open: ${JSON.stringify(idle)}`);
  await server.restart();
  return label;
}

export function requestOf(command, work, index) {
  const { path, by, headers } = command.request(work, index);
  return { path, by, headers: { ...headers, 'idempotency-key': randomUUID() } };
}

/** Charges that wait for the command, and drafts over so many of them where it is invoices. */
export async function workIn(server, what, most) {
  const agreement = agreementNumber(0);
  const charges = Array.from({ length: stepsMost }, (_, index) => `STEP-${String(index).padStart(3, '0')}`);
  const post = (path, by, body) => succeeded(server, { path, by, body, headers: { 'idempotency-key': randomUUID() } });
  const body = { agreement, item: 'DOC-CTL', quantity: '1', deliveredOn: '2025-05-09' };
  await post('/api/v1/charges/batches', 'MINAMATA.finance', { charges: charges.map((id) => ({ ...body, id })) });
  await post('/api/v1/charges/receipts', 'BRS.finance', { charges });
  if (what !== 'issue') return { charges };
  await post('/api/v1/charges/certifications', 'BRS.certifying', { charges });
  const drafts = [];
  for (const charge of charges.slice(0, most)) {
    drafts.push((await post('/api/v1/invoices', 'MINAMATA.finance', { agreement, charges: [charge] })).id);
  }
  return { charges, drafts };
}

async function succeeded(server, request) {
  const answer = await server.send(request);
  if (answer === null || answer.status >= 300)
    throw new Error(`${request.path} was answered with ${answer?.status}: ${answer?.text.slice(0, 500)}`);
  return JSON.parse(answer.text);
}
