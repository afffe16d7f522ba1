import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactNode, type SubmitEvent } from 'react';
import { Money } from '#kernel';
import { useAct } from '../../api/acts.ts';
import { answered, api, writing } from '../../api/client.ts';
import { take } from '../../api/documents.ts';
import { budgetLines } from '../../api/queries.ts';
import { Refusal } from '../../api/refusal.ts';
import { type Shortcut, useShortcuts } from '../../frame/shortcuts.tsx';
import '../../look/documents.css';
import { Empty } from '../../parts/empty.tsx';
import { Amount, Code, Day } from '../../parts/figures.tsx';
import { useFilters } from '../../parts/filters.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { Page } from '../../parts/page.tsx';
import { SelectBox, type Selection, useSelection } from '../../parts/selection.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { Dialogue } from '../../parts/dialogue.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { amountText, instantText, moneyText } from '../../words/figures.ts';
import { unitText } from '../../words/codes.ts';
import { t } from '../../words/words.ts';
import { ChargePanel } from '../charges/charge-panel.tsx';
import { type Effect, grouped } from './groups.ts';
import { DocumentsWaiting } from './documents-waiting.tsx';
import { type Charge, useInbox } from './inbox.ts';

const changes = ['charges', 'agreements', 'audit-events', 'bienniums', 'budget-lines', 'inbox'];
const acts = ['charge.certify', 'charge.receive'] as const;

/** What waits for the officers of this side: by fund, with who did what before, and the budget line before and after. */
export function Approvals(): ReactNode {
  const inbox = useInbox();
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
          <Charges of={inbox.charges} />
          <DocumentsWaiting of={inbox} />
          {inbox.charges.length + inbox.invoices.length + inbox.agreements.length === 0 && (
            <Empty>{t('Nothing waits for you.')}</Empty>
          )}
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

function Charges({ of }: { of: readonly Charge[] }): ReactNode {
  const { data: lines } = useQuery(budgetLines());
  const [{ charge: open }, change] = useFilters(['charge'] as const);
  const mine = useMemo(() => of.filter((one) => nextOf(one)?.allowed === true), [of]);
  const groups = useMemo(() => grouped(mine, lines?.items ?? []), [mine, lines]);
  const ids = useMemo(() => groups.flatMap(({ rows }) => rows.map(({ charge }) => charge.id)), [groups]);
  const selection = useSelection(ids);
  const [returning, setReturning] = useState<Charge | null>(null);
  const choose = useCallback((id: string | null) => change({ charge: id }), [change]);
  const columns = useMemo(() => columnsWith(selection, setReturning, open !== undefined), [selection, open]);
  if (of.length === 0) return null;
  return (
    <div className="with-panel" data-open={open !== undefined}>
      <div>
        <Deciding charges={mine} selection={selection} ids={ids} />
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
        <ForOthers of={of.filter((one) => nextOf(one)?.allowed !== true)} chosen={open ?? null} onChoose={choose} />
      </div>
      {open !== undefined && <ChargePanel id={open} onClose={() => choose(null)} />}
      <Dialogue
        isOpen={returning !== null}
        onClose={() => setReturning(null)}
        title={t('Return {id}', { id: returning?.id ?? '' })}
      >
        {returning !== null && <Return of={returning} onDone={() => setReturning(null)} />}
      </Dialogue>
    </div>
  );
}

/** What waits for this side and not for this person, below the server's sentence that says who could. */
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
  const reasons = Map.groupBy(of, (one) => nextOf(one)?.reason ?? t('This is for somebody else to do.'));
  const columns = columnsOf(chosen !== null);
  return (
    <section>
      <h2>{t('For somebody else to decide')}</h2>
      {[...reasons].map(([reason, charges]) => (
        <div key={reason} className="for-others">
          <p className="muted" lang="en">
            {reason}
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

/** One decision on all that is selected, in one transaction: all of them, or none and why. */
function Deciding({
  charges,
  selection,
  ids,
}: {
  charges: readonly Charge[];
  selection: Selection;
  ids: readonly string[];
}): ReactNode {
  const [reason, setReason] = useState('');
  const chosen = charges.filter(({ id }) => selection.chosen.has(id));
  const toCertify = chosen.filter((one) => nextOf(one)?.action === 'charge.certify');
  const toReceive = chosen.filter((one) => nextOf(one)?.action === 'charge.receive');
  const onDone = (): void => selection.set([]);
  const receive = useAct({
    changes,
    onDone,
    send: (named: string[], key) =>
      answered(api.POST('/api/v1/charges/receipts', { params: { header: writing(key) }, body: { charges: named } })),
  });
  const certify = useAct({
    changes,
    onDone,
    send: (named: string[], key) =>
      answered(
        api.POST('/api/v1/charges/certifications', {
          params: { header: writing(key) },
          body: { charges: named, ...(reason === '' ? {} : { adjustmentReason: reason }) },
        }),
      ),
  });
  const idsOf = (rows: readonly Charge[]): string[] => rows.map(({ id }) => id);
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      {
        keys: 'e',
        does: 'Decide on what is selected',
        act: () => document.querySelector<HTMLButtonElement>('.deciding button[data-decides]:not(:disabled)')?.click(),
      },
      {
        keys: 'Escape',
        does: 'Close the panel',
        act: () => document.querySelector<HTMLButtonElement>('.panel-head button')?.click(),
      },
    ],
    [],
  );
  useShortcuts(shortcuts);
  const error = receive.error ?? certify.error;
  const isLate = error instanceof Refusal && /PERIOD|ADJUSTMENT/.test(error.problem.code);
  const sum = (rows: readonly Charge[]): string =>
    moneyText({ amount: Money.sum(rows.map(({ amount }) => Money.usd(amount.amount))).toString(), currency: 'USD' });
  return (
    <div className="deciding">
      {ids.length > 0 ? (
        <button
          type="button"
          className="link"
          onClick={() => selection.set(selection.chosen.size === ids.length ? [] : ids)}
        >
          {selection.chosen.size === ids.length
            ? t('Select none')
            : t('Select all {count} that you may decide', { count: ids.length })}
        </button>
      ) : (
        <span className="muted">{t('No charge here is for you to decide.')}</span>
      )}
      {toReceive.length > 0 && (
        <Button size="xs" data-decides loading={receive.isPending} onClick={() => receive.mutate(idsOf(toReceive))}>
          {t('Confirm receipt of {count}, {total}', { count: toReceive.length, total: sum(toReceive) })}
        </Button>
      )}
      {toCertify.length > 0 && (
        <Button size="xs" data-decides loading={certify.isPending} onClick={() => certify.mutate(idsOf(toCertify))}>
          {t('Certify {count}, {total}', { count: toCertify.length, total: sum(toCertify) })}
        </Button>
      )}
      {ids.length > 0 && (
        <span className="muted keys">
          <kbd>j</kbd> <kbd>k</kbd> <kbd>x</kbd> <kbd>e</kbd>
        </span>
      )}
      {error !== null && <Trouble error={error} />}
      {isLate && (
        <TextInput
          size="xs"
          label={t('Why it comes late')}
          description={t('The month of delivery is closed: it is posted today, and counts where it was delivered.')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

function columnsWith(selection: Selection, onReturn: (charge: Charge) => void, isNarrow: boolean): Column<Row>[] {
  const select: Column<Row> = {
    key: 'select',
    head: '',
    shows: ({ charge }) => <SelectBox of={charge.id} name={charge.id} selection={selection} />,
  };
  const line: Column<Row> = {
    key: 'line',
    head: t('Free on the line, before and after'),
    isFigure: true,
    isMinor: true,
    shows: ({ effects }) => (
      <span className="small">
        {effects.map(({ budgetLine, before, after }) => (
          <span key={budgetLine} className="effect">
            <Code>{budgetLine}</Code> <Amount of={before} zero="0.00" /> → <Amount of={after} zero="0.00" />
          </span>
        ))}
      </span>
    ),
  };
  const back: Column<Row> = {
    key: 'return',
    head: '',
    shows: ({ charge }) =>
      returnOf(charge)?.allowed === true && (
        <button
          type="button"
          className="link"
          onClick={() => onReturn(charge)}
          aria-label={t('Return {id}', { id: charge.id })}
        >
          {t('Return')}
        </button>
      ),
  };
  const [id, what, state, hands, amount] = columnsOf(false) as [
    Column<Row>,
    Column<Row>,
    Column<Row>,
    Column<Row>,
    Column<Row>,
  ];
  return isNarrow ? [select, id, what, state, amount] : [select, id, what, state, hands, line, amount, back];
}

function returnOf({ availableActions }: Charge): Charge['availableActions'][number] | undefined {
  return availableActions.find(({ action }) => (action as string) === 'charge.return');
}

function columnsOf(isNarrow: boolean): Column<Row>[] {
  const all: (Column<Row> & { isWide?: boolean })[] = [
    { key: 'id', head: t('Charge'), isRowHead: true, shows: ({ charge }) => <Code>{charge.id}</Code> },
    {
      key: 'what',
      head: t('Service'),
      isMinor: true,
      shows: ({ charge }) => (
        <>
          <span className="cut" title={charge.title} dir="auto">
            {charge.title}
          </span>
          <span className="muted small">
            <bdi>{amountText(charge.quantity)}</bdi> {unitText(charge.unit)} · <Day of={charge.deliveredOn} />
          </span>
        </>
      ),
    },
    { key: 'state', head: t('State'), isMinor: true, shows: ({ charge }) => <StateMark state={charge.state} /> },
    {
      key: 'hands',
      head: t('Recorded, received by'),
      isMinor: true,
      isWide: true,
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
      shows: ({ charge }) => <Amount of={charge.amount.amount} />,
    },
  ];
  return isNarrow ? all.filter(({ isWide }) => isWide !== true) : all;
}

/** Back to the provider, for a reason that stands in the audit trail. */
function Return({ of, onDone }: { of: Charge; onDone: () => void }): ReactNode {
  const [reason, setReason] = useState('');
  const offered = returnOf(of);
  const back = useAct({
    changes,
    onDone,
    send: (_: void, key) => take(offered ?? { href: '', method: 'POST' }, { key, seen: of.version, body: { reason } }),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    back.mutate();
  };
  return (
    <form onSubmit={submit} className="dialogue">
      <TextInput
        label={t('Reason')}
        description={t('The provider answers to it, or withdraws the charge.')}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      {back.error !== null && <Trouble error={back.error} />}
      <Button type="submit" disabled={reason.trim() === ''} loading={back.isPending}>
        {t('Return {id}', { id: of.id })}
      </Button>
    </form>
  );
}
