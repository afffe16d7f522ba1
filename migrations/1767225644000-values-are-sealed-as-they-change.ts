import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is agreed, allotted, published and designated is under the seal by its values: each row as it came in and as it was
 * changed is a version, in canonical JSON, and each version is a leaf. What is there when this runs is sealed as it is then, and
 * says so. Sealing README, "Values".
 */
export class ValuesAreSealedAsTheyChange1767225644000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(versions);
    await db.query(spelling);
    await db.query(sealing);
    for (const { table, kind, key, columns, digested = [], sides = [] } of valued)
      await db.query('select sealing.seal_values($1, $2, $3, $4, $5, $6)', [
        table,
        kind,
        key,
        columns,
        digested,
        sides,
      ]);
  }

  /** Refused where a version was sealed: its leaf stays in the tree, and would have no record. What waits to be sealed goes along. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(sealedVersionsAreKept);
    for (const { table } of valued.toReversed()) await db.query('select sealing.unseal_values($1)', [table]);
    await db.query(`
      drop function sealing.unseal_values(regclass), sealing.seal_values(regclass, text, text[], text[], text[], text[]),
        sealing.spell_values(regclass, text[], text[], text[]), sealing.keep_values(), sealing.version_body(text, text, integer, uuid, text), sealing.canonical_json(jsonb);
      select sealing.unseal_table('sealing.value_version');
      delete from sealing.queue where kind = 'value-version';
      drop table sealing.value_version;
    `);
  }
}

/** What of a table is sealed, and whose it is. */
interface Valued {
  readonly table: string;
  readonly kind: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** Free text, which may one day have to be forgotten: its SHA-256 is sealed. */
  readonly digested?: readonly string[];
  /** Whose a row is, in SQL over "row": one secretariat or two; none is everybody's. */
  readonly sides?: readonly string[];
}

const ofPerson = '(select secretariat from identity.person where code = (typed.row).person)';
const ofFund = '(select secretariat from budget.trust_fund where code = (typed.row).fund)';
const column = (name: string): string => `(typed.row).${name}`;

const valued: readonly Valued[] = [
  {
    table: 'identity.secretariat',
    kind: 'secretariat',
    key: ['code'],
    columns: [
      ...['code', 'name', 'address', 'settlement_method', 'payment_means_code', 'payment_term_days'],
      ...['vat_category', 'vat_exemption_code', 'vat_reason'],
    ],
    digested: ['contact'],
  },
  {
    table: 'identity.designation_proposal',
    kind: 'designation-proposal',
    key: ['id'],
    columns: [
      ...['id', 'person', 'secretariat', 'duty', 'fund', 'valid_from', 'valid_to', 'acting', 'mandate', 'state'],
      ...['proposed_by', 'proposed_at', 'decided_by', 'decided_at'],
    ],
    digested: ['reason'],
    sides: [column('secretariat'), column('mandate')],
  },
  {
    table: 'identity.designation',
    kind: 'designation',
    key: ['id'],
    columns: [
      ...['id', 'person', 'duty', 'fund', 'valid_from', 'valid_to', 'proposal', 'mandate', 'ended_at', 'ended_by'],
    ],
    digested: ['end_reason'],
    sides: [ofPerson, column('mandate')],
  },
  {
    table: 'budget.trust_fund',
    kind: 'trust-fund',
    key: ['code'],
    columns: ['code', 'name', 'secretariat', 'kind', 'programme_support_cost_rate', 'cash_limit_usd'],
    sides: [column('secretariat')],
  },
  {
    table: 'budget.budget_line',
    kind: 'budget-line',
    key: ['code'],
    columns: ['code', 'fund', 'biennium', 'activity', 'title', 'allotment_usd'],
    sides: [ofFund],
  },
  {
    table: 'budget.split_key',
    kind: 'split-key',
    key: ['code', 'valid_from'],
    columns: ['code', 'valid_from', 'weights', 'secretariat'],
    sides: [column('secretariat')],
  },
  {
    table: 'rates.service_item',
    kind: 'service-item',
    key: ['code'],
    columns: ['code', 'family', 'nature', 'unit', 'title'],
  },
  {
    table: 'rates.rate_card_entry',
    kind: 'rate-card-entry',
    key: ['provider', 'item', 'valid_from'],
    columns: ['provider', 'item', 'valid_from', 'valid_to', 'currency', 'unit_rate', 'includes_indirect_cost'],
  },
  {
    table: 'rates.operational_rate',
    kind: 'operational-rate',
    key: ['currency', 'effective_on'],
    columns: ['currency', 'effective_on', 'units_per_usd', 'entered_after_charge'],
  },
  {
    table: 'rates.dsa_rate',
    kind: 'dsa-rate',
    key: ['place', 'effective_on'],
    columns: ['place', 'effective_on', 'currency', 'amount'],
  },
  {
    table: 'rates.terminal_expense',
    kind: 'terminal-expense',
    key: ['effective_on'],
    columns: ['effective_on', 'amount_usd'],
  },
  {
    table: 'agreements.meeting',
    kind: 'meeting',
    key: ['code'],
    columns: ['code', 'title', 'organizer', 'starts_on', 'ends_on', 'place', 'venue'],
  },
  {
    table: 'agreements.agreement',
    kind: 'agreement',
    key: ['number'],
    columns: [
      ...['number', 'provider', 'client', 'meeting', 'biennium', 'families', 'mandates', 'effective_on', 'ends_on'],
      ...['ceiling_usd', 'programme_support_cost', 'travel_mode', 'client_allocation', 'provider_credit', 'signed_on'],
      ...['drafted_by', 'drafted_at'],
    ],
    sides: [column('provider'), column('client')],
  },
  {
    table: 'agreements.signature',
    kind: 'signature',
    key: ['agreement', 'side'],
    columns: ['agreement', 'side', 'signed_on', 'signed_by', 'recorded_at'],
    sides: ['provider', 'client'].map(
      (side) => `(select ${side} from agreements.agreement where number = (typed.row).agreement)`,
    ),
  },
  {
    table: 'invoicing.settlement',
    kind: 'settlement',
    key: ['id'],
    columns: [
      ...['id', 'method', 'external_number', 'value_on', 'payer', 'payee', 'amount_usd', 'recorded_by', 'recorded_at'],
    ],
    sides: [column('payer'), column('payee')],
  },
];

const sealedVersionsAreKept = `
  do $$
  begin
    if exists (select from sealing.leaf where kind = 'value-version') then
      raise exception 'values of these books are leaves of their seal, whose records the version before does not keep: they stay with this one'
        using errcode = 'restrict_violation', constraint = 'sealed_values_are_kept', schema = 'sealing', table = 'value_version',
          hint = 'Work on with this version; or restore the backup from before the update into a folder of its own, and answer for what it lacks.';
    end if;
  end $$;
`;

const versions = `
  -- A row of the books as it came in or was changed, by the act of that transaction; of no act is what was there when its table
  -- began to be sealed. Whose it is, is whose the row is: one side's, two sides', or everybody's.
  create table sealing.value_version (
    id bigint generated always as identity,
    kind text not null,
    record text not null,
    number integer not null,
    act uuid,
    side text,
    other_side text,
    body text not null,
    constraint value_version_once primary key (id),
    constraint value_version_in_its_order unique (kind, record, number),
    constraint value_version_from_one check (number > 0)
  );
  create trigger value_version_is_kept before update or delete on sealing.value_version
    for each row execute function platform.refuse_change();
  create trigger value_version_is_not_emptied before truncate on sealing.value_version
    for each statement execute function platform.refuse_change();
  select sealing.seal_table('sealing.value_version', 'value-version', 'id');
`;

const spelling = `
  -- As the kernel's canonicalJson spells it. jsonb keeps its keys in another order, and writes spaces between them.
  create function sealing.canonical_json(value jsonb) returns text language plpgsql immutable strict parallel safe
    set search_path = pg_catalog, pg_temp as $$
  begin
    case jsonb_typeof(value)
      when 'object' then
        return '{' || coalesce((select string_agg(to_json(key)::text || ':' || sealing.canonical_json(part), ',' order by key collate "C")
          from jsonb_each(value) as each (key, part)), '') || '}';
      when 'array' then
        return '[' || coalesce((select string_agg(sealing.canonical_json(part), ',' order by place)
          from jsonb_array_elements(value) with ordinality as each (part, place)), '') || ']';
      when 'string' then
        return to_json(value #>> '{}')::text;
      else
        return value::text;
    end case;
  end $$;

  create function sealing.version_body(kind text, record text, number integer, act uuid, "values" text) returns text
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    select concat('{', case when act is null then '"asOf":"migration"' else '"act":"' || act || '"' end,
      ',"kind":', to_json(kind), ',"number":"', number, '","record":', to_json(record), ',"values":', "values", '}')
  $$;
`;

const sealing = `
  -- Writes the versions of the rows that a statement added, or of one that it changed. Its arguments: kind, and whose a row is.
  -- As the owner, so that nobody else may write a version, or see more of the books for the sake of one.
  create function sealing.keep_values() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    given constant text := case tg_op when 'INSERT' then 'select added::' || tg_relid::regclass || ' as row from added' else 'select $2 as row' end;
  begin
    execute format(
      'insert into sealing.value_version (kind, record, number, act, side, other_side, body)
       select %1$L, record, number, act, side, other_side, sealing.version_body(%1$L, record, number, act, sealing.values_of(typed.row))
       from (%4$s) as typed
       cross join lateral (select sealing.record_of(typed.row) as record, %2$s as side, %3$s as other_side, $1 as act offset 0) as named
       cross join lateral (
         select coalesce(max(version.number), 0) + 1 as number from sealing.value_version as version
         where version.kind = %1$L and version.record = named.record offset 0
       ) as counted
       order by record',
      tg_argv[0], tg_argv[1], tg_argv[2], given)
    using (select id from platform.audit_event where transaction = pg_current_xact_id() order by sequence desc limit 1), new;
    return null;
  end $$;

  -- Makes sealing.record_of and sealing.values_of for a table: how a row of it is called, and what it says. Bound as they are made, so
  -- that a statement has their expression and calls nothing: a call for each charge would cost more than the spelling.
  create function sealing.spell_values(relation regclass, key text[], columns text[], digested text[]) returns void
    language plpgsql set search_path = pg_catalog, pg_temp as $$
  declare
    spelled text;
  begin
    select string_agg(format('%s, %s', quote_literal(case place when 1 then '{' else ',' end || to_json(called)::text || ':'), value), ', ' order by place)
      into spelled
    from (
      select called, row_number() over (order by called collate "C") as place,
        'coalesce(' || case
          when attname = any(digested) then format('to_json(encode(sha256(convert_to(given.%I, ''UTF8'')), ''hex''))::text', attname)
          when atttypid = 'jsonb'::regtype then format('sealing.canonical_json(given.%I)', attname)
          when atttypid = 'timestamptz'::regtype
            then format('to_json(to_char(given.%I at time zone ''UTC'', ''YYYY-MM-DD"T"HH24:MI:SS.MS"Z"''))::text', attname)
          when atttypid in ('numeric'::regtype, 'bigint'::regtype, 'integer'::regtype) then format('''"'' || given.%I || ''"''', attname)
          else format('to_json(given.%I)::text', attname)
        end || ', ''null'')' as value
      from pg_attribute
      cross join lateral (select lower(left(attname, 1)) || substr(replace(initcap(replace(attname, '_', ' ')), ' ', ''), 2) as called) as names
      where attrelid = relation and attname = any(columns || digested) and not attisdropped
    ) as each;
    execute format('create function sealing.values_of(given %s) returns text language sql stable begin atomic select concat(%s, ''}''); end',
      relation, spelled);
    execute format('create function sealing.record_of(given %s) returns text language sql stable begin atomic select concat_ws('' '', %s); end', relation,
      (select string_agg(format('given.%I', name), ', ' order by place) from unnest(key) with ordinality as each (name, place)));
  end $$;

  -- From now on each row that comes into this table, and each change of these columns, is sealed by its values; and each row there
  -- is now is sealed as it is.
  create function sealing.seal_values(relation regclass, kind text, key text[], columns text[], digested text[], sides text[]) returns void
    language plpgsql set search_path = pg_catalog, pg_temp as $$
  declare
    bare text := (select relname from pg_class where oid = relation);
    sealed text[] := columns || digested;
    changed text := (select string_agg(format('old.%1$I is distinct from new.%1$I', name), ' or ') from unnest(sealed) as name);
    side text := coalesce(sides[1], 'null');
    other_side text := coalesce(sides[2], 'null');
  begin
    perform sealing.spell_values(relation, key, columns, digested);
    execute format('create trigger %I after insert on %s referencing new table as added
      for each statement execute function sealing.keep_values(%L, %L, %L)', bare || '_values_are_sealed', relation, kind, side, other_side);
    execute format('create trigger %I after update of %s on %s for each row when (%s) execute function sealing.keep_values(%L, %L, %L)',
      bare || '_new_values_are_sealed', (select string_agg(quote_ident(name), ', ') from unnest(sealed) as name), relation, changed,
      kind, side, other_side);
    execute format(
      'insert into sealing.value_version (kind, record, number, side, other_side, body)
       select %1$L, record, 1, %2$s, %3$s, sealing.version_body(%1$L, record, 1, null, sealing.values_of(typed.row))
       from (select stored as row from %4$s as stored) as typed
       cross join lateral (select sealing.record_of(typed.row) as record) as named order by record', kind, side, other_side, relation);
  end $$;

  create function sealing.unseal_values(relation regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
  declare
    bare text := (select relname from pg_class where oid = relation);
  begin
    execute format('drop trigger %I on %s', bare || '_values_are_sealed', relation);
    execute format('drop trigger %I on %s', bare || '_new_values_are_sealed', relation);
    execute format('drop function sealing.values_of(%1$s), sealing.record_of(%1$s)', relation);
  end $$;
`;
