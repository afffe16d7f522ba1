import type { ChargeState } from './charge-states.ts';

/** A figure of the audit of a biennium. */
export const chargeFigures = ['CHARGED', 'CREDITED', 'INVOICED', 'SETTLED', 'OPEN'] as const;
export type ChargeFigure = (typeof chargeFigures)[number];

const billed = ['INVOICED', 'SETTLED', 'CREDITED'] as const satisfies readonly ChargeState[];
const posted = ['CERTIFIED', 'REVERSING', ...billed] as const satisfies readonly ChargeState[];

/** Which charges a figure is the sum of. CREDITED: those of these states that were given back, whole or in part. */
export const statesBehind: Readonly<Record<ChargeFigure, readonly ChargeState[]>> = {
  CHARGED: posted,
  CREDITED: posted,
  INVOICED: billed, // less what was credited
  SETTLED: ['SETTLED'],
  OPEN: ['CERTIFIED', 'REVERSING', 'INVOICED'], // less what was credited
};
