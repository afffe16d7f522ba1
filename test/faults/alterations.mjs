/**
 * What a superuser with the triggers off can do to the books, and what must be said of it. `make(query, random)` alters and
 * answers where: `names`, the words of which verification must say one where it names what is wrong. `withoutNote` is
 * honest: without a checkpoint that somebody else holds, nobody can see it.
 */
const one = async (query, sql, values) => (await query(sql, values))[0];
const anEntry = (query, random) =>
  one(query, 'select id::text, pair_id from ledger.journal_entry order by id offset $1 limit 1', [random.below(20)]);
/** What verification calls the record of an entry: by its place in the tree, or by its number. */
const namesOf = async (query, ids) => {
  const leaves = await query(
    `select position::int from sealing.leaf where kind = 'journal-entry' and record = any($1) order by position`,
    [ids],
  );
  return [...leaves.map(({ position }) => `leaf ${position}`), ...ids.map((id) => `journal-entry ${id}`), ...ids];
};
const entriesOf = async (query, pair) =>
  (await query('select id::text from ledger.journal_entry where pair_id = $1 order by id', [pair])).map(({ id }) => id);
const changeAmounts = `"amountUsd":"(-?)([0-9]+)\\.`;

export const alterations = {
  T1: {
    what: 'an amount is edited in a posting, not in its sealed body',
    make: async (query, random) => {
      const { id } = await anEntry(query, random);
      await query('update ledger.posting set amount_usd = amount_usd + 1 where entry_id = $1 and position = 1', [id]);
      return { names: await namesOf(query, [id]) };
    },
  },
  T2: {
    what: 'an amount is edited in a sealed body, not in its posting',
    make: async (query, random) => {
      const { id } = await anEntry(query, random);
      await query(`update ledger.journal_entry set body = regexp_replace(body, $2, '"amountUsd":"\\11\\2.') where id = $1`, [id, changeAmounts]);
      return { names: await namesOf(query, [id]) };
    },
  },
  T3: {
    what: 'an amount is edited in postings and bodies, in both books',
    make: async (query, random) => {
      const { pair_id: pair } = await anEntry(query, random);
      const ids = await entriesOf(query, pair);
      await query('update ledger.posting set amount_usd = amount_usd * 2 where entry_id = any($1)', [ids]);
      await query(`update ledger.journal_entry set body = regexp_replace(body, $2, '"amountUsd":"\\11\\2.', 'g') where id = any($1)`, [ids, changeAmounts]);
      return { names: await namesOf(query, ids) };
    },
  },
  'T3, every sum as before': {
    what: 'who posted an entry is edited in its row and in its body, in both books: no sum shows it',
    onlyTheSeal: true,
    make: async (query, random) => {
      const { pair_id: pair } = await anEntry(query, random);
      const ids = await entriesOf(query, pair);
      await anotherHand(query, ids);
      return { names: await namesOf(query, ids) };
    },
  },
  T4: {
    what: 'an entry is deleted from both books',
    make: async (query, random) => {
      const { pair_id: pair } = await anEntry(query, random);
      const ids = await entriesOf(query, pair);
      const names = await namesOf(query, ids);
      await query('delete from ledger.posting where entry_id = any($1)', [ids]);
      await query('delete from ledger.journal_entry where id = any($1)', [ids]);
      return { names };
    },
  },
  T5: {
    what: 'an entry is inserted into both books, past the seal',
    make: async (query, random) => {
      const { pair_id: pair } = await anEntry(query, random);
      const ids = await entriesOf(query, pair);
      const pairNow = await one(query, 'select gen_random_uuid() as id');
      const added = [];
      for (const id of ids) {
        const made = await one(
          query,
          `insert into ledger.journal_entry (pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count,
             post_close_no, adjusts, adjustment_reason, posted_by, posted_at, body)
           select $2, book, counterparty, event, source || '-again', accounting_on, biennium, posting_count,
             post_close_no, adjusts, adjustment_reason, posted_by, posted_at, body from ledger.journal_entry where id = $1
           returning id::text`,
          [id, pairNow.id],
        );
        await query(
          `insert into ledger.posting (entry_id, book, position, account, fund, budget_line, agreement, item, service_month, amount_usd)
           select $2, book, position, account, fund, budget_line, agreement, item, service_month, amount_usd from ledger.posting where entry_id = $1`,
          [id, made.id],
        );
        added.push(made.id);
      }
      return { names: added.map((id) => `journal-entry ${id}`) };
    },
  },
  T6: {
    what: 'two entries are exchanged: each has the body of the other',
    make: async (query, random) => {
      const [first, second] = await query('select id::text, body from ledger.journal_entry order by id offset $1 limit 2', [random.below(20)]);
      await query('update ledger.journal_entry set body = $2 where id = $1', [first.id, second.body]);
      await query('update ledger.journal_entry set body = $2 where id = $1', [second.id, first.body]);
      return { names: await namesOf(query, [first.id, second.id]) };
    },
  },
  T7: {
    what: 'a leaf is edited',
    make: async (query, random) => {
      const { position } = await one(query, 'select position::int from sealing.leaf order by position offset $1 limit 1', [random.below(60)]);
      await query(`update sealing.leaf set leaf_hash = sha256('another') where position = $1`, [position]);
      return { names: [`leaf ${position}`] };
    },
  },
  T8: {
    what: 'the newest entries go, with their leaves, and a checkpoint knows better',
    make: async (query) => {
      const { position } = await one(query, 'select (max(position) - 5)::int as position from sealing.leaf');
      const records = (await query(`select record from sealing.leaf where position >= $1 and kind = 'journal-entry'`, [position])).map(({ record }) => record);
      await query('delete from ledger.posting where entry_id::text = any($1)', [records]);
      await query('delete from ledger.journal_entry where id::text = any($1)', [records]);
      await query('delete from sealing.leaf where position >= $1', [position]);
      return { names: [`leaf ${position}`] };
    },
  },
  T9: {
    what: 'the books are put back to an earlier hour, leaves and checkpoints with them',
    withoutNote: 'not seen',
    earlier: true,
    make: () => Promise.resolve({ names: ['A note held elsewhere has'] }),
  },
  T10: {
    what: 'who posted an entry is edited, and the whole tree is built again with the stolen key',
    withoutNote: 'not seen',
    resealed: true,
    make: async (query, random) => {
      const { pair_id: pair } = await anEntry(query, random);
      await anotherHand(query, await entriesOf(query, pair));
      await query('truncate sealing.queue, sealing.cosignature, sealing.publication');
      await query(
        `insert into sealing.queue (kind, record, leaf_hash)
         select kind, record, sealing.leaf_hash(kind, body)
         from sealing.leaves_with_bodies(0, (select max(position) + 1 from sealing.leaf)) order by place`,
      );
      await query('truncate sealing.leaf, sealing.subtree, sealing.checkpoint cascade');
      return { names: ['A note held elsewhere has'] };
    },
  },
  T11: {
    what: 'one bit of a stored PDF is turned, and its hash beside it is mended',
    make: async (query, random) => {
      const { number } = await one(query, 'select number from invoicing.paper order by number offset $1 limit 1', [random.below(3)]);
      const { position } = await one(query, `select position::int from sealing.leaf where kind = 'paper' and record = $1`, [number]);
      await query(
        `with turned as (select number, set_byte(pdf, 1000, get_byte(pdf, 1000) # 1) as pdf from invoicing.paper where number = $1)
         update invoicing.paper set pdf = turned.pdf, pdf_sha256 = sha256(turned.pdf) from turned where paper.number = turned.number`,
        [number],
      );
      return { names: [number, `leaf ${position}`] };
    },
  },
  T12: {
    what: 'what an agreement bears is edited, so that more fits below its ceiling',
    make: async (query) => {
      const { number } = await one(query, 'select number from agreements.agreement where charged_usd > 0 order by number limit 1');
      await query('update agreements.agreement set charged_usd = charged_usd - 1 where number = $1', [number]);
      return { names: [number] };
    },
  },
  T13: {
    what: 'a ceiling is raised above what both sides signed',
    onlyTheValues: true,
    make: (query) => valueAltered(query, 'agreements.agreement', 'number', 'ceiling_usd = ceiling_usd * 2'),
  },
  T14: {
    what: 'an allotment is raised',
    make: (query) => valueAltered(query, 'budget.budget_line', 'code', 'allotment_usd = allotment_usd + 1'),
  },
  T15: {
    what: 'a published price is altered, which no charge used',
    make: async (query) => {
      const { name } = await one(
        query,
        `update rates.rate_card_entry as entry set unit_rate = unit_rate + 1
         where ctid = (select ctid from rates.rate_card_entry as free where not exists (
           select from charging.charge where charge.item = free.item and charge.provider = free.provider) order by provider, item limit 1)
         returning concat_ws(' ', provider, item, valid_from) as name`,
      );
      return { names: [name] };
    },
  },
  T16: {
    what: 'a designation covers other days',
    make: (query) => valueAltered(query, 'identity.designation', 'id', 'valid_to = valid_to - 1'),
  },
  T17: {
    what: 'the address of a secretariat and how it is paid are altered',
    make: (query) => valueAltered(query, 'identity.secretariat', 'code', `address = '{Elsewhere}', settlement_method = 'Bank transfer'`),
  },
  T18: {
    what: 'the note of a charge and its reference to evidence are altered',
    make: (query) => valueAltered(query, 'charging.charge', 'id', `evidence = 'another', note = 'as agreed by telephone'`),
  },
  T19: {
    what: 'a ceiling is raised together with its sealed version',
    make: async (query) => {
      const { names } = await valueAltered(query, 'agreements.agreement', 'number', 'ceiling_usd = 77777777.00');
      const { id } = await one(
        query,
        `update sealing.value_version as version set body = regexp_replace(body, '"ceilingUsd":"[0-9.]+"', '"ceilingUsd":"77777777.00"')
         where kind = 'agreement' and record = $1
           and number = (select max(number) from sealing.value_version as other where other.kind = version.kind and other.record = version.record)
         returning id::text`,
        names,
      );
      const { position } = await one(query, `select position::int from sealing.leaf where kind = 'value-version' and record = $1`, [id]);
      return { names: [`leaf ${position}`] };
    },
  },
}; // oxfmt-ignore

/** Of the first row by its key. */
async function valueAltered(query, table, key, change) {
  const { name } = await one(
    query,
    `update ${table} set ${change} where ${key} = (select ${key} from ${table} order by ${key} limit 1) returning ${key}::text as name`,
  );
  return { names: [name] };
}

function anotherHand(query, ids) {
  return query(
    `update ledger.journal_entry set posted_by = 'MINAMATA.certifying', body = replace(body, '"' || posted_by || '"', '"MINAMATA.certifying"')
     where id = any($1)`,
    [ids],
  );
}
