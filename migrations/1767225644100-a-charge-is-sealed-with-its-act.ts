import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The act that records a charge has the SHA-256 of all that the charge and its shares say in its sealed words, so that a charge costs
 * no leaf of its own. A charge whose act says another one, or none, gets a version as every other sealed row does. Charges that are
 * there are sealed as they are then. What a charge says is written once: its note and what it replaces too. Sealing README, "Values".
 */
export class AChargeIsSealedWithItsAct1767225644100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select sealing.spell_values('charging.charge', '{id}', $1, '{}')`, [ofTheCharge]);
    await db.query(`select sealing.spell_values('charging.charge_allocation', '{charge,side,position}', $1, '{}')`, [
      ofAShare,
    ]);
    await db.query(`
      -- What is sealed of a charge: no word of it, for a note is free text and a trip is somebody's. shares: a JSON array of what its
      -- shares say, by side and position.
      create function sealing.digest_of(given charging.charge, shares text) returns text language sql stable begin atomic
        select encode(sha256(convert_to(sealing.values_of(given) || shares, 'UTF8')), 'hex');
      end;

      -- Once the shares are there, which come with their charge: all of them in one statement, by side and position, where the
      -- services write them. As the owner: it writes versions, and reads the acts of this transaction whoever acts. By key, charge by
      -- charge ("offset 0"): a join would read every charge there is.
      create function charging.keep_values_sealed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        said text[] := array(
          select object || ' ' || digest
          from platform.audit_event as act
          cross join lateral rows from (unnest(act.object_ids), jsonb_array_elements_text(act.body::jsonb -> 'valuesSha256')) as said (object, digest)
          where act.transaction = pg_current_xact_id() and act.action = 'CHARGES_RECORDED' and said.digest is not null);
      begin
        perform from (
          select (touched.id || ' ' || sealing.digest_of(stored, '[' || shares || ']')) collate "C"
          from (select charge as id, string_agg(sealing.values_of(added::charging.charge_allocation), ',') as shares from added group by charge) as touched
          cross join lateral (select charge as stored from charging.charge where charge.id = touched.id offset 0) as one
          except all select unnest(said) collate "C"
        ) as unsaid;
        if not found then return null; end if;
        insert into sealing.value_version (kind, record, number, act, side, other_side, body)
        select 'charge', touched.id, number, act, (stored).provider, (stored).client,
          sealing.version_body('charge', touched.id, number, act, '{"sha256":"' || digest || '"}')
        from (select distinct charge as id from added) as touched
        cross join lateral (select charge as stored from charging.charge where charge.id = touched.id offset 0) as one
        cross join lateral (
          select sealing.digest_of(stored, '[' || string_agg(sealing.values_of(share), ',' order by side, position) || ']') as digest
          from charging.charge_allocation as share where share.charge = touched.id
        ) as spelled
        cross join lateral (
          select coalesce(max(version.number), 0) + 1 as number from sealing.value_version as version
          where version.kind = 'charge' and version.record = touched.id offset 0
        ) as counted
        cross join lateral (
          select audit_event.id as act from platform.audit_event where transaction = pg_current_xact_id() order by sequence desc limit 1
        ) as named
        where touched.id || ' ' || digest <> all (said)
        order by touched.id;
        return null;
      end $$;
      create trigger charge_values_are_sealed after insert on charging.charge_allocation referencing new table as added
        for each statement execute function charging.keep_values_sealed();

      create trigger charge_words_are_kept before update of note, replaces on charging.charge
        for each row when (old.note is distinct from new.note or old.replaces is distinct from new.replaces)
        execute function platform.refuse_change();

      insert into sealing.value_version (kind, record, number, side, other_side, body)
      select 'charge', id, 1, provider, client,
        sealing.version_body('charge', id, 1, null, '{"sha256":"' || sealing.digest_of(charge, shares) || '"}')
      from charging.charge
      join (
        select share.charge as id, '[' || string_agg(sealing.values_of(share), ',' order by side, position) || ']' as shares
        from charging.charge_allocation as share group by share.charge
      ) as split using (id)
      order by sequence;
    `);
  }

  /** Refused where a version of a charge was sealed: its leaf stays in the tree, and would have no record. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      begin
        if exists (
          select from sealing.leaf
          join sealing.value_version as version on version.id::text = leaf.record and version.kind = 'charge'
          where leaf.kind = 'value-version')
        then
          raise exception 'charges of these books are leaves of their seal, whose records the version before does not keep: they stay with this one'
            using errcode = 'restrict_violation', constraint = 'sealed_charges_are_kept', schema = 'sealing', table = 'value_version',
              hint = 'Work on with this version; or restore the backup from before the update into a folder of its own, and answer for what it lacks.';
        end if;
      end $$;
      drop trigger charge_words_are_kept on charging.charge;
      drop trigger charge_values_are_sealed on charging.charge_allocation;
      drop function charging.keep_values_sealed(), sealing.digest_of(charging.charge, text);
      drop function sealing.values_of(charging.charge), sealing.record_of(charging.charge),
        sealing.values_of(charging.charge_allocation), sealing.record_of(charging.charge_allocation);
      alter table sealing.value_version disable trigger value_version_is_kept;
      delete from sealing.queue where kind = 'value-version'
        and record in (select id::text from sealing.value_version where kind = 'charge');
      delete from sealing.value_version where kind = 'charge';
      alter table sealing.value_version enable trigger value_version_is_kept;
    `);
  }
}

/** All that is said of a charge when it is recorded, and never moves after. */
const ofTheCharge = [
  ...['id', 'agreement', 'provider', 'client', 'item', 'family', 'nature', 'quantity', 'unit', 'delivered_from'],
  ...['delivered_on', 'biennium', 'unit_rate', 'unit_rate_currency', 'unit_rate_valid_from', 'original_currency'],
  ...['original_amount', 'units_per_usd', 'rate_effective_on', 'amount_usd', 'supplier_invoice_on', 'evidence'],
  ...['traveller', 'trip', 'note', 'replaces', 'recorded_by', 'recorded_at'],
];
const ofAShare = ['side', 'position', 'fund', 'budget_line', 'weight', 'amount_usd'];
