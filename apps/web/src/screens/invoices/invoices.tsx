import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { Money } from '#kernel';
import { blobOf, bytesOf, type Invoice, invoices } from '../../api/documents.ts';
import { agreements } from '../../api/queries.ts';
import { saveAs } from '../../api/save.ts';
import { shortcutTable } from '../../frame/shortcut-table.ts';
import { type Shortcut, useShortcuts } from '../../frame/shortcuts.tsx';
import '../../look/documents.css';
import { Empty } from '../../parts/empty.tsx';
import { Amount, Code, Day } from '../../parts/figures.tsx';
import { Chips, useFilters } from '../../parts/filters.tsx';
import { ListTrouble } from '../../parts/list-trouble.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { Page } from '../../parts/page.tsx';
import { SelectBox, type Selection, SelectionBar, useSelection } from '../../parts/selection.tsx';
import { orderAsked, sortedIn } from '../../parts/sort-order.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useBiennium } from '../../session/biennium.ts';
import { stateText } from '../../words/codes.ts';
import { countText } from '../../words/figures.ts';
import { labelled, t } from '../../words/words.ts';

const names = ['agreement', 'provider', 'state', 'type'] as const;
const states = ['DRAFT', 'ISSUED', 'ACKNOWLEDGED', 'SETTLED', 'DISCARDED'];

/** Invoices and credit notes of the biennium, newest first; what is selected can be taken along as one file. */
export function Invoices(): ReactNode {
  const biennium = useBiennium();
  const navigate = useNavigate();
  const [{ sort, order, ...filter }, change] = useFilters([...names, ...(['sort', 'order'] as const)]);
  const inOrder = { sort, order };
  const asked = { ...filter, ...orderAsked(inOrder), ...(biennium === null ? {} : { biennium }) };
  const list = useInfiniteQuery({ ...invoices(asked), enabled: biennium !== null });
  const rows = useMemo(
    () =>
      (list.data?.pages ?? [])
        .flatMap(({ items }) => items)
        .filter((one) => filter.state !== undefined || one.state !== 'DISCARDED'),
    [list.data, filter.state],
  );
  const keys = useMemo(() => rows.map(nameOf), [rows]);
  const selection = useSelection(keys);
  const issued = useMemo(() => rows.filter(({ number }) => number !== null).map(nameOf), [rows]);
  const columns = useMemo(() => columnsWith(rows, selection), [rows, selection]);
  const prepare = `/invoices/prepare${filter.agreement === undefined ? '' : `?agreement=${encodeURIComponent(filter.agreement)}`}`;
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      { ...shortcutTable.prepareInvoice, act: () => void navigate(prepare) },
      { ...shortcutTable.toFilters, act: () => document.querySelector<HTMLElement>('.filters select')?.focus() },
    ],
    [navigate, prepare],
  );
  useShortcuts(shortcuts);
  return (
    <Page
      title={t('Invoices')}
      lead={sort === undefined ? t('Invoices and credit notes, newest first.') : t('Invoices and credit notes.')}
      actions={
        <Button component={Link} to={prepare} size="xs">
          {t('Prepare an invoice')}
        </Button>
      }
    >
      <FilterBar filter={filter} change={change} />
      {list.error !== null && list.data === undefined ? (
        <ListTrouble error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <NothingYet biennium={biennium ?? ''}>
          <Empty action={<Link to={prepare}>{t('Prepare an invoice')}</Link>}>
            {t('No invoices here yet. They are prepared from certified charges.')}
          </Empty>
        </NothingYet>
      ) : (
        <>
          <SelectAll issued={issued} selection={selection} />
          <ListTable
            caption={t('Invoices')}
            columns={columns}
            rows={rows}
            keyOf={nameOf}
            stackBelow={56}
            onChoose={(name) => void navigate(`/invoices/${encodeURIComponent(name)}`)}
            totalsHead={t('Total')}
            sorted={sortedIn(inOrder, change)}
            onFilter={change}
          />
          {list.hasNextPage && (
            <p className="list-more">
              <Button
                size="xs"
                variant="default"
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {t('Show more')}
              </Button>
            </p>
          )}
          <Taking selection={selection} />
        </>
      )}
    </Page>
  );
}

/** By its number; a draft, which has none, by its id. */
function nameOf({ number, id }: Invoice): string {
  return number ?? id;
}

function columnsWith(rows: readonly Invoice[], selection: Selection): Column<Invoice>[] {
  const sum = (of: (one: Invoice) => string): string => Money.sum(rows.map((one) => Money.usd(of(one)))).toString();
  return [
    {
      key: 'select',
      head: '',
      narrow: 'before',
      shows: (one) => (
        <SelectBox
          of={nameOf(one)}
          name={one.number ?? t('Draft')}
          selection={selection}
          isDisabled={one.number === null}
        />
      ),
    },
    {
      key: 'number',
      sort: 'number',
      head: t('Number'),
      isRowHead: true,
      shows: ({ number, type }) =>
        number === null ? (
          <>{type === 'INVOICE' ? t('Draft of an invoice') : t('Draft of a credit note')}</>
        ) : (
          <Code>{number}</Code>
        ),
    },
    {
      key: 'sides',
      head: t('Provider to client'),
      narrow: 'part',
      shows: ({ provider, client }) => (
        <span className="whole">
          <Code>{provider}</Code> {t('to')} <Code>{client}</Code>
        </span>
      ),
      filters: ({ provider }) => ({ provider }),
    },
    {
      key: 'agreement',
      head: t('Agreement'),
      narrow: 'part',
      shows: ({ agreement, corrects }) => (
        <>
          <Code>{agreement}</Code>
          {corrects !== null && (
            <span className="muted small corrects">
              {t('corrects')} <Code>{corrects}</Code>
            </span>
          )}
        </>
      ),
      filters: ({ agreement }) => ({ agreement }),
    },
    {
      ...{ key: 'state', head: t('State'), narrow: 'part', shows: ({ state }) => <StateMark state={state} /> },
      filters: ({ state }) => ({ state }),
    },
    {
      key: 'issued',
      sort: 'date',
      head: t('Issued on'),
      narrow: 'part',
      shows: ({ issuedOn }) => (issuedOn === null ? null : <Day of={issuedOn} />),
    },
    { key: 'lines', head: t('Lines'), isFigure: true, shows: ({ lines }) => countText(lines) },
    {
      key: 'credited',
      head: t('Credited, USD'),
      isFigure: true,
      isQuiet: true,
      shows: ({ credited }) => <Amount of={credited.amount} />,
    },
    {
      key: 'total',
      sort: 'amount',
      head: t('Amount, USD'),
      isFigure: true,
      narrow: 'end',
      shows: ({ total }) => <Amount of={total.amount} />,
      // What one owes is not added to what the other owes.
      ...(new Set(rows.map(({ provider }) => provider)).size === 1
        ? { total: <Amount of={sum(({ total }) => total.amount)} /> }
        : {}),
    },
  ];
}

function SelectAll({ issued, selection }: { issued: readonly string[]; selection: Selection }): ReactNode {
  const isAll = issued.length > 0 && selection.chosen.size === issued.length;
  return (
    <div className="deciding">
      <label className="select-all">
        <input
          type="checkbox"
          className="select-box"
          checked={isAll}
          onChange={() => selection.set(isAll ? [] : issued)}
        />{' '}
        {t('All that are issued')}
      </label>
    </div>
  );
}

/** What is selected, as the server hands it out: in one PDF, or as a ZIP of the papers that the books keep. */
function Taking({ selection }: { selection: Selection }): ReactNode {
  const [isBusy, setBusy] = useState<'pdf' | 'zip' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const chosen = [...selection.chosen];
  const bring = async (what: 'pdf' | 'zip', make: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setError(null);
    try {
      await make();
    } catch (failed) {
      setError(failed);
    }
    setBusy(null);
  };
  const numbers = chosen.map(encodeURIComponent).join(',');
  const name = `documents-${chosen.length}`;
  const merged = async (): Promise<void> => {
    const bytes = await bytesOf(`/api/v1/invoices/pdf?numbers=${numbers}`, 'application/pdf');
    saveAs(`${name}.pdf`, bytes, 'application/pdf');
  };
  const zip = async (): Promise<void> => {
    const archive = await blobOf(`/api/v1/invoices/zip?numbers=${numbers}`, 'application/zip');
    saveAs(`${name}.zip`, archive, 'application/zip');
  };
  return (
    <SelectionBar
      selection={selection}
      says={t('{count, plural, one {# document selected} other {# documents selected}}', { count: chosen.length })}
    >
      <Button size="xs" variant="default" loading={isBusy === 'pdf'} onClick={() => void bring('pdf', merged)}>
        {t('In one PDF')}
      </Button>
      <Button size="xs" variant="default" loading={isBusy === 'zip'} onClick={() => void bring('zip', zip)}>
        {t('Papers of {count, plural, one {# document} other {# documents}} as ZIP', { count: chosen.length })}
      </Button>
      {error !== null && <Trouble error={error} />}
    </SelectionBar>
  );
}

type Filter = Partial<Record<(typeof names)[number], string>>;

function FilterBar({
  filter,
  change,
}: {
  filter: Filter;
  change: (changes: Record<string, string | null>) => void;
}): ReactNode {
  const { data: agreed } = useQuery(agreements());
  const sides = [...new Set((agreed?.items ?? []).map(({ provider }) => provider))].toSorted();
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
  const chips = names.flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    const shown = name === 'state' ? stateText(value) : name === 'type' ? typeText(value) : value;
    const label = { agreement: t('Agreement'), provider: t('Provider'), state: t('State'), type: t('Kind') }[name];
    return [{ name, label: labelled(label, shown) }];
  });
  return (
    <>
      <div className="filters" role="search" aria-label={t('Filters')}>
        {select(
          'agreement',
          t('Agreement'),
          (agreed?.items ?? []).map(({ number }) => ({ value: number, label: number })),
        )}
        {select(
          'provider',
          t('Provider'),
          sides.map((value) => ({ value, label: value })),
        )}
        {select(
          'state',
          t('State'),
          states.map((value) => ({ value, label: stateText(value) })),
        )}
        {select(
          'type',
          t('Kind'),
          ['INVOICE', 'CREDIT_NOTE'].map((value) => ({ value, label: typeText(value) })),
        )}
      </div>
      <Chips chips={chips} onRemove={(name) => change({ [name]: null })} />
    </>
  );
}

function typeText(type: string): string {
  return type === 'INVOICE' ? t('Invoice') : t('Credit note');
}
