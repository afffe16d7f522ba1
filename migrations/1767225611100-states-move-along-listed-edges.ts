import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A charge, an agreement and a document move from state to state only as listed, and an ended one stays as it ended. The
 * list is that of the classes (charge-states, service-agreement, invoice); a spec compares them.
 */
export class StatesMoveAlongListedEdges1767225611100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.transition (
        kind text not null,
        from_state text not null,
        to_state text not null,
        constraint transition_once primary key (kind, from_state, to_state),
        constraint transition_kind_known check (kind in ('charge', 'agreement', 'invoice')),
        constraint transition_leads_elsewhere check (from_state <> to_state)
      );
      insert into platform.transition (kind, from_state, to_state) values
        ('charge', 'PROVISIONAL', 'RECORDED'), ('charge', 'PROVISIONAL', 'REJECTED'),
        ('charge', 'RECORDED', 'RECEIVED'), ('charge', 'RECORDED', 'DISPUTED'), ('charge', 'RECORDED', 'REJECTED'),
        ('charge', 'RECEIVED', 'CERTIFIED'), ('charge', 'RECEIVED', 'DISPUTED'),
        ('charge', 'CERTIFIED', 'INVOICED'), ('charge', 'INVOICED', 'SETTLED'), ('charge', 'INVOICED', 'CREDITED'),
        ('charge', 'DISPUTED', 'RECORDED'), ('charge', 'DISPUTED', 'REJECTED'), ('charge', 'SETTLED', 'CREDITED'),
        ('agreement', 'DRAFT', 'SHARED'), ('agreement', 'DRAFT', 'HALF_SIGNED'), ('agreement', 'DRAFT', 'WITHDRAWN'),
        ('agreement', 'DRAFT', 'REJECTED'), ('agreement', 'SHARED', 'DRAFT'), ('agreement', 'SHARED', 'HALF_SIGNED'),
        ('agreement', 'SHARED', 'WITHDRAWN'), ('agreement', 'SHARED', 'REJECTED'), ('agreement', 'HALF_SIGNED', 'SIGNED'),
        ('agreement', 'SIGNED', 'ACTIVE'), ('agreement', 'ACTIVE', 'SUSPENDED'), ('agreement', 'ACTIVE', 'EXPIRED'),
        ('agreement', 'ACTIVE', 'TERMINATING'), ('agreement', 'SUSPENDED', 'ACTIVE'), ('agreement', 'SUSPENDED', 'TERMINATING'),
        ('agreement', 'TERMINATING', 'EXPIRED'), ('agreement', 'EXPIRED', 'CLOSED'),
        ('invoice', 'DRAFT', 'READY'), ('invoice', 'DRAFT', 'ISSUED'), ('invoice', 'DRAFT', 'DISCARDED'),
        ('invoice', 'READY', 'APPROVED'), ('invoice', 'READY', 'DISCARDED'), ('invoice', 'APPROVED', 'ISSUED'),
        ('invoice', 'APPROVED', 'DISCARDED'), ('invoice', 'ISSUED', 'ACKNOWLEDGED'), ('invoice', 'ISSUED', 'SETTLED'),
        ('invoice', 'ACKNOWLEDGED', 'SETTLED');
      create trigger transition_is_kept before update or delete on platform.transition
        for each row execute function platform.refuse_change();
      create trigger transition_is_not_emptied before truncate on platform.transition
        for each statement execute function platform.refuse_change();

      create function platform.keep_to_listed_edges() returns trigger language plpgsql as $$
      begin
        if not exists (select from platform.transition where kind = tg_argv[0] and from_state = old.state and to_state = new.state) then
          raise exception '% is % and cannot become %', tg_argv[0], old.state, new.state
            using errcode = 'restrict_violation', constraint = tg_argv[0] || '_takes_a_listed_step', schema = tg_table_schema,
              table = tg_table_name;
        end if;
        return new;
      end $$;
      create trigger charge_takes_a_listed_step before update of state on charging.charge
        for each row when (old.state <> new.state) execute function platform.keep_to_listed_edges('charge');
      create trigger agreement_takes_a_listed_step before update of state on agreements.agreement
        for each row when (old.state <> new.state) execute function platform.keep_to_listed_edges('agreement');
      create trigger invoice_takes_a_listed_step before update of state on invoicing.invoice
        for each row when (old.state <> new.state) execute function platform.keep_to_listed_edges('invoice');

      -- Nothing of an ended thing moves. An agreement's counter does: what was sold under it may still be credited.
      create trigger charge_stays_as_it_ended before update on charging.charge
        for each row when (old.state in ('CREDITED', 'REJECTED')) execute function platform.refuse_change();
      create trigger invoice_stays_as_it_ended before update on invoicing.invoice
        for each row when (old.state in ('SETTLED', 'DISCARDED')) execute function platform.refuse_change();
      create trigger agreement_stays_as_it_ended before update of number, state, signed_on, version, drafted_by, drafted_at, meeting,
          families, mandates, effective_on, ends_on, ceiling_usd, client_allocation, provider_credit on agreements.agreement
        for each row when (old.state in ('CLOSED', 'WITHDRAWN', 'REJECTED')) execute function platform.refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger agreement_stays_as_it_ended on agreements.agreement;
      drop trigger invoice_stays_as_it_ended on invoicing.invoice;
      drop trigger charge_stays_as_it_ended on charging.charge;
      drop function platform.keep_to_listed_edges() cascade;
      drop table platform.transition;
    `);
  }
}
