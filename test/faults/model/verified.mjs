/** All that the model knows, against the tables. */
import { done } from '../in-process.mjs';
import { usd } from './choices.mjs';

/** Errors: Differs. */
export async function verified(model, { books: { query, ask }, ids, settlements }) {
  const same = (what, found, modelled) => {
    const [left, right] = [found.toSorted().join('\n'), modelled.toSorted().join('\n')];
    if (left !== right) throw new Differs(`${what}:\n${left}\nand the model has\n${right}`);
  };
  const texts = async (sql) => (await query(sql)).map(({ text }) => text);
  same(
    'charges',
    await texts(`select concat_ws(' ', id, state, version, amount_usd, credited_usd, trim_scale(credited_quantity), (
        select string_agg(amount_usd || '-' || credited_usd, ',' order by position) from charging.charge_allocation
        where charge = charge.id and side = 'CLIENT')) as text from charging.charge`),
    [...model.charges.values()].map((one) =>
      [one.id, one.state, one.version, usd(one.cents), usd(one.credited), trimmed(one.creditedHundredths), one.client.map((share, index) => `${usd(share)}-${usd(one.givenBack[index])}`)].join(' '),
    ), // oxfmt-ignore
  );
  same(
    'agreements',
    await texts(`select concat_ws(' ', number, version, charged_usd, signed_on is not null) as text from agreements.agreement`),
    [...model.agreements.values()].map(({ number, version, charged }) => [number, version, usd(charged), model.isSigned(number) ? 't' : 'f'].join(' ')),
  ); // oxfmt-ignore
  same(
    'budget lines',
    await texts(`select code || ' ' || charged_usd as text from budget.budget_line where charged_usd <> 0`),
    Object.entries(model.lines).filter(([, { charged }]) => charged !== 0n).map(([code, { charged }]) => `${code} ${usd(charged)}`),
  ); // oxfmt-ignore
  same(
    'documents',
    await texts(`select concat_ws(' ', id, type, state, version, coalesce(number, '-'), total_usd) as text from invoicing.invoice`),
    model.documents.map((one, place) => [ids[place], one.type, one.state, one.version, one.number ?? '-', usd(model.totalOf(one))].join(' ')),
  ); // oxfmt-ignore
  same(
    'settlements',
    await texts(`select concat_ws(' ', id, state, amount_usd) as text from invoicing.settlement_proposal`),
    model.settlements.map(({ state, total }, place) => [settlements[place], state, usd(total)].join(' ')),
  );
  same(
    'balances',
    await texts(`select concat_ws(' ', entry.book, account, sum(amount_usd)) as text from ledger.posting join ledger.journal_entry as entry
      on entry.id = entry_id group by entry.book, account having sum(amount_usd) <> 0`),
    Object.entries(model.balances).filter(([, cents]) => cents !== 0n).map(([key, cents]) => `${key} ${usd(cents)}`),
  ); // oxfmt-ignore
  same(
    'periods',
    await texts(`select concat_ws(' ', code, state, version, close_no) as text from ledger.period`),
    [...model.months].map(([month, { state, version, closeNo }]) => [month, state, version, closeNo].join(' ')),
  );
  same(
    'entries',
    await texts(`select concat_ws(' ', to_char(accounting_on, 'YYYY-MM'), post_close_no, coalesce(adjusts, '-'), count(*)) as text
      from ledger.journal_entry group by to_char(accounting_on, 'YYYY-MM'), post_close_no, adjusts`),
    Object.entries(model.entries).map(([key, count]) => `${key} ${count}`),
  ); // oxfmt-ignore
  same(
    'final balances',
    await texts(`select concat_ws(' ', period, close_no, book, account, sum(balance_usd)) as text from ledger.period_balance
      group by period, close_no, book, account having sum(balance_usd) <> 0`),
    Object.entries(model.finals).map(([key, cents]) => `${key} ${usd(cents)}`),
  ); // oxfmt-ignore
  await done(ask('GET', '/api/v1/bienniums/2024-2025/totals'));
}

function trimmed(hundredths) {
  const text = usd(hundredths).replace(/\.?0+$/, '');
  return text === '' ? '0' : text;
}

export class Differs extends Error {}
