import { readFile, writeFile } from 'node:fs/promises';
import { NamesAnnexService } from '#invoicing';
import { Day } from '#kernel';
import { auditEventViews, everyAct, inSnapshot, inTransaction, isServerRunning } from '#platform';
import {
  newWrappingKey,
  readPersonalKeyFile,
  replacePersonalKeyFile,
  TravellersService,
  type TravellerView,
} from '#travellers';
import type { Command } from 'commander';
import { officerNamed } from './acting.ts';
import { actor } from './do-or-try.ts';
import { personalKeyPath, systemClock, withBooks } from './books.ts';
import { printJson, printTable, say, Unusable } from './output.ts';

interface Acting {
  readonly as?: string;
}

const actsMost = 1000;

/** Names of travellers: shown on purpose, corrected, given to whom they are of, erased in their time; and the keys they stand under. */
export function addPrivacyCommand(program: Command): void {
  const privacy = program.command('privacy').description('Names of travellers, which the books hold apart');

  privacy
    .command('show')
    .argument('<reference>', 'TR-...')
    .description('A traveller without who it is: charges, nights, and until when the name is needed')
    .action(async (reference: string, _options: unknown, command: Command) => {
      const view = await withBooks(({ db, services }) =>
        inSnapshot(db, (tx) => services.get(TravellersService).view(tx, reference)),
      );
      if (command.optsWithGlobals<{ json?: boolean }>().json === true) printJson(view);
      else printTraveller(view);
    });

  privacy
    .command('disclose')
    .argument('<reference>', 'TR-...')
    .description('Shows who a traveller is; that you asked, and why, stays in the books')
    .requiredOption('--reason <text>', 'why, without a name in it')
    .addOption(actor())
    .addHelpText(
      'after',
      '\nExample:\n  npm run recoup -- privacy disclose TR-7Q2MK3XD9F --reason "the bank asks" --as PROVIDER.finance',
    )
    .action(async (reference: string, { reason, as }: Acting & { reason: string }) => {
      const { name, party, tickets } = await withBooks((books) =>
        inTransaction(books.db, async (tx) =>
          books.services
            .get(TravellersService)
            .disclose(tx, { reference, reason }, await officerNamed(books, tx, as), systemClock),
        ),
      );
      printJson({ reference, name, party, tickets });
    });

  privacy
    .command('annex')
    .argument('<number>', 'of an issued invoice or credit note')
    .description('Draws the names behind the references of a document as a PDF; it is kept nowhere but in your file')
    .requiredOption('--reason <text>', 'why, without a name in it')
    .requiredOption('--out <file>', 'a new file, for you alone')
    .addOption(actor())
    .action(async (number: string, { reason, out, as }: Acting & { reason: string; out: string }) => {
      await withBooks((books) =>
        inTransaction(books.db, async (tx) => {
          const by = await officerNamed(books, tx, as);
          const bytes = await books.services.get(NamesAnnexService).render(tx, { number, reason }, by, systemClock);
          await writeFile(out, bytes, { mode: 0o600, flag: 'wx' });
        }),
      );
      say(`${out} names the travellers of ${number}.`);
    });

  privacy
    .command('export')
    .argument('<reference>', 'TR-...')
    .description('Writes all that the books hold of a traveller into a file, for the traveller')
    .requiredOption('--reason <text>', 'why, without a name in it')
    .requiredOption('--out <file>', 'a new file, for you alone')
    .addOption(actor())
    .action(async (reference: string, { reason, out, as }: Acting & { reason: string; out: string }) => {
      await withBooks((books) =>
        inTransaction(books.db, async (tx) => {
          const by = await officerNamed(books, tx, as);
          const travellers = books.services.get(TravellersService);
          const held = await travellers.disclose(tx, { reference, reason }, by, systemClock, 'TRAVELLER_EXPORTED');
          const acts = await auditEventViews(tx, { object: reference, kind: 'traveller' }, everyAct, {
            limit: actsMost,
          });
          await writeFile(out, `${JSON.stringify({ ...held, acts }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
        }),
      );
      say(`${out} holds all that these books have of ${reference}.`);
    });

  privacy
    .command('correct')
    .argument('<reference>', 'TR-...')
    .description('Writes a name down rightly; it comes from a file, since others see what is typed in a command')
    .requiredOption('--name-file <file>', 'holds the name on its first line')
    .requiredOption('--reason <text>', 'why, without a name in it')
    .addOption(actor())
    .action(async (reference: string, options: Acting & { nameFile: string; reason: string }) => {
      const [name = ''] = (await readFile(options.nameFile, 'utf8')).split('\n');
      await withBooks((books) =>
        inTransaction(books.db, async (tx) =>
          books.services
            .get(TravellersService)
            .correct(
              tx,
              { reference, name, reason: options.reason },
              await officerNamed(books, tx, options.as),
              systemClock,
            ),
        ),
      );
      say(`${reference} stands under the name of ${options.nameFile} now.`);
    });

  privacy
    .command('erase')
    .description('Erases the names that nobody needs any more; references, entries and papers stay')
    .requiredOption('--before <day>', 'of travellers whose charges were all delivered and settled before it')
    .addOption(actor())
    .addHelpText('after', '\nExample:\n  npm run recoup -- privacy erase --before 2030-12-31 --as PROVIDER.approving')
    .action(async ({ before, as }: Acting & { before: string }, command: Command) => {
      const erased = await withBooks((books) =>
        inTransaction(books.db, async (tx) =>
          books.services
            .get(TravellersService)
            .erase(tx, Day.of(before), await officerNamed(books, tx, as), systemClock),
        ),
      );
      if (command.optsWithGlobals<{ json?: boolean }>().json === true) printJson({ erased });
      else say(erased.length === 0 ? 'No name is past its time.' : `Erased: ${erased.join(', ')}.`);
    });

  privacy
    .command('rotate-key')
    .description(
      'Makes a new wrapping key and wraps every data key under it; the older ones stay in the file for backups',
    )
    .addOption(actor())
    .action(async ({ as }: Acting) => {
      const path = personalKeyPath();
      const keys = readPersonalKeyFile(path);
      if (await withBooks(({ db }) => inSnapshot(db, isServerRunning)))
        throw new Unusable('Stop the server first: it would not know the new key. Nothing was changed.');
      // In the file first: a key that wraps something is never in the memory of a program alone.
      replacePersonalKeyFile(path, { ...keys, wrapping: [newWrappingKey(), ...keys.wrapping] });
      const wrapped = await withBooks((books) =>
        inTransaction(books.db, async (tx) =>
          books.services.get(TravellersService).rewrap(tx, await officerNamed(books, tx, as), systemClock),
        ),
      );
      say(`${wrapped} data keys are wrapped under the new key of ${path}. Keep a copy of the file.`);
    });
}

function printTraveller({ reference, erasedAt, lastNeededOn, secretariats, charges, nights }: TravellerView): void {
  const needed = lastNeededOn === null ? 'while something is not settled' : `since ${lastNeededOn} no more`;
  const name = erasedAt === null ? `kept apart; needed ${needed}` : `erased on ${erasedAt.toISOString().slice(0, 10)}`;
  say(`${reference}, of ${secretariats.join(' and ')}. Name: ${name}. Nights: ${nights.join(', ') || 'none'}.`);
  printTable(
    [
      { head: 'Charge', of: ({ charge }) => charge },
      { head: 'Agreement', of: ({ agreement }) => agreement },
      { head: 'Delivered', of: ({ deliveredOn }) => deliveredOn },
      { head: 'State', of: ({ state }) => state },
      { head: 'Invoice', of: ({ invoice }) => invoice ?? '' },
    ],
    charges,
  );
}
