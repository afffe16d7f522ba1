import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api, type Answers, exact, writing } from './client.ts';
import type { operations } from '../generated/api.ts';
import { withMarksIn } from './turning.ts';

/** What the screens of documents and books read: invoices and their papers, proofs, the audit of a biennium. */
export type Invoice = Answers['InvoiceAnswer'];
export type Settlement = Answers['SettlementAnswer'];
export type Proof = Answers['DocumentProofAnswer'];

export interface InvoiceFilter {
  readonly agreement?: string;
  readonly provider?: string;
  readonly type?: string;
  readonly state?: string;
  readonly biennium?: string;
  readonly sort?: string;
  readonly order?: string;
}

type InvoiceQuery = NonNullable<operations['Invoices_list']['parameters']['query']>;

export const invoices = (filter: InvoiceFilter) =>
  infiniteQueryOptions({
    queryKey: ['invoices', filter],
    queryFn: ({ signal, pageParam }) =>
      answered(
        api.GET('/api/v1/invoices', {
          params: {
            query: { ...(filter as InvoiceQuery), limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

export const invoice = (number: string) =>
  queryOptions({
    queryKey: ['invoices', 'one', number],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/invoices/{number}', { params: { path: { number } }, signal })),
  });

/** The issued credit notes of an invoice that are settled by nothing yet, nor proposed to be. */
export const openCreditNotes = (number: string) =>
  queryOptions({
    queryKey: ['invoices', 'open credit notes', number],
    queryFn: async ({ signal }) => {
      const query = { corrects: number, type: 'CREDIT_NOTE', state: 'ISSUED', limit: 200 } as const;
      const { items } = await answered(api.GET('/api/v1/invoices', { params: { query }, signal }));
      return items.filter(({ settlement: held }) => held === null);
    },
  });

export const settlement = (id: string) =>
  queryOptions({
    queryKey: ['settlements', 'one', id],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/settlements/{number}', { params: { path: { number: id } }, signal })),
  });

/** What waits for an approving officer of the payer, which the own side alone sees. */
export const proposedSettlements = () =>
  queryOptions({
    queryKey: ['settlements', 'proposed'],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/settlements', { params: { query: { state: 'PROPOSED', limit: 200 } }, signal })),
  });

/** What an invoice says, as its paper has it: the same words that are hashed. Amounts are text. */
export interface InvoiceWords {
  readonly number: string | null;
  readonly issuedOn: string;
  readonly currency: string;
  readonly meeting: { readonly code: string; readonly title: string };
  readonly agreement: { readonly number: string; readonly signedOn: string; readonly mandates: readonly string[] };
  readonly corrects: { readonly number: string; readonly reason: string } | null;
  readonly sections: readonly {
    readonly nature: 'OWN_SERVICE' | 'PASS_THROUGH';
    readonly subtotalUsd: string;
    readonly families: readonly {
      readonly family: string;
      readonly subtotalUsd: string;
      readonly lines: readonly InvoiceWordsLine[];
    }[];
  }[];
  readonly totalUsd: string;
  readonly clientFunds: readonly FundShare[];
  readonly providerFunds: readonly FundShare[];
  readonly programmeSupportCost: { readonly totalUsd: string };
  readonly certification: {
    readonly prepared: Signatory;
    readonly certified: readonly Signatory[];
    readonly approved: Signatory | null;
  };
}

export interface InvoiceWordsLine {
  readonly position: number;
  readonly charge: string;
  readonly item: string;
  readonly description: string;
  readonly deliveredFrom: string | null;
  readonly deliveredOn: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitRate: { readonly amount: string; readonly currency: string } | null;
  readonly amountUsd: string;
  readonly funds: readonly { readonly fund: string; readonly budgetLine: string; readonly amountUsd: string }[];
}

export interface FundShare {
  readonly fund: string;
  readonly name: string;
  readonly amountUsd: string;
}

export interface Signatory {
  readonly name: string;
  readonly funds: readonly string[];
  readonly at: string | null;
}

/** The text that was hashed, to the byte: `wordsIn` reads it, and SHA-256 of it stands on the paper. */
export const invoiceText = (number: string) =>
  queryOptions({
    queryKey: ['invoices', 'content', number],
    queryFn: ({ signal }) =>
      exact<string>(
        api.GET('/api/v1/invoices/{number}/content', {
          params: { path: { number } },
          parseAs: 'text',
          signal,
        }) as Promise<{ data?: string; error?: unknown; response: Response }>,
      ),
  });

export function wordsIn(text: string): InvoiceWords {
  return withMarksIn(JSON.parse(text) as InvoiceWords);
}

/** The bytes of a paper as they are stored; of a draft, a preview that is drawn anew. */
export const invoicePdf = (number: string) =>
  queryOptions({
    queryKey: ['invoices', 'pdf', number],
    queryFn: ({ signal }) => bytesOf(`/api/v1/invoices/${encodeURIComponent(number)}/pdf`, 'application/pdf', signal),
    staleTime: 5 * 60_000,
  });

export const invoicePostings = (number: string) =>
  queryOptions({
    queryKey: ['invoices', 'postings', number],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/invoices/{number}/postings', { params: { path: { number } }, signal })),
  });

/** To the byte: it is computed with. */
export const documentProof = (number: string): Promise<Proof> =>
  exact(api.GET('/api/v1/documents/{number}/proof', { params: { path: { number } } }));

/** A file of the API as bytes. Errors: those of `answered`. */
export function bytesOf(address: string, form: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  return fetched(address, { form, signal }, (response) => response.arrayBuffer());
}

/** A file that may be large: the browser keeps it where it likes, on the disk too. Errors: those of `answered`. */
export function blobOf(address: string, form: string): Promise<Blob> {
  return fetched(address, { form, signal: undefined }, (response) => response.blob());
}

function fetched<T>(
  address: string,
  { form, signal }: { readonly form: string; readonly signal: AbortSignal | undefined },
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const exchange = async (): Promise<{ data?: T; error?: unknown; response: Response }> => {
    const response = await fetch(address, { headers: { accept: form }, ...(signal === undefined ? {} : { signal }) });
    return response.ok
      ? { data: await read(response), response }
      : { error: await response.json().catch(() => null), response };
  };
  return answered(exchange());
}

/** An action where the server's `availableActions` say it is taken. `seen`: the version that was looked at. */
export function take<T>(
  { href, method }: { readonly href: string; readonly method: string },
  { key, seen, body }: { readonly key: string; readonly seen?: number; readonly body?: object },
): Promise<T> {
  const exchange = async (): Promise<{ data?: T; error?: unknown; response: Response }> => {
    const headers = seen === undefined ? writing(key) : writing(key, seen);
    const response = await fetch(href, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body ?? {}),
    });
    const said: unknown = await response.json().catch(() => null);
    return response.ok ? { data: said as T, response } : { error: said, response };
  };
  return answered(exchange());
}

/** The audit of a biennium as the API says it; every amount is text in USD. */
export interface AuditFigures {
  readonly chargedUsd: string;
  readonly creditedUsd: string;
  readonly invoicedUsd: string;
  readonly settledUsd: string;
  readonly openUsd: string;
}

export interface Audit {
  readonly biennium: string;
  readonly asAt: string;
  readonly totals: AuditFigures;
  readonly byDirection: readonly (AuditFigures & { readonly provider: string; readonly client: string })[];
  readonly byAgreement: readonly (AuditFigures & {
    readonly agreement: string;
    readonly provider: string;
    readonly client: string;
    readonly meeting: string;
    readonly state: string;
    readonly ceilingUsd: string;
    readonly provisionalUsd: string;
  })[];
  readonly byMeeting: readonly (AuditFigures & { readonly meeting: string; readonly title: string })[];
  readonly byFamily: readonly (AuditFigures & { readonly agreement: string; readonly family: string })[];
  readonly byItem: readonly (AuditFigures & {
    readonly agreement: string;
    readonly item: string;
    readonly description: string;
    readonly family: string;
  })[];
  readonly byFund: readonly (AuditFigures & { readonly fund: string; readonly name: string })[];
  readonly byBudgetLine: readonly (AuditFigures & {
    readonly budgetLine: string;
    readonly title: string;
    readonly fund: string;
    readonly allotmentUsd: string;
    readonly usedUsd: string;
    readonly availableUsd: string;
    readonly usedPercent: string;
  })[];
  readonly byMonth: readonly (AuditFigures & { readonly month: string })[];
  readonly net: { readonly payer: string | null; readonly payee: string | null; readonly netUsd: string };
  readonly lateDocuments: readonly {
    readonly number: string;
    readonly type: string;
    readonly issuedOn: string;
    readonly agreement: string;
    readonly months: readonly string[];
    readonly totalUsd: string;
  }[];
  readonly checks: readonly {
    readonly code: string; // stays, and the facts with it
    readonly facts: Readonly<Record<string, unknown>>;
    readonly name: string;
    readonly holds: boolean;
    readonly finding: string;
  }[];
}

export const audit = (biennium: string) =>
  queryOptions({
    queryKey: ['bienniums', biennium, 'audit'],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/api/v1/bienniums/{biennium}/audit', {
          params: { path: { biennium } },
          headers: { accept: 'application/json' },
          signal,
        }) as unknown as Promise<{ data?: Audit; error?: unknown; response: Response }>,
      ),
  });

export const verifications = () =>
  queryOptions({
    queryKey: ['verifications'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/verifications', { signal })),
  });

/** Posting goes on after a verification that failed. */
export const liftStop = (body: Answers['LiftRequest'], key: string) =>
  answered(api.POST('/api/v1/verifications/lifts', { params: { header: writing(key) }, body }));

export const checkpoints = () =>
  queryOptions({
    queryKey: ['checkpoints'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/checkpoints', { params: { query: { limit: 1 } }, signal })),
  });
