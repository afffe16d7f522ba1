import { readFile, writeFile } from 'node:fs/promises';
import { checkMay, IdentityService, type Officer } from '#identity';
import { paperOf } from '#invoicing';
import { today } from '#kernel';
import { inSnapshot, inTransaction } from '#platform';
import {
  evidenceBundle,
  keepHeldNote,
  readHeldNote,
  readKeyFile,
  sealFolder,
  signRestoreEvent,
  verifierFile,
} from '#sealing';
import { type Command } from 'commander';
import { booksFolder, systemClock, withBooks } from './books.ts';
import { say, Unusable } from './output.ts';
import { recordPaperTakenOut } from './taken-out.ts';

export function addProofCommand(program: Command): void {
  program
    .command('proof')
    .argument('<document>', 'its number')
    .description('Writes the evidence for one document, which proves it without Recoup and shows no other')
    .requiredOption('--out <file>', 'a tar archive')
    .addHelpText(
      'after',
      '\nExample:\n  npm run recoup -- proof PROVIDER-2025-0001 --out evidence.tar\n  python3 libs/sealing/verifier/verify.py evidence evidence.tar',
    )
    .action(async (number: string, { out }: { out: string }) => {
      const verifier = await readFile(verifierFile);
      const bundle = await withBooks(async ({ db }) => {
        const bytes = await inSnapshot(db, async (tx) => {
          const { pdf } = await paperOf(tx, number);
          return evidenceBundle(tx, { number, pdf, verifier, at: systemClock.now() });
        });
        await recordPaperTakenOut({ db }, number, { form: 'application/x-tar' });
        return bytes;
      });
      await writeFile(out, bundle);
      say(`Written: ${out}. To check it: python3 libs/sealing/verifier/verify.py evidence ${out}`);
    });
}

export function addRestoreEventCommand(program: Command): void {
  program
    .command('restore-event')
    .description('Books that were set back behind a published checkpoint')
    .command('sign')
    .description(
      'An approving officer of each of two sides answers for a restore; what is signed is the next leaf of the books',
    )
    .requiredOption('--by <person>', 'who answers for it: a claim of whoever has this machine, signed by the log’s key')
    .requiredOption('--with <person>', 'who else does, of another side')
    .requiredOption('--reason <text>', 'what happened, and why it was restored')
    .option('--note <file>', 'the checkpoint that was lost; else the newest that the server has kept')
    .action(
      async ({ by, with: other, reason, note: file }: { by: string; with: string; reason: string; note?: string }) => {
        const { keyFile, latestNote } = sealFolder(booksFolder());
        const note = readHeldNote(file ?? latestNote);
        if (note === null) throw new Unusable(`There is no checkpoint ${file ?? latestNote} to answer for.`);
        const key = readKeyFile(keyFile, 1);
        const sealed = await withBooks(async (books) => {
          // By name alone: nobody can sign in at a server that does not start.
          const answering = (person: string): Promise<Officer> =>
            inTransaction(books.db, async (tx) => {
              const officer = await books.services.get(IdentityService).officer(tx, person, today(systemClock));
              checkMay(officer, 'restore.answer');
              return officer;
            });
          const officers = [await answering(by), await answering(other)] as const;
          return inTransaction(await books.sealer(), (tx) =>
            signRestoreEvent(tx, { note, reason, key }, officers, systemClock),
          );
        });
        keepHeldNote(latestNote, sealed.note);
        say(
          `Signed and sealed as leaf ${sealed.size - 1}. The server starts again; witnesses will see a fork, and this says why.`,
        );
      },
    );
}
