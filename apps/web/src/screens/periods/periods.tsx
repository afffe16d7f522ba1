import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type Period, periodsOf } from '../../api/periods.ts';
import { secretariats } from '../../api/queries.ts';
import { shortcutTable } from '../../frame/shortcut-table.ts';
import { type Shortcut, useShortcuts } from '../../frame/shortcuts.tsx';
import '../../look/documents.css';
import '../../look/periods.css';
import { Code, Instant } from '../../parts/figures.tsx';
import { useFilters } from '../../parts/filters.tsx';
import { ListTrouble } from '../../parts/list-trouble.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { Page } from '../../parts/page.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useBiennium } from '../../session/biennium.ts';
import { t } from '../../words/words.ts';
import { periodName } from './naming.ts';
import { PeriodPanel } from './period-panel.tsx';
import { bienniumOf, byYear, nextOf, proposed, signed } from './standing.ts';

/** A biennium and its months, of both books at once: how far each is closed, by whom, and what comes next. */
export function Periods(): ReactNode {
  const [search] = useSearchParams();
  const [{ period: open }, change] = useFilters(['period'] as const);
  const looked = useBiennium();
  // A link to a month that says no biennium shows it among its own.
  const biennium = (search.get('biennium') === null && open !== undefined ? bienniumOf(open) : null) ?? looked;
  const { data, error, refetch } = useQuery({ ...periodsOf(biennium ?? ''), enabled: biennium !== null });
  const { data: sides } = useQuery(secretariats());
  const choose = useCallback((code: string | null) => change({ period: code }), [change]);
  const shortcuts = useMemo<Shortcut[]>(() => [{ ...shortcutTable.closePanel, act: () => choose(null) }], [choose]);
  useShortcuts(shortcuts);
  const columns = useMemo(() => columnsOf(sides?.items.map(({ code }) => code) ?? []), [sides]);
  const chosen = data?.items.find(({ code }) => code === open);
  const isShown = chosen !== undefined && sides !== undefined;
  useEffect(() => {
    // Of two years, the month that a link leads to is below the window.
    if (isShown) document.querySelector('.list tr[data-chosen="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [isShown, open]);
  if (error !== null && data === undefined) return <ListTrouble error={error} onRetry={() => void refetch()} />;
  return (
    <Page
      title={t('Periods')}
      lead={t(
        'Months and bienniums of both books. Three people close one: who proposes it, and who signs for each side.',
      )}
    >
      {data === undefined || sides === undefined ? (
        <Waiting />
      ) : (
        <div className="with-panel" data-open={chosen !== undefined}>
          <ListTable<Period>
            caption={t('Periods')}
            columns={columns}
            rows={data.items}
            groups={byYear(data.items).map(([year, rows]) => ({
              key: year ?? 'biennium',
              head: <strong>{year ?? t('Biennium')}</strong>,
              rows,
            }))}
            keyOf={({ code }) => code}
            chosen={open ?? null}
            onChoose={choose}
            stackBelow={52}
          />
          {chosen !== undefined && <PeriodPanel key={chosen.code} code={chosen.code} onClose={() => choose(null)} />}
        </div>
      )}
    </Page>
  );
}

function columnsOf(sides: readonly string[]): Column<Period>[] {
  return [
    { key: 'period', head: t('Period'), isRowHead: true, shows: (one) => <bdi>{periodName(one)}</bdi> },
    { key: 'state', head: t('State'), narrow: 'end', shows: ({ state }) => <StateMark state={state} /> },
    { key: 'next', head: t('What comes next'), narrow: 'line', shows: (one) => <Next of={one} sides={sides} /> },
    { key: 'proposed', head: t('Proposed'), isQuiet: true, shows: (one) => <Step of={proposed(one)} /> },
    ...sides.map((side): Column<Period> => ({
      key: side,
      head: t('Signed for {side}', { side }),
      isQuiet: true,
      shows: (one) => <Step of={signed(one, side)} />,
    })),
  ];
}

/** Dim where somebody else takes it. */
function Next({ of, sides }: { of: Period; sides: readonly string[] }): ReactNode {
  const next = nextOf(of, sides);
  if (next === null) return null;
  const isOwn = of.availableActions.some(({ action, allowed }) => allowed && action !== 'period.withdraw');
  return <span className={isOwn ? undefined : 'muted'}>{t(...next)}</span>;
}

function Step({ of }: { of: Period['steps'][number] | null }): ReactNode {
  if (of === null) {
    return (
      <span className="figure muted" data-zero="true">
        –
      </span>
    );
  }
  return (
    <>
      <span className="effect">
        <Instant of={of.at} />
      </span>
      <span className="effect muted">
        <Code>{of.person}</Code>
      </span>
    </>
  );
}
