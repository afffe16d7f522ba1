import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import Provider from 'oidc-provider';
import { forger } from './issuer-under-test.ts';

export const callback = 'http://localhost/api/v1/sign-in/oidc/callback';

/**
 * A well-kept OpenID provider, with a page on which anybody signs in as whom they write. `signOutsTo`: the address that it tells of
 * each sign-out, asked once its own is known; it then also says how it calls its sessions.
 */
export async function realProvider(
  signOutsTo: ((issuer: string) => Promise<string>) | null = null,
): Promise<{ server: Server; issuer: string; provider: Provider }> {
  let handle: ReturnType<Provider['callback']> | null = null;
  const server = createServer((request, response) => void handle?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const told =
    signOutsTo === null
      ? {}
      : { backchannel_logout_uri: await signOutsTo(issuer), backchannel_logout_session_required: true };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: forger.clientId,
        client_secret: forger.clientSecret,
        redirect_uris: [callback],
        require_auth_time: true,
        ...told,
      },
    ],
    cookies: { keys: ['of this test alone'] },
    features: { backchannelLogout: { enabled: signOutsTo !== null } },
  });
  handle = provider.callback();
  return { server, issuer, provider };
}

export interface Browser {
  readonly cookies: Map<string, string>;
}

function kept(browser: Browser, given: string | string[] | undefined): void {
  for (const one of [given ?? []].flat()) {
    const [pair = '', ...attributes] = one.split(';');
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (attributes.some((attribute) => /max-age=0$/i.test(attribute.trim())) || value === '')
      browser.cookies.delete(name);
    else browser.cookies.set(name, value);
  }
}

export function shown({ cookies }: Browser): { cookie?: string } {
  return cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}

export async function ask(app: NestFastifyApplication, browser: Browser, url: string) {
  const answer = await app.inject({ url, headers: shown(browser) });
  kept(browser, answer.headers['set-cookie']);
  return answer;
}

/** Where the issuer sends the browser back to, after whatever it asks of the person. */
export async function throughRealIssuer(start: string, subject: string, atIssuer: Browser): Promise<string> {
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: shown(atIssuer),
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    form = undefined;
    kept(atIssuer, answer.headers.getSetCookie());
    const location = answer.headers.get('location');
    if (location !== null) {
      url = new URL(location, url).href;
      if (new URL(url).pathname === new URL(callback).pathname) return url;
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(page.slice(0, 500));
    url = new URL(action, url).href;
    form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: subject, password: 'any' } : {}) });
  }
  throw new Error('The issuer goes round in circles.');
}

/** Signs out at the issuer, where it asks whether it is meant. */
export async function signOutAtRealIssuer(issuer: string, atIssuer: Browser): Promise<void> {
  const asked = await fetch(`${issuer}/session/end`, { redirect: 'manual', headers: shown(atIssuer) });
  kept(atIssuer, asked.headers.getSetCookie());
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(await asked.text())?.[1] ?? '';
  const ended = await fetch(`${issuer}/session/end/confirm`, {
    ...{ method: 'POST', redirect: 'manual', headers: shown(atIssuer) },
    body: new URLSearchParams({ xsrf, logout: 'yes' }),
  });
  if (ended.status >= 400) throw new Error(`${ended.status} ${(await ended.text()).slice(0, 300)}`);
  kept(atIssuer, ended.headers.getSetCookie());
}
