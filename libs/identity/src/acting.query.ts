import type { Day } from '#kernel';
import type { Tx } from '#platform';
import { type Acting, type Credential, type CredentialKind, type KeyScope, mustEnrol } from './session.ts';

/** Who acts, and whether the session was last seen long enough ago to be worth noting. */
export interface Found {
  readonly acting: Acting;
  readonly isStale: boolean;
}

/** Of a joint auditor both secretariats, of everybody else nobody's: what the policies of the tables ask for beside the own. */
const mandate = `set_config('app.mandate', coalesce((
         select string_agg(found.secretariat || ',' || held.mandate, ',')
         from json_to_recordset(found.designations) as held (mandate text) where held.mandate is not null), ''), true)`;

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
    `select set_config('app.person', found.person, true), set_config('app.tenant', found.secretariat, true), ${mandate}, found.id,
       found.person, found.name, found.secretariat, found.secretariat_name, found.proven, found.demo, found.expires_at,
       found.stepped_up_until, found.is_stale, found.designations, found.travels_as
     from (
       select session.id, session.person, holder.name, holder.secretariat, holder.secretariat_name, holder.designations, holder.travels_as,
         session.proven, account.demo, session.expires_at,
         case when session.stepped_up_at > now() - interval '10 minutes'
           then session.stepped_up_at + interval '10 minutes' end as stepped_up_until,
         session.seen_at < now() - interval '1 minute' as is_stale
       from identity.session
       join identity.account on account.person = session.person
       cross join lateral identity.holder_of(session.person, $3) as holder -- nobody is anybody's yet: no row of theirs is seen
       where session.token_sha256 = $1 and session.kind = $2 and session.ended_at is null
         and now() < session.expires_at and now() < session.seen_at + interval '30 minutes'
         and account.disabled_at is null
     ) as found`,
    [tokenSha256, kind, on.toString()],
  );
  return row === undefined ? null : foundIn(row, kind);
}

/** The same for a key, by its id and the digest of its secret. Null where it is unknown, over or revoked. */
export async function actingByKey(
  tx: Tx,
  { id, secretSha256, on }: { id: string; secretSha256: Buffer; on: Day },
): Promise<Found | null> {
  const [row] = await tx.query<Row[]>(
    `select set_config('app.person', found.person, true), set_config('app.tenant', found.secretariat, true), ${mandate}, found.id,
       found.person, found.name, found.secretariat, found.secretariat_name, 'KEY' as proven, found.demo, found.expires_at,
       null as stepped_up_until, found.is_stale, found.designations, found.travels_as, found.scope
     from (
       select api_key.id, api_key.scope, api_key.person, holder.name, holder.secretariat, holder.secretariat_name, holder.designations, holder.travels_as,
         account.demo, api_key.expires_at,
         coalesce(api_key.used_at < now() - interval '1 minute', true) as is_stale
       from identity.api_key
       join identity.account on account.person = api_key.person
       cross join lateral identity.holder_of(api_key.person, $3) as holder
       where api_key.id = $1 and api_key.secret_sha256 = $2 and api_key.revoked_at is null and now() < api_key.expires_at
         and account.disabled_at is null
     ) as found`,
    [id, secretSha256, on.toString()],
  );
  return row === undefined ? null : foundIn(row, 'API_KEY');
}

function foundIn(row: Row, kind: CredentialKind): Found {
  const { id, person, name, secretariat, proven, demo, designations } = row;
  const duties = designations.map(({ duty }) => duty);
  const credential: Credential = {
    ...{ id, kind, proven, demo },
    ...(row.scope === undefined ? {} : { scope: row.scope }),
    mustEnrol: mustEnrol({ kind, proven, demo }, duties),
    expiresAt: row.expires_at,
    steppedUpUntil: row.stepped_up_until,
  };
  const { secretariat_name: secretariatName, travels_as: travelsAs, is_stale: isStale } = row;
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
  readonly scope?: KeyScope; // of a key
}
