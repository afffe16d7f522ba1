import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Answers } from './client.ts';

export type Period = Answers['PeriodShown'];
export type ChecklistItem = Answers['ChecklistItemShown'];

/** A biennium and its 24 months, also where it has no entries yet. */
export const periodsOf = (biennium: string) =>
  queryOptions({
    queryKey: ['periods', 'of', biennium],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/periods', { params: { query: { biennium } }, signal })),
  });

/** One of them, with all that was done to it. */
export const period = (code: string) =>
  queryOptions({
    queryKey: ['periods', 'one', code],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/periods/{period}', { params: { path: { period: code } }, signal })),
  });

/** What stands in it now. Others certify and issue meanwhile: it is asked anew wherever it is looked at. */
export const checklist = (code: string) =>
  queryOptions({
    queryKey: ['periods', 'checklist', code],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/periods/{period}/checklist', { params: { path: { period: code } }, signal })),
    staleTime: 0,
  });
