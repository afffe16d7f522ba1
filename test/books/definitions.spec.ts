import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { VerificationService } from '#audit';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { definitions, foundDefinitions } from '../../libs/audit/src/verification/definitions.query.ts';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { afterwards, sessionAs } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own

describe('what guards the books', () => {
  let books: FreshBooks;
  let superuser: Awaited<ReturnType<typeof sessionAs>>;
  beforeAll(async () => {
    books = await freshBooks();
    superuser = await sessionAs('none', books.url);
    if (process.env.RECOUP_DEFINITIONS === 'write') write(await foundDefinitions(books.db));
  });
  afterAll(async () => {
    await superuser.destroy();
    await books.close();
  });

  it('reads in a migrated database as the verification expects (npm run definitions)', async () => {
    expect((await foundDefinitions(books.db)).toSorted()).toEqual(definitions.toSorted());
  });

  it.each([
    [
      'a function that refuses nothing any more',
      `create or replace function platform.refuse_change() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$`,
      {
        kind: 'function',
        object: 'platform.refuse_change()',
        finding: 'it is not defined as this version of Recoup defines it',
      },
    ],
    [
      'a constraint that is gone',
      'alter table budget.budget_line drop constraint budget_line_within_allotment',
      { kind: 'constraint', object: 'budget.budget_line budget_line_within_allotment', finding: 'it is missing' },
    ],
    [
      'a constraint that allows more',
      `alter table budget.budget_line drop constraint budget_line_within_allotment,
         add constraint budget_line_within_allotment check (charged_usd <= allotment_usd + 1000000)`,
      {
        kind: 'constraint',
        object: 'budget.budget_line budget_line_within_allotment',
        finding: 'it is not defined as this version of Recoup defines it',
      },
    ],
    [
      'a trigger that stands for deletions alone',
      `drop trigger paper_is_kept on invoicing.paper;
       create trigger paper_is_kept before delete on invoicing.paper for each row execute function platform.refuse_change()`,
      {
        kind: 'trigger',
        object: 'invoicing.paper paper_is_kept',
        finding: 'it is not defined as this version of Recoup defines it',
      },
    ],
    [
      'a trigger that nobody of this version has made',
      `create function platform.another() returns trigger language plpgsql as $$ begin new.amount_usd = 0; return new; end $$;
       create trigger charge_aaa before insert on charging.charge for each row execute function platform.another()`,
      {
        kind: 'trigger',
        object: 'charging.charge charge_aaa',
        finding: 'this version of Recoup has none of this name',
      },
    ],
    [
      'a rule that does something else instead',
      'create rule nothing_is_sealed as on insert to sealing.leaf do instead nothing',
      {
        kind: 'rule',
        object: 'sealing.leaf nothing_is_sealed',
        finding: 'this version of Recoup has none of this name',
      },
    ],
    [
      'a charge that may be certified twice',
      'drop index ledger.journal_entry_posted_once',
      { kind: 'index', object: 'ledger.journal_entry journal_entry_posted_once', finding: 'it is missing' },
    ],
  ])('is found out: %s', async (_, statement, first) => {
    const { checks } = await afterwards(superuser, [statement], ({ manager }) =>
      new VerificationService().verify(manager),
    );
    expect(checks.filter(({ holds }) => !holds)).toMatchObject([{ id: 'I3', first }]);
  });
});

function write(lines: readonly string[]): void {
  const kinds = { constraints: ['constraint', 'index'], functions: ['function'], triggers: ['trigger'] };
  for (const [name, ofName] of Object.entries(kinds)) {
    const text = lines.filter((line) => ofName.includes(line.split(' ', 1).join(''))).join('\n');
    const path = `libs/audit/src/verification/definitions/${name}.ts`;
    writeFileSync(
      path,
      `/** Written by \`npm run definitions\`, from what the migrations make. */\nexport const ${name} = \`\n${text}\n\`;\n`,
    );
  }
}
