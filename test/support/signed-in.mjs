/** The demo people of the books in a folder, signed in over HTTP as anybody would be, each once every five minutes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const renewAfterMs = 5 * 60_000; // certifying asks for a proof that is ten minutes old at most
const sessions = new Map();

/** The headers of a session of `person`; `send` reaches the server of these books. Errors: when it does not let them in. */
export function signedIn(folder, person, send) {
  const key = `${folder}\n${person}`;
  const known = sessions.get(key);
  if (known !== undefined && performance.now() - known.since < renewAfterMs) return known.headers;
  const headers = signIn(folder, person, send);
  sessions.set(key, { since: performance.now(), headers });
  headers.catch(() => sessions.delete(key));
  return headers;
}

async function signIn(folder, account, send) {
  const password = readFileSync(join(folder, 'keys', 'demo-password'), 'utf8').trim();
  const { status, headers, text } = await send('POST', '/api/v1/session', { body: { account, password } });
  if (status !== 201) throw new Error(`${account} was not let in: ${status} ${text.slice(0, 500)}`);
  return { cookie: headers['set-cookie'][0].split(';')[0] };
}
