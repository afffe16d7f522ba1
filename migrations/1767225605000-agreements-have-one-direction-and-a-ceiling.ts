import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An agreement is one direction, one meeting, one biennium; two signatures make it binding. Agreements README. */
export class AgreementsHaveOneDirectionAndACeiling1767225605000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema agreements;

      create table agreements.meeting (
        code text not null,
        title text not null,
        organizer text not null,
        starts_on date not null,
        ends_on date not null,
        place text not null,
        venue text not null,
        constraint meeting_once primary key (code),
        constraint meeting_of_organizer foreign key (organizer) references identity.secretariat (code),
        constraint meeting_period check (starts_on <= ends_on)
      );

      -- charged_usd is a guarded counter: certified less credited, never above the ceiling.
      create table agreements.agreement (
        number text not null,
        provider text not null,
        client text not null,
        meeting text not null,
        biennium text not null,
        families text[] not null,
        mandates text[] not null,
        effective_on date not null,
        ends_on date not null,
        ceiling_usd numeric(18, 2) not null,
        programme_support_cost text not null,
        travel_mode text,
        client_allocation jsonb not null,
        provider_credit jsonb not null,
        state text not null,
        signed_on date,
        version integer not null default 1,
        charged_usd numeric(18, 2) not null default 0,
        drafted_by text not null,
        drafted_at timestamptz not null,
        constraint agreement_once primary key (number),
        constraint agreement_of_provider foreign key (provider) references identity.secretariat (code),
        constraint agreement_of_client foreign key (client) references identity.secretariat (code),
        constraint agreement_of_meeting foreign key (meeting) references agreements.meeting (code),
        constraint agreement_between_two check (provider <> client),
        constraint agreement_period check (effective_on <= ends_on and isfinite(effective_on) and isfinite(ends_on)),
        constraint agreement_ceiling_positive check (ceiling_usd > 0 and ceiling_usd <> 'NaN'),
        constraint agreement_within_ceiling check (charged_usd <= ceiling_usd and charged_usd <> 'NaN'),
        constraint agreement_state_known check (state in ('DRAFT', 'SHARED', 'HALF_SIGNED', 'SIGNED', 'ACTIVE', 'SUSPENDED',
          'TERMINATING', 'EXPIRED', 'CLOSED', 'WITHDRAWN', 'REJECTED')),
        constraint agreement_signed_has_a_day check
          ((state in ('DRAFT', 'SHARED', 'HALF_SIGNED', 'WITHDRAWN', 'REJECTED')) = (signed_on is null)),
        constraint agreement_support_cost_known check (programme_support_cost in ('CLIENT_FUND', 'INCLUDED_IN_RATE', 'EXEMPT')),
        constraint agreement_travel_mode_known check (travel_mode in ('ADVANCED_BY_PROVIDER', 'DIRECT_CODING'))
      );

      -- What two sides have signed stands: terms change by an amendment, never by an edit.
      create function agreements.keep_signed_terms() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or old.signed_on is not null and
           (new.number, new.provider, new.client, new.meeting, new.biennium, new.families, new.mandates, new.effective_on, new.ends_on,
            new.ceiling_usd, new.programme_support_cost, new.travel_mode, new.client_allocation, new.provider_credit, new.signed_on)
          is distinct from
           (old.number, old.provider, old.client, old.meeting, old.biennium, old.families, old.mandates, old.effective_on, old.ends_on,
            old.ceiling_usd, old.programme_support_cost, old.travel_mode, old.client_allocation, old.provider_credit, old.signed_on)
        then
          raise exception 'agreement % is signed by both sides and stands as it was signed', old.number
            using errcode = 'restrict_violation', constraint = 'agreement_stands_as_signed', schema = 'agreements', table = 'agreement';
        end if;
        return new;
      end $$;
      create trigger agreement_stands_as_signed before update or delete on agreements.agreement
        for each row execute function agreements.keep_signed_terms();

      create table agreements.signature (
        agreement text not null,
        side text not null,
        signed_on date not null,
        signed_by text not null,
        recorded_at timestamptz not null,
        constraint signature_once_a_side primary key (agreement, side),
        constraint signature_of_agreement foreign key (agreement) references agreements.agreement (number),
        constraint signature_side_known check (side in ('PROVIDER', 'CLIENT'))
      );
      create trigger signature_is_kept before update or delete on agreements.signature
        for each row execute function platform.refuse_change();
      create trigger signature_is_not_emptied before truncate on agreements.signature
        for each statement execute function platform.refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema agreements cascade`);
  }
}
