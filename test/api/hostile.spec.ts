import { connect } from 'node:net';
import { IdentityService } from '#identity';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HttpException, ValidationPipe } from '@nestjs/common';
import fc from 'fast-check';
import { picture } from '../support/nothing-written.ts';
import { actingAs, apiOver, type ApiUnderTest } from './api-under-test.ts';
import { agreementBody, chargeBody, signedAgreement } from './bodies.ts';
import type { ApiDocument, Operation } from './contract.ts';
import { requestsFor } from './fuzz.ts';

interface Fuzzed {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

let api: ApiUnderTest;
let document: ApiDocument;
let operations: Fuzzed[];
beforeAll(async () => {
  api = await apiOver('sample');
  ({ document } = api.contract);
  // Whoever signs themselves out, or shuts an account, asks nothing more.
  operations = api.contract
    .all()
    .filter(({ path }) => !/\/(sessions?|account|keys|first-administrator)(\/|$)/.test(path));
}, 60_000);
afterAll(() => api.close());

const roles = ['finance', 'certifying', 'approving', 'auditor', 'administrator'];
const everybody = ['BRS', 'MINAMATA'].flatMap((side) => roles.map((role) => `${side}.${role}`));

/** Made-up requests to one operation, as this person; as nobody where it is "". Errors: where an answer is not what is declared. */
async function fuzz(person: string, { method, path, operation }: Fuzzed): Promise<void> {
  await fc.assert(
    fc.asyncProperty(requestsFor(document, path, operation), async ({ headers, ...request }) => {
      const { [actingAs]: _, ...others } = headers;
      const sent = { method, ...request, headers: person === '' ? others : { ...others, [actingAs]: person } };
      const answer = await api.send(sent);
      api.contract.checkOperation({ method, path, operation }, answer);
      expect(answer.status).toBeLessThan(500);
    }),
    { seed: 20251125, numRuns: 4, endOnFailure: true },
  );
}

describe('whatever each role sends', () => {
  it.each([...everybody, ''])(
    '%s is answered as is declared, and never with a 500',
    async (person) => {
      for (const one of operations) await fuzz(person, one);
    },
    60_000,
  );
});

// A fuzz that finds nothing proves nothing unless it finds what is not as it is declared.
describe('mutants', () => {
  const secretariat = { code: 'BRS', name: 'BRS', address: ['Geneva'] };
  it.each<[string, RegExp, () => Promise<object[]>]>([
    [
      'answers a status that nobody declared',
      /418 is not declared/,
      () => Promise.reject(new HttpException('tea', 418)),
    ],
    ['meets a fault of its own', /500 is not declared/, () => Promise.reject(new Error('not thought of'))],
    ['says a number for a text', /must be string/, () => Promise.resolve([{ ...secretariat, code: 5 }])],
    [
      'leaves a field out',
      /must have required property 'name'/,
      () => Promise.resolve([{ ...secretariat, name: undefined }]),
    ],
  ])('a route that %s is found', async (_, found, answers) => {
    const route = operations.find(({ path }) => path === '/api/v1/secretariats') as Fuzzed;
    await fuzz('BRS.finance', route);
    const spy = jest.spyOn(api.app.get(IdentityService), 'secretariats').mockImplementation(answers as never);
    try {
      const cause = expect.objectContaining({ message: expect.stringMatching(found) });
      await expect(fuzz('BRS.finance', route)).rejects.toMatchObject({ cause });
    } finally {
      spy.mockRestore();
    }
  });
});

/** A POST of this text as a body. */
async function posted(payload: string, path = '/api/v1/charges', type = 'application/json') {
  return api.send({
    method: 'POST',
    path,
    headers: { [actingAs]: 'MINAMATA.finance', 'idempotency-key': 'hostile-body-1', 'content-type': type },
    payload,
  });
}

describe('a body', () => {
  const charge = JSON.stringify(chargeBody());
  it.each<[string, string, number, string]>([
    ['nested 50 levels deep', '{"a":'.repeat(50) + '1' + '}'.repeat(50), 400, 'NESTED_TOO_DEEP'],
    ['nested 100,000 levels deep', '['.repeat(100_000), 400, 'NESTED_TOO_DEEP'],
    ['of 10 MB', `{"memo":"${'x'.repeat(10_000_000)}"}`, 413, 'PAYLOAD_TOO_LARGE'],
    ['with __proto__', charge.replace('{', '{"__proto__":{"isAdmin":true},'), 400, 'FIELD_OF_NO_BODY'],
    [
      'with constructor.prototype',
      charge.replace('{', '{"constructor":{"prototype":{"isAdmin":true}},'),
      400,
      'FIELD_OF_NO_BODY',
    ],
    ['with a field twice', charge.replace('{', '{"quantity":"1",'), 400, 'FIELD_TWICE'],
    ['with a field twice, written in two ways', charge.replace('{', '{"\\u0071uantity":"1",'), 400, 'FIELD_TWICE'],
    ['that is a list', '[]', 400, 'INVALID_BODY'],
    ['that is null', 'null', 400, 'INVALID_BODY'],
    ['that is a text', '"x"', 400, 'INVALID_BODY'],
    ['that ends too early', charge.slice(0, -1), 400, 'BODY_NOT_JSON'],
    ['that is empty', '', 400, 'BODY_EMPTY'],
  ])('%s is refused', async (_, payload, status, code) => {
    const answer = await posted(payload);
    expect({ status: answer.status, code: answer.body.code }).toEqual({
      status,
      code,
    });
    if (code === 'FIELD_TWICE') expect(answer.body.errors).toMatchObject([{ pointer: '/quantity' }]);
    expect((Object.prototype as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  // What the books decide is no field of a request: whoever sends it is told that there is none.
  const ofTheBooks = [
    ...[
      'state',
      'version',
      'approvedBy',
      'approved_by',
      'certifiedBy',
      'certifiedAt',
      'recordedBy',
      'amountUsd',
      'invoice',
    ],
    ...['secretariat', 'tenant', 'person', 'isAdmin', 'id ', 'unitRateUsd', 'creditedUsd', 'availableActions'],
  ];
  const isRefusedFor = async (field: string): Promise<boolean> => {
    const answer = await posted(
      JSON.stringify({ ...chargeBody(), [field]: 'CERTIFIED' }),
      '/api/v1/charges?dryRun=true',
    );
    const { errors = [] } = answer.body as { errors?: { code: string }[] };
    return answer.status === 400 && errors.some(({ code }) => code === 'UNKNOWN_FIELD');
  };

  it.each(ofTheBooks)('that also says "%s" is refused for it', async (field) => {
    expect(await isRefusedFor(field)).toBe(true);
  });

  it('that says so is taken by a server that is a mutant: one whose schemas are open', async () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on another object below
    const { transform } = ValidationPipe.prototype;
    const open = new ValidationPipe({ transform: true });
    const spy = jest
      .spyOn(ValidationPipe.prototype, 'transform')
      .mockImplementation((value, facts) => transform.call(open, value, facts) as Promise<unknown>);
    try {
      for (const field of ofTheBooks) expect([field, await isRefusedFor(field)]).toEqual([field, false]);
    } finally {
      spy.mockRestore();
    }
  });

  it('of every route refuses a field that is none of its own, and nothing is written', async () => {
    const before = await picture(api.books.owner);
    const taking = operations.filter(
      ({ method, path }) => method === 'POST' && !/\/(backchannel-logout|evidence)$/.test(path), // a form, a file
    );
    for (const { method, path } of taking) {
      const answer = await api.send({
        method,
        path: path.replace(/\{[^}]*\}/g, 'X-1'),
        headers: {
          ...{ [actingAs]: 'BRS.administrator', 'content-type': 'application/json' },
          ...{ 'idempotency-key': 'hostile-fields', 'if-match': '*' },
        },
        payload: JSON.stringify({ approvedBy: 'BRS.approving', role: 'ADMINISTRATOR' }),
      });
      const codes = (answer.body.errors as { code: string; pointer: string }[]).map(
        ({ code, pointer }) => `${pointer} ${code}`,
      );
      expect({ path, status: answer.status, codes }).toEqual({
        path,
        status: 400,
        codes: expect.arrayContaining(['/approvedBy UNKNOWN_FIELD', '/role UNKNOWN_FIELD']),
      });
    }
    expect(taking.length).toBeGreaterThan(40);
    const after = await picture(api.books.owner);
    expect(
      Object.keys(after).filter((table) => after[table] !== before[table] && table !== 'identity.session'),
    ).toEqual([]);
  });
});

describe('a parameter', () => {
  it('that a route does not have is refused by each', async () => {
    const asked = api.contract.all().filter(({ operation }) => operation.security?.length !== 0);
    const taken = [];
    for (const { method, path } of asked) {
      const answer = await api.send({
        method,
        path: `${path.replace(/\{[^}]*\}/g, 'X-1')}?approvedBy=BRS.approving`,
        headers: { [actingAs]: 'BRS.approving', 'idempotency-key': 'hostile-parameter', 'if-match': '*' },
      });
      const { errors = [] } = answer.body as { errors?: { code: string; pointer: string }[] };
      if (!errors.some(({ code, pointer }) => `${pointer} ${code}` === '/approvedBy UNKNOWN_FIELD'))
        taken.push(`${method} ${path} ${answer.status}`);
    }
    expect(taken).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
  });

  it.each(['state=RECORDED&state=CERTIFIED', 'limit=1&limit=2', '__proto__[x]=1', 'limit[]=1', 'sort=id;drop table x'])(
    '%s has one meaning, or is refused',
    async (query) => {
      const answer = await api.send({
        method: 'GET',
        path: `/api/v1/charges?${query}`,
        headers: { [actingAs]: 'BRS.finance' },
      });
      expect([200, 400]).toContain(answer.status);
      if (/(.*)=.*&\1=/.test(query)) expect(answer.status).toBe(400);
    },
  );

  it.each(['%00', '..%2f..%2fetc%2fpasswd', "' or 1=1 --", '%F0%28', '%c0%ae%c0%ae', 'a'.repeat(2000)])(
    'in an address, such as %s, leads nowhere',
    async (id) => {
      const answer = await api.send({
        method: 'GET',
        path: `/api/v1/charges/${encodeURI(id).replaceAll('%25', '%')}`,
        headers: { [actingAs]: 'BRS.finance' },
      });
      expect([400, 404, 414]).toContain(answer.status);
      expect(answer.text).not.toMatch(/root:|select |QueryFailed|\.ts:/);
    },
  );
});

describe('a header', () => {
  it('that is longer than any of ours is refused by a server that goes on', async () => {
    await api.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = api.app.getHttpServer().address() as { port: number };
    const said = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      socket.on('data', (part) => (text += part.toString('utf8')));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(text));
      socket.write(`GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`);
    });
    expect(said).toMatch(/^(HTTP\/1\.1 431 |$)/);
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
  });
});

describe('a valid request', () => {
  it('is still taken: what stands above refuses nobody else', async () => {
    const fresh = await apiOver('references');
    try {
      await signedAgreement(fresh);
      const answer = await fresh.post('/api/v1/charges', chargeBody(), { by: 'MINAMATA.finance' });
      expect(answer.status).toBe(201);
      expect(Object.keys(agreementBody()).length).toBeGreaterThan(10);
    } finally {
      await fresh.close();
    }
  }, 60_000);
});
