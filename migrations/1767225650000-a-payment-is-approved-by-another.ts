import { randomUUID } from 'node:crypto';
import { canonicalJson } from '#kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who enters a payment is not who approves it: a settlement is proposed by one officer of the payer and approved by another, and is
 * what was proposed. A proposal posts nothing. Identity README, "Segregation"; invoicing README, "Rules".
 */
export class APaymentIsApprovedByAnother1767225650000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(proposals);
    await db.query(settlements);
    await db.query('select sealing.seal_values($1, $2, $3, $4, $5, $6)', [
      'invoicing.settlement_proposal',
      'settlement-proposal',
      ['id'],
      [
        ...['id', 'documents', 'method', 'external_number', 'value_on', 'payer', 'payee', 'amount_usd', 'state'],
        ...['proposed_by', 'proposed_at', 'decided_by', 'decided_at'],
      ],
      ['adjustment_reason', 'return_reason'],
      ['(typed.row).payer', `case (typed.row).state when 'SETTLED' then (typed.row).payee end`],
    ]);
    await nameSettlementsOfBefore(db);
  }

  /** Refused where somebody has proposed a settlement: who did would be unsaid. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      begin
        if exists (select from invoicing.settlement_proposal) then
          raise exception 'who proposed the settlements of these books is kept: they stay with this version'
            using errcode = 'restrict_violation', constraint = 'hands_are_kept', schema = 'invoicing', table = 'settlement_proposal',
              hint = 'Work on with this version; or restore the backup from before the update into a folder of its own, and answer for what it lacks.';
        end if;
      end $$;
      drop trigger settlement_of_its_documents on invoicing.settlement;
      drop trigger settlement_as_approved on invoicing.settlement;
      drop function invoicing.keep_settlement_of_its_documents(), invoicing.keep_settlement_as_approved();
    `);
    await db.query(payersHandsAsBefore);
    await db.query(`select sealing.unseal_values('invoicing.settlement_proposal')`);
    await db.query(`
      drop table invoicing.proposed_document, invoicing.settlement_proposal;
      drop function invoicing.keep_proposals_by_two_people(), invoicing.keep_proposal_with_its_settlement();
    `);
  }
}

const proposals = `
      -- What the payer's ledger paid, as it was entered: whole documents of one direction. It posts nothing until another approves it.
      create table invoicing.settlement_proposal (
        id uuid not null,
        documents uuid[] not null,
        method text not null,
        external_number text not null,
        value_on date not null,
        payer text not null,
        payee text not null,
        amount_usd numeric(18, 2) not null,
        adjustment_reason text,
        state text not null default 'PROPOSED',
        proposed_by text not null,
        proposed_at timestamptz not null,
        decided_by text,
        decided_at timestamptz,
        return_reason text,
        constraint settlement_proposal_once primary key (id),
        constraint settlement_proposal_of_documents check (cardinality(documents) > 0),
        constraint settlement_proposal_method_known check (method in ('JOURNAL_VOUCHER', 'INTER_OFFICE_VOUCHER', 'BANK_TRANSFER')),
        constraint settlement_proposal_positive check (amount_usd > 0 and amount_usd <> 'NaN'),
        constraint settlement_proposal_state_known check (state in ('PROPOSED', 'SETTLED', 'RETURNED')),
        constraint settlement_proposal_decided_by_somebody check ((state = 'PROPOSED') = (decided_by is null)
          and (decided_by is null) = (decided_at is null)),
        constraint settlement_proposal_returned_for_a_reason check ((state = 'RETURNED') = (return_reason is not null)
          and (return_reason is null or trim(return_reason) <> '')),
        constraint settlement_by_two_people check (state <> 'SETTLED' or decided_by <> proposed_by),
        constraint settlement_proposal_within_range check (
          extract(year from value_on) between 1900 and 2199
          and extract(year from proposed_at at time zone 'UTC') between 1900 and 2199
          and extract(year from decided_at at time zone 'UTC') between 1900 and 2199
          and amount_usd between -9999999999999999.99 and 9999999999999999.99)
      );
      -- A voucher is proposed once, unless it was returned.
      create unique index settlement_proposal_voucher_once on invoicing.settlement_proposal (payer, external_number) where state <> 'RETURNED';
      create trigger settlement_proposal_is_kept before delete on invoicing.settlement_proposal
        for each row execute function platform.refuse_change();
      create trigger settlement_proposal_is_not_emptied before truncate on invoicing.settlement_proposal
        for each statement execute function platform.refuse_change();
      create trigger settlement_proposal_stays_as_proposed before update on invoicing.settlement_proposal
        for each row when (old.state <> 'PROPOSED' or
          (new.id, new.documents, new.method, new.external_number, new.value_on, new.payer, new.payee, new.amount_usd, new.adjustment_reason,
            new.proposed_by, new.proposed_at) is distinct from
          (old.id, old.documents, old.method, old.external_number, old.value_on, old.payer, old.payee, old.amount_usd, old.adjustment_reason,
            old.proposed_by, old.proposed_at))
        execute function platform.refuse_change();
      create trigger settlement_proposal_change_is_audited after insert or update or delete on invoicing.settlement_proposal
        for each statement execute function platform.refuse_change_without_act();

      -- The documents of the proposals that wait: each is in one, so that nothing is paid twice over. The trigger alone writes it.
      create table invoicing.proposed_document (
        invoice uuid not null,
        proposal uuid not null,
        constraint document_proposed_once primary key (invoice),
        constraint proposed_document_of_proposal foreign key (proposal) references invoicing.settlement_proposal (id),
        constraint proposed_document_of_invoice foreign key (invoice) references invoicing.invoice (id)
      );
      create index proposed_document_by_proposal on invoicing.proposed_document (proposal);

      create function invoicing.keep_proposals_by_two_people() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        if tg_op = 'INSERT' then
          if new.state <> 'PROPOSED' then
            refused := 'settlement_begins_as_a_proposal';
          elsif not identity.is_of(new.proposed_by, new.payer) then
            refused := 'settlement_hands_of_its_side';
          elsif exists (
            select from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
            where line.invoice = any(new.documents) and charge.certified_by = new.proposed_by
          ) then
            refused := 'settlement_segregated';
          elsif (cardinality(new.documents), new.amount_usd) is distinct from (
            select (count(*)::integer, sum(total_usd)::numeric(18, 2)) from invoicing.invoice
            where id = any(new.documents) and (client, provider) = (new.payer, new.payee) and state in ('ISSUED', 'ACKNOWLEDGED')
          ) then
            refused := 'settlement_proposal_of_open_documents';
          end if;
        elsif not identity.is_of(new.decided_by, new.payer) then
          refused := 'settlement_hands_of_its_side';
        elsif new.state = 'SETTLED' and not identity.holds(new.decided_by, 'APPROVING_OFFICER', '', (new.decided_at at time zone 'UTC')::date) then
          refused := 'settlement_approved_by_an_approving_officer';
        end if;
        if refused is not null then
          raise exception 'voucher % of % is not proposed or decided by whoever did', new.external_number, new.payer
            using errcode = 'restrict_violation', constraint = refused, schema = 'invoicing', table = 'settlement_proposal';
        end if;
        if tg_op = 'INSERT' then
          insert into invoicing.proposed_document (invoice, proposal) select unnest(new.documents), new.id;
        else
          delete from invoicing.proposed_document where proposal = new.id;
        end if;
        return null;
      end $$;
      create trigger settlement_proposal_by_two_people after insert or update on invoicing.settlement_proposal
        for each row execute function invoicing.keep_proposals_by_two_people();

      create function invoicing.keep_proposal_with_its_settlement() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (select from invoicing.settlement where id = new.id) then
          raise exception 'voucher % was approved and is not settled', new.external_number
            using errcode = 'restrict_violation', constraint = 'settlement_proposal_with_its_settlement', schema = 'invoicing',
              table = 'settlement_proposal';
        end if;
        return null;
      end $$;
      create constraint trigger settlement_proposal_with_its_settlement after update on invoicing.settlement_proposal
        deferrable initially deferred for each row when (new.state = 'SETTLED')
        execute function invoicing.keep_proposal_with_its_settlement();
`;

const settlements = `
      -- Of the payer is who approved it: the proposal says so.
      drop trigger settlement_by_its_payer on invoicing.settlement;
      drop function invoicing.keep_settlement_with_its_payer();

      create function invoicing.keep_settlement_as_approved() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (
          select from invoicing.settlement_proposal as proposal
          where (proposal.id, proposal.state) = (new.id, 'SETTLED')
            and (proposal.method, proposal.external_number, proposal.value_on, proposal.payer, proposal.payee, proposal.amount_usd,
              proposal.decided_by, proposal.decided_at) = (new.method, new.external_number, new.value_on, new.payer, new.payee, new.amount_usd,
              new.recorded_by, new.recorded_at)
        ) then
          raise exception 'voucher % of % is not what was proposed and approved', new.external_number, new.payer
            using errcode = 'restrict_violation', constraint = 'settlement_as_approved', schema = 'invoicing', table = 'settlement';
        end if;
        return null;
      end $$;
      create trigger settlement_as_approved after insert on invoicing.settlement
        for each row execute function invoicing.keep_settlement_as_approved();

      create function invoicing.keep_settlement_of_its_documents() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if (select count(*) from invoicing.settlement_line where settlement = new.id)
          <> (select cardinality(documents) from invoicing.settlement_proposal where id = new.id)
        then
          raise exception 'voucher % of % settles other documents than were proposed', new.external_number, new.payer
            using errcode = 'restrict_violation', constraint = 'settlement_of_its_documents', schema = 'invoicing', table = 'settlement';
        end if;
        return null;
      end $$;
      create constraint trigger settlement_of_its_documents after insert on invoicing.settlement
        deferrable initially deferred for each row execute function invoicing.keep_settlement_of_its_documents();

      -- Whoever approves had no charge of it in hand; and what is settled was proposed, each document by itself.
      create or replace function invoicing.keep_payers_hands_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        select case when proposal.id is null then 'settlement_of_its_documents' else 'settlement_segregated' end into refused
        from added
        join invoicing.settlement on settlement.id = added.settlement
        left join invoicing.settlement_proposal as proposal on proposal.id = added.settlement and added.invoice = any(proposal.documents)
        where proposal.id is null or exists (
          select from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
          where line.invoice = added.invoice and settlement.recorded_by in (charge.received_by, charge.certified_by))
        limit 1;
        if refused is not null then
          raise exception 'a document is not settled by whoever did' using errcode = 'restrict_violation',
            constraint = refused, schema = 'invoicing', table = 'settlement_line';
        end if;
        return null;
      end $$;
`;

const payersHandsAsBefore = `
      create function invoicing.keep_settlement_with_its_payer() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not identity.is_of(new.recorded_by, new.payer) then
          raise exception 'a settlement is recorded by its payer' using errcode = 'restrict_violation',
            constraint = 'settlement_hands_of_its_side', schema = 'invoicing', table = 'settlement';
        end if;
        return null;
      end $$;
      create trigger settlement_by_its_payer after insert on invoicing.settlement
        for each row execute function invoicing.keep_settlement_with_its_payer();

      create or replace function invoicing.keep_payers_hands_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if exists (
          select from added
          join invoicing.settlement on settlement.id = added.settlement
          join invoicing.invoice_line as line on line.invoice = added.invoice
          join charging.charge on charge.id = line.charge
          where charge.certified_by = settlement.recorded_by
        ) then
          raise exception 'whoever certified a charge does not settle it' using errcode = 'restrict_violation',
            constraint = 'settlement_segregated', schema = 'invoicing', table = 'settlement_line';
        end if;
        return null;
      end $$;
`;

/** What one hand recorded before two were asked for is named once, by an act that is sealed; nothing else is let off. */
async function nameSettlementsOfBefore(db: QueryRunner): Promise<void> {
  const [{ ids, at }] = (await db.query(
    `select coalesce(array_agg(id::text order by id), '{}') as ids, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from invoicing.settlement
     where not exists (
       select from platform.audit_event as event
       where event.action = 'SETTLEMENTS_OF_ONE_HAND' and event.object_ids @> array[settlement.id::text])`,
  )) as [{ ids: string[]; at: string }];
  if (ids.length === 0) return;
  const who = { person: 'recoup', secretariat: 'recoup', action: 'SETTLEMENTS_OF_ONE_HAND', kind: 'settlement' };
  const id = randomUUID();
  const body = canonicalJson({
    ...who,
    id,
    at,
    objects: ids,
    after: null,
    before: null,
    reason: null,
    requestId: null,
  });
  await db.query(
    `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, body)
     values ($1, $2, 'recoup', 'recoup', 'SETTLEMENTS_OF_ONE_HAND', 'settlement', $3, $4)`,
    [id, at, ids, body],
  );
}
