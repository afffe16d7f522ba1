import { lookup as lookUp } from 'node:dns';
import { request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const answerBytesMost = 256 * 1024;

/** Addresses that are nobody's on the internet: this machine, this house, the cloud's own (RFC 6890). */
const inside = new BlockList();
for (const [network, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
]) {
  inside.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ...([
    ['::', 96],
    ['64:ff9b::', 96],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const),
]) {
  inside.addSubnet(network, bits, 'ipv6');
}
const thisMachine = new BlockList();
thisMachine.addSubnet('127.0.0.0', 8, 'ipv4');
thisMachine.addAddress('::1', 'ipv6');

export function isLoopbackHost(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);
}

/** Whether an address may be connected to: one on the internet, or, of a host that is this machine by name, this machine. */
export function mayReach(address: string, { loopback }: { loopback: boolean }): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(mapped) === 6 ? 'ipv6' : 'ipv4';
  return loopback ? thisMachine.check(mapped, family) : !inside.check(mapped, family);
}

/** What is asked of somebody else's server: a `fetch` that goes nowhere but where it was told. */
export interface Outbound {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/**
 * The only way out of this server. To the host of `origin` alone; the address is looked at when it is connected to, so that a
 * name cannot lead inside by changing its mind; no redirect is followed; five seconds, and a quarter of a megabyte.
 * Errors: OutboundRefused; those of the network.
 */
export function outboundTo(
  origin: URL,
  { timeoutMs = 5000 } = {},
): (url: string, asked: Outbound) => Promise<Response> {
  const loopback = isLoopbackHost(origin.hostname);
  const lookup: LookupFunction = (host, options, done) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, []);
      const [address] = found;
      const isAllowed = address !== undefined && found.every((one) => mayReach(one.address, { loopback }));
      if (!isAllowed) return done(new OutboundRefused('its address is inside'), []);
      return options.all === true ? done(null, found) : done(null, address.address, address.family);
    });
  };
  return (text, { method, headers, body }) => {
    const url = new URL(text);
    if (url.origin !== origin.origin) return Promise.reject(new OutboundRefused('it is another host'));
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) !== 0 && !mayReach(literal, { loopback }))
      return Promise.reject(new OutboundRefused('its address is inside'));
    return new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestByHttps : requestByHttp;
      const signal = AbortSignal.timeout(timeoutMs);
      const sending = send(url, { method, headers, lookup, signal, agent: false }, (answer) => {
        const parts: Buffer[] = [];
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.length;
          if (size > answerBytesMost) sending.destroy(new OutboundRefused('its answer is too long'));
          else parts.push(part);
        });
        answer.on('error', reject);
        answer.on('end', () => {
          const { statusCode: status = 0 } = answer;
          if (status >= 300 && status < 400) return reject(new OutboundRefused('it leads elsewhere'));
          if (status < 200) return reject(new OutboundRefused('its answer is none'));
          const type = answer.headers['content-type'];
          const given = type === undefined ? {} : { 'content-type': type };
          resolve(new Response(status === 204 ? null : Buffer.concat(parts), { status, headers: given }));
        });
      });
      sending.on('error', reject);
      sending.end(body);
    });
  };
}

export class OutboundRefused extends Error {
  constructor(why: string) {
    super(`This server does not ask there: ${why}.`);
  }
}
