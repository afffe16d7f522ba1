import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import {
  checksAgainst,
  type ExportRecord,
  exportRecords,
  type OfflineOutcome,
  OfflineVerification,
  type Verification,
  VerificationService,
} from '#audit';
import { inSnapshot, inTransaction, type Tx } from '#platform';
import { cryptography, readHeldNote, sealFolder } from '#sealing';
import { type Command } from 'commander';
import { type Books, booksFolder, checkMayChange, systemClock, withBooks } from './books.ts';
import { exitCode } from './exit-codes.ts';
import { bold, printJson, printTable, say, Unusable } from './output.ts';
import { progressBar } from './progress.ts';
import { recordReportTakenOut } from './taken-out.ts';

export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description(
      'Checks every invariant of the books in one picture of them, and names the first thing that is wrong; a failure stops posting',
    )
    .option('--file <file>', 'a verification export instead of the books: no database is needed')
    .option('--note <file>', 'a checkpoint that was kept elsewhere, such as a cosigned one', gathered, [])
    .addHelpText(
      'after',
      '\nExit code 3 where anything is wrong.\n\nExamples:\n  npm run recoup -- verify\n  npm run recoup -- verify --file books.jsonl.gz --note cosigned.note',
    )
    .action(async ({ file, note }: { file?: string; note: string[] }, command: Command) => {
      const verification = file === undefined ? await verifyBooks(note) : await verifyFile(file, note);
      showVerification(verification, command.optsWithGlobals<{ json?: boolean }>().json === true);
    });
}

export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('What the books hold, in a file')
    .command('verification')
    .description(
      'Writes what `verify --file` needs: entries, totals, ceilings, acts, sealed values, charges, papers and the seal, as JSON lines in gzip',
    )
    .requiredOption('--out <file>', 'where to write it')
    .addHelpText('after', '\nExample:\n  npm run recoup -- export verification --out books.jsonl.gz')
    .action(async ({ out }: { out: string }) => {
      await withBooks(async ({ db }) => {
        await recordReportTakenOut({ db }, 'verification', 'application/gzip');
        await inSnapshot(db, (tx) =>
          pipeline(Readable.from(linesOf(tx)), createGzip(), createWriteStream(out, { mode: 0o600 })),
        );
      });
      say(`Written: ${out}`);
    });
}

async function* linesOf(tx: Tx): AsyncGenerator<string> {
  for await (const record of exportRecords(tx, systemClock.now())) yield `${JSON.stringify(record)}\n`;
}

function gathered(value: string, before: string[]): string[] {
  return [...before, value];
}

/** Against the newest note that the server has kept beside the database, and against those named. */
async function verifyBooks(named: readonly string[]): Promise<Verification> {
  const notes = heldIn(named);
  const kept = readHeldNote(sealFolder(booksFolder()).latestNote);
  const held = kept === null ? notes : [kept, ...notes];
  const bar = progressBar('Verifying');
  return withBooks(async (books) => {
    const service = books.services.get(VerificationService);
    const verified = await inSnapshot(books.db, (tx) =>
      service.verify(tx, (done, all) => bar.update(done, all), held),
    ).finally(() => bar.end());
    await keepAsTheNightlyOne(books, service, verified);
    return verified;
  });
}

/** A failed one stops posting, whoever ran it. Books that take no change are verified all the same: what was found is shown. */
async function keepAsTheNightlyOne(books: Books, service: VerificationService, verified: Verification): Promise<void> {
  let kept: string;
  try {
    await checkMayChange(books);
    kept = await inTransaction(books.db, (tx) => service.keep(tx, verified, systemClock.now()));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(`What was found is not kept in the books${verified.ok ? '' : ', and posting goes on'}: ${why}`);
    return;
  }
  if (!verified.ok)
    say(
      `Posting is stopped, reading goes on: an approving officer of each side lets it go on, for a reason, naming verification ${kept}.`,
    );
}

/** Errors: Unusable. */
function heldIn(named: readonly string[]): string[] {
  return named.map((file) => readHeldNote(file) ?? missing(file));
}

function missing(file: string): never {
  throw new Unusable(`There is no checkpoint ${file}.`);
}

/** Errors: Unusable where the file is not an export; one that was cut off is verified as far as it goes, and fails. */
export async function verifyFile(file: string, named: readonly string[]): Promise<OfflineOutcome> {
  const hashing = {
    ofText: (text: string) => createHash('sha256').update(text).digest('hex'),
    ofBase64: (base64: string) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex'),
  };
  const verification = new OfflineVerification(hashing, cryptography, heldIn(named), checksAgainst([]));
  const packed = await open(file); // a file that is not there is said to be, before anything is read
  let place = 0;
  try {
    for await (const line of createInterface({ input: packed.createReadStream().pipe(createGunzip()) })) {
      place += 1;
      verification.accept(recordIn(line, `Line ${place} of ${file}`));
    }
  } catch (error) {
    const cutOff = (error as { code?: unknown }).code === 'Z_BUF_ERROR' && place > 0;
    if (!cutOff) throw error instanceof Unusable ? error : new Unusable(notAnExport(file, error));
  }
  await packed.close();
  return verification.outcome();
}

function recordIn(line: string, place: string): ExportRecord {
  try {
    return JSON.parse(line) as ExportRecord;
  } catch (error) {
    throw new Unusable(notAnExport(place, error));
  }
}

function notAnExport(what: string, error: unknown): string {
  return `${what} is not of a verification export: ${error instanceof Error ? error.message : String(error)}.`;
}

/** Prints every check, those that a file is not enough for, and what is wrong first; sets the exit code. */
export function showVerification(verification: Verification | OfflineOutcome, asJson: boolean): void {
  if (!verification.ok) process.exitCode = exitCode.verificationFailed;
  if (asJson) {
    printJson(verification);
    return;
  }
  const { firstWrong, checks } = verification;
  const notLookedAt = 'notLookedAt' in verification ? verification.notLookedAt : [];
  printTable<Row>(
    [
      { head: 'Check', of: ({ id }) => id },
      { head: 'Found', of: ({ found }) => found },
      { head: 'Seconds', of: ({ seconds }) => seconds, align: 'right' },
      { head: 'What holds', of: ({ sentence }) => sentence },
    ],
    [
      ...checks.map(({ id, sentence, holds, milliseconds }) => {
        return { id, sentence, found: holds ? 'ok' : 'FAILED', seconds: (milliseconds / 1000).toFixed(2) };
      }),
      ...notLookedAt.map(({ id, sentence }) => ({ id, sentence, found: 'not looked at', seconds: '' })),
    ],
  );
  process.stdout.write('\n');
  if (notLookedAt.length > 0)
    process.stdout.write(
      `Not looked at, since it needs the books: ${notLookedAt.map(({ id }) => id).join(', ')}. \`recoup verify\` over the books does.\n`,
    );
  if (firstWrong === null) {
    process.stdout.write(bold(`All ${checks.length} checks${notLookedAt.length > 0 ? ' of a file' : ''} hold.\n`));
    return;
  }
  const { check, kind, object, finding } = firstWrong;
  process.stdout.write(bold(`${check} does not hold. The first wrong row: ${kind} ${object}: ${finding}.\n`));
  process.stdout.write('Post nothing, correct nothing: keep the folder as it is, and call an engineer.\n');
}

type Row = Readonly<Record<'id' | 'found' | 'seconds' | 'sentence', string>>;
