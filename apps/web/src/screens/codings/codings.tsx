import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactNode } from 'react';
import { type Coding, codings } from '../../api/codings.ts';
import { shortcutTable } from '../../frame/shortcut-table.ts';
import { type Shortcut, useShortcuts } from '../../frame/shortcuts.tsx';
import '../../look/documents.css';
import { Empty } from '../../parts/empty.tsx';
import { Code, Instant } from '../../parts/figures.tsx';
import { useFilters } from '../../parts/filters.tsx';
import { ListTrouble } from '../../parts/list-trouble.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { Page } from '../../parts/page.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useBiennium } from '../../session/biennium.ts';
import { useSession } from '../../session/signed-in.tsx';
import { t } from '../../words/words.ts';
import { CodingPanel } from './coding-panel.tsx';
import { byFund, keyOf, parts, saysSomething } from './standing.ts';

/** Where the own budget lines, and what the own funds receive, are booked: as papers print it. */
export function Codings(): ReactNode {
  const { secretariat, books } = useSession();
  const biennium = useBiennium();
  const { data, error, refetch } = useQuery(codings());
  const [{ coding: open }, change] = useFilters(['coding'] as const);
  const choose = useCallback((key: string | null) => change({ coding: key }), [change]);
  const shortcuts = useMemo<Shortcut[]>(() => [{ ...shortcutTable.closePanel, act: () => choose(null) }], [choose]);
  useShortcuts(shortcuts);
  const funds = useMemo(() => byFund(data?.items ?? [], biennium), [data, biennium]);
  const [one = secretariat.code, other] = books;
  const chosen = data?.items.find((one) => keyOf(one) === open);
  if (error !== null && data === undefined) return <ListTrouble error={error} onRetry={() => void refetch()} />;
  return (
    <Page
      title={t('Codings')}
      lead={
        other === undefined
          ? t(
              'Where {secretariat} books what its budget lines bear and its funds receive: invoices and credit notes print it.',
              { secretariat: one },
            )
          : t(
              'Where {one} and {other} book what their budget lines bear and their funds receive: invoices and credit notes print it.',
              { one, other },
            )
      }
    >
      {data === undefined ? (
        <Waiting />
      ) : funds.length === 0 ? (
        <Empty>{t('Nothing is in these books yet.')}</Empty>
      ) : (
        <div className="with-panel" data-open={chosen !== undefined}>
          <ListTable<Coding>
            caption={t('Codings')}
            columns={columns()}
            rows={funds.flatMap(({ rows }) => rows)}
            groups={funds.map(({ owner, fund, name, rows }) => ({
              key: fund,
              head: (
                <>
                  <strong>
                    <Code>{fund}</Code>
                  </strong>{' '}
                  <bdi>{name}</bdi>
                  {other !== undefined && (
                    <>
                      , <Code>{owner}</Code>
                    </>
                  )}
                </>
              ),
              rows,
            }))}
            keyOf={keyOf}
            chosen={open ?? null}
            onChoose={choose}
            stackBelow={56}
          />
          {chosen !== undefined && <CodingPanel key={keyOf(chosen)} of={chosen} onClose={() => choose(null)} />}
        </div>
      )}
    </Page>
  );
}

function columns(): Column<Coding>[] {
  return [
    {
      key: 'of',
      head: t('Budget line'),
      isRowHead: true,
      shows: ({ fund, budgetLine }) =>
        budgetLine === null ? t('Receipts of {fund}', { fund }) : <Code>{budgetLine}</Code>,
    },
    {
      key: 'title',
      head: t('Title'),
      narrow: 'line',
      shows: ({ budgetLine, title }) =>
        budgetLine === null ? <span className="muted">{t('What the fund receives')}</span> : <bdi>{title}</bdi>,
    },
    ...parts.map(([part, name]): Column<Coding> => ({
      key: part,
      head: t(name),
      isQuiet: true,
      shows: (coding) => <PartShown of={coding[part]} />,
    })),
    { key: 'stated', head: t('Since, by'), narrow: 'part', shows: (coding) => <Stated of={coding} /> },
  ];
}

function PartShown({ of }: { of: string | null }): ReactNode {
  if (of !== null) return <Code>{of}</Code>;
  return (
    <span className="figure muted" data-zero="true">
      –
    </span>
  );
}

function Stated({ of }: { of: Coding }): ReactNode {
  const { statedAt, statedBy } = of;
  if (statedAt === null) return <span className="muted">{t('No coding stated')}</span>;
  return (
    <>
      {!saysSomething(of) && <span className="effect muted">{t('Taken away')}</span>}
      <span className="effect">
        <Instant of={statedAt} />
      </span>
      {statedBy !== null && (
        <span className="effect">
          <Code>{statedBy}</Code>
        </span>
      )}
    </>
  );
}
