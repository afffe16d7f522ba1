import process from 'node:process';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { addPeopleCommand } from '../../apps/cli/src/people.command.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { Browser, invited } from './browser.ts';

jest.setTimeout(60_000); // hashing takes its time, on purpose

let api: ApiUnderTest;
const environment = { ...process.env };
beforeAll(async () => {
  api = await apiOver('references');
  await api.books.db.query(`insert into platform.books (content) values ('SAMPLE')`); // where --as is taken at its word
  Object.assign(process.env, { DATABASE_URL: api.books.url, RECOUP_PUBLIC_URL: 'https://recoup.example.org' });
});
afterAll(async () => {
  process.env = environment;
  await api.close();
});

/** What a command writes to standard output. */
async function run(...given: string[]): Promise<string> {
  const program = new Command('recoup').option('--json').exitOverride();
  addPeopleCommand(program);
  const shown: string[] = [];
  const hears = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const shows = jest.spyOn(process.stdout, 'write').mockImplementation((text) => shown.push(String(text)) > 0);
  try {
    await program.parseAsync(['node', 'recoup', ...given]);
  } finally {
    hears.mockRestore();
    shows.mockRestore();
  }
  return shown.join('');
}

it('prints the link of a page, which lets in the person whose account is renewed', async () => {
  const person = 'BRS.finance';
  await invited(api, person);
  const wanted = ['people', 'renew', person, '--reason', 'the telephone was stolen', '--as', 'BRS.administrator'];
  const { id } = JSON.parse(await run('--json', ...wanted)) as { id: string };
  const link = await run('people', 'approve-renewal', id, '--as', 'BRS.approving');
  expect(link).toMatch(/^https:\/\/recoup\.example\.org\/invitation#[\w-]{43}\n$/);
  const token = link.trim().split('#')[1];
  const { body } = await new Browser(api).send('POST', '/api/v1/invitations/inspection', { token });
  expect(body).toMatchObject({ person: { code: person } });
});
