import type { Day } from '#kernel';
import type { Tx } from '#platform';
import type { Acting, Credential, CredentialKind } from './session.ts';

/** Who acts, and whether the session was last seen long enough ago to be worth noting. */
export interface Found {
  readonly acting: Acting;
  readonly isStale: boolean;
}

/**
 * Whose token this is, with the secretariat and the designations of this day, in one statement, which also says to the
 * transaction who acts in it (see `actIn` of platform). Null where no session is open under it: unknown, ended, expired,
 * unused for too long, or of an account that was disabled. All times are the database's.
 */
export async function actingBySession(
  tx: Tx,
  { tokenSha256, kind, on }: { tokenSha256: Buffer; kind: CredentialKind; on: Day },
): Promise<Found | null> {
  const [row] = await tx.query<Row[]>(
    `select set_config('app.person', found.person, true), set_config('app.tenant', found.secretariat, true), found.id,
       found.person, found.name, found.secretariat, found.secretariat_name, found.proven, found.demo, found.expires_at,
       found.stepped_up_until, found.is_stale, found.designations, found.travels_as
     from (
       select session.id, session.person, person.name, person.secretariat, secretariat.name as secretariat_name,
         session.proven, account.demo, session.expires_at,
         case when session.stepped_up_at > now() - interval '10 minutes'
           then session.stepped_up_at + interval '10 minutes' end as stepped_up_until,
         session.seen_at < now() - interval '1 minute' as is_stale,
         coalesce((
           select json_agg(json_build_object('duty', held.duty, 'fund', held.fund, 'validFrom', held.valid_from,
             'validTo', held.valid_to) order by held.duty, held.fund, held.valid_from)
           from identity.designation as held
           where held.person = session.person and $3 between held.valid_from and held.valid_to and held.ended_at is null
         ), '[]') as designations,
         (select coalesce(json_agg(own.traveller), '[]') from identity.person_traveller as own where own.person = session.person)
           as travels_as
       from identity.session
       join identity.account on account.person = session.person
       join identity.person on person.code = session.person
       join identity.secretariat on secretariat.code = person.secretariat
       where session.token_sha256 = $1 and session.kind = $2 and session.ended_at is null
         and now() < session.expires_at and now() < session.seen_at + interval '30 minutes'
         and account.disabled_at is null
     ) as found`,
    [tokenSha256, kind, on.toString()],
  );
  if (row === undefined) return null;
  const { id, person, name, secretariat, proven, demo } = row;
  const credential = {
    ...{ id, kind, proven, demo },
    expiresAt: row.expires_at,
    steppedUpUntil: row.stepped_up_until,
  };
  const { secretariat_name: secretariatName, designations, travels_as: travelsAs, is_stale: isStale } = row;
  return { acting: { person, name, secretariat, secretariatName, designations, travelsAs, credential }, isStale };
}

interface Row extends Pick<Acting, 'person' | 'name' | 'secretariat' | 'designations'> {
  readonly id: string;
  readonly secretariat_name: string;
  readonly proven: Credential['proven'];
  readonly demo: boolean;
  readonly expires_at: Date;
  readonly stepped_up_until: Date | null;
  readonly travels_as: readonly string[];
  readonly is_stale: boolean;
}
