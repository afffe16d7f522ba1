import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { paperOf } from '#invoicing';
import { LedgerService } from '#ledger';
import { inSnapshot } from '#platform';
import {
  cosign,
  CosignedByOwnSide,
  createKeyFile,
  cryptography,
  evidenceBundle,
  exportCheckpoint,
  NoCheckpointOfSize,
  importCosigned,
  KeyFileOpenToOthers,
  keyText,
  latestPublished,
  LogUnknown,
  type NoteKey,
  NotSealedYet,
  readKeyFile,
  registerWitness,
  type SigningKey,
  UnknownWitness,
  WitnessOfAnotherSide,
} from '#sealing';
import { Office } from '../support/office.ts';
import { notTried, pythonIsHere } from '../support/python.ts';
import { type Log, openedLog, post, wallClock } from '../support/sealed.ts';

jest.setTimeout(120_000); // two dozen runs of another program

const verifier = 'libs/sealing/verifier/verify.py';
const hasPython = pythonIsHere();

let office: Office;
let log: Log;
let number: string;
let older: string; // a note
let shown: string; // the newest, with its proof since the older
let bundle: Uint8Array;
let cosigned: string;
let witness: SigningKey;
let key: (name: string) => string;
beforeAll(async () => {
  office = await Office.open();
  log = await openedLog(office.books, 'BRS');
  key = (name) => join(log.folder, name);
  const ledger = office.books.get(LedgerService);
  await office.do((tx) => post(ledger, tx, ['C-1', 'C-2', 'C-3']));
  await log.sealAll();
  older = (await inSnapshot(office.db, latestPublished)).note;
  const agreement = await office.agreement();
  ({ number } = await office.invoiced(agreement.number));
  await log.sealAll();
  witness = createKeyFile(key('minamata.key'), 'MINAMATA/witness', 4);
  await office.do(async (tx) =>
    registerWitness(
      tx,
      { key: witness, secretariat: 'MINAMATA' },
      await office.officer(tx, 'MINAMATA.approving'),
      wallClock,
    ),
  );
  await log.sealAll();
  const first = await inSnapshot(office.db, (tx) => exportCheckpoint(tx));
  const logKeys = [keyText(cryptography.sha256, log.key)];
  const memory = { key: witness, memoryFile: key('minamata.seen'), clock: wallClock };
  cosigned = cosign(first.text, { ...memory, logKeys }).note;
  await office.do((tx) => importCosigned(tx, cosigned, wallClock));
  shown = (await inSnapshot(office.db, (tx) => exportCheckpoint(tx, Number(older.split('\n')[1])))).text;
  bundle = await bundled();
});
afterAll(async () => {
  await log.close();
  await office.close('tampered'); // entries of no charge, written past the services
});

const bundled = (): Promise<Uint8Array> =>
  inSnapshot(office.db, async (tx) => {
    const { pdf } = await paperOf(tx, number);
    return evidenceBundle(tx, { number, pdf, verifier: readFileSync(verifier), at: new Date('2026-01-05T00:00:00Z') });
  });

describe('a witness of the other side', () => {
  it('has cosigned, and its line stands in the note that is handed on', async () => {
    const newest = await inSnapshot(office.db, latestPublished);
    expect(newest.cosignedBy).toEqual(['MINAMATA/witness']);
    expect(newest.note).toBe(cosigned);
  });

  it('signs the next one only from where it stands, and needs no key of the log any more', async () => {
    await office.invoiced((await office.agreement()).number);
    await log.sealAll();
    const next = await inSnapshot(office.db, (tx) => exportCheckpoint(tx)); // since the newest cosigned, by itself
    const memory = { key: witness, memoryFile: key('minamata.seen'), clock: wallClock, logKeys: [] };
    expect(cosign(next.text, memory).checkpoint.size).toBe(next.size);
    await expect(
      inSnapshot(office.db, async (tx) => cosign((await exportCheckpoint(tx, 2)).text, memory)),
    ).resolves.toMatchObject(
      { checkpoint: { size: next.size } }, // the same once more is no news, whatever its proof
    );
  });

  it('has no proof since a checkpoint that is not there yet', async () => {
    const newest = await inSnapshot(office.db, (tx) => exportCheckpoint(tx));
    for (const since of [newest.size + 1, -1])
      await expect(inSnapshot(office.db, (tx) => exportCheckpoint(tx, since))).rejects.toBeInstanceOf(
        NoCheckpointOfSize,
      );
  });

  it('does not sign for a log that it has not been told of', async () => {
    const text = (await inSnapshot(office.db, (tx) => exportCheckpoint(tx))).text;
    const stranger = { key: witness, memoryFile: key('nothing.seen'), clock: wallClock, logKeys: [] };
    expect(() => cosign(text, stranger)).toThrow(LogUnknown);
  });

  it('is registered by its own secretariat alone, and counts only if it is', async () => {
    const unknown = createKeyFile(key('unknown.key'), 'MINAMATA/other', 4);
    await expect(
      office.do(async (tx) =>
        registerWitness(
          tx,
          { key: unknown, secretariat: 'MINAMATA' },
          await office.officer(tx, 'BRS.approving'),
          wallClock,
        ),
      ),
    ).rejects.toThrow(WitnessOfAnotherSide);
    await expect(office.do((tx) => importCosigned(tx, signedBy(unknown, 'unknown.seen'), wallClock))).rejects.toThrow(
      UnknownWitness,
    );
  });

  it('is not the side that keeps the books', async () => {
    const own = createKeyFile(key('brs.key'), 'BRS/witness', 4);
    await office.do(async (tx) =>
      registerWitness(tx, { key: own, secretariat: 'BRS' }, await office.officer(tx, 'BRS.approving'), wallClock),
    );
    await expect(office.do((tx) => importCosigned(tx, signedBy(own, 'brs.seen'), wallClock))).rejects.toThrow(
      CosignedByOwnSide,
    );
  });

  function signedBy(one: SigningKey, memory: string): string {
    const logKeys = [keyText(cryptography.sha256, log.key)];
    return cosign(older, { key: one, memoryFile: key(memory), clock: wallClock, logKeys }).note;
  }
});

describe('a document that is not below a published checkpoint', () => {
  it('has no proof yet', async () => {
    const { number: next } = await office.sellsBack();
    const ask = inSnapshot(office.db, (tx) =>
      evidenceBundle(tx, { number: next, pdf: Buffer.from(''), verifier: Buffer.from(''), at: new Date(0) }),
    );
    await expect(ask).rejects.toThrow(NotSealedYet);
  });
});

describe('a key file', () => {
  it.each(['0644', '0640', '0604', '0660'])('that others can read (mode %s) is refused', (mode) => {
    const file = key(`open-${mode}.key`);
    createKeyFile(file, 'BRS/open', 4);
    expect(readKeyFile(file, 4).name).toBe('BRS/open');
    execFileSync('chmod', [mode, file]);
    expect(() => readKeyFile(file, 4)).toThrow(KeyFileOpenToOthers);
  });
});

describe('the offline verifier', () => {
  const where = hasPython ? 'with python3' : `${notTried}, for there is no python3`;

  interface Run {
    readonly status: number | null;
    readonly out: string;
  }

  function run(...words: string[]): Run {
    if (!hasPython) return { status: null, out: notTried };
    const { status, stdout, stderr } = spawnSync('python3', [verifier, ...words], { encoding: 'utf8' });
    return { status, out: `${stdout}${stderr}` };
  }

  const verdict = ({ status, out }: Run, expected: number, words: RegExp): void => {
    if (!hasPython) return expect(out).toBe(notTried);
    expect({ status, out }).toEqual({ status: expected, out: expect.stringMatching(words) });
  };

  /** The bundle unpacked by the system's own tar, with some files replaced. */
  function unpacked(changed: Record<string, (bytes: Buffer) => Buffer | string> = {}): string {
    const folder = key(`unpacked-${Math.random().toString(36).slice(2)}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'evidence.tar'), bundle);
    execFileSync('tar', ['-xf', 'evidence.tar'], { cwd: folder });
    const inner = join(folder, `evidence-${number}`);
    for (const [name, change] of Object.entries(changed)) {
      writeFileSync(join(inner, name), change(readFileSync(join(inner, name))));
    }
    return inner;
  }

  const text = (of: NoteKey): string => keyText(cryptography.sha256, of);
  const json = (change: (facts: Record<string, unknown>) => Record<string, unknown>) => (bytes: Buffer) =>
    JSON.stringify(change(JSON.parse(bytes.toString()) as Record<string, unknown>));
  const keys = (): string[] => ['--log-key', text(log.key), '--witness-key', text(witness)];

  it(`says that good evidence holds, from the archive and unpacked, ${where}`, () => {
    const file = key('evidence.tar');
    writeFileSync(file, bundle);
    verdict(
      run('evidence', file, ...keys()),
      0,
      /HOLDS {2}the record is leaf 99[\s\S]*byte for byte\nHOLDS {2}cosigned by MINAMATA\/witness on 20[^]*UTC\n$/,
    );
    verdict(run('evidence', unpacked()), 0, /NOTE {3}keys were taken from the bundle itself/);
  });

  it.each<[string, RegExp, Parameters<typeof unpacked>[0]]>([
    [
      'a byte of the PDF',
      /the PDF is not the one/,
      { 'BRS.pdf': (bytes) => Buffer.concat([bytes, Buffer.from('\n')]) },
    ],
    [
      'the body',
      /not a leaf of the signed tree/,
      { 'evidence.json': json((facts) => ({ ...facts, body: `${String(facts.body)} ` })) },
    ],
    [
      'the kind',
      /of kind 'journal-entry' and no document/,
      { 'evidence.json': json((facts) => ({ ...facts, kind: 'journal-entry' })) },
    ],
    [
      'the position',
      /not a leaf|too/,
      { 'evidence.json': json((facts) => ({ ...facts, position: Number(facts.position) - 1 })) },
    ],
    [
      'a step of the proof',
      /not a leaf of the signed tree/,
      {
        'evidence.json': json((facts) => ({
          ...facts,
          proof: (facts.proof as string[]).with(1, Buffer.alloc(32).toString('base64')),
        })),
      },
    ],
    [
      'a step that is missing',
      /too short/,
      { 'evidence.json': json((facts) => ({ ...facts, proof: (facts.proof as string[]).slice(1) })) },
    ],
    [
      'a step that is added',
      /too long/,
      {
        'evidence.json': json((facts) => ({
          ...facts,
          proof: [...(facts.proof as string[]), Buffer.alloc(32).toString('base64')],
        })),
      },
    ],
    [
      'the size in the note',
      /the log's signature does not hold/,
      { 'checkpoint.note': (bytes) => bytes.toString().replace(/\n(\d+)\n/, (_, size) => `\n${Number(size) + 1}\n`) },
    ],
    [
      'the root in the note',
      /the log's signature does not hold/,
      {
        'checkpoint.note': (bytes) =>
          bytes.toString().replace(/\n[^\n]{44}\n\n/, `\n${Buffer.alloc(32).toString('base64')}\n\n`),
      },
    ],
    [
      'the cosignature',
      /the cosignature of MINAMATA\/witness does not hold/,
      { 'checkpoint.note': (bytes) => altered(bytes.toString(), 'MINAMATA/witness') },
    ],
    [
      'the log’s signature',
      /the log's signature does not hold/,
      { 'checkpoint.note': (bytes) => altered(bytes.toString(), 'recoup/') },
    ],
    [
      'a log key that is another’s',
      /key id|no key of the log/,
      {
        'evidence.json': json((facts) => ({ ...facts, logKeys: [text({ ...log.key, publicKey: witness.publicKey })] })),
      },
    ],
  ])(`refuses evidence with %s altered, ${where}`, (_, words, changed = {}) => {
    const named = Object.fromEntries(
      Object.entries(changed).map(([name, change]) => [name.replace('BRS.pdf', `${number}.pdf`), change]),
    );
    verdict(run('evidence', unpacked(named)), 3, words);
  });

  it(`refuses evidence that other keys signed than the ones that are given, ${where}`, () => {
    const other = { ...log.key, publicKey: witness.publicKey };
    verdict(run('evidence', unpacked(), '--log-key', text(other)), 3, /no key of the log that is known here/);
    const stranger = { ...witness, publicKey: log.key.publicKey };
    verdict(run('evidence', unpacked(), '--witness-key', text(stranger)), 3, /no witness whose key was given/);
  });

  it(`proves that a newer checkpoint continues an older one, and refuses a fork, ${where}`, () => {
    const files = { older: key('older.note'), shown: key('shown.txt') };
    const check = (one: string, other: string): Run => {
      writeFileSync(files.older, one);
      writeFileSync(files.shown, other);
      return run('consistency', files.older, files.shown, '--log-key', text(log.key));
    };
    verdict(check(older, shown), 0, /HOLDS {2}the tree of \d+ leaves begins with the tree of 81 leaves/);
    const lines = shown.split('\n');
    verdict(check(older, lines.with(1, Buffer.alloc(32).toString('base64')).join('\n')), 3, /a fork/);
    verdict(check(older, lines.toSpliced(1, 1).join('\n')), 3, /too short/);
    verdict(check(older, lines.toSpliced(1, 0, Buffer.alloc(32).toString('base64')).join('\n')), 3, /too long/);
    verdict(check(older, lines.with(0, 'old 6').join('\n')), 3, /begins at 6/);
    verdict(check(older.replace(/\n81\n/, '\n6\n'), lines.with(0, 'old 6').join('\n')), 3, /signature does not hold/);
  });

  it(`says what it cannot read, ${where}`, () => {
    verdict(run('evidence', '/nowhere'), 2, /UNREADABLE/);
    verdict(run(), 2, /Usage|verify\.py evidence/);
    verdict(run('evidence', unpacked({ 'evidence.json': () => '{' })), 2, /UNREADABLE/);
    verdict(run('evidence', unpacked({ 'checkpoint.note': () => 'nothing' })), 3, /no signed note/);
  });

  function altered(note: string, name: string): string {
    return note
      .split('\n')
      .map((line) => {
        if (!line.startsWith(`— ${name}`)) return line;
        const [dash, signer, encoded = ''] = line.split(' ');
        const bytes = Buffer.from(encoded, 'base64');
        bytes[20] = (bytes[20] ?? 0) ^ 1;
        return [dash, signer, bytes.toString('base64')].join(' ');
      })
      .join('\n');
  }
});
