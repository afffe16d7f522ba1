import { createHash } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import process from 'node:process';
import type { Writable } from 'node:stream';
import pg from 'pg';

/** More texts than the product has: should one ever be built with a varying list, it must not fill the server with plans. */
const textsMax = 500;

type Query = (...given: unknown[]) => Promise<unknown>;

/**
 * A connection that spares the database and itself what costs most on a small machine: planning, and waking each other.
 * - Each statement is parsed and planned once and then run by name: the product's SQL is constant text (a lint rule keeps
 *   it so). Statements without parameters go as they are. What its rows look like is asked the first time: it is planned once,
 *   and PostgreSQL refuses a plan whose rows have come to look otherwise.
 * - Statements that do not need each other's answers travel together (node-postgres' pipeline): what is asked for in one
 *   turn of the event loop is one write, and is run in the order it was asked. Those of one transaction, its begin and its
 *   commit too, are answered by one write as well: they share a Sync. `start transaction` is never waited for: it has
 *   nothing to say, and if it cannot be run the statement behind it cannot either.
 * - Of statements that travel together all fail once one has failed, and whoever is heard first gives the reason to a caller:
 *   each of them gives the reason of the one that failed first, so that a deadlock is tried again and a full disk is told.
 */
export class PreparedClient extends pg.Client {
  private readonly names = new Map<string, string>();
  private readonly shapes = new Map<string, Shape>();
  private corked = false;
  private isInTransaction = false;
  private unanswered: NamedQuery[] = []; // sent, and no Sync behind them yet
  private failed: Error | undefined;

  constructor(config?: pg.ClientConfig) {
    super(config);
    // A server that ends right after it has greeted says so when the pool has given the connection away and nobody listens yet,
    // and such an event ends the process. Whoever runs a statement hears of it there.
    this.on('error', () => undefined);
    const send = super.query.bind(this) as unknown as Query;
    // TypeORM hands over a text and its values and awaits the result; that one form is named, every other passes through.
    const query: Query = (...given) => {
      this.writeTogether();
      const [text, values] = given;
      if (text === 'START TRANSACTION') {
        this.failed = undefined;
        this.isInTransaction = true;
        this.answered(send, text, []).catch(() => undefined); // said by what is behind it
        return Promise.resolve({ command: 'START', rowCount: null, rows: [] });
      }
      if (text === 'COMMIT' || text === 'ROLLBACK') this.isInTransaction = false;
      if (text === 'COMMIT') return this.answered(send, text, []).catch(this.causeOf);
      if (typeof text === 'string' && Array.isArray(values) && values.length > 0) {
        return this.answered(send, text, values).catch(this.causeOf);
      }
      this.askForAnswers();
      const sent = send(...given);
      return sent instanceof Promise ? sent.catch(this.causeOf) : sent; // with a callback there is no promise
    };
    this.query = query as unknown as pg.Client['query'];
  }

  /** Leaves in the middle of whatever runs; `end` would wait for all that was sent. Who waits for an answer gets an error. */
  abandon(): void {
    this.wire.stream.destroy();
  }

  private get wire(): Wire {
    return (this as unknown as { connection: Wire }).connection;
  }

  private readonly causeOf = (error: unknown): never => {
    const { code } = error as { code?: string };
    if (code !== undefined && inVain.has(code) && this.failed !== undefined) throw this.failed;
    this.failed = error as Error;
    throw error as Error;
  };

  private answered(send: Query, text: string, values: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const query = new NamedQuery(this.nameOf(text), text, values, this.shapes);
      query.callback = (error, result) => (error ? reject(error) : resolve(result));
      void send(query);
      this.unanswered.push(query);
      if (!this.isInTransaction) this.askForAnswers(); // each is a transaction of its own
    });
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= textsMax) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    this.names.set(text, name);
    return name;
  }

  /** Holds back what is written until all that is ready to run has run. */
  private writeTogether(): void {
    if (this.corked) return;
    const { stream } = this.wire;
    this.corked = true;
    stream.cork();
    process.nextTick(() => {
      this.askForAnswers();
      this.corked = false;
      stream.uncork();
    });
  }

  /** One Sync for all that was sent since the last: PostgreSQL runs none of them behind one that fails, and answers all in one write. */
  private askForAnswers(): void {
    if (this.unanswered.length === 0) return;
    for (const query of this.unanswered.slice(0, -1)) query.sharesSync = true;
    this.unanswered = [];
    this.wire.sync();
  }
}

/** Of what is sent to a transaction that has failed: that it has, and that a text which was first sent there is not known. */
const inVain = new Set(['25P02', '26000']);

/** How the rows of a statement are read: of node-postgres' result, what it makes of a description. */
type Shape = Readonly<Record<'fields' | '_parsers' | '_prebuiltEmptyResultObject', unknown>>;

/** What of node-postgres' connection their types do not say. */
interface Wire extends EventEmitter {
  readonly stream: Writable;
  describe?: (what: object) => void;
  execute(portal: object): void;
  sync(): void;
}

/** And of its query. */
interface Internals {
  readonly _result: Shape;
  _accumulateRows: boolean;
  prepare(connection: Wire): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleError(error: unknown, connection: Wire): void;
}

const usual = pg.Query.prototype as unknown as Internals;
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

/**
 * Given ready-made: of a description of a query, node-postgres makes a copy with all its properties first. Of a statement whose
 * shape is known, the server is not asked for it again: it would tell each column anew.
 * Of those that share a Sync the server says once that it is ready, behind the last that it has run. node-postgres waits for that
 * word at each, and hears it from here: what is behind one that failed was not run, and fails for the same reason.
 */
class NamedQuery extends pg.Query {
  declare name: string | undefined;
  declare queryMode: 'extended';
  declare callback: (error: Error | null | undefined, result: unknown) => void;
  sharesSync = false; // with one behind it

  constructor(
    name: string | undefined,
    text: string,
    values: unknown[],
    private readonly shapes: Map<string, Shape>,
  ) {
    super(
      text,
      values.map((value) => prepareValue(value)),
    ); // what cannot be sent fails here, before any of it is
    this.name = name;
    this.queryMode = 'extended';
  }

  prepare(connection: Wire): void {
    const query = this as unknown as Internals;
    const shape = this.name === undefined ? undefined : this.shapes.get(this.name);
    if (shape === undefined) return usual.prepare.call(query, connection);
    Object.assign(query._result, shape);
    query._accumulateRows = true;
    connection.describe = notAsked;
    try {
      usual.prepare.call(query, connection);
    } finally {
      delete connection.describe; // its prototype's again
    }
  }

  _getRows(connection: Wire): void {
    connection.execute({}); // the Sync comes behind all that travel together
  }

  handleCommandComplete(message: unknown, connection: Wire): void {
    const query = this as unknown as Internals;
    const { fields, _parsers, _prebuiltEmptyResultObject } = query._result;
    if (this.name !== undefined) this.shapes.set(this.name, { fields, _parsers, _prebuiltEmptyResultObject });
    usual.handleCommandComplete.call(query, message, connection);
    if (this.sharesSync) connection.emit('readyForQuery', inItsTransaction);
  }

  handleError(error: unknown, connection: Wire): void {
    usual.handleError.call(this as unknown as Internals, error, connection);
    if (!this.sharesSync || !(error instanceof pg.DatabaseError)) return; // of a lost connection each is told
    connection.emit('readyForQuery', inItsTransaction);
    connection.emit('errorMessage', error);
  }
}

const inItsTransaction = { status: 'T' };

function notAsked(): void {
  // What would be answered is known.
}
