import { queryOptions } from '@tanstack/react-query';
import { answered } from './client.ts';
import { Refusal } from './refusal.ts';

/** A file that is kept with a charge. */
export interface Evidence {
  readonly id: string;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly hasActiveContent: boolean;
  readonly added: { readonly by: string; readonly at: string };
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly href: string;
}

const address = (charge: string): string => `/api/v1/charges/${encodeURIComponent(charge)}/evidence`;

/** The files of a charge; null where this server keeps none. A file is no JSON, so these requests are written by hand. */
export const evidence = (charge: string) =>
  queryOptions({
    queryKey: ['charges', 'evidence', charge],
    queryFn: async ({ signal }): Promise<readonly Evidence[] | null> => {
      try {
        const { items } = await ask<{ items: readonly Evidence[] }>(address(charge), { signal });
        return items;
      } catch (error) {
        if (error instanceof Refusal && error.isMissing) return null;
        throw error;
      }
    },
  });

/** Sends a file as it is; the server decides its kind by its content. */
export function addEvidence(charge: string, file: File, key: string): Promise<Evidence> {
  const headers = { 'content-type': typeOf(file), 'idempotency-key': key };
  return ask<Evidence>(address(charge), { method: 'POST', headers, body: file });
}

/** A browser knows no type for some files that we take. */
function typeOf({ name, type }: File): string {
  if (type !== '') return type;
  const known: Readonly<Record<string, string>> = { eml: 'message/rfc822', csv: 'text/csv', txt: 'text/plain' };
  return known[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

function ask<T>(where: string, { headers = {}, ...init }: RequestInit): Promise<T> {
  const exchange = async (): Promise<{ data?: T; error?: unknown; response: Response }> => {
    const response = await fetch(where, { ...init, headers: { accept: 'application/json', ...headers } });
    const said: unknown = await response.json().catch(() => null);
    return response.ok ? { data: said as T, response } : { error: said, response };
  };
  return answered(exchange());
}
