import { programTenant, roles, type Tx } from '#platform';
import type { Check, Wrong } from './check.ts';

/** That each secretariat sees its own rows and what it shares, and that rows say rightly whose they are. */
export const tenancyChecks: readonly Check<Tx>[] = [
  {
    id: 'I20',
    sentence: 'Every row is of the secretariat it says, and whoever says for no secretariat that it asks sees none',
    wrong: async (tx) =>
      [...(await unguarded(tx)), ...(await seenByNobody(tx)), ...(await misplaced(tx))].slice(0, 100),
  },
];

/** Nobody's rows: what the program keeps of itself, and what is asked before anybody is for a secretariat. */
const ofThePlatform = [
  ...[
    'identity.account',
    'identity.session',
    'identity.sign_in_limit',
    'identity.second_factor',
    'identity.recovery_code',
  ],
  ...['identity.invitation', 'identity.api_key', 'identity.terminal', 'identity.issuer_subject'],
  'identity.issuer_sign_out',
  ...['platform.books', 'platform.transition', 'platform.verification', 'platform.posting_stop'],
];

function unguarded(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `select 'table' as kind, format('%I.%I', nspname, relname) as object,
       case when not relrowsecurity then 'its rows are open to every secretariat'
         when not relforcerowsecurity then 'its owner passes over its row security'
         else 'the server has no policy that asks for whom it reads' end as finding
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind = 'r' and nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'sealing')
       and format('%I.%I', nspname, relname) <> all($1)
       and (not relrowsecurity or not relforcerowsecurity or not exists (
         select from pg_policy
         where polrelid = pg_class.oid and polcmd = 'r' and polroles @> array[to_regrole($2)::oid]
           and pg_get_expr(polqual, polrelid) ~ 'app\\.tenant'))
     union all
     select 'policy', format('%I.%I %s', nspname, relname, polname), 'it lets everybody in'
     from pg_policy join pg_class on pg_class.oid = polrelid join pg_namespace on pg_namespace.oid = relnamespace
     where polroles && array[0::oid, to_regrole($2)::oid]
       and coalesce(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) !~ 'app\\.(tenant|mandate)'
     order by 2 limit 100`,
    [ofThePlatform, roles.app],
  );
}

/** Asked as the server asks, and for nobody; then this transaction is again what it was. */
async function seenByNobody(tx: Tx): Promise<Wrong[]> {
  const tables = await tx.query<{ name: string }[]>(
    `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind = 'r' and nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'sealing')
       and format('%I.%I', nspname, relname) <> all($1)`,
    [ofThePlatform],
  );
  await tx.query('savepoint for_nobody');
  try {
    await tx.query(`set local role recoup_app; set local "app.tenant" = ''`);
    return await tx.query<Wrong[]>(
      `select 'table' as kind, seen as object, 'whoever does not say for whom it asks sees its rows' as finding
       from platform.tables_with_a_visible_row($1) as seen order by 2`,
      [tables.map(({ name }) => name)],
    );
  } finally {
    await tx.query('rollback to savepoint for_nobody');
  }
}

function misplaced(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `select 'posting' as kind, posting.entry_id || ' ' || posting.position as object,
       'it stands in the book of ' || posting.book || ', and its entry in that of ' || entry.book as finding
     from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id where posting.book <> entry.book
     union all
     select 'charge', charge.id, 'its provider and client are not those of its agreement'
     from charging.charge join agreements.agreement on agreement.number = charge.agreement
     where (charge.provider, charge.client) <> (agreement.provider, agreement.client)
     union all
     select 'document', invoice.id::text, 'its provider and client are not those of its agreement'
     from invoicing.invoice join agreements.agreement on agreement.number = invoice.agreement
     where (invoice.provider, invoice.client) <> (agreement.provider, agreement.client)
     union all
     select 'paper', paper.number, 'its issuer and addressee are not the sides of its document'
     from invoicing.paper left join invoicing.invoice on invoice.number = paper.number
     where paper.issuer is null
       or invoice.number is not null and (paper.issuer, paper.addressee) is distinct from (invoice.provider, invoice.client)
       or paper.kind = 'AUDIT' and paper.addressee is not null
     union all
     select 'settlement', settlement.id::text, 'its payer and payee are not the sides of what it settles'
     from invoicing.settlement join invoicing.settlement_line as line on line.settlement = settlement.id
     join invoicing.invoice on invoice.id = line.invoice
     where (settlement.payer, settlement.payee) <> (invoice.client, invoice.provider)
     union all
     select 'split key', key.code || ' ' || key.valid_from, 'it is not of the secretariat whose funds it names'
     from budget.split_key as key where key.secretariat is distinct from budget.owner_of_weights(key.weights)
     union all
     select 'share', share.charge || ' ' || share.side || ' ' || share.position, 'its fund is not of its side'
     from charging.charge_allocation as share join charging.charge on charge.id = share.charge
     join budget.trust_fund as fund on fund.code = share.fund
     where fund.secretariat <> case share.side when 'CLIENT' then charge.client else charge.provider end
     union all
     select 'audit event', event.id::text, 'it is of ' || event.secretariat || ', and who acted is of ' || person.secretariat
     from platform.audit_event as event join identity.person on person.code = event.person
     where event.secretariat <> person.secretariat and event.secretariat <> $1
     order by 1, 2 limit 100`,
    [programTenant],
  );
}
