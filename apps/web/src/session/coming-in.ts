import { queryOptions } from '@tanstack/react-query';
import type { Answers } from '../api/client.ts';
import { ask } from './session.ts';

export type Link = Answers['LinkAnswer'];
export type Enrolment = Answers['EnrolmentAnswer'];

/** Whom a link lets in. It is looked at and not used. */
export const link = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    queryFn: ({ signal }) => ask<Link>('POST', '/api/v1/invitations/inspection', { token }, signal),
    retry: false,
    staleTime: Infinity, // what becomes of it here is known here
    gcTime: 0,
  });

export interface FirstAdministrator {
  readonly token: string;
  readonly code: string;
  readonly name: string;
  readonly secretariat: string;
  readonly password: string;
}

export const comeFirst = (given: FirstAdministrator): Promise<unknown> =>
  ask('POST', '/api/v1/first-administrator', given);

export const acceptInvitation = (given: { token: string; password: string }): Promise<unknown> =>
  ask('POST', '/api/v1/invitations/acceptance', given);

export const beginSecondFactor = (): Promise<Enrolment> => ask('POST', '/api/v1/second-factor');

export const confirmSecondFactor = (code: string): Promise<Answers['RecoveryCodesAnswer']> =>
  ask('POST', '/api/v1/second-factor/confirmation', { code });

export const renewRecoveryCodes = (): Promise<Answers['RecoveryCodesAnswer']> =>
  ask('POST', '/api/v1/second-factor/recovery-codes');

export const approveTerminal = (code: string): Promise<unknown> =>
  ask('POST', `/api/v1/terminals/${encodeURIComponent(code)}/approval`);
