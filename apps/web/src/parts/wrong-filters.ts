import { Refusal } from '../api/refusal.ts';

/** Which parts of the address the server could not read as a filter, as the address has them. None: it said no for another reason. */
export function wrongFilters(error: unknown, search: URLSearchParams): { name: string; value: string }[] {
  if (!(error instanceof Refusal) || error.problem.status !== 400) return [];
  const names = error.problem.errors.flatMap(({ pointer }) => /^\/(\w+)$/.exec(pointer)?.[1] ?? []);
  return [...new Set(names)].flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [{ name, value }];
  });
}
