/**
 * Clients that record, confirm and certify charges over HTTP, a few at once and each request under a key of its own, and note what
 * became of it: acknowledged, refused, or unknown. What is unknown is never guessed: the same request is sent again.
 */
import { randomUUID } from 'node:crypto';
import { agreementNumber, chargeBody, officersFor } from '../support/scenario.mjs';
import { httpTo } from '../support/program.mjs';

const steps = ['record', 'receive', 'certify'];
const atOnce = 3; // charges of one client, so that requests of one officer wait for a turn and are done together

export class Writers {
  constructor({ port, folder, clients, agreements, random }) {
    this.port = port;
    this.folder = folder;
    this.clients = clients;
    this.agreements = agreements;
    this.random = random;
    this.running = 0;
    /** In this order, whatever became of them; a request comes after those that it builds on. */
    this.sent = [];
    this.acknowledged = [];
    this.unknown = [];
    /** Answers that are neither a success nor "the database is away, try again": they should not be. */
    this.wrong = [];
    this.saidAway = 0;
  }

  /** Works until `stop`, or until a client does not know what became of its request. */
  start() {
    this.stopped = false;
    this.http = httpTo(this.port, this.clients * atOnce, this.folder);
    this.working = Promise.all(Array.from({ length: this.clients }, () => this.work()));
  }

  async stop() {
    this.stopped = true;
    await this.working;
    this.http.close();
  }

  async work() {
    while (!this.stopped) {
      const agreement = this.random.below(this.agreements);
      const charges = Array.from({ length: atOnce }, () => (this.running += 1));
      for (const step of steps) {
        const outcomes = await Promise.all(charges.map((one) => this.sendFirst(requestFor(step, one, agreement))));
        if (outcomes.some((outcome) => outcome !== 'acknowledged')) return;
      }
    }
  }

  async sendFirst(request) {
    this.sent.push(request);
    const outcome = await this.send(this.http, request);
    if (outcome === 'unknown') this.unknown.push(request);
    return outcome;
  }

  /** Sends a request, and says what is known of its effect. */
  async send(http, request) {
    let answer;
    try {
      answer = await http.send('POST', request.path, sentAs(request));
    } catch {
      return 'unknown'; // the connection broke: the server is gone, or was cut off
    }
    const { status, headers, text } = answer;
    if (status < 300) {
      this.acknowledged.push({ ...request, text });
      return 'acknowledged';
    }
    if (status === 503 && headers['retry-after'] !== undefined) {
      this.saidAway += 1;
      return 'unknown';
    }
    this.wrong.push(`${request.path} was answered with ${status}: ${text.slice(0, 300)}`);
    return status >= 500 ? 'unknown' : 'refused';
  }

  /** Sends what is unknown again, with the same key; each must succeed now. Answers how many had taken effect before. */
  async resolve() {
    const http = httpTo(this.port, 1, this.folder);
    try {
      let replayed = 0;
      for (const request of this.unknown.splice(0)) {
        const answer = await http.send('POST', request.path, sentAs(request));
        if (answer.status >= 300) {
          this.wrong.push(`${request.step} repeated was answered with ${answer.status}: ${answer.text.slice(0, 300)}`);
          continue;
        }
        if (answer.headers['idempotency-replayed'] === 'true') replayed += 1;
        const again = await http.send('POST', request.path, sentAs(request));
        if (again.text !== answer.text) this.wrong.push(`${request.step} repeated twice has two answers.`);
        this.acknowledged.push({ ...request, text: answer.text });
      }
      return replayed;
    } finally {
      http.close();
    }
  }
}

const sentAs = ({ by, headers, body }) => ({ by, headers, body });

function requestFor(step, running, agreementIndex) {
  const { recorder, receiver, certifier } = officersFor(agreementIndex);
  const id = `${agreementNumber(agreementIndex)}-F-${running}`;
  const headers = { 'idempotency-key': randomUUID() };
  const path = `/api/v1/charges/${id}`;
  switch (step) {
    case 'record':
      return {
        step,
        id,
        path: '/api/v1/charges',
        by: recorder,
        headers,
        body: { ...chargeBody(running, agreementIndex), id },
      };
    case 'receive':
      return {
        step,
        id,
        path: `${path}/receipt`,
        by: receiver,
        headers: { ...headers, 'if-match': '"1"' },
      };
    default:
      return {
        step,
        id,
        path: `${path}/certification`,
        by: certifier,
        headers: { ...headers, 'if-match': '"2"' },
      };
  }
}

/**
 * What of these requests is in the books, by their effect and not by what was said of them: step and charge.
 * Shape: a set of "record CRA-..-F-1".
 */
export async function effectsIn(query) {
  const rows = await query(
    `select id, received_by is not null as received, certified_by is not null as certified from charging.charge`,
  );
  return new Set(
    rows.flatMap(({ id, received, certified }) => [
      `record ${id}`,
      ...(received ? [`receive ${id}`] : []),
      ...(certified ? [`certify ${id}`] : []),
    ]),
  );
}

/** How many transactions have done several requests: those of one officer that waited for a turn. */
export async function groupsIn(query) {
  const [{ groups }] = await query(
    `select count(*)::int as groups from (
       select transaction from platform.audit_event group by transaction having count(distinct request_id) > 1) as shared`,
  );
  return groups;
}

export const effectOf = ({ step, id }) => `${step} ${id}`;
