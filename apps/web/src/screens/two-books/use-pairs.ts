import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered } from '../../api/client.ts';
import { trialBalance } from '../../api/documents.ts';
import { chargeTotals } from '../../api/queries.ts';
import { Refusal } from '../../api/refusal.ts';
import { type Pair, pairOf, pairsFromBalances, type Reciprocal } from './pairs.ts';

/** Null: this server compares no agreements, and the trial balance is what there is. */
const twoBooks = (biennium: string) =>
  queryOptions({
    queryKey: ['bienniums', biennium, 'two-books'],
    queryFn: async ({ signal }): Promise<readonly Reciprocal[] | null> => {
      const exchange = async (): Promise<{ data?: { items: Reciprocal[] }; error?: unknown; response: Response }> => {
        const response = await fetch(`/api/v1/bienniums/${encodeURIComponent(biennium)}/two-books`, { signal });
        const said: unknown = await response.json().catch(() => null);
        return response.ok ? { data: said as { items: Reciprocal[] }, response } : { error: said, response };
      };
      try {
        return (await answered(exchange())).items;
      } catch (error) {
        if (error instanceof Refusal && error.isMissing) return null;
        throw error;
      }
    },
  });

/** What the two books say of each other, and when they were asked (milliseconds). Undefined while it is read. */
export function usePairs(biennium: string): {
  readonly pairs: readonly Pair[] | undefined;
  readonly at: number;
  readonly error: Error | null;
} {
  const compared = useQuery(twoBooks(biennium));
  const wantsBalances = compared.data === null;
  const balances = useQuery({ ...trialBalance(biennium), enabled: wantsBalances });
  const waiting = useQuery({ ...chargeTotals({ biennium }), enabled: wantsBalances });
  const pairs = useMemo(() => {
    if (compared.data === undefined) return undefined;
    if (compared.data !== null) return compared.data.map(pairOf);
    if (balances.data === undefined || waiting.data === undefined) return undefined;
    return pairsFromBalances(balances.data.items, waiting.data.items);
  }, [compared.data, balances.data, waiting.data]);
  return {
    pairs,
    at: wantsBalances ? balances.dataUpdatedAt : compared.dataUpdatedAt,
    error: compared.error ?? balances.error ?? waiting.error,
  };
}
