import { readFile } from 'node:fs/promises';
import { readOperationalRates, rowsOfRatesFile } from '#books';
import { type PricedEarlier, pricedEarlier, pricedEarlierSentence } from '#charging';
import { type OperationalRate, RatesService, type WaitingRate } from '#rates';
import { inSnapshot, inTransaction, withoutEffect, type Tx } from '#platform';
import { type Command } from 'commander';
import { officerNamed } from './acting.ts';
import { systemClock, withBooks, withBooksToChange } from './books.ts';
import { actor } from './do-or-try.ts';
import { type Column, printJson, printTable, say } from './output.ts';
import { loadedSentences, type RatesLoaded } from './rates-said.ts';

interface Acting {
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const columns: Column<OperationalRate | WaitingRate>[] = [
  { head: 'Currency', of: ({ currency }) => currency },
  { head: 'Effective', of: ({ effectiveOn }) => effectiveOn.toString() },
  { head: 'Units per USD', of: ({ unitsPerUsd }) => unitsPerUsd, align: 'right' },
];

export function addRatesCommand(program: Command): void {
  const rates = program.command('rates').description('UN operational rates of exchange: list, import');

  rates
    .command('list')
    .description('All rates in force, by currency and effective day, and what waits for a second person')
    .option('--currency <code>', 'of this currency alone, such as CHF')
    .action(async ({ currency }: { currency?: string }, command: Command) => {
      const { inForce, waits } = await withBooks(({ db, services }) =>
        inSnapshot(db, async (tx) => ({
          inForce: await services.get(RatesService).allOperationalRates(tx),
          waits: await services.get(RatesService).waitingRates(tx, { secretariat: null }),
        })),
      );
      const isAsked = (rate: { currency: string }): boolean => currency === undefined || rate.currency === currency;
      const [items, waiting] = [inForce.filter(isAsked), waits.filter(isAsked)];
      if (command.optsWithGlobals<Acting>().json === true) return printJson({ items, waiting });
      printTable<WaitingRate | OperationalRate>(columns, items);
      if (waiting.length === 0) return;
      process.stdout.write('\nWaiting for a second person, and not in force:\n\n');
      printTable<WaitingRate>([...columns, { head: 'Loaded by', of: ({ loadedBy }) => loadedBy }], waiting);
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
      const { late, ...loaded } = await withBooksToChange((books) => {
        const work = async (tx: Tx): Promise<RatesLoaded & { late: PricedEarlier[] }> => {
          const by = await officerNamed(books, tx, options.as);
          const rates = books.services.get(RatesService);
          const list = { rates: published, place: '' };
          const { added, waiting: waitingOfList } = await rates.importOperationalRates(tx, list, by, systemClock);
          const waiting = await rates.waitingRates(tx, by);
          const late = await pricedEarlier(tx, added);
          return { file, read: published, added, waitingOfList, waiting, by: by.person, late };
        };
        return options.dryRun === true ? withoutEffect(books.db, work) : inTransaction(books.db, work);
      });
      if (command.optsWithGlobals<Acting>().json === true) {
        const { added, waitingOfList, by } = loaded;
        const waiting = waitingOfList.map((rate) => ({ ...rate, loadedBy: by }));
        printJson({ read: published.length, added: added.length, waiting, pricedEarlier: late });
      } else process.stdout.write(`${loadedSentences(loaded).join('\n')}\n`);
      for (const one of late) say(pricedEarlierSentence(one));
      if (options.dryRun === true) say('A dry run: nothing was written.');
    });
}
