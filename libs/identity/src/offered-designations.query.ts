import type { Day } from '#kernel';
import type { Tx } from '#platform';
import type { Act } from './act.ts';
import type { Officer } from './authority.ts';
import { designationActs } from './designation-acts.ts';
import { type DesignationView, designationViews, lastAdministrators, officersOfSide } from './designations.query.ts';
import { Secretariat } from './secretariat.ts';

export interface OfferedDesignation {
  readonly view: DesignationView;
  readonly acts: readonly Act[];
}

/** The designations and proposals that are visible, or the one with this id, with what the state of each lets somebody do. */
export async function offeredDesignations(
  tx: Tx,
  on: Day,
  by: Officer,
  id: string | null = null,
): Promise<OfferedDesignation[]> {
  const views = await designationViews(tx, on, id);
  const secretariats = (await tx.find(Secretariat, { order: { code: 'ASC' } })).map(({ code }) => code);
  const officers = new Map<string, number>();
  // How many a side has matters to the acting proposals of that side alone.
  const sides = new Set(
    views.filter(({ state, acting }) => state === 'PROPOSED' && acting).map((one) => one.secretariat),
  );
  for (const side of sides) officers.set(side, await officersOfSide(tx, side, on));
  const administering = views.filter(({ state, duty }) => state === 'IN_FORCE' && duty === 'ADMINISTRATOR');
  const last = await lastAdministrators(
    tx,
    administering.map((one) => one.id),
    on,
  );
  return views.map((view) => {
    const others = secretariats.filter((code) => code !== view.secretariat);
    const side = { officers: officers.get(view.secretariat) ?? 0, others, isLast: last.has(view.id) };
    return { view, acts: designationActs(view, side, by) };
  });
}
