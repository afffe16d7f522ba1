import { Money } from '#kernel';
import type { Audit, AuditFigures } from '../../api/documents.ts';

/** One row of a cut through the biennium: what it is, its figures, and where its charges are. */
export interface CutRow {
  readonly key: string;
  readonly code: string;
  readonly title: string;
  readonly figures: AuditFigures;
  readonly plan?: string; // a ceiling or an allotment
  readonly waiting?: string;
  readonly to: string;
}

export interface CutGroup {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly CutRow[];
}

export const cuts = ['service', 'agreement', 'line', 'fund', 'month'] as const;
export type Cut = (typeof cuts)[number];

/** The figures in the order of their columns, by the names that the list of charges has for them (`?figure=OPEN`). */
export const figuresShown = [
  { figure: 'CHARGED', field: 'chargedUsd' },
  { figure: 'CREDITED', field: 'creditedUsd' },
  { figure: 'INVOICED', field: 'invoicedUsd' },
  { figure: 'SETTLED', field: 'settledUsd' },
  { figure: 'OPEN', field: 'openUsd' },
] as const satisfies readonly { readonly figure: string; readonly field: keyof AuditFigures }[];

/** Where the charges of all rows of a cut are listed. Null: of lines and funds each side sees its own alone. */
export function allOf({ biennium }: Audit, cut: Cut): string | null {
  return cut === 'line' || cut === 'fund' ? null : chargesOf(biennium, {});
}

function chargesOf(biennium: string, filter: Record<string, string>): string {
  return `/charges?${new URLSearchParams({ biennium, ...filter }).toString()}`;
}

/** The same totals, cut one way or another; services stand below the meeting that they were delivered to. */
export function cutOf(audit: Audit, cut: Cut): CutGroup[] {
  const to = (filter: Record<string, string>): string => chargesOf(audit.biennium, filter);
  const one = (rows: CutRow[]): CutGroup[] => [{ name: '', title: '', rows }];
  switch (cut) {
    case 'service':
      return audit.byAgreement.map(({ agreement, meeting }) => ({
        name: meeting,
        title: audit.byMeeting.find((known) => known.meeting === meeting)?.title ?? '',
        rows: audit.byItem
          .filter((row) => row.agreement === agreement)
          .map((row) => ({
            ...{ key: `${agreement} ${row.item}`, code: row.item, title: row.description, figures: row },
            to: to({ agreement, item: row.item }),
          })),
      }));
    case 'agreement':
      return one(
        audit.byAgreement.map((row) => ({
          ...{ key: row.agreement, code: row.agreement, title: `${row.provider} → ${row.client}`, figures: row },
          ...{ plan: row.ceilingUsd, waiting: row.provisionalUsd, to: to({ agreement: row.agreement }) },
        })),
      );
    case 'line':
      return one(
        audit.byBudgetLine.map((row) => ({
          ...{ key: row.budgetLine, code: row.budgetLine, title: row.title, figures: row },
          ...{ plan: row.allotmentUsd, to: to({ budgetLine: row.budgetLine }) },
        })),
      );
    case 'fund':
      return one(
        audit.byFund.map((row) => ({
          ...{ key: row.fund, code: row.fund, title: row.name, figures: row, to: to({ fund: row.fund }) },
        })),
      );
    case 'month':
      return one(
        audit.byMonth.map((row) => ({
          ...{ key: row.month, code: row.month, title: '', figures: row, to: to({ month: row.month }) },
        })),
      );
  }
}

/** What a bar shows: charged less what was given back. */
export function netOf({ chargedUsd, creditedUsd }: AuditFigures): string {
  return Money.totalUsd(chargedUsd).minus(Money.totalUsd(creditedUsd)).toString();
}

/** What the rows add up to: of lines and funds, of which each side sees its own alone, less than the biennium comes to. */
export function totalOf(groups: readonly CutGroup[]): AuditFigures {
  const all = groups.flatMap(({ rows }) => rows);
  const sum = (name: keyof AuditFigures): string =>
    all.reduce((total, { figures }) => total.plus(Money.totalUsd(figures[name])), Money.zero()).toString();
  return {
    ...{ chargedUsd: sum('chargedUsd'), creditedUsd: sum('creditedUsd'), invoicedUsd: sum('invoicedUsd') },
    ...{ settledUsd: sum('settledUsd'), openUsd: sum('openUsd') },
  };
}

/**
 * How much of what was charged stands under a heading whose rows each side sees of its own alone. Null where all of it does.
 */
export function hiddenIn(audit: Audit, cut: Cut): { shownUsd: string; wholeUsd: string; restUsd: string } | null {
  if (cut !== 'line') return null; // a fund is named to both, as papers print it
  const shown = Money.totalUsd(totalOf(cutOf(audit, cut)).chargedUsd);
  const whole = Money.totalUsd(audit.totals.chargedUsd);
  const rest = whole.minus(shown);
  return rest.isZero() ? null : { shownUsd: shown.toString(), wholeUsd: whole.toString(), restUsd: rest.toString() };
}

/** Nothing was charged, invoiced or settled in the biennium: its totals say nothing. */
export function isNothing({ totals }: Audit): boolean {
  return figuresShown.every(({ field }) => Money.totalUsd(totals[field]).isZero());
}

/** The longest bar: where the axis of all of them ends. */
export function mostOf(groups: readonly CutGroup[]): string {
  return groups
    .flatMap(({ rows }) => rows)
    .flatMap(({ figures, plan, waiting }) => [
      Money.totalUsd(netOf(figures)).plus(Money.totalUsd(waiting ?? '0.00')),
      Money.totalUsd(plan ?? '0.00'),
    ])
    .reduce((most, value) => (value.exceeds(most) ? value : most), Money.zero())
    .toString();
}
