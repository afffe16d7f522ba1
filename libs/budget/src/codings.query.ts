import type { Tx } from '#platform';
import type { CodingInForce, StatedCoding } from './coding.ts';

const columns = `fund, budget_line as "budgetLine", fund_centre as "fundCentre", grant_number as grant, wbse, commitment_item as "commitmentItem"`;

/** Of all own funds and lines, by their codes; what a fund receives before its lines. */
export function ownCodings(tx: Tx): Promise<Omit<CodingInForce, 'statedAt' | 'statedBy'>[]> {
  return tx.query<Omit<CodingInForce, 'statedAt' | 'statedBy'>[]>(
    `with coded as (
       select code as fund, null::text as budget_line, secretariat, name as title, null::text as biennium from budget.trust_fund
       union all
       select line.fund, line.code, fund.secretariat, line.title, line.biennium
       from budget.budget_line as line join budget.trust_fund as fund on fund.code = line.fund
     )
     select coded.fund, coded.budget_line as "budgetLine", coded.secretariat, coded.title, coded.biennium,
       coding.fund_centre as "fundCentre", coding.grant_number as grant, coding.wbse, coding.commitment_item as "commitmentItem"
     from coded left join budget.coding on coding.fund = coded.fund and coding.budget_line is not distinct from coded.budget_line
     order by coded.fund, coded.budget_line nulls first`,
  );
}

/** What papers print of these lines, and of the receipts of these funds: the own, and those of the other side that an agreement names. */
export function printedCodings(
  tx: Tx,
  { lines, funds }: { lines: readonly string[]; funds: readonly string[] },
): Promise<StatedCoding[]> {
  return tx.query<StatedCoding[]>(
    `select ${columns} from budget.printed_coding_view
     where budget_line = any($1) or budget_line is null and fund = any($2) order by fund, budget_line nulls first`,
    [lines, funds],
  );
}

/** The coding as it was, while nobody else changes it; undefined where none was ever stated. */
export async function heldCoding(
  tx: Tx,
  { fund, budgetLine }: Pick<StatedCoding, 'fund' | 'budgetLine'>,
): Promise<StatedCoding | undefined> {
  // A row that is not there yet cannot be locked, and its versions must be in the order of their acts.
  await tx.query(`select pg_advisory_xact_lock(hashtext('recoup codings'))`);
  const [held] = await tx.query<StatedCoding[]>(
    `select ${columns} from budget.coding where fund = $1 and budget_line is not distinct from $2 for no key update`,
    [fund, budgetLine],
  );
  return held;
}

export async function keepCoding(tx: Tx, coding: StatedCoding): Promise<void> {
  const { fund, budgetLine, fundCentre, grant, wbse, commitmentItem } = coding;
  await tx.query(
    `insert into budget.coding (fund, budget_line, fund_centre, grant_number, wbse, commitment_item) values ($1, $2, $3, $4, $5, $6)
     on conflict on constraint coding_once do update set fund_centre = excluded.fund_centre,
       grant_number = excluded.grant_number, wbse = excluded.wbse, commitment_item = excluded.commitment_item`,
    [fund, budgetLine, fundCentre, grant, wbse, commitmentItem],
  );
}
