import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Answers, writing } from './client.ts';
import { take } from './documents.ts';

/** People of the own side and what they may do: each designation is proposed by one officer and countersigned by another. */
export type Designation = Answers['DesignationAnswer'];
export type Person = Answers['PersonShown'];
export type Duty = Designation['duty'];
export type Renewal = Answers['RenewalAnswer'];

export const duties: readonly Duty[] = [
  ...(['FINANCE_OFFICER', 'CERTIFYING_OFFICER', 'APPROVING_OFFICER', 'AUDITOR', 'ADMINISTRATOR'] as const),
  'JOINT_AUDITOR',
];

export const designations = () =>
  queryOptions({
    queryKey: ['designations'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/designations', { signal })),
  });

/** Accounts of this side that are, or were, to be renewed; newest first. */
export const renewals = () =>
  queryOptions({
    queryKey: ['renewals'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/renewals', { signal })),
  });

export const trustFunds = () =>
  queryOptions({
    queryKey: ['trust-funds'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/trust-funds', { signal })),
    staleTime: 15 * 60_000,
  });

export const addPerson = (body: Answers['PersonRequest'], key: string) =>
  answered(api.POST('/api/v1/people', { params: { header: writing(key) }, body }));

export const propose = (body: Answers['DesignationRequest'], key: string) =>
  answered(api.POST('/api/v1/designations', { params: { header: writing(key) }, body }));

export const countersign = (id: string, key: string) =>
  answered(api.POST('/api/v1/designations/{id}/countersignature', { params: { header: writing(key), path: { id } } }));

interface WithReason {
  readonly id: string;
  readonly reason: string;
}

export const decline = ({ id, reason }: WithReason, key: string) =>
  answered(
    api.POST('/api/v1/designations/{id}/refusal', { params: { header: writing(key), path: { id } }, body: { reason } }),
  );

export const endDesignation = ({ id, reason }: WithReason, key: string) =>
  answered(
    api.POST('/api/v1/designations/{id}/end', { params: { header: writing(key), path: { id } }, body: { reason } }),
  );

const of = (person: string, step: string) => ({
  href: `/api/v1/people/${encodeURIComponent(person)}/${step}`,
  method: 'POST',
});

/** Answers the link's token, which is shown this once; null where it was shown before. */
export const invite = (person: string, key: string) =>
  take<{ readonly token: string | null }>(of(person, 'invitations'), { key });

/** Another way in for whoever has one: it opens nothing until somebody else has approved it. */
export const proposeRenewal = (
  { person, reason, letsInAgain }: { person: string; reason: string; letsInAgain: boolean },
  key: string,
) =>
  answered(
    api.POST('/api/v1/people/{person}/renewals', {
      params: { header: writing(key), path: { person } },
      body: { reason, letsInAgain },
    }),
  );

export const shutAccount = (person: string, reason: string, key: string) =>
  take(of(person, 'account/disabling'), { key, body: { reason } });
