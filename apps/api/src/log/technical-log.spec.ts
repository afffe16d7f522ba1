import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { faultOf } from '#platform';
import { fileSink, networkOf, TechnicalLog } from './technical-log.ts';

describe('the address in the log', () => {
  it.each([
    ['192.0.2.17', '192.0.2.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.0/24'],
    ['127.0.0.1', '127.0.0.0/24'],
    ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['Ms Confidential', 'unknown'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('a fault in the log', () => {
  it('is the class and the place, and not the words', () => {
    const cause = Object.assign(new TypeError('invalid input: "Ms Confidential\n    of Geneva"'), {
      driverError: { code: '22007', constraint: 'charge_once', detail: 'Key (name)=(Ms Confidential)' },
    });
    const { fault, frames } = faultOf(cause);
    expect(fault).toBe('TypeError 22007 charge_once');
    expect(frames?.[0]).toContain('technical-log.spec.ts');
    expect(JSON.stringify(faultOf(cause))).not.toContain('Confidential');
    expect(faultOf('Ms Confidential')).toEqual({ fault: 'string' });
  });
});

describe('a line of the log', () => {
  it('is one line of JSON with the time in UTC, whatever is in it', () => {
    const lines: string[] = [];
    const log = new TechnicalLog(
      { write: (line) => lines.push(line) },
      { now: () => new Date('2025-11-07T12:00:00Z') },
    );
    log.write({ event: 'request', object: 'A\r\n{"event":"forged"}\u2028' });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.match(/[\r\n]/g)).toEqual(['\n']);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ at: '2025-11-07T12:00:00.000Z', event: 'request' });
  });
});

describe('the file of the log', () => {
  it('is for its owner alone, and turned over when it is full', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recoup-log-'));
    try {
      const path = join(folder, 'logs', 'server.log');
      const sink = fileSink(path, () => undefined);
      sink.write('first\n');
      expect(statSync(path).mode & 0o777).toBe(0o600);
      sink.close();
      writeFileSync(path, 'x'.repeat(11 * 1024 * 1024));
      const full = fileSink(path, () => undefined);
      full.write('second\n');
      expect(readFileSync(path, 'utf8')).toBe('second\n');
      expect(statSync(`${path}.1`).size).toBe(11 * 1024 * 1024);
      full.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
