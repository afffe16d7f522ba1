import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Answers } from '../../api/client.ts';
import { agreements, chargeTotals } from '../../api/queries.ts';
import { Empty } from '../../parts/empty.tsx';
import { Amount, Code } from '../../parts/figures.tsx';
import { Chips, useFilters } from '../../parts/filters.tsx';
import { ListTrouble } from '../../parts/list-trouble.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { Meter } from '../../parts/meter.tsx';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { Page } from '../../parts/page.tsx';
import { orderAsked, sortedIn } from '../../parts/sort-order.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useBiennium } from '../../session/biennium.ts';
import { useSession } from '../../session/signed-in.tsx';
import { labelled, t } from '../../words/words.ts';
import { waitingOf } from './waiting-of.ts';

type Agreement = Answers['AgreementAnswer'];

/** All agreements of the biennium, with how much of each ceiling is used and whether both sides have signed. */
export function Agreements(): ReactNode {
  const biennium = useBiennium();
  const { may } = useSession();
  const navigate = useNavigate();
  const [{ sort, order, ...filter }, change] = useFilters(['meeting', 'provider', 'sort', 'order']);
  const inOrder = { sort, order };
  const { data, error, refetch } = useQuery(agreements(orderAsked(inOrder)));
  const { data: totals } = useQuery(chargeTotals(biennium === null ? {} : { biennium }));
  const columns = useMemo<Column<Agreement>[]>(
    () => [
      {
        key: 'number',
        head: t('Agreement'),
        sort: 'number',
        isRowHead: true,
        shows: ({ number }) => <Code>{number}</Code>,
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
        key: 'meeting',
        head: t('Meeting'),
        sort: 'meeting',
        narrow: 'part',
        shows: ({ meeting }) => <Code>{meeting}</Code>,
        filters: ({ meeting }) => ({ meeting }),
      },
      { key: 'state', head: t('State'), narrow: 'end', shows: ({ state }) => <StateMark state={state} /> },
      {
        key: 'meter',
        head: t('Ceiling used'),
        narrow: 'line',
        shows: ({ number, ceiling, charged }) => (
          <Meter
            label={number}
            ceiling={ceiling.amount}
            charged={charged.amount}
            waiting={waitingOf(totals?.items ?? [], number).amount}
          />
        ),
      },
      {
        key: 'charged',
        head: t('Charged, USD'),
        sort: 'charged',
        isFigure: true,
        shows: ({ charged }) => <Amount of={charged.amount} />,
      },
      {
        key: 'free',
        head: t('Free, USD'),
        sort: 'free',
        isFigure: true,
        shows: ({ free }) => <Amount of={free.amount} />,
      },
      {
        key: 'ceiling',
        head: t('Ceiling, USD'),
        sort: 'ceiling',
        isFigure: true,
        shows: ({ ceiling }) => <Amount of={ceiling.amount} />,
      },
    ],
    [totals],
  );

  if (error !== null && data === undefined) return <ListTrouble error={error} onRetry={() => void refetch()} />;
  const rows = (data?.items ?? []).filter(
    (one) =>
      (biennium === null || one.biennium === biennium) &&
      (filter.meeting === undefined || one.meeting === filter.meeting) &&
      (filter.provider === undefined || one.provider === filter.provider),
  );
  const chips = [
    ...(filter.meeting === undefined ? [] : [{ name: 'meeting', label: labelled(t('Meeting'), filter.meeting) }]),
    ...(filter.provider === undefined ? [] : [{ name: 'provider', label: labelled(t('Provider'), filter.provider) }]),
  ];
  return (
    <Page
      title={t('Agreements')}
      lead={t('One provider, one client, one meeting, up to a ceiling.')}
      actions={
        may.includes('agreement.draft') && (
          <Button component={Link} to="/agreements/new" size="xs">
            {t('Draft an agreement')}
          </Button>
        )
      }
    >
      <Chips chips={chips} onRemove={(name) => change({ [name]: null })} />
      {data === undefined ? (
        <Waiting />
      ) : rows.length === 0 && biennium === null ? (
        <Empty>{t('Nothing is in these books yet.')}</Empty>
      ) : rows.length === 0 && biennium !== null ? (
        <NothingYet biennium={biennium}>
          <Empty>{t('Nothing matches {filters}.', { filters: chips.map(({ label }) => label).join(' + ') })}</Empty>
        </NothingYet>
      ) : (
        <ListTable
          caption={t('Agreements')}
          stackBelow={56}
          columns={columns}
          rows={rows}
          keyOf={({ number }) => number}
          sorted={sortedIn(inOrder, change)}
          onFilter={change}
          onChoose={(number) => void navigate(`/agreements/${encodeURIComponent(number)}`)}
        />
      )}
    </Page>
  );
}
