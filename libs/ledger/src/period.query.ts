import type { Actor, Biennium } from '#kernel';
import type { Tx } from '#platform';
import type { PeriodStates } from './accounting-day.ts';
import type { BookFacts } from './closing-checklist.ts';
import { monthsOf, PeriodCode } from './period-code.ts';
import { Period, type PeriodActKind, type PeriodState } from './period.ts';

/** The state of those of these periods that somebody has acted on. One read by key, for every posting. */
export async function periodStates(tx: Tx, codes: readonly string[]): Promise<PeriodStates> {
  const rows = await tx.query<{ code: string; state: PeriodState; close_no: number }[]>(
    'select code, state, close_no from ledger.period where code = any($1)',
    [[...new Set(codes)]],
  );
  return new Map(rows.map(({ code, state, close_no }) => [code, { state, closeNo: close_no }]));
}

/** A period with whoever has acted on the way to its next state. */
export async function loadPeriod(tx: Tx, code: PeriodCode): Promise<Period> {
  return (await loadPeriods(tx, [code]))(code);
}

/** The same of many, in one query. */
export async function loadPeriods(tx: Tx, codes: readonly PeriodCode[]): Promise<(code: PeriodCode) => Period> {
  const rows = await tx.query<
    {
      code: string;
      state: PeriodState;
      version: number;
      close_no: number;
      digest: string | null;
      acts: [string, string, string][];
    }[]
  >(
    `select period.code, period.state, period.version, period.close_no, encode(period.digest, 'hex') as digest,
       (select json_agg(json_build_array(act, person, secretariat) order by number desc)
        from ledger.period_act where period_act.period = period.code
          and number >= (select max(number) from ledger.period_act as start
                         where start.period = period.code and start.act in ('CLOSING_PROPOSED', 'REOPENING_REQUESTED'))) as acts
     from ledger.period where period.code = any($1)`,
    [codes.map(String)],
  );
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return (code) => {
    const row = byCode.get(code.toString());
    if (row === undefined) return Period.untouched(code);
    const actorOf = (wanted: PeriodActKind): Actor | null => {
      const [found] = row.acts.filter(([act]) => act === wanted);
      return found === undefined ? null : { person: found[1], secretariat: found[2] };
    };
    return new Period({
      code,
      state: row.state,
      version: row.version,
      closeNo: row.close_no,
      proposedBy: actorOf('CLOSING_PROPOSED'),
      signedBy: actorOf('CLOSING_SIGNED'),
      requestedBy: actorOf('REOPENING_REQUESTED'),
      digest: row.digest,
    });
  };
}

/** What the entries of a period add up to, now. Amounts are text in USD. */
export interface PeriodFigures {
  readonly entries: string;
  readonly entriesSha256: string; // hex; ledger README, "What both sides sign"
  readonly balances: readonly PeriodBalance[];
}

export interface PeriodBalance {
  readonly book: string;
  readonly account: string;
  readonly fund: string;
  readonly debitUsd: string;
  readonly creditUsd: string;
  readonly balanceUsd: string;
}

/** Of both books, as the owner gives them to whoever is about to sign; null where its closing is not proposed, or it is locked. */
export async function figuresBeforeTheLock(tx: Tx, code: string): Promise<PeriodFigures | null> {
  const [figures] = await tx.query<PeriodFigures[]>(
    `select entries, encode(sha256, 'hex') as "entriesSha256", balances from ledger.figures_to_sign($1)`,
    [code],
  );
  return figures ?? null;
}

/** The same of a period that is being closed. */
export async function figuresToSign(tx: Tx, code: string): Promise<PeriodFigures> {
  const figures = await figuresBeforeTheLock(tx, code);
  if (figures === null) throw new Error(`Period ${code} is being closed, and was looked at before.`);
  return figures;
}

/** What the books say of a period before it is closed. */
export async function bookFacts(tx: Tx, code: PeriodCode): Promise<BookFacts> {
  const [sums] = await tx.query<{ outOfBalance: string[]; unmirrored: number }[]>(
    'select out_of_balance as "outOfBalance", unmirrored from ledger.closing_facts($1)',
    [code.toString()],
  );
  return {
    outOfBalance: sums?.outOfBalance ?? [],
    unmirrored: sums?.unmirrored ?? 0,
    openMonths: code.kind === 'BIENNIUM' ? await openMonths(tx, code.biennium) : [],
    unsealed: await unsealedEntries(tx),
  };
}

/** Months of a biennium that have entries and are not locked. */
async function openMonths(tx: Tx, biennium: Biennium): Promise<string[]> {
  const rows = await tx.query<{ code: string }[]>(
    `select month.code
     from unnest($1::text[]) as month (code)
     where not exists (select from ledger.period where period.code = month.code and period.state = 'LOCKED')
       and ledger.has_entries(month.code)
     order by 1`,
    [monthsOf(biennium)],
  );
  return rows.map(({ code }) => code);
}

async function unsealedEntries(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ waiting: number }[]>(
    `select count(*)::integer as waiting from sealing.queue where kind = 'journal-entry'`,
  );
  return row?.waiting ?? 0;
}

/** A period as it is shown: one without a row is open. */
export interface PeriodView {
  code: string;
  kind: 'MONTH' | 'BIENNIUM';
  biennium: string;
  state: PeriodState;
  version: number;
  closeNo: number;
  digest: string | null;
  /** What was done to it since its closing was last proposed, in order; none where it never was. */
  steps: PeriodStepView[];
}

export interface PeriodStepView {
  act: PeriodActKind;
  person: string;
  secretariat: string;
  at: string; // an instant, ISO 8601 in UTC
}

/** The biennium and its 24 months, of each biennium that has entries or was acted on, or of the one named. */
export async function periodViews(tx: Tx, named: Biennium | null): Promise<PeriodView[]> {
  const bienniums =
    named === null
      ? (
          await tx.query<{ biennium: string }[]>(
            `select biennium from ledger.movement_total
             union select ledger.biennium_of(make_date(left(code, 4)::integer, 1, 1)) from ledger.period
             order by 1`,
          )
        ).map(({ biennium }) => PeriodCode.of(biennium).biennium)
      : [named];
  const codes = bienniums.flatMap((biennium) => [biennium.toString(), ...monthsOf(biennium)]);
  const rows = await tx.query<Omit<PeriodView, 'kind' | 'biennium'>[]>(
    `select code, state, version, close_no as "closeNo", encode(digest, 'hex') as digest,
       (select json_agg(json_build_object('act', act, 'person', person, 'secretariat', secretariat,
          'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by number)
        from ledger.period_act where period_act.period = period.code
          and number >= (select max(number) from ledger.period_act as start
                         where start.period = period.code and start.act = 'CLOSING_PROPOSED')) as steps
     from ledger.period where code = any($1)`,
    [codes],
  );
  const acted = new Map(rows.map((row) => [row.code, row]));
  return codes.map((text) => {
    const code = PeriodCode.of(text);
    const untouched = { code: text, state: 'OPEN' as const, version: 0, closeNo: 0, digest: null, steps: [] };
    return { ...(acted.get(text) ?? untouched), kind: code.kind, biennium: code.biennium.toString() };
  });
}

/** A step in the life of a period, as it is kept: `body` is its canonical JSON. */
export interface PeriodActView {
  number: number;
  act: PeriodActKind;
  person: string;
  secretariat: string;
  at: Date;
  reason: string | null;
  digest: string | null;
  body: string;
}

export function periodActsOf(tx: Tx, code: string): Promise<PeriodActView[]> {
  return tx.query<PeriodActView[]>(
    `select number, act, person, secretariat, at, reason, encode(digest, 'hex') as digest, body
     from ledger.period_act where period = $1 order by number`,
    [code],
  );
}

/** The balances as they were stored at the last lock; none where it was never locked. */
export function finalBalances(tx: Tx, code: string): Promise<PeriodBalance[]> {
  return tx.query<PeriodBalance[]>(
    `select balance.book, balance.account, balance.fund, balance.debit_usd as "debitUsd", balance.credit_usd as "creditUsd",
       balance.balance_usd as "balanceUsd"
     from ledger.period_balance as balance
     join ledger.period on period.code = balance.period and period.close_no = balance.close_no
     where balance.period = $1
     order by balance.book collate "C", balance.account collate "C", balance.fund collate "C"`,
    [code],
  );
}

/** Closed periods whose entries no longer add up to what both sides signed; for the audit and for tests. None, or something is wrong. */
export async function closedPeriodsThatDiffer(tx: Tx, codes: readonly string[] | null = null): Promise<string[]> {
  const rows = await tx.query<{ code: string }[]>(
    'select code from ledger.closed_periods_that_differ($1) as code order by 1',
    [codes],
  );
  return rows.map(({ code }) => code);
}
