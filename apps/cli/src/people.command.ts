import process from 'node:process';
import {
  designationViews,
  duties,
  type DesignationView,
  type Duty,
  InvitationsService,
  type Officer,
  PeopleService,
  Person,
  RenewalsService,
  type RenewalView,
} from '#identity';
import { Day, today } from '#kernel';
import { inSnapshot, inTransaction, type Tx } from '#platform';
import type { Type } from '@nestjs/common';
import { type Command, Option } from 'commander';
import { officerNamed } from './acting.ts';
import { addressOf, type Books, systemClock, withBooks, withBooksToChange } from './books.ts';
import { actor } from './do-or-try.ts';
import { type Column, printJson, printTable, say } from './output.ts';

interface Acting {
  readonly as?: string;
  readonly json?: boolean;
}

interface Proposing extends Acting {
  readonly duty: Duty;
  readonly fund?: string;
  readonly from: string;
  readonly to: string;
  readonly acting?: boolean;
  readonly mandate?: string;
  readonly reason: string;
}

const columns: Column<DesignationView>[] = [
  { head: 'Person', of: ({ person }) => person },
  { head: 'Duty', of: ({ duty, acting }) => (acting ? `${duty} (acting)` : duty) },
  { head: 'Fund', of: ({ fund }) => fund },
  { head: 'From', of: ({ validFrom }) => validFrom },
  { head: 'To', of: ({ validTo }) => validTo },
  { head: 'State', of: ({ state }) => state },
  { head: 'Id', of: ({ id }) => id },
];

const renewalColumns: Column<RenewalView>[] = [
  { head: 'Person', of: ({ person }) => person },
  { head: 'State', of: ({ state }) => state },
  { head: 'Lets in', of: ({ letsInAgain }) => (letsInAgain ? 'again' : 'anew') },
  { head: 'Proposed by', of: ({ proposedBy }) => proposedBy },
  { head: 'Approved by', of: ({ approvedBy }) => approvedBy ?? '' },
  { head: 'Id', of: ({ id }) => id },
];

export function addPeopleCommand(program: Command): void {
  const people = program
    .command('people')
    .description(
      'Who may do what: list, add, travels-as, propose, countersign, decline, end; and who comes in anew: renewals, renew, approve-renewal, first-links',
    );

  people
    .command('list')
    .description('Designations: in force, to come, proposed, declined, over and ended')
    .action(async (_options: unknown, command: Command) => {
      const views = await withBooks(({ db }) => inSnapshot(db, (tx) => designationViews(tx, today(systemClock))));
      print(views, command);
    });

  people
    .command('add')
    .argument('<code>', 'such as CLIENT.jd')
    .requiredOption('--name <name>', 'printed on papers')
    .requiredOption('--secretariat <code>', 'the code of the secretariat')
    .addOption(actor())
    .description('An administrator adds a person, who may do nothing yet')
    .action(async (code: string, options: Acting & { name: string; secretariat: string }) => {
      const person = new Person({ code, name: options.name, secretariat: options.secretariat });
      await act(options, (service, tx, by) => service.addPerson(tx, person, by, systemClock));
      say(`${code} is in the books and may do nothing yet: people propose, then people countersign.`);
    });

  people
    .command('travels-as')
    .argument('<code>', 'of the person')
    .argument('<reference>', 'that the charges of their trips carry')
    .addOption(actor())
    .description('An administrator says under which reference a person travels: they act on none of these trips')
    .action(async (person: string, traveller: string, options: Acting) => {
      await act(options, (service, tx, by) => service.nameTraveller(tx, { person, traveller }, by, systemClock));
    });

  people
    .command('propose')
    .argument('<person>', 'the code of the person, as `people list` shows it')
    .addOption(new Option('--duty <duty>', 'which of the duties').choices(duties).makeOptionMandatory())
    .option('--fund <code>', 'of a certifying officer')
    .requiredOption('--from <yyyy-mm-dd>', 'the first day')
    .requiredOption('--to <yyyy-mm-dd>', 'the last day')
    .option('--acting', 'for want of somebody')
    .option('--mandate <secretariat>', 'of a joint auditor: whose books are open too, and who countersigns')
    .requiredOption('--reason <text>', 'it stays with the books')
    .addOption(actor())
    .description('An administrator proposes a designation for somebody else')
    .addHelpText(
      'after',
      '\nExample:\n  npm run recoup -- people propose CLIENT.jd --duty CERTIFYING_OFFICER --fund BC --from 2026-01-01 --to 2026-12-31 --reason "leave cover" --as CLIENT.administrator',
    )
    .action(async (person: string, options: Proposing, command: Command) => {
      const { duty, fund = '', acting = false, mandate = null, reason } = options;
      const days = { validFrom: Day.of(options.from), validTo: Day.of(options.to) };
      const id = await act(options, async (service, tx, by) => {
        const proposed = await service.propose(
          tx,
          { person, duty, fund, acting, mandate, reason, ...days },
          by,
          systemClock,
        );
        return proposed.id;
      });
      await show(id, command);
    });

  const steps: readonly [
    name: string,
    description: string,
    asksReason: boolean,
    step: (service: PeopleService, tx: Tx, id: string, reason: string, by: Officer) => Promise<void>,
  ][] = [
    [
      'countersign',
      'An approving officer, a third person, countersigns: the designation is in force at once',
      false,
      (service, tx, id, _, by) => service.countersign(tx, id, by, systemClock),
    ],
    [
      'decline',
      'An approving officer declines what was proposed',
      true,
      (service, tx, id, reason, by) => service.decline(tx, id, reason, by, systemClock),
    ],
    [
      'end',
      'Ends a designation before its last day, at once',
      true,
      (service, tx, id, reason, by) => service.end(tx, id, reason, by, systemClock),
    ],
  ];
  for (const [name, description, asksReason, step] of steps) {
    const command = people.command(name).argument('<id>', 'as people list shows it').description(description);
    command.addOption(actor());
    if (asksReason) command.requiredOption('--reason <text>', 'it stays with the books');
    command.action(async (id: string, options: Acting & { reason?: string }, self: Command) => {
      await act(options, (service, tx, by) => step(service, tx, id, options.reason ?? '', by));
      await show(id, self);
    });
  }
  addRenewals(people);
  addFirstLinks(people);
}

/** For whoever keeps the machine of the books, as at the start of the server. */
function addFirstLinks(people: Command): void {
  people
    .command('first-links')
    .description(
      'A link for the first administrator of each secretariat in which nobody has an account: once, within half an hour; those printed before work no more',
    )
    .action(async (_options: unknown, command: Command) => {
      const links = await withBooksToChange(({ services }) =>
        services.get(InvitationsService).forTheFirst(systemClock),
      );
      const shown = links.map(({ secretariat, token }) => ({
        secretariat,
        link: addressOf(`/first-administrator#${token}`),
      }));
      if (command.optsWithGlobals<Acting>().json === true) return printJson(shown);
      if (shown.length === 0) say('In each secretariat somebody has an account: an administrator invites the others.');
      printTable(
        [
          { head: 'Secretariat', of: ({ secretariat }) => secretariat ?? 'whichever comes' },
          { head: 'Link', of: ({ link }) => link },
        ],
        shown,
      );
    });
}

/** Another way in for whoever has one: one proposes, another approves and hands over the link. */
function addRenewals(people: Command): void {
  people
    .command('renewals')
    .description('Accounts that are, or were, to be renewed')
    .action(async (_options: unknown, command: Command) => {
      const views = await withBooks(({ db, services }) =>
        inSnapshot(db, (tx) => services.get(RenewalsService).list(tx)),
      );
      if (command.optsWithGlobals<Acting>().json === true) printJson(views);
      else printTable(renewalColumns, views);
    });

  people
    .command('renew')
    .argument('<person>', 'the code of the person, as `people list` shows it')
    .requiredOption('--reason <text>', 'it stays with the books')
    .addOption(actor())
    .option('--shut', 'the account is shut, and opens with the new way in')
    .description(
      'An administrator proposes another way in for whoever has one, or was shut out; another person approves it',
    )
    .addHelpText(
      'after',
      '\nExample:\n  npm run recoup -- people renew CLIENT.jd --reason "telephone and recovery codes are lost" --as CLIENT.administrator',
    )
    .action(async (person: string, options: Acting & { reason: string; shut?: boolean }, command: Command) => {
      const { reason, shut: letsInAgain = false } = options;
      const { id } = await actBy(options, RenewalsService, (service, tx, by) =>
        service.propose(tx, { person, reason, letsInAgain }, by, systemClock),
      );
      if (command.optsWithGlobals<Acting>().json === true) printJson({ id });
      else
        say(`Proposed. Another person approves it within three days: npm run recoup -- people approve-renewal ${id}`);
    });

  people
    .command('approve-renewal')
    .argument('<id>', 'as people renewals shows it')
    .addOption(actor())
    .description('Another person than whoever proposed it approves; prints the link, once')
    .action(async (id: string, options: Acting, command: Command) => {
      const { token } = await actBy(options, RenewalsService, (service, tx, by) =>
        service.approve(tx, id, by, systemClock),
      );
      if (command.optsWithGlobals<Acting>().json === true) {
        printJson({ token, link: addressOf(`/invitation#${token}`) });
        return;
      }
      say('Hand this to the person: it sets a new password, once, within three days, and ends what was open before.');
      process.stdout.write(`${addressOf(`/invitation#${token}`)}\n`);
    });
}

function act<T>(options: Acting, work: (service: PeopleService, tx: Tx, by: Officer) => Promise<T>): Promise<T> {
  return actBy(options, PeopleService, work);
}

function actBy<S, T>(
  { as }: Acting,
  service: Type<S>,
  work: (service: S, tx: Tx, by: Officer) => Promise<T>,
): Promise<T> {
  return withBooks((books: Books) =>
    inTransaction(books.db, async (tx) => work(books.services.get(service), tx, await officerNamed(books, tx, as))),
  );
}

async function show(id: string, command: Command): Promise<void> {
  print(await withBooks(({ db }) => inSnapshot(db, (tx) => designationViews(tx, today(systemClock), id))), command);
}

function print(views: readonly DesignationView[], command: Command): void {
  if (command.optsWithGlobals<Acting>().json === true) printJson(views);
  else printTable(columns, views);
}
