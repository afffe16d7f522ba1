import { queryOptions } from '@tanstack/react-query';
import { askStepUp } from '../frame/step-up.tsx';
import { type Answers, newKey } from './client.ts';
import { take } from './documents.ts';
import { Refusal } from './refusal.ts';

/** What a request would have done: done by the server's own code, and rolled back. */
export type DryRun<T> = Omit<Answers['DryRunAnswer'], 'result'> & { readonly result: T };

interface Tried {
  readonly href: string;
  readonly method: string;
}

/** A dry run of an action, with what it would post in the books that the reader may see. Errors: those of the action itself. */
export const dryRun = <T>({ href, method }: Tried, { seen, body }: { readonly seen?: number; readonly body: object }) =>
  queryOptions({
    queryKey: ['dry-run', href, seen ?? null, body],
    queryFn: async (): Promise<DryRun<T>> => {
      const trial = (): Promise<DryRun<T>> =>
        take<DryRun<T>>(
          { href: `${href}?dryRun=true`, method },
          { key: newKey(), body, ...(seen === undefined ? {} : { seen }) },
        );
      try {
        return await trial();
      } catch (error) {
        // What asks for a fresh proof asks for it before it shows what it would do.
        if (!(error instanceof Refusal && error.wantsStepUp) || !(await askStepUp())) throw error;
        return trial();
      }
    },
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
