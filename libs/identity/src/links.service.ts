import { today, type Clock } from '#kernel';
import { Database, forTheProgram, inSnapshot } from '#platform';
import { Injectable } from '@nestjs/common';
import { Secretariat } from './secretariat.ts';
import { LinkRefused } from './session.ts';
import { digestOf } from './token.service.ts';

interface Named {
  readonly code: string;
  readonly name: string;
}

/** What whoever holds a link may know of it before it is used. */
export interface LinkView {
  /** Whom it lets in; null: the first administrator, who is nobody yet. */
  readonly person: Named | null;
  /** The person's own; for a first administrator the one that the link is of, or each that the books know, by code. */
  readonly secretariats: readonly Named[];
  readonly expiresAt: Date;
}

/** Links that let people in, looked at and not used. */
@Injectable()
export class LinksService {
  constructor(private readonly db: Database) {}

  /** So that whoever opens a link that is over, or opens nothing any more, is told before they fill in anything. Errors: LinkRefused. */
  look(token: string, clock: Clock): Promise<LinkView> {
    return inSnapshot(
      this.db,
      forTheProgram(async (tx) => {
        const [link] = await tx.query<LinkRow[]>(
          `select invitation.person, invitation.expires_at, invitation.secretariat as side, holder.name, holder.secretariat, holder.secretariat_name
           from identity.invitation
           left join identity.account on account.person = invitation.person
           left join lateral identity.holder_of(invitation.person, $2) as holder on true
           where invitation.token_sha256 = $1 and invitation.used_at is null and now() < invitation.expires_at
             and (account.disabled_at is null or exists (select from identity.account_renewal as renewal
               where renewal.id = invitation.renewal and renewal.lets_in_again))
             and (invitation.person is not null or not identity.has_an_account(invitation.secretariat))
             and case when invitation.renewal is null then not identity.has_come(invitation.person)
               else exists (select from identity.account_renewal as renewal
                 where renewal.id = invitation.renewal and renewal.approved_at > now() - interval '3 days'
                   and renewal.done_at is null and renewal.lapsed_at is null) end`,
          [digestOf(token), today(clock).toString()],
        );
        if (link === undefined) throw new LinkRefused();
        const { person, name, secretariat, secretariat_name, expires_at: expiresAt } = link;
        if (person === null) {
          const all = await tx.find(Secretariat, {
            ...(link.side === null ? {} : { where: { code: link.side } }),
            order: { code: 'ASC' },
          });
          return {
            person: null,
            secretariats: all.map(({ code, name: called }) => ({ code, name: called })),
            expiresAt,
          };
        }
        return {
          person: { code: person, name },
          secretariats: [{ code: secretariat, name: secretariat_name }],
          expiresAt,
        };
      }),
    );
  }
}

interface LinkRow {
  readonly person: string | null;
  readonly side: string | null;
  readonly name: string;
  readonly secretariat: string;
  readonly secretariat_name: string;
  readonly expires_at: Date;
}
