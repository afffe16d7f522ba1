import { describe, expect, it } from '@jest/globals';
import { mayReach, outboundTo, OutboundRefused } from './outbound.ts';

describe('what this server asks of another', () => {
  it.each([
    ['10.0.0.1', false],
    ['127.0.0.1', false],
    ['169.254.169.254', false],
    ['172.16.3.4', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['8.8.8.8', true],
    ['2001:4860:4860::8888', true],
  ])('goes to %s: %s', (address, allowed) => expect(mayReach(address, { loopback: false })).toBe(allowed));

  it('goes to the host of the issuer alone, and no name leads inside', async () => {
    const asked = { method: 'GET', headers: {} };
    await expect(outboundTo(new URL('https://login.example.org'))('https://evil.example/', asked)).rejects.toThrow(
      OutboundRefused,
    );
    await expect(outboundTo(new URL('https://10.1.2.3'))('https://10.1.2.3/', asked)).rejects.toThrow('inside');
    await expect(outboundTo(new URL('https://169.254.169.254'))('https://169.254.169.254/', asked)).rejects.toThrow(
      'inside',
    );
  });
});
