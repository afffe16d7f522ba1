import { readFile } from 'node:fs/promises';
import { readOperationalRates, rowsOfRatesFile } from '#books';
import { type PricedEarlier, pricedEarlier, pricedEarlierSentence } from '#charging';
import { theProgram } from '#kernel';
import { RatesService } from '#rates';
import { inSnapshot, inTransaction, withoutEffect, type Tx } from '#platform';
import { type Command } from 'commander';
import { officerNamed } from './acting.ts';
import { systemClock, withBooks, withBooksToChange } from './books.ts';
import { actor } from './do-or-try.ts';
import { printJson, printTable, say } from './output.ts';

interface Acting {
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function addRatesCommand(program: Command): void {
  const rates = program.command('rates').description('UN operational rates of exchange: list, import');

  rates
    .command('list')
    .description('All rates, by currency and effective day')
    .option('--currency <code>')
    .action(async ({ currency }: { currency?: string }, command: Command) => {
      const { all, waiting } = await withBooks(({ db, services }) =>
        inSnapshot(db, async (tx) => {
          const rates = services.get(RatesService);
          return { all: await rates.allOperationalRates(tx), waiting: await rates.waitingRates(tx, theProgram) };
        }),
      );
      const isAsked = (rate: { currency: string }): boolean => currency === undefined || rate.currency === currency;
      const shown = all.filter(isAsked);
      if (command.optsWithGlobals<Acting>().json === true) printJson(shown);
      else
        printTable(
          [
            { head: 'Currency', of: (rate) => rate.currency },
            { head: 'Effective', of: ({ effectiveOn }) => effectiveOn.toString() },
            { head: 'Units per USD', of: ({ unitsPerUsd }) => unitsPerUsd, align: 'right' },
          ],
          shown,
        );
      for (const { currency: code, effectiveOn, unitsPerUsd, loadedBy } of waiting.filter(isAsked))
        say(`${code} ${effectiveOn} ${unitsPerUsd}, loaded by ${loadedBy}, waits for a second person.`);
    });

  rates
    .command('import')
    .argument('<file>', 'CSV with the head currency,effectiveOn,unitsPerUsd; or a JSON list of such objects')
    .description(
      'Loads published rates: in force once a second person has loaded the same; a value that differs from the books’ is refused',
    )
    .addOption(actor())
    .option('--dry-run', 'do it and roll it back')
    .addHelpText('after', '\nExample:\n  npm run recoup -- rates import november.csv --as PROVIDER.finance')
    .action(async (file: string, options: Acting, command: Command) => {
      const published = readOperationalRates(await rowsOfRatesFile(await readFile(file)));
      const { added, waiting, late } = await withBooksToChange((books) => {
        const work = async (tx: Tx): Promise<{ added: number; waiting: number; late: PricedEarlier[] }> => {
          const by = await officerNamed(books, tx, options.as);
          const loaded = await books.services
            .get(RatesService)
            .importOperationalRates(tx, { rates: published, place: '' }, by, systemClock);
          const { added: rates, waiting: others } = loaded;
          return { added: rates.length, waiting: others.length, late: await pricedEarlier(tx, rates) };
        };
        return options.dryRun === true ? withoutEffect(books.db, work) : inTransaction(books.db, work);
      });
      if (command.optsWithGlobals<Acting>().json === true)
        printJson({ read: published.length, added, waiting, pricedEarlier: late });
      else process.stdout.write(`${added} of ${published.length} rates are in force from now on.\n`);
      if (waiting > 0)
        say(
          `${waiting} ${waiting === 1 ? 'waits' : 'wait'} until another person loads the same value${waiting === 1 ? '' : 's'}.`,
        );
      const known = new Set(published.map(({ currency, effectiveOn }) => `${currency} ${effectiveOn.toString()}`)).size;
      const before = known - added - waiting;
      if (before > 0) say(`${before} ${before === 1 ? 'was' : 'were'} in the books already.`);
      for (const one of late) say(pricedEarlierSentence(one));
      if (options.dryRun === true) say('A dry run: nothing was written.');
    });
}
