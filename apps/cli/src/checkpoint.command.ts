import { readFile, writeFile } from 'node:fs/promises';
import { inSnapshot, inTransaction } from '#platform';
import {
  checkAgainstHeld,
  checkShown,
  cosign,
  createKeyFile,
  cryptography,
  exportCheckpoint,
  importCosigned,
  inWords,
  keyText,
  latestPublished,
  parseKey,
  publishedCheckpoints,
  type PublishedCheckpoint,
  readKeyFile,
  readMemory,
  readRegister,
  readShownOrNote,
  registerWitness,
  replaceLogKey,
  sealFolder,
} from '#sealing';
import { type Command } from 'commander';
import { officerNamed } from './acting.ts';
import { booksFolder, systemClock, withBooks, withBooksToChange } from './books.ts';
import { actor } from './do-or-try.ts';
import { limit } from './limit.ts';
import { type Column, printJson, printTable, say } from './output.ts';

const columns: Column<PublishedCheckpoint>[] = [
  { head: 'Leaves', of: ({ size }) => String(size), align: 'right' },
  { head: 'Published', of: ({ publishedAt }) => publishedAt.toISOString() },
  { head: 'Occasion', of: ({ occasions }) => occasions.join(', ') },
  { head: 'Cosigned by', of: ({ cosignedBy }) => cosignedBy.join(', ') },
  { head: 'Root', of: ({ root }) => root },
];

const several = (value: string, before: string[]): string[] => [...before, value];

export function addCheckpointCommand(program: Command): void {
  const checkpoint = program
    .command('checkpoint')
    .description('Signed checkpoints of the books: show, hand on, check, cosign, and their keys');

  checkpoint
    .command('list')
    .description('Published checkpoints, newest first')
    .option('--limit <n>', 'at most', limit, 20)
    .action(async (options: { limit: number }, command: Command) => {
      const found = await withBooks(({ db }) => inSnapshot(db, (tx) => publishedCheckpoints(tx, options)));
      if (isJson(command)) printJson(found);
      else printTable(columns, found);
    });

  checkpoint
    .command('show')
    .description('The newest published checkpoint, as the note that was signed')
    .action(async (_options: unknown, command: Command) => {
      const newest = await withBooks(({ db }) => inSnapshot(db, latestPublished));
      if (isJson(command)) printJson(newest);
      else process.stdout.write(newest.note);
    });

  checkpoint
    .command('export')
    .description('Writes the newest published checkpoint with the proof that it continues an older one, for a witness')
    .requiredOption('--out <file>', 'where it is written')
    .option('--since <leaves>', 'that the witness signed last; else the newest that was cosigned', limit)
    .action(async ({ out, since }: { out: string; since?: number }, command: Command) => {
      const exported = await withBooks(({ db }) => inSnapshot(db, (tx) => exportCheckpoint(tx, since)));
      await writeFile(out, exported.text);
      if (isJson(command)) printJson({ file: out, size: exported.size, since: exported.since });
      else say(`Written: ${out}, ${exported.size} leaves, with the proof since ${exported.since}.`);
    });

  checkpoint
    .command('check')
    .argument('<file>', 'a checkpoint, or what `checkpoint export` has written')
    .description('Whether these books lead to it; or, with --seen, whether it continues what a witness has signed')
    .option('--seen <file>', 'what a witness remembers; no books are opened then')
    .option('--log-key <key>', 'a public key by which the log is known', several, [])
    .action(async (file: string, options: { seen?: string; logKey: string[] }, command: Command) => {
      const text = await readFile(file, 'utf8');
      const { seen } = options;
      const found =
        seen === undefined
          ? await withBooks(({ db }) => inSnapshot(db, (tx) => checkAgainstHeld(tx, readShownOrNote(text).written)))
          : checkShown(cryptography, readMemory(seen, options.logKey), readShownOrNote(text));
      if (isJson(command)) printJson({ origin: found.origin, size: found.size, holds: true });
      else say(`It holds: ${found.origin}, ${inWords(found)}.`);
    });

  checkpoint
    .command('cosign')
    .argument('<file>', 'what `checkpoint export` has written')
    .description(
      'Signs a checkpoint as a witness, if it continues the last one that this witness has signed; opens no books',
    )
    .requiredOption('--key <file>', 'the key of the witness, on the witness’s own machine')
    .requiredOption('--out <file>', 'the cosigned note, to be sent back')
    .option('--seen <file>', 'what the witness remembers; else beside its key')
    .option('--log-key <key>', 'a public key by which the log is known; the first time', several, [])
    .action(async (file: string, options: { key: string; out: string; seen?: string; logKey: string[] }) => {
      const { checkpoint: signed, note } = cosign(await readFile(file, 'utf8'), {
        key: readKeyFile(options.key, 4),
        memoryFile: options.seen ?? `${options.key}.seen`,
        logKeys: options.logKey,
        clock: systemClock,
      });
      await writeFile(options.out, note);
      say(`Cosigned: ${signed.origin}, ${inWords(signed)}. Written: ${options.out}`);
    });

  checkpoint
    .command('import')
    .argument('<file>', 'a note that came back cosigned')
    .description('Keeps the cosignatures of a checkpoint of these books')
    .action(async (file: string, _options: unknown, command: Command) => {
      const note = await readFile(file, 'utf8');
      const names = await withBooks(({ db }) => inTransaction(db, (tx) => importCosigned(tx, note, systemClock)));
      if (isJson(command)) printJson({ cosignedBy: names });
      else say(`Kept the cosignature of ${names.join(', ')}.`);
    });

  addKeyCommands(checkpoint.command('key').description('Keys of witnesses and of the log'));
}

function addKeyCommands(key: Command): void {
  key
    .command('create')
    .description('Makes the key of a witness, to be kept off the server; prints its public half')
    .requiredOption('--name <name>', 'such as CLIENT/witness; no blank, no plus')
    .requiredOption('--out <file>', 'where the whole key is written; it must not be there yet')
    .action(({ name, out }: { name: string; out: string }) => {
      const made = createKeyFile(out, name, 4);
      say(`Written: ${out}, which its owner alone can read. Keep it off the server; its public half:`);
      process.stdout.write(`${keyText(cryptography.sha256, made)}\n`);
    });

  key
    .command('list')
    .description('Public keys that are registered in these books')
    .action(async (_options: unknown, command: Command) => {
      const register = await withBooks(({ db }) => inSnapshot(db, readRegister));
      const keys = (register?.keys ?? []).map((one) => ({
        purpose: one.purpose,
        secretariat: one.secretariat,
        retired: one.retired,
        key: keyText(cryptography.sha256, one),
      }));
      if (isJson(command)) printJson(keys);
      else
        printTable(
          [
            { head: 'Purpose', of: ({ purpose }) => purpose },
            { head: 'Of', of: ({ secretariat }) => secretariat ?? '' },
            { head: 'State', of: ({ retired }) => (retired ? 'retired' : 'signs') },
            { head: 'Public key', of: (one) => one.key },
          ],
          keys,
        );
    });

  key
    .command('add')
    .argument('<key>', 'the public half, as `key create` has printed it')
    .description('Registers the witness of the secretariat that the person acts for')
    .addOption(actor())
    .action(async (text: string, { as }: { as?: string }) => {
      const added = parseKey(cryptography.sha256, text);
      await withBooksToChange((books) =>
        inTransaction(books.db, async (tx) => {
          const by = await officerNamed(books, tx, as);
          await registerWitness(tx, { key: added, secretariat: by.secretariat }, by, systemClock);
        }),
      );
      say(`Registered: ${added.name}.`);
    });

  key
    .command('replace')
    .description('Another key signs for the log from now on; its file must have been moved away first')
    .requiredOption('--reason <text>', 'why another key is needed')
    .addOption(actor())
    .action(async ({ as, reason }: { as?: string; reason: string }) => {
      const { keyFile } = sealFolder(booksFolder());
      const made = await withBooksToChange((books) =>
        inTransaction(books.db, async (tx) =>
          replaceLogKey(tx, { keyFile, by: await officerNamed(books, tx, as), reason, clock: systemClock }),
        ),
      );
      say('Replaced. Restart the server, and tell the witnesses the new public key:');
      process.stdout.write(`${keyText(cryptography.sha256, made)}\n`);
    });
}

function isJson(command: Command): boolean {
  return command.optsWithGlobals<{ json?: boolean }>().json === true;
}
