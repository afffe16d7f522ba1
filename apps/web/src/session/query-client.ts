import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isPassing, NotConnected, Refusal } from '../api/refusal.ts';
import { session } from './session.ts';
import { connectionLost, sessionEnded } from './happenings.ts';

/**
 * Reads are asked again when the connection is back. What was refused is not asked again: it would be refused again.
 * A write is repeated only while no answer comes, and with the key it was sent with.
 */
export function createQueryClient(): QueryClient {
  const notice = (error: Error): void => {
    if (error instanceof NotConnected) connectionLost.set(true);
    if (error instanceof Refusal && error.isSignedOut && isSignedIn()) {
      sessionEnded.set(true);
    }
  };
  const isSignedIn = (): boolean => (client.getQueryData(session().queryKey) ?? null) !== null;
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: { retry: (count, error) => isPassing(error) && count < 1, staleTime: 10_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
