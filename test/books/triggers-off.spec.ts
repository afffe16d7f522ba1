import { randomBytes } from 'node:crypto';
import { VerificationService } from '#audit';
import { tables } from '#books';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Day } from '#kernel';
import { examine, openDatabase, prepareDatabase, roles } from '#platform';
import type { DataSource } from 'typeorm';
import { differences, expectedRights, readDatabase, RightsDiffer } from '../../libs/platform/src/roles/index.ts';
import { migrations, rights } from '../../migrations/index.ts';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { afterwards, sessionAs } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own

/** session_replication_role = replica: every trigger stands, and none fires. The settings are of this database alone. */
describe('books whose triggers are switched off for a session', () => {
  const login = `recoup_test_${randomBytes(6).toString('hex')}`;
  let books: FreshBooks;
  let superuser: DataSource;
  let url: string;
  beforeAll(async () => {
    books = await freshBooks();
    superuser = await sessionAs('none', books.url);
    await superuser.query(`create role ${login} login password 'known' in role ${roles.app}`);
    url = books.url.replace(/\/\/[^@]*@/, `//${login}:known@`);
  });
  afterAll(async () => {
    await superuser.destroy();
    const superuserAgain = await sessionAs('none', process.env.RECOUP_TEST_SERVER ?? '');
    await books.close();
    await superuserAgain.query(`drop role ${login}`);
    await superuserAgain.destroy();
  });

  const here = (): string => new URL(books.url).pathname.slice(1);
  const options = () => ({
    ...{ url, migratorUrl: undefined, sealerUrl: undefined, archive: undefined, production: true, adopt: false },
    ...{ folder: '/nowhere', entities: tables, migrations, rights, onProgress: () => undefined },
  });
  const opened = async () => {
    const pool = { poolSize: 1, applicationName: 'recoup tests', statementTimeoutMs: 60_000 };
    await (await openDatabase({ ...options(), ...pool })).close();
  };
  const found = async (): Promise<string[]> => {
    const db = await sessionAs(roles.app, url);
    try {
      const { checks } = await db.transaction((tx) => new VerificationService().verify(tx));
      return checks.filter(({ holds }) => !holds).map(({ id, first }) => `${id} ${first?.finding ?? ''}`);
    } finally {
      await db.destroy();
    }
  };

  it.each([
    ['the role in this database', () => `role ${login} in database ${here()}`],
    ['the database', () => `database ${here()}`],
  ])(
    'by a setting of %s are refused, shown by the doctor and the verification, and prepared again',
    async (_, whose) => {
      await opened();
      await superuser.query(`alter ${whose()} set session_replication_role = replica`);
      await expect(opened()).rejects.toThrow(RightsDiffer);
      await expect(opened()).rejects.toThrow(/session_replication_role.*database prepare/);
      const unfit = (await examine({ ...options(), today: Day.of('2026-11-26') })).find(
        ({ subject }) => subject === 'rights',
      );
      expect(unfit).toMatchObject({ fit: false, found: expect.stringContaining('this session is without triggers') });
      expect(await found()).toEqual([expect.stringMatching(/^I3 .*session_replication_role/)]);

      await prepareDatabase({ connectionString: books.url });
      await opened();
      expect(await found()).toEqual([]);
    },
  );

  it.each([
    ['a role of this server', roles.app],
    ['everybody', 'public'],
    ['a login of the server', login],
  ])('by a right of %s to do so are found, and the login is too powerful', async (_, grantee) => {
    const grant = `grant set on parameter session_replication_role to ${grantee}`;
    const lines = await afterwards(superuser, [grant, `set local session authorization ${login}`], (runner) =>
      readDatabase(runner),
    );
    expect(lines.login.powers).toContain('may switch off every trigger');
    const name = grantee === 'public' ? 'PUBLIC' : grantee;
    expect(differences(lines.rights, expectedRights(rights)).excess).toEqual([
      `${name} is granted SET of session_replication_role`,
    ]);
  });
});
