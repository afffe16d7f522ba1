import { readFile } from 'node:fs/promises';
import { readTrips } from '#books';
import { ChargingService } from '#charging';
import { type Command } from 'commander';
import { officerNamed } from './acting.ts';
import { systemClock } from './books.ts';
import { act } from './charges.command.ts';
import { type Acting, actor } from './do-or-try.ts';

export function addTripsCommand(program: Command): void {
  program
    .command('trips')
    .description('Trips of sponsored delegates: record; each is a charge from then on (`charges`)')
    .addHelpText('after', '\nExample:\n  npm run recoup -- trips record trips.json --dry-run')
    .command('record')
    .argument(
      '<file>',
      'JSON: a list of trips as in a scenario file ("trips"), each with its traveller, or one of them',
    )
    .description('Records each trip as one charge at what it cost; all of them or none')
    .addOption(actor())
    .option('--dry-run', 'show what would be recorded, and write nothing')
    .addHelpText(
      'after',
      `
The file:
  [{"id": "T-02", "agreement": "CRA-2025-002", "traveller": "TR-7Q2MK3XD9F", "party": "KE", "from": "NBO",
    "ticket": [{"kind": "TICKET", "currency": "EUR", "amount": "712.00", "on": "2025-10-10", "number": "706-2401"}],
    "nights": [{"place": "CHGVA", "first": "2025-10-31", "count": 8}], "terminals": 4, "endedOn": "2025-11-08"}]

Example:
  npm run recoup -- trips record trips.json --dry-run`,
    )
    .action(async (file: string, options: Acting, command: Command) => {
      const drafts = readTrips(await readFile(file, 'utf8'));
      await act(options, command, async (books, tx) => {
        const by = await officerNamed(books, tx, options.as, { stepUp: false });
        const recorded = await books.services.get(ChargingService).recordTrips(tx, drafts, by, systemClock);
        return recorded.map(({ id }) => id);
      });
    });
}
