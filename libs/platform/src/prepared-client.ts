import { createHash } from 'node:crypto';
import process from 'node:process';
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
 *   turn of the event loop is one write, and is run and answered in the order it was asked. `start transaction` is never
 *   waited for: it has nothing to say, and if it cannot be run the statement behind it cannot either.
 * - A value that cannot be sent, such as an object that holds itself, fails its statement before any of it is sent. Found out in the
 *   middle of one, node-postgres would close what was prepared under its name and go on to run it: each later one failed with it.
 * - Of statements that travel together all fail once one has failed, and whoever is heard first gives the reason to a caller:
 *   each of them gives the reason of the one that failed first, so that a deadlock is tried again and a full disk is told.
 */
export class PreparedClient extends pg.Client {
  private readonly names = new Map<string, string>();
  private readonly shapes = new Map<string, Shape>();
  private corked = false;
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
        send(text).catch(() => undefined);
        return Promise.resolve({ command: 'START', rowCount: null, rows: [] });
      }
      const isNamed = typeof text === 'string' && Array.isArray(values) && values.length > 0;
      const sent = isNamed ? this.answered(send, text, values) : send(...given);
      return sent instanceof Promise ? sent.catch(this.causeOf) : sent; // with a callback there is no promise
    };
    this.query = query as unknown as pg.Client['query'];
  }

  /** Leaves in the middle of whatever runs; `end` would wait for all that was sent. Who waits for an answer gets an error. */
  abandon(): void {
    (this as unknown as { connection: pg.Connection }).connection.stream.destroy();
  }

  private readonly causeOf = (error: unknown): never => {
    const { code } = error as { code?: string };
    if (code === '25P02' && this.failed !== undefined) throw this.failed;
    this.failed = error as Error;
    throw error as Error;
  };

  private answered(send: Query, text: string, values: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const query = new NamedQuery(this.nameOf(text), text, values.map(asSent), this.shapes);
      query.callback = (error, result) => (error ? reject(error) : resolve(result));
      void send(query);
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
    const { stream } = (this as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection;
    this.corked = true;
    stream.cork();
    process.nextTick(() => {
      this.corked = false;
      stream.uncork();
    });
  }
}

/** As node-postgres spells a value of a statement; what it has spelled it leaves as it is. Errors: that it cannot. */
const asSent = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils.prepareValue;

/** How the rows of a statement are read: of node-postgres' result, what it makes of a description. */
type Shape = Readonly<Record<'fields' | '_parsers' | '_prebuiltEmptyResultObject', unknown>>;

/** What of node-postgres' query and connection their types do not say. */
interface Internals {
  readonly _result: Shape;
  _accumulateRows: boolean;
  prepare(connection: Messages): void;
  handleCommandComplete(message: unknown, connection: Messages): void;
}

interface Messages {
  describe?: (what: object) => void;
}

const usual = pg.Query.prototype as unknown as Internals;

/**
 * Given ready-made: of a description of a query, node-postgres makes a copy with all its properties first. Of a statement whose
 * shape is known, the server is not asked for it again: it would tell each column anew.
 */
class NamedQuery extends pg.Query {
  declare name: string | undefined;
  declare callback: (error: Error | null | undefined, result: unknown) => void;

  constructor(
    name: string | undefined,
    text: string,
    values: unknown[],
    private readonly shapes: Map<string, Shape>,
  ) {
    super(text, values);
    this.name = name;
  }

  prepare(connection: Messages): void {
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

  handleCommandComplete(message: unknown, connection: Messages): void {
    const query = this as unknown as Internals;
    const { fields, _parsers, _prebuiltEmptyResultObject } = query._result;
    if (this.name !== undefined) this.shapes.set(this.name, { fields, _parsers, _prebuiltEmptyResultObject });
    usual.handleCommandComplete.call(query, message, connection);
  }
}

function notAsked(): void {
  // What would be answered is known.
}
