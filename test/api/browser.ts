import { randomUUID } from 'node:crypto';
import { type Answer, type ApiUnderTest } from './api-under-test.ts';

export const password = 'heron-granite-lantern-42';

/** A browser with one cookie, as far as this API is about it. */
export class Browser {
  cookie: string | null = null;

  constructor(private readonly api: ApiUnderTest) {}

  /** Held against the OpenAPI document, as every answer is. */
  async send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
    const answer = await this.api.send({
      method,
      path,
      headers: {
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    this.api.contract.check(method, path, answer);
    const given = answer.headers['set-cookie'];
    if (given !== undefined) this.cookie = String(given).split(';')[0] ?? null;
    return answer;
  }

  signIn(account: string, typed = password): Promise<Answer> {
    return this.send('POST', '/api/v1/session', { account, password: typed });
  }
}

/** Somebody who was invited and has set the password, as people are let in to books that are no sample. */
export async function invited(api: ApiUnderTest, person: string): Promise<Browser> {
  const administrator = new Browser(api);
  administrator.cookie = (await api.signedIn(`${person.split('.')[0] ?? ''}.administrator`)).cookie ?? null;
  const { body } = await administrator.send('POST', `/api/v1/people/${person}/invitations`);
  const browser = new Browser(api);
  const token = body.token as string;
  const accepted = await browser.send('POST', '/api/v1/invitations/acceptance', { token, password });
  if (accepted.status !== 204) throw new Error(`${person} was not let in: ${accepted.text}`);
  return browser;
}
