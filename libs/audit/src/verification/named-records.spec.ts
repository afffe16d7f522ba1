import { describe, expect, it } from '@jest/globals';
import { NamedRecords } from './named-records.ts';

const act = (kind: string, objects: readonly string[]) => ({ id: 'A', action: 'X', kind, objects });

describe('what a sealed act of an export names', () => {
  it.each([
    ['a fund that was loaded', act('reference', ['secretariat BRS', 'trust-fund BC']), 'trust fund BC'],
    ['a line that nobody has spent from', act('reference', ['budget-line BC-1', 'meeting M']), 'budget line BC-1'],
    ['a fund whose cash was stated', act('trust-fund', ['BC']), 'trust fund BC'],
    ['an agreement', act('agreement', ['CRA-1']), 'agreement CRA-1'],
    ['a charge', act('charge', ['C-1']), 'charge C-1'],
  ] as const)('must be there: %s', (_, said, name) => {
    const records = new NamedRecords();
    records.act(said);
    expect(records.missing().map(({ kind, object }) => `${kind} ${object}`)).toEqual([name]);
    const [, kind, code] = /^(.+) (\S+)$/.exec(name) ?? [];
    records.record(kind as 'charge', code ?? '');
    expect(records.missing()).toEqual([]);
  });

  it('is every charge, but in books that were adopted', () => {
    const records = new NamedRecords();
    records.record('charge', 'C-1');
    expect(records.unnamed()).toMatchObject([{ kind: 'charge', object: 'C-1' }]);
    records.act({ ...act('reference', []), action: 'BOOKS_ADOPTED' });
    expect(records.unnamed()).toEqual([]);
  });
});
