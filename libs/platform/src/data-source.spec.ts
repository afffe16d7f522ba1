import { afterEach, expect, it, jest } from '@jest/globals';
import { dataSource } from './data-source.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

it('prints nothing of a migration that fails: standard output belongs to what a command answers', () => {
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const books = dataSource({
    connection: 'postgres://nobody@localhost/none',
    entities: [],
    migrations: [],
    poolSize: 1,
    applicationName: 'spec',
    statementTimeoutMs: 1000,
    role: 'nobody',
  });
  books.logger.logMigration('Migration "First" failed, error: terminating connection due to administrator command');
  expect(printed).not.toHaveBeenCalled();
});
