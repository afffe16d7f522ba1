import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Answers } from '../../api/client.ts';
import { agreements, charges, chargeTotals, serviceItems } from '../../api/queries.ts';
import { shortcutTable } from '../../frame/shortcut-table.ts';
import { type Shortcut, useShortcuts } from '../../frame/shortcuts.tsx';
import '../../look/documents.css';
import { Empty } from '../../parts/empty.tsx';
import { Chips, useFilters } from '../../parts/filters.tsx';
import { Amount } from '../../parts/figures.tsx';
import { ListTrouble } from '../../parts/list-trouble.tsx';
import { type Foot, ListTable } from '../../parts/list-table.tsx';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordCharges } from '../../parts/record-charges.tsx';
import { SavedViews } from '../../parts/saved-views.tsx';
import { type Selection, SelectionBar, useSelection } from '../../parts/selection.tsx';
import { orderAsked, sortedIn } from '../../parts/sort-order.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { useBiennium } from '../../session/biennium.ts';
import { familyText, figureText, stateText } from '../../words/codes.ts';
import { countText, moneyText } from '../../words/figures.ts';
import { labelled, t } from '../../words/words.ts';
import { BulkActions, sumOf } from './bulk.tsx';
import { ChargePanel } from './charge-panel.tsx';
import { ChooseColumns } from './choose-columns.tsx';
import { columnsAs, columnsIn } from './column-choice.ts';
import { chargeColumns, selectColumn } from './columns.tsx';
import { netOfCredits } from './net.ts';

type Charge = Answers['ChargeAnswer'];

const names = [
  'agreement',
  'meeting',
  'state',
  'family',
  'item',
  'month',
  'fund',
  'budgetLine',
  'from',
  'to',
  'figure',
] as const;
const states = [
  'PROVISIONAL',
  'RECORDED',
  'RECEIVED',
  'CERTIFIED',
  'INVOICED',
  'SETTLED',
  'DISPUTED',
  'CREDITED',
  'REJECTED',
  'RETURNED',
  'WITHDRAWN',
  'REVERSING',
  'REVERSED',
];
const families = ['DOCUMENTS', 'REGISTRATION', 'IT', 'TRAVEL'];

/** All charges of the biennium, newest first; the filters and the chosen charge are in the address. */
export function Charges(): ReactNode {
  const biennium = useBiennium();
  const navigate = useNavigate();
  const [{ charge: chosen, columns, sort, order, ...filter }, change] = useFilters([
    ...names,
    ...(['charge', 'columns', 'sort', 'order'] as const),
  ]);
  const inOrder = { sort, order };
  const shown = columnsIn(columns);
  const asked = { ...filter, ...(biennium === null ? {} : { biennium }) };
  const list = useInfiniteQuery({ ...charges({ ...asked, ...orderAsked(inOrder) }), enabled: biennium !== null });
  const { data: totals } = useQuery({ ...chargeTotals(asked), enabled: biennium !== null });
  const { data: agreed } = useQuery(agreements());
  const choose = useCallback((id: string | null) => change({ charge: id }), [change]);
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      { ...shortcutTable.recordCharges, act: () => void navigate('/charges/new') },
      { ...shortcutTable.recordTrip, act: () => void navigate('/charges/new/trip') },
      { ...shortcutTable.toFilters, act: () => document.querySelector<HTMLElement>('.filters select')?.focus() },
      {
        ...shortcutTable.decide,
        act: () =>
          document.querySelector<HTMLButtonElement>('.selection-bar button[data-decides]:not(:disabled)')?.click(),
      },
      { ...shortcutTable.closePanel, act: () => choose(null) },
    ],
    [navigate, choose],
  );
  useShortcuts(shortcuts);

  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const keys = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selection = useSelection(keys);
  const listed = [selectColumn(selection), ...chargeColumns({ totals, chosen: shown })];
  return (
    <Page
      title={t('Charges')}
      actions={<RecordCharges agreement={agreed?.items.find(({ number }) => number === filter.agreement) ?? null} />}
    >
      <SavedViews screen="/charges" leavesOut={['charge']} />
      <FilterBar filter={filter} change={change}>
        <ChooseColumns chosen={shown} onChoose={(keys) => change({ columns: columnsAs(keys) })} />
      </FilterBar>
      {list.error !== null && list.data === undefined ? (
        <ListTrouble error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Waiting />
      ) : (
        <div className="with-panel" data-open={chosen !== undefined}>
          <div>
            {rows.length > 0 && <SelectAll rows={rows} selection={selection} />}
            {rows.length === 0 ? (
              <Nothing filter={filter} onRemove={(name) => change({ [name]: null })} />
            ) : (
              <ListTable
                caption={t('Charges')}
                columns={listed}
                rows={rows}
                keyOf={({ id }) => id}
                chosen={chosen ?? null}
                onChoose={choose}
                totalsHead={t('Total')}
                foots={shown.includes('amount') ? netFoot(totals) : []}
                stackBelow={56}
                isChosen={columns !== undefined}
                sorted={sortedIn(inOrder, change)}
                onFilter={change}
              />
            )}
            <p className="list-more">
              {rows.length > 0 && (
                <span className="muted">
                  {t('{shown} of {all}', {
                    shown: countText(rows.length),
                    all: countText(totals?.count ?? rows.length),
                  })}
                </span>
              )}
              {list.hasNextPage && (
                <Button
                  size="xs"
                  variant="default"
                  loading={list.isFetchingNextPage}
                  onClick={() => void list.fetchNextPage()}
                >
                  {t('Show more')}
                </Button>
              )}
            </p>
            <Selected rows={rows} selection={selection} />
          </div>
          {chosen !== undefined && <ChargePanel id={chosen} onClose={() => choose(null)} />}
        </div>
      )}
    </Page>
  );
}

/** Under the total, where credit notes were issued on these charges: what is left, as Home and the audit have it. */
function netFoot(totals: Answers['AgreementTotalsAnswer'] | undefined): Foot[] {
  const net = totals === undefined ? null : netOfCredits(totals);
  if (totals === undefined || net === null) return [];
  return [
    {
      head: t('Less credit notes of {amount}', { amount: moneyText(totals.credited) }),
      shows: { amount: <Amount of={net} zero="0.00" /> },
    },
  ];
}

function SelectAll({ rows, selection }: { rows: readonly Charge[]; selection: Selection }): ReactNode {
  const isAll = selection.chosen.size === rows.length;
  return (
    <div className="deciding">
      <label className="select-all">
        <input
          type="checkbox"
          className="select-box"
          checked={isAll}
          onChange={() => selection.set(isAll ? [] : rows.map(({ id }) => id))}
        />{' '}
        {t('Select all that are shown')}
      </label>
      <span className="muted keys">
        <kbd>j</kbd> <kbd>k</kbd> <kbd>x</kbd> <kbd>f</kbd> <kbd>e</kbd>
      </span>
    </div>
  );
}

/** What is selected, what it comes to, and what the server lets this person do with all of it at once. */
function Selected({ rows, selection }: { rows: readonly Charge[]; selection: Selection }): ReactNode {
  const chosen = rows.filter(({ id }) => selection.chosen.has(id));
  const mayAll = (action: string): readonly Charge[] =>
    chosen.every(({ availableActions }) => availableActions.some((one) => one.action === action && one.allowed))
      ? chosen
      : [];
  const [toReceive, toCertify] = [mayAll('charge.receive'), mayAll('charge.certify')];
  return (
    <SelectionBar
      selection={selection}
      says={t('{count, plural, one {# selected} other {# selected}}, {total}', {
        count: chosen.length,
        total: sumOf(chosen),
      })}
    >
      <BulkActions toReceive={toReceive} toCertify={toCertify} onDone={() => selection.set([])} />
      {toReceive.length + toCertify.length === 0 && (
        <span className="muted">{t('There is no step that you may take with all of them at once.')}</span>
      )}
    </SelectionBar>
  );
}

type Filter = Partial<Record<(typeof names)[number], string>>;

interface Bar {
  readonly filter: Filter;
  readonly change: (changes: Record<string, string | null>) => void;
  readonly children: ReactNode;
}

function FilterBar({ filter, change, children }: Bar): ReactNode {
  const { data: agreed } = useQuery(agreements());
  const { data: items } = useQuery(serviceItems());
  const select = (
    name: keyof Filter,
    label: string,
    options: readonly { value: string; label: string }[],
  ): ReactNode => (
    <NativeSelect
      key={name}
      size="xs"
      aria-label={label}
      value={filter[name] ?? ''}
      data={[{ value: '', label }, ...options]}
      onChange={({ currentTarget: { value } }) => change({ [name]: value })}
    />
  );
  const title = (code: string): string => items?.items.find((one) => one.code === code)?.title ?? '';
  return (
    <>
      <div className="filters" role="search" aria-label={t('Filters')}>
        {select(
          'agreement',
          t('Agreement'),
          (agreed?.items ?? []).map(({ number }) => ({ value: number, label: number })),
        )}
        {select(
          'state',
          t('State'),
          states.map((value) => ({ value, label: stateText(value) })),
        )}
        {select(
          'family',
          t('Kind of service'),
          families.map((value) => ({ value, label: familyText(value) })),
        )}
        {select(
          'item',
          t('Service'),
          (items?.items ?? []).map(({ code }) => ({ value: code, label: `${code} ${title(code)}`.slice(0, 50) })),
        )}
        {children}
      </div>
      <Chips chips={chipsOf(filter)} onRemove={(name) => change({ [name]: null })} />
    </>
  );
}

function chipsOf(filter: Filter): { name: string; label: string }[] {
  const labels: Readonly<Record<keyof Filter, string>> = {
    agreement: t('Agreement'),
    meeting: t('Meeting'),
    state: t('State'),
    family: t('Kind of service'),
    item: t('Service'),
    month: t('Month'),
    fund: t('Fund'),
    budgetLine: t('Budget line'),
    from: t('From'),
    to: t('Until'),
    figure: t('Figure of the audit'),
  };
  return names.flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    const words = { state: stateText, family: familyText, figure: figureText } as Partial<
      Record<string, (code: string) => string>
    >;
    const shown = words[name]?.(value) ?? value;
    return [{ name, label: labelled(labels[name], shown) }];
  });
}

function Nothing({ filter, onRemove }: { filter: Filter; onRemove: (name: string) => void }): ReactNode {
  const biennium = useBiennium();
  const last = chipsOf(filter).at(-1);
  if (last === undefined) {
    const none = (
      <Empty action={<Link to="/charges/new">{t('Record the first')}</Link>}>
        {t('No charges yet. Charges are delivered units: days, pages, participants.')}
      </Empty>
    );
    return biennium === null ? none : <NothingYet biennium={biennium}>{none}</NothingYet>;
  }
  return (
    <Empty
      action={
        <Button size="xs" variant="default" onClick={() => onRemove(last.name)}>
          {t('Remove the last filter')}
        </Button>
      }
    >
      {t('Nothing matches {filters}.', {
        filters: chipsOf(filter)
          .map(({ label }) => label)
          .join(' + '),
      })}
    </Empty>
  );
}
