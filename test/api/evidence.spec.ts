import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { VerificationService } from '#audit';
import { type Database, inSnapshot } from '#platform';
import { workbook } from '../support/archive.ts';
import { constraintBehindTheRights } from '../support/nothing-written.ts';
import { openedLog } from '../support/sealed.ts';
import { sessionAs } from '../support/sessions.ts';
import { actingAs, type Answer, type ApiUnderTest, apiOver } from './api-under-test.ts';
import { chargeBody, done, signedAgreement } from './bodies.ts';
import { nothingWrittenBy } from './refusal.ts';

jest.setTimeout(120_000);

const pdf = Buffer.from('%PDF-1.7\nsupplier invoice 4471\n%%EOF\n');
const path = '/api/v1/charges/C-1/evidence';

describe('evidence of a charge', () => {
  let api: ApiUnderTest;
  let superuser: Database;
  beforeAll(async () => {
    api = await apiOver('references');
    superuser = await sessionAs('none', api.books.url);
    await signedAgreement(api);
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'C-1' }), { by: 'MINAMATA.finance' }));
  });
  afterAll(async () => {
    await superuser.destroy();
    await api.close();
  });

  interface Sent {
    readonly type?: string;
    readonly name?: string;
    readonly by?: string | null;
    readonly key?: string;
    readonly to?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }
  const sends = async (payload: Buffer, sent: Sent = {}): Promise<Answer> => {
    const {
      type = 'application/pdf',
      name,
      by = 'MINAMATA.finance',
      key = randomUUID(),
      to = path,
      headers = {},
    } = sent;
    const answer = await api.send({
      method: 'POST',
      path: to,
      headers: {
        'content-type': type,
        'idempotency-key': key,
        ...(name === undefined ? {} : { 'content-disposition': `attachment; filename="${name}"` }),
        ...(by === null ? {} : { [actingAs]: by }),
        ...headers,
      },
      payload,
    });
    api.contract.check('POST', to, answer);
    return answer;
  };
  const refused = (payload: Buffer, sent: Sent = {}): Promise<Answer> =>
    nothingWrittenBy(api, () => sends(payload, sent));

  it('is kept as it came, with who added it and when, and listed with the charge', async () => {
    const { body, headers } = await done(201, sends(pdf, { name: 'Invoice of Ms Canary.pdf', key: 'evidence-1' }));
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(body).toMatchObject({
      charge: 'C-1',
      kind: 'PDF',
      bytes: pdf.length,
      sha256,
      hasActiveContent: false,
      withdrawn: null,
    });
    expect(body.added).toEqual({ by: 'MINAMATA.finance', at: '2025-05-10T12:00:00.000Z' });
    expect(headers.location).toBe(body.href);
    const again = await done(201, sends(pdf, { name: 'Renamed meanwhile.pdf', key: 'evidence-1' }));
    expect([again.headers['idempotency-replayed'], again.body]).toEqual(['true', body]);
    const { items } = (await done(200, api.get(path))).body;
    expect(items).toEqual([body]);
    expect((await refused(pdf)).body.code).toBe('EVIDENCE_KEPT_ALREADY');
    const kept = await api.books.owner.query('select body from charging.evidence');
    expect(JSON.stringify(kept)).not.toContain('Canary');
  });

  it('comes back byte for byte, as an attachment that no browser shows or runs', async () => {
    const [first] = (await api.get(path)).body.items;
    for (const by of ['MINAMATA.finance', 'BRS.certifying']) {
      const { bytes, headers } = await done(200, api.get(first.href, { [actingAs]: by }));
      expect(bytes.equals(pdf)).toBe(true);
      expect(headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="evidence-${first.id as string}.pdf"`,
        'content-security-policy': expect.stringMatching(/^default-src 'none';.*; sandbox$/),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
  });

  it('with a script in it is kept, and marked', async () => {
    const scripted = Buffer.concat([pdf, Buffer.from('<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>')]);
    expect((await done(201, sends(scripted))).body).toMatchObject({ kind: 'PDF', hasActiveContent: true });
  });

  it.each([
    ['a PDF that is called a picture', pdf, { name: 'scan.png' }, 415, 'EVIDENCE_KIND_DIFFERS'],
    ['a PDF sent as a picture', pdf, { type: 'image/png' }, 415, 'EVIDENCE_KIND_DIFFERS'],
    [
      'a page called a text',
      Buffer.from('<script>alert(1)</script>'),
      { type: 'text/plain' },
      415,
      'EVIDENCE_KIND_UNKNOWN',
    ],
    ['an archive', Buffer.from('PK\u0003\u0004'), { type: 'application/zip' }, 415, 'EVIDENCE_KIND_UNKNOWN'],
    ['a bomb', workbook({ name: 'xl/a', content: '0'.repeat(2_000_000) }), { type: xlsx() }, 422, 'ARCHIVE_TOO_LARGE'],
    ['a workbook that leads out', workbook({ name: '../a' }), { type: xlsx() }, 415, 'ARCHIVE_NAMES_OUTSIDE'],
    ['a workbook with macros', workbook({ name: 'xl/vbaProject.bin' }), { type: xlsx() }, 415, 'NO_WORKBOOK'],
    ['nothing', Buffer.alloc(0), {}, 400, 'EVIDENCE_EMPTY'],
    ['JSON', Buffer.from('{"file":"x"}'), { type: 'application/json' }, 415, 'EVIDENCE_NOT_SENT'],
    ['more than 10 MB', Buffer.concat([pdf, Buffer.alloc(10_000_000, 0x20)]), {}, 413, 'PAYLOAD_TOO_LARGE'],
    ['a file for a charge that is not there', pdf, { to: '/api/v1/charges/C-9/evidence' }, 404, 'UNKNOWN_CHARGE'],
    ['a file of a certifying officer', pdf, { by: 'BRS.certifying' }, 403, 'NOT_DESIGNATED'],
    ['a file of nobody', pdf, { by: null }, 401, 'NOT_SIGNED_IN'],
  ])('is not %s', async (_, payload, sent: Sent, status, code) => {
    const answer = await refused(payload, sent);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is taken at its own address alone: any other takes JSON', async () => {
    const answer = await nothingWrittenBy(api, () =>
      sends(Buffer.from('{}'), { type: 'text/plain', to: '/api/v1/charges' }),
    );
    expect(answer.status).toBe(415);
  });

  it('and every paper is taken out by an act that says who, when and what, or not at all', async () => {
    const { body } = await done(200, api.get(path));
    const { id, href, sha256 } = body.items[0] as { id: string; href: string; sha256: string };
    await done(200, api.get(href));
    const acts = await done(200, api.get(`/api/v1/audit-events?object=${id}`));
    expect(acts.body.items[0]).toMatchObject({
      ...{ action: 'EVIDENCE_TAKEN_OUT', person: 'BRS.finance', after: { charge: 'C-1', sha256 } },
    });
    const table = await api.get('/api/v1/charges', { accept: 'text/csv' });
    expect(table.type).toBe('text/csv');
    const exported = await done(200, api.get('/api/v1/audit-events?object=charges'));
    expect(exported.body.items[0]).toMatchObject({ action: 'REPORT_EXPORTED', after: { form: 'text/csv' } });
    // What cannot be written down does not leave.
    await api.books.owner.query('revoke insert (id) on platform.audit_event from recoup_app');
    try {
      const answer = await api.send({ method: 'GET', path: href, headers: { [actingAs]: 'BRS.finance' } });
      expect([answer.status, answer.bytes.includes('supplier invoice')]).toEqual([500, false]);
    } finally {
      await api.books.owner.query('grant insert (id) on platform.audit_event to recoup_app');
    }
  });

  it('is withdrawn by an act with its reason, once, by the side that added it; its bytes stay', async () => {
    const { body } = await done(
      201,
      sends(Buffer.from('another delivery\n'), { type: 'text/plain', name: 'note.txt' }),
    );
    const withdrawal = `${path}/${body.id as string}/withdrawal`;
    const by = 'MINAMATA.finance';
    expect((await api.post(withdrawal, { reason: 'x' }, { by: 'BRS.finance' })).body.code).toBe('NOT_OF_THIS_CHARGE');
    expect((await api.post(withdrawal, { reason: ' ' }, { by })).body.errors[0].code).toBe('REASON_MISSING');
    const withdrawn = (await done(201, api.post(withdrawal, { reason: 'it is of another delivery' }, { by }))).body;
    expect(withdrawn.withdrawn).toMatchObject({ by, reason: 'it is of another delivery' });
    expect((await api.post(withdrawal, { reason: 'again' }, { by })).body.code).toBe('EVIDENCE_WITHDRAWN_ALREADY');
    expect((await api.get(body.href)).text).toBe('another delivery\n');
    expect((await api.get(`${path}/${randomUUID()}/content`)).status).toBe(404);
  });

  describe('past the service', () => {
    it('never changes, and has the digest of its bytes', async () => {
      const against = (statement: string) => constraintBehindTheRights(api.books, (tx) => tx.query(statement));
      expect(await against(`update charging.evidence set content = 'x'`)).toMatch(/^evidence_is_kept$/);
      expect(await against('delete from charging.evidence')).toBe('evidence_is_kept');
      expect(await against('delete from charging.evidence_withdrawal')).toBe('evidence_withdrawal_is_kept');
    });

    it('that a superuser has changed is named by the verification, with its hash rewritten or not', async () => {
      const tampered = async (statement: string): Promise<string[]> => {
        const undo = new Error('taken back');
        let failed: string[] = [];
        await superuser
          .transaction(async (tx) => {
            await tx.query('set local session_replication_role = replica');
            await tx.query(statement);
            await tx.query('set local session_replication_role = origin');
            const { checks } = await new VerificationService().verify(tx);
            failed = checks.filter(({ holds }) => !holds).map(({ id }) => id);
            throw undo;
          })
          .catch((error: unknown) => {
            if (error !== undo) throw error;
          });
        return failed;
      };
      const log = await openedLog(api.books);
      await log.sealAll();
      await log.close();
      await superuser.query('alter table charging.evidence drop constraint evidence_holds_its_sha256');
      expect(await tampered(`update charging.evidence set content = content || '\\x20' where kind = 'TEXT'`)).toEqual(
        expect.arrayContaining(['EVIDENCE']),
      );
      expect(
        await tampered(
          `update charging.evidence set content = 'forged', sha256 = sha256('forged') where kind = 'TEXT'`,
        ),
      ).toEqual(['I3', 'I17']); // the constraint is gone, and of the words only what was sealed tells
      await superuser.query(
        'alter table charging.evidence add constraint evidence_holds_its_sha256 check (sha256 = sha256(content))',
      );
      const { checks } = await inSnapshot(api.books.db, (tx) => new VerificationService().verify(tx));
      expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    });
  });
});

function xlsx(): string {
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}
