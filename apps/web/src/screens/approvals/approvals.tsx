import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { budgetLines, inboxCount } from '../../api/queries.ts';
import { shortcutTable } from '../../frame/shortcut-table.ts';
import { type Shortcut, useShortcuts } from '../../frame/shortcuts.tsx';
import '../../look/documents.css';
import { Empty } from '../../parts/empty.tsx';
import { Amount, Code, Day } from '../../parts/figures.tsx';
import { useFilters } from '../../parts/filters.tsx';
import { useFocusKept } from '../../parts/focus-kept.ts';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { Page } from '../../parts/page.tsx';
import { SelectBox, type Selection, SelectionBar, useSelection } from '../../parts/selection.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { amountText, instantText, moneyText } from '../../words/figures.ts';
import { unitText } from '../../words/codes.ts';
import { reasonSaid, type Said } from '../../words/reasons.ts';
import { t } from '../../words/words.ts';
import { BulkActions, sumOf } from '../charges/bulk.tsx';
import { ChargePanel } from '../charges/charge-panel.tsx';
import { CorrectionDialogue } from '../charges/corrections.tsx';
import { RatesWaiting } from '../home/rates-waiting.tsx';
import { waitingIn, type WaitingKind } from '../home/waiting-in.ts';
import { CorrectionsWaiting } from './corrections-waiting.tsx';
import { type Effect, grouped, leastOf } from './groups.ts';
import { DocumentsWaiting } from './documents-waiting.tsx';
import { type Charge, useInbox } from './inbox.ts';

const acts = ['charge.certify', 'charge.receive'] as const;

/** What waits for the officers of this side: by fund, with who did what before, and the budget line before and after. */
export function Approvals(): ReactNode {
  const inbox = useInbox();
  useFocusKept(inbox);
  const counted = useQuery(inboxCount());
  const others = waitingIn((counted.data?.kinds ?? []).filter(({ kind }) => elsewhere.includes(kind)));
  return (
    <Page
      title={t('Approvals')}
      lead={t('What waits for your side. Whoever did an earlier step does not do the next one.')}
    >
      {inbox === undefined ? (
        <Waiting />
      ) : inbox.error !== null ? (
        <Trouble error={inbox.error} />
      ) : (
        <>
          <Charges of={inbox.charges} corrections={inbox.corrections} />
          <DocumentsWaiting of={inbox} />
          <Elsewhere of={others} />
          {[inbox.charges, inbox.corrections, inbox.invoices, inbox.settlements, inbox.agreements, others].every(
            ({ length }) => length === 0,
          ) && <Empty>{t('Nothing waits for you.')}</Empty>}
        </>
      )}
    </Page>
  );
}

/** The step that comes next for a charge, as the server says it. */
function nextOf({ availableActions }: Charge): Charge['availableActions'][number] | undefined {
  return availableActions.find(({ action }) => acts.some((one) => one === action));
}

interface Row {
  readonly charge: Charge;
  readonly effects: readonly Effect[];
}

function Charges({ of, corrections }: { of: readonly Charge[]; corrections: readonly Charge[] }): ReactNode {
  const { data: lines } = useQuery(budgetLines());
  const [{ charge: open }, change] = useFilters(['charge'] as const);
  const mine = useMemo(() => of.filter((one) => nextOf(one)?.allowed === true), [of]);
  const groups = useMemo(() => grouped(mine, lines?.items ?? []), [mine, lines]);
  const ids = useMemo(() => groups.flatMap(({ rows }) => rows.map(({ charge }) => charge.id)), [groups]);
  const selection = useSelection(ids);
  const [returning, setReturning] = useState<string | null>(null);
  const choose = useCallback((id: string | null) => change({ charge: id }), [change]);
  const columns = useMemo(() => columnsWith(selection, setReturning), [selection]);
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      {
        ...shortcutTable.decide,
        act: () =>
          document.querySelector<HTMLButtonElement>('.selection-bar button[data-decides]:not(:disabled)')?.click(),
      },
      {
        ...shortcutTable.closePanel,
        act: () => document.querySelector<HTMLButtonElement>('.panel-head button')?.click(),
      },
    ],
    [],
  );
  useShortcuts(shortcuts);
  if (of.length + corrections.length === 0) return null;
  return (
    <div className="with-panel" data-open={open !== undefined}>
      <div>
        <div>
          {of.length > 0 && <SelectAll ids={ids} selection={selection} />}
          {groups.map(({ funds, total, rows }) => (
            <section key={funds.join()} aria-labelledby={`fund-${funds.join('-')}`}>
              <h2 id={`fund-${funds.join('-')}`}>
                {t('Fund')} <Code>{funds.join(' + ')}</Code>{' '}
                <span className="muted figure">{moneyText({ amount: total, currency: 'USD' })}</span>
              </h2>
              <ListTable<Row>
                caption={`${t('Fund')} ${funds.join(' + ')}`}
                columns={columns}
                rows={rows}
                keyOf={({ charge }) => charge.id}
                chosen={open ?? null}
                onChoose={choose}
              />
            </section>
          ))}
          <Deciding charges={mine} selection={selection} />
        </div>
        <CorrectionsWaiting of={corrections} chosen={open ?? null} onChoose={choose} />
        <ForOthers of={of.filter((one) => nextOf(one)?.allowed !== true)} chosen={open ?? null} onChoose={choose} />
      </div>
      {open !== undefined && <ChargePanel id={open} onClose={() => choose(null)} />}
      <CorrectionDialogue id={returning} asked="charge.return" onClose={() => setReturning(null)} />
    </div>
  );
}

const elsewhere = ['periods-to-sign', 'designations-to-countersign', 'renewals-to-approve', 'rates-to-load'];

/** What waits for this person and is decided elsewhere: among People or Periods, or at the terminal. */
function Elsewhere({ of: waiting }: { of: readonly WaitingKind[] }): ReactNode {
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>{t('Waits for you elsewhere')}</h2>
      <ul className="plain-list">
        {waiting.map((one) => (
          <li key={one.kind}>
            {one.to === null ? <RatesWaiting of={one} /> : <Link to={one.to}>{t(one.says, { count: one.count })}</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What waits for this side and not for this person, below the sentence that says who could. */
function ForOthers({
  of,
  chosen,
  onChoose,
}: {
  of: readonly Charge[];
  chosen: string | null;
  onChoose: (id: string) => void;
}): ReactNode {
  if (of.length === 0) return null;
  const said = (one: Charge): Said => reasonSaid(nextOf(one) ?? { reason: null, why: null });
  const reasons = Map.groupBy(of, (one) => said(one).text);
  const columns = columnsOf();
  return (
    <section>
      <h2>{t('For somebody else to decide')}</h2>
      {[...reasons].map(([reason, charges]) => (
        <div key={reason} className="for-others">
          <p className="muted">
            <span lang={charges.map(said)[0]?.lang} dir="auto">
              {reason}
            </span>
          </p>
          <ListTable<Row>
            caption={reason}
            columns={columns}
            rows={charges.map((charge) => ({ charge, effects: [] }))}
            keyOf={({ charge }) => charge.id}
            chosen={chosen}
            onChoose={onChoose}
          />
        </div>
      ))}
    </section>
  );
}

function SelectAll({ ids, selection }: { ids: readonly string[]; selection: Selection }): ReactNode {
  if (ids.length === 0) {
    return (
      <div className="deciding">
        <span className="muted">{t('No charge here is for you to decide.')}</span>
      </div>
    );
  }
  const isAll = selection.chosen.size === ids.length;
  return (
    <div className="deciding">
      <button type="button" className="link" onClick={() => selection.set(isAll ? [] : ids)}>
        {isAll
          ? t('Select none')
          : t('{count, plural, one {Select the one that you may decide} other {Select all # that you may decide}}', {
              count: ids.length,
            })}
      </button>
      <span className="muted keys">
        <kbd>j</kbd> <kbd>k</kbd> <kbd>x</kbd> <kbd>e</kbd>
      </span>
    </div>
  );
}

/** One decision on all that is selected, in one transaction: all of them, or none and why. */
function Deciding({ charges, selection }: { charges: readonly Charge[]; selection: Selection }): ReactNode {
  const chosen = charges.filter(({ id }) => selection.chosen.has(id));
  const toCertify = chosen.filter((one) => nextOf(one)?.action === 'charge.certify');
  const toReceive = chosen.filter((one) => nextOf(one)?.action === 'charge.receive');
  return (
    <SelectionBar
      selection={selection}
      says={t('{count, plural, one {# selected} other {# selected}}, {total}', {
        count: chosen.length,
        total: sumOf(chosen),
      })}
    >
      <BulkActions toReceive={toReceive} toCertify={toCertify} onDone={() => selection.set([])} />
    </SelectionBar>
  );
}

function columnsWith(selection: Selection, onReturn: (id: string) => void): Column<Row>[] {
  const select: Column<Row> = {
    key: 'select',
    head: '',
    narrow: 'before',
    shows: ({ charge }) => <SelectBox of={charge.id} name={charge.id} selection={selection} />,
  };
  const line: Column<Row> = {
    key: 'line',
    head: t('Free on the line, before and after'),
    isFigure: true,
    shows: ({ effects }) => <Effects of={effects} />,
  };
  const back: Column<Row> = {
    key: 'return',
    head: '',
    shows: ({ charge }) =>
      returnOf(charge)?.allowed === true && (
        <button
          type="button"
          className="link"
          onClick={() => onReturn(charge.id)}
          aria-label={t('Return {id}', { id: charge.id })}
        >
          {t('Return')}
        </button>
      ),
  };
  const [id, what, state, hands, amount] = columnsOf() as [
    Column<Row>,
    Column<Row>,
    Column<Row>,
    Column<Row>,
    Column<Row>,
  ];
  return [select, id, what, state, hands, line, amount, back];
}

/** The line that is left with least, on one line; the others of a charge of several funds unfold below it. */
function Effects({ of: effects }: { of: readonly Effect[] }): ReactNode {
  const least = leastOf(effects);
  if (least === null) return null;
  if (effects.length === 1) return <OnLine of={least} />;
  return (
    <details className="effects">
      <summary>
        <OnLine of={least} />{' '}
        <span className="muted">
          {t('{count, plural, one {and # more} other {and # more}}', { count: effects.length - 1 })}
        </span>
      </summary>
      {effects
        .filter((one) => one !== least)
        .map((one) => (
          <OnLine key={one.budgetLine} of={one} />
        ))}
    </details>
  );
}

function OnLine({ of: { budgetLine, before, after } }: { of: Effect }): ReactNode {
  return (
    <span className="effect small">
      <Code>{budgetLine}</Code> <Amount of={before} zero="0.00" /> → <Amount of={after} zero="0.00" />
    </span>
  );
}

function returnOf({ availableActions }: Charge): Charge['availableActions'][number] | undefined {
  return availableActions.find(({ action }) => (action as string) === 'charge.return');
}

function columnsOf(): Column<Row>[] {
  return [
    { key: 'id', head: t('Charge'), isRowHead: true, shows: ({ charge }) => <Code>{charge.id}</Code> },
    {
      key: 'what',
      head: t('Service'),
      narrow: 'line',
      shows: ({ charge }) => (
        <>
          <span className="cut" title={charge.title} dir="auto">
            {charge.title}
          </span>
          <span className="muted small">
            <bdi>{amountText(charge.quantity)}</bdi> {unitText(charge.unit, charge.quantity)} ·{' '}
            <Day of={charge.deliveredOn} />
          </span>
        </>
      ),
    },
    { key: 'state', head: t('State'), narrow: 'part', shows: ({ charge }) => <StateMark state={charge.state} /> },
    {
      key: 'hands',
      head: t('Recorded, received by'),
      shows: ({ charge: { recorded, received } }) => (
        <span className="small">
          <span title={instantText(recorded.at)} className="effect">
            <Code>{recorded.by}</Code>
          </span>
          {received !== null && (
            <span title={instantText(received.at)} className="effect">
              <Code>{received.by}</Code>
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'amount',
      head: t('Amount, USD'),
      isFigure: true,
      narrow: 'end',
      shows: ({ charge }) => <Amount of={charge.amount.amount} />,
    },
  ];
}
