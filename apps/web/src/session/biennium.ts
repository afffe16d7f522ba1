import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { periods } from '../api/queries.ts';
import { useReads } from './readable.ts';

/** Those that have entries, newest first. */
export function useBienniums(): readonly string[] {
  const mayRead = useReads();
  const { data } = useQuery({ ...periods(), enabled: mayRead('period.read') });
  return [...new Set(data?.items.map(({ biennium }) => biennium) ?? [])].toSorted().toReversed();
}

/** The one that is looked at: the address says it (`?biennium=2024-2025`), else it is the newest. Null until it is known. */
export function useBiennium(): string | null {
  const [search] = useSearchParams();
  const bienniums = useBienniums();
  return search.get('biennium') ?? bienniums[0] ?? null;
}
