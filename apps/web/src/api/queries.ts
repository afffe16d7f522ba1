import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { operations } from '../generated/api.ts';
import { answered, api, exact } from './client.ts';
import { Refusal } from './refusal.ts';

/**
 * What the screens read. One function for each address; its key begins with the noun, so that an act can say
 * `invalidate('charges')`. Reference data changes rarely and is kept for a quarter of an hour.
 */
const rarely = { staleTime: 15 * 60_000 };

type AgreementQuery = NonNullable<operations['Agreements_list']['parameters']['query']>;

/** All of them, by their numbers where no other order is asked for; what an address asks for may be no order. */
export const agreements = ({ sort, order }: ListOrder = {}) =>
  queryOptions({
    queryKey: sort === undefined ? ['agreements'] : ['agreements', 'by', sort, order ?? ''],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/agreements', { params: { query: { sort, order } as AgreementQuery }, signal })),
    placeholderData: keepPreviousData,
  });

export const agreement = (number: string) =>
  queryOptions({
    queryKey: ['agreements', number],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/agreements/{number}', { params: { path: { number } }, signal })),
  });

export interface ChargeFilter {
  readonly agreement?: string;
  readonly meeting?: string;
  readonly item?: string;
  readonly family?: string;
  readonly fund?: string;
  readonly budgetLine?: string;
  readonly state?: string;
  readonly biennium?: string;
  readonly month?: string;
  readonly from?: string;
  readonly to?: string;
  readonly figure?: string; // of the audit
  readonly q?: string; // somewhere in its id, service, evidence or note
}

export interface ListOrder {
  readonly sort?: string;
  readonly order?: string;
}

type ChargeQuery = NonNullable<operations['Charges_list']['parameters']['query']>;

/** What stands in an address may be no state and no figure: then the server says so. */
const asked = (filter: ChargeFilter & ListOrder) => filter as Pick<ChargeQuery, keyof (ChargeFilter & ListOrder)>;

/** `limit`: of a page, 200 at most. */
export const charges = (filter: ChargeFilter & ListOrder, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['charges', filter, limit],
    queryFn: ({ signal, pageParam }) =>
      answered(
        api.GET('/api/v1/charges', {
          params: { query: { ...asked(filter), limit, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

export const chargeTotals = (filter: ChargeFilter) =>
  queryOptions({
    queryKey: ['charges', 'totals', filter],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/charge-totals', { params: { query: asked(filter) }, signal })),
    placeholderData: keepPreviousData,
  });

export const charge = (id: string) =>
  queryOptions({
    queryKey: ['charges', 'one', id],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/charges/{id}', { params: { path: { id } }, signal })),
  });

/** The charge whose number was typed, in whichever case; null where nobody has it. */
export const chargeNumbered = (typed: string) =>
  queryOptions({
    queryKey: ['charges', 'numbered', typed],
    queryFn: async ({ signal }) => {
      for (const id of new Set([typed, typed.toUpperCase()])) {
        if (/^\.{1,2}$/.test(id)) continue; // another address
        try {
          return await answered(api.GET('/api/v1/charges/{id}', { params: { path: { id } }, signal }));
        } catch (error) {
          if (!(error instanceof Refusal && error.isMissing)) throw error;
        }
      }
      return null;
    },
  });

/** Whether the client's lines have room for all that is recorded under an agreement and not certified: yes or no. */
export const agreementRoom = (number: string) =>
  queryOptions({
    queryKey: ['charges', 'room', 'agreement', number],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/agreements/{number}/room', { params: { path: { number } }, signal })),
  });

/** Whether they have room for a charge and for what was recorded before it. */
export const chargeRoom = (id: string) =>
  queryOptions({
    queryKey: ['charges', 'room', 'charge', id],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/charges/{id}/room', { params: { path: { id } }, signal })),
  });

/**
 * To the letter, for it is entered again: what is sent is what was, and no mark that was put in its place. Read anew by each form,
 * for what is kept of it may not know yet that another charge has its place.
 */
export const chargeAsEntered = (id: string) =>
  queryOptions({
    queryKey: ['charges', 'as entered', id],
    queryFn: ({ signal }) => exact(api.GET('/api/v1/charges/{id}', { params: { path: { id } }, signal })),
    gcTime: 0,
  });

/** What became of a trip that was sent under this key, null where nothing did so far; asked anew wherever it is looked at. */
export const sentTrip = (key: string) =>
  queryOptions({
    queryKey: ['charges', 'sent', key],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/sent-trips/{key}', { params: { path: { key } }, signal })).catch((error: unknown) => {
        if (error instanceof Refusal && error.isMissing) return null;
        throw error;
      }),
    staleTime: 0,
    gcTime: 0,
  });

export const chargePostings = (id: string) =>
  queryOptions({
    queryKey: ['charges', 'postings', id],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/charges/{id}/postings', { params: { path: { id } }, signal })),
  });

/** How much waits for whoever asks, of each kind: what their duties of the day let them do. */
export const inboxCount = () =>
  queryOptions({
    queryKey: ['inbox', 'count'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/inbox/count', { signal })),
  });

/** Operational rates; of them only what waits for a second person is shown. */
export const waitingRates = () =>
  queryOptions({
    queryKey: ['inbox', 'rates'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/operational-rates', { signal })),
  });

export const auditEvents = (filter: { object?: string; kind?: string; limit?: number }) =>
  queryOptions({
    queryKey: ['audit-events', filter],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/audit-events', { params: { query: filter }, signal })),
  });

/** The financial years in which there are acts that whoever asks may read, newest first. */
export const editLogYears = () =>
  queryOptions({
    queryKey: ['audit-events', 'years'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/edit-logs', { signal })),
  });

export const periods = () =>
  queryOptions({
    queryKey: ['periods'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/periods', { signal })),
  });

export const secretariats = () =>
  queryOptions({
    queryKey: ['secretariats'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/secretariats', { signal })),
    ...rarely,
  });

export const people = () =>
  queryOptions({
    queryKey: ['people'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/people', { signal })),
    ...rarely,
  });

export const meetings = () =>
  queryOptions({
    queryKey: ['meetings'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/meetings', { signal })),
    ...rarely,
  });

export const serviceItems = () =>
  queryOptions({
    queryKey: ['service-items'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/service-items', { signal })),
    ...rarely,
  });

export const rateCard = () =>
  queryOptions({
    queryKey: ['rate-card'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/rate-card', { signal })),
    ...rarely,
  });

export const dsaRates = () =>
  queryOptions({
    queryKey: ['dsa-rates'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/dsa-rates', { signal })),
    ...rarely,
  });

export const terminalExpenses = () =>
  queryOptions({
    queryKey: ['terminal-expenses'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/terminal-expenses', { signal })),
    ...rarely,
  });

export const budgetLines = () =>
  queryOptions({
    queryKey: ['budget-lines'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/budget-lines', { signal })),
  });
