import type { Tx } from '#platform';
import type { ChargeView } from './charges.query.ts';

/** Whether a budget line of the client has room for what was recorded and is not certified yet; how much is for the client alone. */
export interface LineRoom {
  readonly budgetLine: string;
  readonly hasRoom: boolean;
}

/** Of the client's lines that bear what waits under an agreement: whether each takes all of it, as certification will ask. */
export function roomForAgreement(tx: Tx, agreement: string): Promise<LineRoom[]> {
  return tx.query<LineRoom[]>(room, [agreement, null]);
}

/** Of the lines that bear a charge: whether each takes it after what was recorded before it. None where it waits no more. */
export async function roomForCharge(tx: Tx, { agreement, sequence, state, shares }: ChargeView): Promise<LineRoom[]> {
  if (!beforeCertification.includes(state)) return [];
  const bears = new Set(shares.filter(({ side }) => side === 'CLIENT').map(({ budgetLine }) => budgetLine));
  const lines = await tx.query<LineRoom[]>(room, [agreement, sequence]);
  return lines.filter(({ budgetLine }) => bears.has(budgetLine));
}

const beforeCertification = ['PROVISIONAL', 'RECORDED', 'RECEIVED', 'RETURNED'];

const room = 'select budget_line as "budgetLine", has_room as "hasRoom" from charging.room_on_client_lines($1, $2)';
