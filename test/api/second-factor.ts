import { Secret, TOTP } from 'otpauth';
import type { ApiUnderTest } from './api-under-test.ts';
import { type Browser, invited } from './browser.ts';

/** What an authenticator shows, so many half minutes from now. */
export const shows = (secret: string, from = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + from * 30_000 });

export interface Enrolled {
  readonly browser: Browser;
  readonly secret: string;
  readonly codes: string[];
  readonly first: string;
}

/** Somebody who was invited, has set the password and has made a second factor; `browser` is theirs where they are here already. */
export async function enrolledIn(api: ApiUnderTest, person: string, browser?: Browser): Promise<Enrolled> {
  const own = browser ?? (await invited(api, person));
  await own.signIn(person);
  const { body } = await own.send('POST', '/api/v1/second-factor');
  const secret = body.secret as string;
  const first = shows(secret, -1);
  const confirmed = await own.send('POST', '/api/v1/second-factor/confirmation', { code: first });
  if (confirmed.status !== 201) throw new Error(`${person} has no second factor: ${confirmed.text}`);
  return { browser: own, secret, first, codes: confirmed.body.recoveryCodes as string[] };
}
