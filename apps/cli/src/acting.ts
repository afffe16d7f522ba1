import { randomUUID } from 'node:crypto';
import { IdentityService, type Officer } from '#identity';
import { today } from '#kernel';
import type { Tx } from '#platform';
import { type Books, systemClock } from './books.ts';
import { Unusable } from './output.ts';

/** One command of this process, as a request has an id. */
const commandId = `cli-${randomUUID()}`;

/** Whoever acts, named on the command line or in RECOUP_ACTOR. Errors: Unusable, UnknownPerson. */
export async function officerNamed({ services }: Books, tx: Tx, person: string | undefined): Promise<Officer> {
  if (person === undefined) throw new Unusable('Say who acts: --as BRS.finance, or RECOUP_ACTOR in the environment.');
  return { ...(await services.get(IdentityService).officer(tx, person, today(systemClock))), requestId: commandId };
}
