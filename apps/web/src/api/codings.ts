import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Answers } from './client.ts';
import { take } from './documents.ts';

/** Where the own budget lines, and what the own funds receive, are booked: each with the coding in force, or none. */
export type Coding = Answers['CodingListed'];

export const codings = () =>
  queryOptions({
    queryKey: ['codings'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/codings', { signal })),
  });

/** All that was stated of one, newest first. */
export const codingActs = ({ fund, budgetLine }: Pick<Coding, 'fund' | 'budgetLine'>) => {
  const of = budgetLine === null ? { object: fund, kind: 'trust-fund' } : { object: budgetLine, kind: 'budget-line' };
  const query = { ...of, action: 'CODING_STATED', limit: 50 };
  return queryOptions({
    queryKey: ['audit-events', query],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/audit-events', { params: { query }, signal })),
  });
};

/** Where the server offers it. */
export const stateCoding = (
  action: Coding['availableActions'][number],
  body: Answers['CodingRequest'],
  key: string,
): Promise<Answers['CodingShown']> => take(action, { key, body });
