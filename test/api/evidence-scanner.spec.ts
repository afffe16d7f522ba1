import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { actingAs, type Answer, type ApiUnderTest, apiOver } from './api-under-test.ts';
import { chargeBody, done, signedAgreement } from './bodies.ts';
import { nothingWrittenBy } from './refusal.ts';

jest.setTimeout(60_000);

const path = '/api/v1/charges/C-1/evidence';

/** As an antivirus program answers: 1 where it finds something, 0 where not; and as one does that is broken, or takes for ever. */
const program = `#!/bin/sh
if [ -e "$1/broken" ]; then exit 2; fi
if [ -e "$1/slow" ]; then echo x > "$1/waits"; exec sleep 30; fi
echo x >> "$1/asked"
env > "$1/environment"
if grep -q HARMFUL; then exit 1; fi
exit 0
`;

const newKey = (): string => randomUUID();

describe('a file of evidence, where a scanner is set', () => {
  let api: ApiUnderTest;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recoup-scanner-'));
    writeFileSync(join(folder, 'scan'), program, { mode: 0o700 });
    api = await apiOver('references', { scanner: { command: [join(folder, 'scan'), folder], timeoutMs: 1500 } });
    await signedAgreement(api);
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'C-1' }), { by: 'MINAMATA.finance' }));
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const sends = (
    payload: Buffer | string,
    { type = 'text/plain', by = 'MINAMATA.finance', to = path, key = newKey() } = {},
  ): Promise<Answer> =>
    api.send({
      ...{ method: 'POST', path: to, payload: Buffer.from(payload) },
      headers: { 'content-type': type, 'idempotency-key': key, [actingAs]: by },
    });
  const refused = async (sending: () => Promise<Answer>, status: number, code: string): Promise<void> => {
    const answer = await nothingWrittenBy(api, sending);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  };

  it('is kept where it was found clean, and not where it was found harmful', async () => {
    expect((await sends('boarding passes\n')).status).toBe(201);
    await refused(() => sends('boarding passes, HARMFUL\n'), 422, 'EVIDENCE_NOT_CLEAN');
  });

  it.each(['broken', 'slow'])('is not kept by a scanner that is %s', async (how) => {
    writeFileSync(join(folder, how), '');
    await refused(() => sends(`passes ${how}\n`), 422, 'EVIDENCE_NOT_SCANNED');
    rmSync(join(folder, how));
    expect((await sends(`passes ${how}\n`)).status).toBe(201); // the same file, once it answers
  });

  it('is looked into by a program that is told where programs are, and nothing else of the server', async () => {
    process.env.RECOUP_CANARY = 'a password';
    await done(201, sends('passes for the environment\n'));
    delete process.env.RECOUP_CANARY;
    const told = readFileSync(join(folder, 'environment'), 'utf8');
    expect(told).toContain('PATH=');
    expect(told).not.toMatch(/RECOUP_CANARY|DATABASE_URL|HOME=/);
  });

  it('is refused where eight wait for their turn already, and taken once they have had it', async () => {
    rmSync(join(folder, 'waits'), { force: true });
    writeFileSync(join(folder, 'slow'), '');
    const sent = Array.from({ length: 10 }, (_, place) => sends(`passes in line ${place}\n`));
    await Promise.race(sent); // the ninth and the tenth are not kept waiting
    while (!existsSync(join(folder, 'waits'))) await pause(5); // the first has begun
    rmSync(join(folder, 'slow'));
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0);
    expect(statuses.filter((status) => status === 422).length).toBeGreaterThanOrEqual(3); // two, and the first, which was slow
    expect((await sends('passes afterwards\n')).status).toBe(201);
  });

  it('is not looked into for whoever may not add it', async () => {
    rmSync(join(folder, 'asked'), { force: true });
    await refused(() => sends('passes\n', { by: 'BRS.certifying' }), 403, 'NOT_DESIGNATED');
    await refused(() => sends('passes\n', { to: '/api/v1/charges/NONE/evidence' }), 404, 'UNKNOWN_CHARGE');
    expect(() => rmSync(join(folder, 'asked'))).toThrow('ENOENT');
  });

  it('is not looked into again where its key was answered, and another file under that key is not kept', async () => {
    const asked = (): number => readFileSync(join(folder, 'asked'), 'utf8').length;
    const first = await done(201, sends('passes once\n', { key: 'passes-once' }));
    const before = asked();
    const again = await done(201, sends('passes once\n', { key: 'passes-once' }));
    expect([again.body, again.headers['idempotency-replayed'], asked()]).toEqual([first.body, 'true', before]);
    await refused(() => sends('passes, HARMFUL\n', { key: 'passes-once' }), 422, 'REQUEST_KEY_REUSED');
    expect((await sends('passes once\n', { key: 'passes-once', by: 'BRS.certifying' })).status).toBe(403); // a key is one person's
    expect(asked()).toBe(before);
    await done(201, sends('passes twice\n', { key: 'passes-twice' }));
    expect(asked()).toBeGreaterThan(before);
  });

  it('that is a picture is kept without its metadata where that is asked, and what is sealed is what is kept', async () => {
    const picture = [0xff, 0xd8, 0xff, 0xda, 0, 2, 0x12, 0x34, 0xff, 0xd9];
    const told = [0xff, 0xe1, 0, 20, ...Buffer.from('Exif\0\0 Ms Canary..')].slice(0, 22);
    const sent = Buffer.from([0xff, 0xd8, ...told, ...picture.slice(2)]);
    const { body } = await done(201, sends(sent, { type: 'image/jpeg', to: `${path}?withoutMetadata=true` }));
    const kept = Buffer.from(picture);
    expect(body).toMatchObject({ bytes: kept.length, sha256: createHash('sha256').update(kept).digest('hex') });
    expect((await api.get(body.href as string)).bytes.equals(kept)).toBe(true);
    const asItCame = await done(201, sends(sent, { type: 'image/jpeg' }));
    expect(asItCame.body.bytes).toBe(sent.length);
    await refused(() => sends('text\n', { to: `${path}?withoutMetadata=true` }), 400, 'NO_PICTURE');
    await refused(
      () => sends(Buffer.from(sent.subarray(0, 30)), { type: 'image/jpeg', to: `${path}?withoutMetadata=true` }),
      ...([400, 'PICTURE_UNREADABLE'] as const),
    );
  });
});

describe('a file of evidence, where the scanner that is set is not there', () => {
  it('is not kept', async () => {
    const api = await apiOver('references', { scanner: { command: ['/nowhere/scan'], timeoutMs: 1000 } });
    await signedAgreement(api);
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'C-1' }), { by: 'MINAMATA.finance' }));
    const answer = await nothingWrittenBy(api, () =>
      api.send({
        ...{ method: 'POST', path, payload: Buffer.from('passes\n') },
        headers: { 'content-type': 'text/plain', 'idempotency-key': randomUUID(), [actingAs]: 'MINAMATA.finance' },
      }),
    );
    expect(answer.body.code).toBe('EVIDENCE_NOT_SCANNED');
    await api.close();
  });
});
