/** The product's server in a process of its own, and HTTP to it over loopback. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { isInterrupted, opened } from './open-things.mjs';
import { signedIn } from './signed-in.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts a program that will listen on `port`. In a process group of its own, so that Ctrl-C reaches it once and from
 * here: a second signal, when it is late, cuts off what the server is still asked.
 */
export function startProgram(command, programArguments, environment) {
  const child = spawn(command, programArguments, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: undefined, NODE_OPTIONS: undefined, ...environment },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-4000)));
  const ended = once(child, 'exit').then(([code, signal]) => {
    child.over = `It ended with ${signal ?? code}.\n${said}`;
  });
  const stop = opened(async () => {
    if (isInterrupted()) return endGroup(child); // it may still be starting, with programs of its own
    if (child.over === undefined) child.kill('SIGTERM');
    await ended;
  });
  return { child, ended, stop, said: () => said };
}

/**
 * Ends a program and whatever it has started in its process group, and waits until the last is gone. A database that it
 * leaves behind is stopped with its folder.
 */
export async function endGroup(child) {
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
      return true;
    } catch {
      return false; // nobody is left
    }
  };
  signal('SIGTERM');
  for (let waited = 0; signal(0); waited += 20) {
    if (waited === 5000) signal('SIGKILL');
    await pause(20);
  }
}

/**
 * The server of the books in `folder`, or of the database at `url`, ready to answer; `startedMs` from its start to its
 * first answer. `product` is the folder of another build than the one in dist; `logins` are { url, migratorUrl, sealerUrl };
 * `environment` is what else it is set to.
 */
export async function startServer(folder, { product = root, port, environment = {}, ...logins } = {}) {
  const address = port ?? (await freePort());
  const started = performance.now();
  const program = startProgram(process.execPath, [join(product, 'dist/apps/api/src/main.js')], {
    RECOUP_FOLDER: folder,
    RECOUP_PORT: String(address),
    RECOUP_HOST: '127.0.0.1',
    ...{ RECOUP_REQUESTS_PER_MINUTE: 'off', RECOUP_PAPERS_PER_MINUTE: 'off', RECOUP_TABLES_PER_HOUR: 'off' },
    RECOUP_EXPORTS_PER_HOUR: 'off',
    DATABASE_URL: logins.url,
    RECOUP_MIGRATOR_URL: logins.migratorUrl,
    RECOUP_SEALER_URL: logins.sealerUrl,
    ...environment,
  });
  await firstAnswer(program, address, '/health/ready');
  const { child, ended, stop, said } = program;
  return { port: address, startedMs: performance.now() - started, processId: child.pid, child, ended, stop, said };
}

/**
 * `recoup` with these words, to its end. `product` as for `startServer`; `environment` says which books.
 * Shape:  { code, printed, complained }, as the shell has them.
 */
export async function recoup(words, { product = root, environment }) {
  const child = spawn(process.execPath, [join(product, 'dist/apps/cli/src/main.js'), ...words], {
    cwd: product,
    env: { ...process.env, DATABASE_URL: undefined, NODE_OPTIONS: undefined, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [printed, complained] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (complained += text));
  const [code] = await once(child, 'close');
  return { code, printed, complained };
}

/** Asks until an answer of 200 comes. Errors: when the program ends before. */
export async function firstAnswer({ child }, port, path) {
  const http = httpTo(port, 1);
  try {
    for (;;) {
      if (child.over !== undefined) throw new Error(`The server did not start. ${child.over}`);
      const status = await http.send('GET', path).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 200) return;
      await pause(2);
    }
  } finally {
    http.close();
  }
}

/**
 * The status of an address, over a connection of its own: one that is kept may be closed by the server in the moment in which
 * it is used again. Errors: no answer; with what the server said where it has ended.
 */
export async function statusOf({ child, port }, path) {
  const http = httpTo(port, 1);
  try {
    return (await http.send('GET', path)).status;
  } catch (error) {
    await pause(500); // its end is heard a moment later
    throw new Error(`${path} was not answered: ${error.message}. ${child.over ?? 'The server is still there.'}`, {
      cause: error,
    });
  } finally {
    http.close();
  }
}

/**
 * A client with that many connections, which stay open. A request that says `by` whom it is, is sent in a session of that
 * person, one of the demo people of the books in `folder`.
 */
export function httpTo(port, connections, folder) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = async (method, path, { by, headers: given = {}, body } = {}) => {
    const headers = by === undefined ? given : { ...given, ...(await signedIn(folder, by, send)) };
    return new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const sending = request(
        {
          host: '127.0.0.1',
          port,
          method,
          path,
          agent,
          headers:
            payload === undefined
              ? headers
              : { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) },
        },
        (answer) => {
          const parts = [];
          answer.on('data', (part) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode,
              headers: answer.headers,
              text: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      );
      sending.on('error', reject);
      sending.end(payload);
    });
  };
  /** The body of a success. Errors: any other answer, with what it said. */
  const ask = async (method, path, options) => {
    const { status, text } = await send(method, path, options);
    if (status >= 300) throw new Error(`${method} ${path} was answered with ${status}: ${text.slice(0, 1000)}`);
    return JSON.parse(text);
  };
  return { send, ask, close: () => agent.destroy() };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
