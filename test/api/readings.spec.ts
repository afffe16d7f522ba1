import { setTimeout } from 'node:timers/promises';
import { type ReadingCode, readingCodes } from '#identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Reads } from '../../apps/api/src/http/documented.ts';
import { RouteSaysNotWhoMay, RoutesSayWhoMay } from '../../apps/api/src/sign-in/routes-say-who-may.guard.ts';
import { OfOneself, Public } from '../../apps/api/src/sign-in/signed-in.guard.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { certified, chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
  await done(201, api.post('/api/v1/charges', chargeBody({ id: 'SEEN' }), { by: 'MINAMATA.finance' }));
  const person = { code: 'BRS.newcomer', name: 'Somebody new', secretariat: 'BRS' };
  await done(201, api.post('/api/v1/people', person, { by: 'BRS.administrator' }));
}, 60_000);
afterAll(() => api.close());

const got = async (by: string, path: string) => api.get(`/api/v1${path}`, await api.signedIn(by));
const refusedTo = { status: 403, code: 'NOT_DESIGNATED_TO_READ', pointer: null };

async function keyNotedAsUsed(): Promise<void> {
  const used = 'select exists (select from identity.api_key where used_at is not null) as is_used';
  for (;;) {
    const [key] = await api.books.db.query<{ is_used: boolean }[]>(used);
    if (key?.is_used === true) return;
    await setTimeout(5);
  }
}

@Controller('silent')
class Silent {
  @Get() reads(): string {
    return 'to anybody';
  }
  @Post() writes(): string {
    return 'for anybody';
  }
}

@Controller('saying')
class Saying {
  @Get('public') @Public() shown(): string {
    return '';
  }
  @Get() @Reads('charge.read') reads(): string {
    return '';
  }
  @Post() @OfOneself() writes(): string {
    return '';
  }
  helps(): string {
    return 'and is no route';
  }
}

describe('a route', () => {
  const starting = async (controller: typeof Silent | typeof Saying): Promise<void> => {
    @Module({ imports: [DiscoveryModule], controllers: [controller], providers: [RoutesSayWhoMay] })
    class Served {}
    // Without any logger Nest would have none for the rest of the process, which other specs share.
    const app = await NestFactory.create(Served, new FastifyAdapter(), { logger: ['fatal'], abortOnError: false });
    try {
      await app.init();
    } finally {
      await app.close();
    }
  };

  it('that says nothing of who may is none with which the server starts', async () => {
    await expect(starting(Silent)).rejects.toThrow(new RouteSaysNotWhoMay(['Silent.reads', 'Silent.writes']));
    await starting(Saying);
  });

  it('that reads stands under a reading of the table, and every reading has one', () => {
    const ofRoute = (operation: object) => (operation as { 'x-recoup-reading'?: ReadingCode })['x-recoup-reading'];
    const reading = api.contract
      .all()
      .filter(
        ({ method, path, operation }) =>
          method === 'GET' && path.startsWith('/api/v1/') && operation.security?.length !== 0,
      );
    expect(reading.filter(({ operation }) => ofRoute(operation) === undefined).map(({ path }) => path)).toEqual([]);
    expect(new Set(reading.map(({ operation }) => ofRoute(operation)))).toEqual(new Set(readingCodes));
  });
});

describe('an administrator', () => {
  it.each([
    ...['/agreements', '/agreements/CRA-2025-001', '/charges', '/charges/SEEN', '/charge-totals', '/invoices'],
    ...['/settlements', '/budget-lines', '/bienniums/2024-2025/totals', '/bienniums/2024-2025/audit', '/periods'],
    ...['/charges/NOBODYS', '/bienniums/2024-2025/bundle', '/documents/BRS-2025-0001/proof', '/rate-card'],
  ])('is refused %s, whether it is there or not, and nothing is written', async (path) => {
    const { text } = await expectRefused(api, refusedTo, () => got('BRS.administrator', path));
    expect(text).toContain('BRS.administrator is an administrator today.');
  });

  it('reads who there is, and the funds that a designation names, without their cash', async () => {
    for (const path of ['/people', '/designations', '/renewals', '/inbox', '/verifications', '/readings'])
      expect([path, (await got('BRS.administrator', path)).status]).toEqual([path, 200]);
    const { body } = await done(200, got('BRS.administrator', '/trust-funds'));
    expect(body.items.map(({ code }: { code: string }) => code)).toContain('BC');
    for (const fund of body.items) expect(fund).toMatchObject({ cashLimitUsd: null, cashChargedUsd: null });
    const ofFinance = (await done(200, got('BRS.finance', '/trust-funds'))).body.items;
    for (const { cashChargedUsd } of ofFinance) expect(cashChargedUsd).toMatch(/^\d+\.\d\d$/);
  });

  it('reads no more by a key', async () => {
    const made = await api.send({
      ...{ method: 'POST', path: '/api/v1/keys', payload: '{"days":30}' },
      headers: { ...(await api.signedIn('BRS.administrator')), 'content-type': 'application/json' },
    });
    const headers = { authorization: `Bearer ${made.body.key as string}` };
    await done(200, api.get('/api/v1/people', headers));
    await keyNotedAsUsed(); // it is noted beside the answer, which the picture of the books would else see now and then
    await expectRefused(api, refusedTo, () => api.get('/api/v1/charges', headers));
  });
});

describe('whoever holds no duty', () => {
  it('reads their own session and nothing else', async () => {
    for (const path of ['/session', '/sessions', '/keys'])
      expect([path, (await got('BRS.newcomer', path)).status]).toEqual([path, 200]);
    for (const path of ['/people', '/inbox', '/secretariats', '/audit-events', '/charges', '/edit-logs/2025'])
      await expectRefused(api, refusedTo, () => got('BRS.newcomer', path));
    expect((await got('BRS.newcomer', '/session')).body.reads).toEqual(['oneself.read']);
  });
});

describe('the log of acts', () => {
  const people = async (by: string, query = '') =>
    new Set(
      (await done(200, got(by, `/audit-events?limit=200${query}`))).body.items.map(
        (act: { person: string }) => act.person,
      ),
    );
  const kinds = async (by: string, query = '') =>
    new Set(
      (await done(200, got(by, `/audit-events?limit=200${query}`))).body.items.map((act: { kind: string }) => act.kind),
    );

  it('shows an officer their own acts, and of a document all that was done to it', async () => {
    await done(200, api.post('/api/v1/charges/SEEN/receipt', {}, { by: 'BRS.finance', seen: '*' }));
    expect(await people('BRS.certifying')).toEqual(new Set(['BRS.certifying']));
    expect(await people('BRS.certifying', '&object=SEEN')).toEqual(new Set(['BRS.finance', 'MINAMATA.finance']));
    expect(await people('BRS.certifying', '&object=BRS.newcomer')).toEqual(new Set());
  });

  it('shows both sides what either did to a document that they share, and no more than it shows', async () => {
    const both = ['H-1', 'H-2'].map((id) => chargeBody({ id, quantity: '1' }));
    await done(201, api.post('/api/v1/charges/batches', { charges: both }, { by: 'MINAMATA.finance' }));
    await certified(api, 'BRS', ['H-1', 'H-2']);
    const seenBy = async (person: string, object: string): Promise<Record<string, unknown>[]> =>
      (await done(200, got(person, `/audit-events?object=${object}`))).body.items;
    const acts = async (person: string, object: string): Promise<unknown[]> =>
      (await seenBy(person, object)).map(({ action }) => action);

    const [certifiedAct] = await seenBy('MINAMATA.finance', 'H-1'); // in one command with H-2
    expect(certifiedAct).toMatchObject({
      ...{ action: 'CHARGES_CERTIFIED', person: 'BRS.certifying', secretariat: 'BRS', objects: ['H-1'] },
      ...{ requestId: null, before: null, after: null },
    });
    expect((await seenBy('BRS.finance', 'H-1'))[0]).toMatchObject({ objects: ['H-1', 'H-2'] });

    const request = { agreement: 'CRA-2025-001', charges: ['H-1', 'H-2'] };
    const draft = await done(201, api.post('/api/v1/invoices', request, { by: 'MINAMATA.finance' }));
    const id = draft.body.id as string;
    expect(await acts('MINAMATA.approving', id)).toEqual(['INVOICE_PREPARED']);
    expect(await acts('BRS.finance', id)).toEqual([]); // a draft is its provider's
    await done(200, api.post(`/api/v1/invoices/${id}/issuance`, {}, { by: 'MINAMATA.approving', seen: '*' }));
    expect(await acts('MINAMATA.finance', id)).toEqual(['INVOICE_ISSUED', 'INVOICE_PREPARED']);
    expect(await acts('BRS.finance', id)).toEqual(['INVOICE_ISSUED']);

    expect(await acts('BRS.finance', 'CRA-2025-001')).toContain('AGREEMENT_DRAFTED');
    expect(await acts('MINAMATA.finance', 'CRA-2025-001')).toEqual(await acts('BRS.finance', 'CRA-2025-001'));
    expect(await acts('MINAMATA.administrator', 'H-1')).toEqual([]);
  });

  it('shows an auditor all of the own side, and an administrator what concerns people and access', async () => {
    expect([...(await people('BRS.auditor'))]).toEqual(expect.arrayContaining(['BRS.finance', 'BRS.administrator']));
    expect((await kinds('BRS.administrator')).has('charge')).toBe(false);
    expect((await kinds('BRS.administrator', '&object=SEEN')).size).toBe(0);
    expect([...(await kinds('BRS.administrator'))]).toEqual(expect.arrayContaining(['person', 'request']));
  });
});

describe('the table of readings', () => {
  it('is there as JSON, and a session says what is open to it', async () => {
    const { body } = await done(200, got('BRS.finance', '/readings'));
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(readingCodes);
    const { reads } = (await got('BRS.finance', '/session')).body;
    expect(reads).toEqual(expect.arrayContaining(['charge.read', 'book.read']));
    expect((await got('BRS.administrator', '/session')).body.reads).not.toContain('charge.read');
  });
});
