import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import type { Session } from './session.ts';
import { useSession } from './signed-in.tsx';

/** A code of the server's table of readings. */
export type Reading = Session['reads'][number];

/** Whether the duties of the day read that: what they do not is neither offered nor asked for. */
export function useReads(): (reading: Reading) => boolean {
  const { reads } = useSession();
  return (reading) => reads.includes(reading);
}

/** Who reads what: for the page that says so. */
export const readings = () =>
  queryOptions({
    queryKey: ['readings'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/readings', { signal })),
    staleTime: Infinity,
  });
