import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAllPages } from '../../api/all-pages.ts';
import type { Answers } from '../../api/client.ts';
import { type Invoice, invoices, proposedSettlements, type Settlement } from '../../api/documents.ts';
import { agreements, charges } from '../../api/queries.ts';
import { useSession } from '../../session/signed-in.tsx';

export type Charge = Answers['ChargeAnswer'];
export type Agreement = Answers['AgreementAnswer'];

export interface Inbox {
  readonly charges: readonly Charge[]; // to confirm or to certify, as the client
  readonly corrections: readonly Charge[]; // to be reversed or answered, as the provider
  readonly invoices: readonly Invoice[];
  readonly settlements: readonly Settlement[]; // to be approved, as the payer
  readonly agreements: readonly Agreement[];
  readonly error: Error | null;
}

/** All pages of a list of what waits, a thousand at most: nobody decides more than that at once. */
function useAll(filter: { state: string }): { rows: readonly Charge[] | undefined; error: Error | null } {
  const list = useInfiniteQuery(charges(filter));
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = list;
  useAllPages({ hasNextPage: hasNextPage && (data?.pages.length ?? 0) < 20, isFetching, isError, fetchNextPage });
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  return { rows, error: list.error };
}

/**
 * What waits for officers of the own side: charges that it is to confirm or to certify, what it is to correct, drafts that it
 * is to issue, settlements that it is to approve, agreements that it is to sign. Each says by its `availableActions` whether this person may, or who else. Undefined while it is read.
 */
export function useInbox(): Inbox | undefined {
  const { secretariat } = useSession();
  const recorded = useAll({ state: 'RECORDED' });
  const received = useAll({ state: 'RECEIVED' });
  const returned = useAll({ state: 'RETURNED' });
  const reversing = useAll({ state: 'REVERSING' });
  const drafts = useInfiniteQuery(invoices({ state: 'DRAFT' }));
  const proposed = useQuery(proposedSettlements());
  const agreed = useQuery(agreements());
  const error =
    recorded.error ??
    received.error ??
    returned.error ??
    reversing.error ??
    drafts.error ??
    proposed.error ??
    agreed.error;
  return useMemo(() => {
    if (error !== null) return { charges: [], corrections: [], invoices: [], settlements: [], agreements: [], error };
    if (recorded.rows === undefined || received.rows === undefined || drafts.data === undefined) return undefined;
    if (returned.rows === undefined || reversing.rows === undefined) return undefined;
    if (proposed.data === undefined || agreed.data === undefined) return undefined;
    return {
      charges: [...received.rows, ...recorded.rows].filter(({ client }) => client === secretariat.code),
      corrections: [...reversing.rows, ...returned.rows].filter(({ provider }) => provider === secretariat.code),
      invoices: drafts.data.pages.flatMap(({ items }) => items).filter(({ provider }) => provider === secretariat.code),
      settlements: proposed.data.items,
      agreements: agreed.data.items.filter(({ availableActions }) =>
        availableActions.some(({ action }) => action === 'agreement.sign'),
      ),
      error: null,
    };
  }, [
    ...[recorded.rows, received.rows, returned.rows, reversing.rows],
    ...[drafts.data, proposed.data, agreed.data, error, secretariat.code],
  ]);
}
