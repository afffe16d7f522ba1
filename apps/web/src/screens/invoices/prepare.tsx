import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { Money } from '#kernel';
import { useAct } from '../../api/acts.ts';
import { useAllPages } from '../../api/all-pages.ts';
import type { Answers } from '../../api/client.ts';
import { type Invoice, take } from '../../api/documents.ts';
import { agreements, charges, chargeTotals, meetings } from '../../api/queries.ts';
import '../../look/documents.css';
import { ActionButton } from '../../parts/actions.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Amount, Code, Day } from '../../parts/figures.tsx';
import { useFilters } from '../../parts/filters.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { Page } from '../../parts/page.tsx';
import { SelectBox, type Selection, useSelection } from '../../parts/selection.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useBiennium } from '../../session/biennium.ts';
import { useSession } from '../../session/signed-in.tsx';
import { useKept } from '../../session/use-typed.ts';
import { familyText } from '../../words/codes.ts';
import { moneyText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { waitingOf } from '../agreements/waiting-of.ts';

type Agreement = Answers['AgreementAnswer'];
type Charge = Answers['ChargeAnswer'];

const names = ['agreement', 'meeting', 'from', 'to', 'family'] as const;

/** Certified charges of one agreement become a draft: all of them, of a period, or those that are selected. */
export function PrepareInvoice(): ReactNode {
  const biennium = useBiennium();
  const { secretariat } = useSession();
  const [filter, change] = useFilters(names);
  const { data, error } = useQuery(agreements());
  const { data: met } = useQuery(meetings());
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} />;
  const own = data.items.filter(
    (one) => one.provider === secretariat.code && (biennium === null || one.biennium === biennium),
  );
  const offered = own.filter(({ meeting }) => filter.meeting === undefined || meeting === filter.meeting);
  const chosen =
    data.items.find(({ number }) => number === filter.agreement) ?? (offered.length === 1 ? offered[0] : undefined);
  const titled = (code: string): string => met?.items.find((one) => one.code === code)?.title ?? code;
  return (
    <Page
      title={t('Prepare an invoice')}
      lead={t('Certified charges of one agreement become a draft. Look at it, then somebody else issues it.')}
    >
      <div className="filters" role="search" aria-label={t('Filters')}>
        <NativeSelect
          size="xs"
          label={t('Meeting')}
          value={filter.meeting ?? ''}
          data={[
            { value: '', label: t('All meetings') },
            ...[...new Set(own.map(({ meeting }) => meeting))].map((value) => ({
              value,
              label: titled(value).slice(0, 70),
            })),
          ]}
          onChange={({ currentTarget: { value } }) => change({ meeting: value, agreement: null })}
        />
        <NativeSelect
          size="xs"
          label={t('Agreement')}
          value={chosen?.number ?? ''}
          data={[
            { value: '', label: t('Choose one') },
            ...(chosen !== undefined && !offered.includes(chosen) ? [chosen, ...offered] : offered).map(
              ({ number, client }) => ({ value: number, label: `${number}, ${client}` }),
            ),
          ]}
          onChange={({ currentTarget: { value } }) => change({ agreement: value })}
        />
        <DayField
          name="from"
          size="xs"
          label={t('Delivered from')}
          value={filter.from ?? ''}
          onDay={(from) => change({ from })}
        />
        <DayField
          name="to"
          size="xs"
          label={t('Delivered until')}
          value={filter.to ?? ''}
          onDay={(to) => change({ to })}
        />
        <NativeSelect
          size="xs"
          label={t('Kind of service')}
          value={filter.family ?? ''}
          data={[
            { value: '', label: t('All kinds') },
            ...(chosen?.families ?? []).map((value) => ({ value, label: familyText(value) })),
          ]}
          onChange={({ currentTarget: { value } }) => change({ family: value })}
        />
      </div>
      {chosen === undefined ? (
        <Empty>
          {own.length === 0
            ? t('{secretariat} provides under no agreement in this biennium: it has nothing to invoice.', {
                secretariat: secretariat.code,
              })
            : t('Choose the agreement to invoice.')}
        </Empty>
      ) : chosen.signedOn === null ? (
        <Unsigned of={chosen} />
      ) : (
        <Certified key={chosen.number} of={chosen} filter={filter} />
      )}
    </Page>
  );
}

/** Why nothing can be prepared, in figures, and where it is signed. */
function Unsigned({ of }: { of: Agreement }): ReactNode {
  const { data: totals } = useQuery(chargeTotals({ agreement: of.number, state: 'PROVISIONAL' }));
  const provisional = waitingOf(totals?.items ?? [], of.number, ['PROVISIONAL']);
  return (
    <div className="notice" data-tone="provisional">
      <p id="why-unsigned">
        {t('Agreement {number} is not signed ({days, plural, one {# day} other {# days}}).', {
          number: of.number,
          days: of.unsignedDays ?? 0,
        })}{' '}
        {provisional.count > 0 && (
          <Link to={`/charges?agreement=${encodeURIComponent(of.number)}&state=PROVISIONAL`}>
            {t('{count, plural, one {# charge, {amount}, waits.} other {# charges, {amount}, wait.}}', {
              count: provisional.count,
              amount: moneyText({ amount: provisional.amount, currency: 'USD' }),
            })}
          </Link>
        )}{' '}
        {t('Provisional charges cannot be invoiced.')}
      </p>
      <span className="action">
        <Button size="xs" disabled aria-describedby="why-unsigned">
          {t('Prepare the draft')}
        </Button>
        <Link to={`/agreements/${encodeURIComponent(of.number)}`}>{t('To the agreement, where it is signed')}</Link>
      </span>
    </div>
  );
}

type Filter = Partial<Record<(typeof names)[number], string>>;

function Certified({ of, filter }: { of: Agreement; filter: Filter }): ReactNode {
  const navigate = useNavigate();
  const { from, to, family } = filter;
  const asked = {
    ...{ agreement: of.number, state: 'CERTIFIED' },
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(family === undefined ? {} : { family }),
  };
  const list = useInfiniteQuery(charges(asked, 200));
  useAllPages(list); // an invoice has all of them
  // A charge that a draft holds is still certified, and says so by its invoice.
  const rows = useMemo(
    () => (list.data?.pages ?? []).flatMap(({ items }) => items).filter(({ invoice }) => invoice === null),
    [list.data],
  );
  const keys = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selection = useSelection(keys);
  const { set } = selection;
  const found = keys.join(' ');
  const [selectedOf, setSelectedOf] = useKept('charges to select of', '');
  useEffect(() => {
    if (found === selectedOf) return; // another language is no other list
    set(keys);
    setSelectedOf(found);
  }, [set, keys, found, selectedOf, setSelectedOf]);
  const chosen = rows.filter(({ id }) => selection.chosen.has(id));
  const total = Money.sum(chosen.map(({ amount }) => Money.usd(amount.amount))).toString();
  const prepare = useAct({
    changes: ['invoices', 'charges', 'audit-events', 'inbox'],
    onDone: ({ id }: Invoice) => void navigate(`/invoices/${id}`),
    send: (_: void, key) => {
      const offered = of.availableActions.find(({ action }) => action === 'invoice.prepare');
      if (offered === undefined) throw new Error('An invoice is prepared where the agreement offers it.');
      return take<Invoice>(offered, { key, body: { agreement: of.number, charges: chosen.map(({ id }) => id) } });
    },
  });
  if (list.data === undefined || list.hasNextPage) {
    return list.error === null ? <Waiting /> : <Trouble error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (rows.length === 0) return <Nothing of={of} asked={asked} />;
  return (
    <>
      <div className="taking">
        <ActionButton
          available={chosen.length === 0 ? [] : of.availableActions}
          action="invoice.prepare"
          label={t('Prepare the draft: {count, plural, one {# charge} other {# charges}}, {total}', {
            count: chosen.length,
            total: moneyText({ amount: total, currency: 'USD' }),
          })}
          onAct={() => prepare.mutate()}
          isBusy={prepare.isPending}
          isMain
        />
        {chosen.length === 0 && <span className="muted">{t('Nothing is selected.')}</span>}
        <button type="button" className="link" onClick={() => selection.set(chosen.length === rows.length ? [] : keys)}>
          {chosen.length === rows.length ? t('Select none') : t('Select all')}
        </button>
      </div>
      {prepare.error !== null && <Trouble error={prepare.error} />}
      <ListTable
        caption={t('Certified charges that are on no invoice')}
        columns={columnsWith(selection, total)}
        rows={rows}
        keyOf={({ id }) => id}
        onChoose={selection.toggle}
        totalsHead={t('Selected')}
        drawnAtOnce={200}
      />
    </>
  );
}

function columnsWith(selection: Selection, total: string): Column<Charge>[] {
  return [
    {
      key: 'select',
      head: '',
      narrow: 'before',
      shows: ({ id }) => <SelectBox of={id} name={id} selection={selection} />,
    },
    { key: 'id', head: t('Charge'), isRowHead: true, shows: ({ id }) => <Code>{id}</Code> },
    { key: 'day', head: t('Delivered on'), narrow: 'part', shows: ({ deliveredOn }) => <Day of={deliveredOn} /> },
    {
      key: 'item',
      head: t('Service'),
      narrow: 'line',
      shows: ({ item, title }) => (
        <span className="cut" title={title} dir="auto">
          <Code>{item}</Code> <span className="muted">{title}</span>
        </span>
      ),
    },
    {
      key: 'certified',
      head: t('Certified by'),
      shows: ({ certified }) => (certified === null ? null : <Code>{certified.by}</Code>),
    },
    {
      key: 'amount',
      head: t('Amount, USD'),
      isFigure: true,
      narrow: 'end',
      shows: ({ amount }) => <Amount of={amount.amount} />,
      total: <Amount of={total} zero="0.00" />,
    },
  ];
}

/** Nothing certified is free: what waits before that, with its figures. */
function Nothing({ of, asked }: { of: Agreement; asked: { agreement: string } }): ReactNode {
  const { state: _, ...all } = { state: '', ...asked };
  const { data } = useQuery(chargeTotals(all));
  const waiting = waitingOf(data?.items ?? [], of.number, ['RECORDED', 'RECEIVED']);
  return (
    <Empty
      action={
        waiting.count > 0 && (
          <Link to={`/charges?agreement=${encodeURIComponent(of.number)}`}>
            {t('{count, plural, one {# charge, {amount}, waits.} other {# charges, {amount}, wait.}}', {
              count: waiting.count,
              amount: moneyText({ amount: waiting.amount, currency: 'USD' }),
            })}
          </Link>
        )
      }
    >
      {t('No certified charge here is free to be invoiced.')}
    </Empty>
  );
}
