import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { packedActions } from './actions.ts';

it('the table of actions stands in the README as it is, and no row beside it', () => {
  const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = packedActions().map(({ code, duties, side, stepUp, byKey, leadsTo }) => {
    const who = duties.map((duty) => duty.toLowerCase().replaceAll('_', ' ')).join(' or ');
    const asks = stepUp ? 'fresh proof' : byKey ? 'API key too' : '';
    return `| \`${code}\` | ${who} | ${side.toLowerCase()} | ${asks} | ${leadsTo} |`;
  });
  const [, table = ''] = page.split('| Action | Duty | Side | Asks for | Leads to |\n|---|---|---|---|---|\n');
  expect(table.slice(0, table.indexOf('\n\n')).split('\n')).toEqual(rows);
});
