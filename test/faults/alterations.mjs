/**
 * What a superuser with the triggers off can do to the books, and what must be said of it. `make(query, random)` alters and
 * answers where: the record or position that verification must name first. `kind` is that of the record. `seen` false is
 * honest: without a checkpoint that somebody else holds, nobody can see it.
 */
const one = async (query, sql, values) => (await query(sql, values))[0];
const anEntry = (query, random) =>
  one(query, 'select id::text, pair_id from ledger.journal_entry order by id offset $1 limit 1', [random.below(20)]);

export const alterations = {
  T1: {
    what: 'an amount is edited in a posting, not in its sealed body',
    kind: 'journal-entry',
    make: async (query, random) => {
      const { id } = await anEntry(query, random);
      await query('update ledger.posting set amount_usd = amount_usd + 1 where entry_id = $1 and position = 1', [id]);
      return { record: id };
    },
  },
  T2: {
    what: 'an amount is edited in a sealed body, not in its posting',
    kind: 'journal-entry',
    make: async (query, random) => {
      const { id } = await anEntry(query, random);
      await query(`update ledger.journal_entry set body = regexp_replace(body, '"(-?)([0-9]+)\\.', '"\\11\\2.') where id = $1`, [id]);
      return { record: id };
    },
  },
  T3: {
    what: 'an amount is edited in both, in both books, and in the totals',
    kind: 'journal-entry',
    make: async (query, random) => {
      const { pair_id } = await anEntry(query, random);
      const { id } = await one(query, 'select min(id)::text as id from ledger.journal_entry where pair_id = $1', [pair_id]);
      await query('update ledger.posting set amount_usd = amount_usd * 2 where entry_id in (select id from ledger.journal_entry where pair_id = $1)', [pair_id]);
      await query(`update ledger.journal_entry set body = regexp_replace(body, '"(-?)([0-9]+)\\.', '"\\11\\2.', 'g') where pair_id = $1`, [pair_id]);
      return { record: id };
    },
  },
  T4: {
    what: 'an entry is deleted from both books',
    kind: 'journal-entry',
    make: async (query, random) => {
      const { pair_id } = await anEntry(query, random);
      const { id } = await one(query, 'select min(id)::text as id from ledger.journal_entry where pair_id = $1', [pair_id]);
      await query('delete from ledger.posting where entry_id in (select id from ledger.journal_entry where pair_id = $1)', [pair_id]);
      await query('delete from ledger.journal_entry where pair_id = $1', [pair_id]);
      return { record: id };
    },
  },
  T5: {
    what: 'an entry is inserted into both books, past the seal',
    kind: 'journal-entry',
    make: async (query, random) => {
      const { pair_id } = await anEntry(query, random);
      const [first] = await query(
        `with pair as (select gen_random_uuid() as id), made as (
           insert into ledger.journal_entry
           select (json_populate_record(entry, json_build_object('id', nextval('ledger.journal_entry_id_seq'), 'pair_id', pair.id))).*
           from ledger.journal_entry as entry cross join pair where entry.pair_id = $1 returning id, book)
         select id::text as record, book from made order by id`,
        [pair_id],
      );
      await query(
        `insert into ledger.posting
         select (json_populate_record(posting, json_build_object('entry_id', made.id))).*
         from ledger.posting join ledger.journal_entry as old on old.id = posting.entry_id and old.pair_id = $1
         join ledger.journal_entry as made on made.book = old.book and made.id >= $2`,
        [pair_id, first.record],
      );
      return { record: first.record };
    },
  },
  T6: {
    what: 'the sealed bodies of two entries are swapped',
    kind: 'journal-entry',
    make: async (query) => {
      const [first, second] = await query('select id::text, body from ledger.journal_entry order by id limit 2');
      await query('update ledger.journal_entry set body = $2 where id = $1', [first.id, second.body]);
      await query('update ledger.journal_entry set body = $2 where id = $1', [second.id, first.body]);
      return { record: first.id };
    },
  },
  T7: {
    what: 'a leaf is edited',
    make: async (query, random) => {
      const { position } = await one(query, 'select position::int from sealing.leaf order by position offset $1 limit 1', [random.below(20)]);
      await query(`update sealing.leaf set leaf_hash = sha256('another') where position = $1`, [position]);
      return { position };
    },
  },
  T8: {
    what: 'the newest entries go, with their leaves',
    make: async (query) => {
      const { position } = await removeTail(query);
      return { position };
    },
  },
  T9: {
    what: 'the newest entries go, with their leaves and every checkpoint that knew them',
    seen: false,
    make: async (query) => {
      const { position } = await removeTail(query);
      await query('delete from sealing.checkpoint where size > $1', [position]);
      return { position };
    },
  },
  T10: {
    what: 'an amount is edited and the whole tree is built again with the stolen key',
    seen: false,
    resealed: true,
    make: async (query, random) => {
      const place = await alterations.T3.make(query, random);
      await query(
        `insert into sealing.queue (kind, record, leaf_hash)
         select kind, record, coalesce((
           select sha256('\\x00'::bytea || convert_to(leaf.kind || E'\\n' || entry.body, 'UTF8')) from ledger.journal_entry as entry
           where leaf.kind = 'journal-entry' and entry.id::text = leaf.record), leaf_hash)
         from sealing.leaf order by position`,
      );
      for (const table of ['leaf', 'checkpoint']) await query(`truncate sealing.${table} cascade`);
      return place;
    },
  },
  T11: {
    what: 'one bit of a stored PDF is turned, and its hash beside it is mended',
    kind: 'paper',
    make: async (query) => {
      const { number } = await one(query, 'select number from invoicing.paper order by number limit 1');
      await query(
        `with turned as (select number, set_byte(pdf, 1000, get_byte(pdf, 1000) # 1) as pdf from invoicing.paper where number = $1)
         update invoicing.paper set pdf = turned.pdf, pdf_sha256 = sha256(turned.pdf) from turned where paper.number = turned.number`,
        [number],
      );
      return { record: number };
    },
  },
  T12: {
    what: 'what an agreement bears is edited, so that more fits below its ceiling',
    kind: 'agreement',
    make: async (query) => {
      const { number } = await one(query, 'select number from agreements.agreement where charged_usd > 0 order by number limit 1');
      await query('update agreements.agreement set charged_usd = charged_usd - 1 where number = $1', [number]);
      return { record: number };
    },
  },
}; // prettier-ignore

async function removeTail(query) {
  const { position } = await one(query, 'select (max(position) - 3)::int as position from sealing.leaf');
  await query(
    `delete from ledger.posting where entry_id::text in (select record from sealing.leaf where position >= $1 and kind = 'journal-entry')`,
    [position],
  );
  await query(
    `delete from ledger.journal_entry where id::text in (select record from sealing.leaf where position >= $1 and kind = 'journal-entry')`,
    [position],
  );
  await query('delete from sealing.leaf where position >= $1', [position]);
  return { position };
}
