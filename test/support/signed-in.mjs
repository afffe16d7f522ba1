/** The demo people of the books in a folder, signed in over HTTP as anybody would be, each once every five minutes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const renewAfterMs = 5 * 60_000; // certifying asks for a proof that is ten minutes old at most
const sessions = new Map();

/** The sessions of these people in a folder, signed in now, as somebody may take them along with a copy of its books. */
export async function sessionsIn(folder, people, send) {
  const since = Date.now();
  return Promise.all(people.map(async (person) => ({ person, since, headers: await signIn(folder, person, send) })));
}

/** They hold in a copy of those books too, which are now in `folder`. */
export function takeAlong(folder, taken) {
  for (const { person, since, headers } of taken)
    sessions.set(`${folder}\n${person}`, {
      since: performance.now() - (Date.now() - since),
      headers: Promise.resolve(headers),
    });
}

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
