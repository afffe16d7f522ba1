import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { answered, api, type Answers, writing } from '../../api/client.ts';
import { useAct } from '../../api/acts.ts';
import { agreement, chargeTotals } from '../../api/queries.ts';
import { ActionButton } from '../../parts/actions.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Amount, Code, Day, MoneyShown } from '../../parts/figures.tsx';
import { ListTable } from '../../parts/list-table.tsx';
import { Meter } from '../../parts/meter.tsx';
import { Page } from '../../parts/page.tsx';
import { Mark, StateMark } from '../../parts/state-mark.tsx';
import { RecordCharges } from '../../parts/record-charges.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useSession } from '../../session/signed-in.tsx';
import { useTyped } from '../../session/use-typed.ts';
import { familyText, stateText, supportCostText, travelModeText } from '../../words/codes.ts';
import { countText, moneyText } from '../../words/figures.ts';
import { colon, t } from '../../words/words.ts';
import { waitingOf } from './waiting-of.ts';

type Shown = Answers['AgreementAnswer'];

/** One agreement: its ceiling, its signatures, what waits under it, and what was done to it. The tab is in the address. */
export function Agreement(): ReactNode {
  const { number = '' } = useParams();
  const { data, error, refetch } = useQuery(agreement(number));
  if (data === undefined) {
    return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Page
      title={number}
      lead={
        <>
          <Code>{data.provider}</Code> {t('to')} <Code>{data.client}</Code>, <Code>{data.meeting}</Code>,{' '}
          <Code>{data.biennium}</Code> <StateMark state={data.state} />
        </>
      }
      actions={<RecordCharges agreement={data} />}
    >
      <Ceiling of={data} />
      <Signing of={data} />
      <Sections of={data} />
    </Page>
  );
}

function Ceiling({ of }: { of: Shown }): ReactNode {
  const { data } = useQuery(chargeTotals({ agreement: of.number }));
  const waiting = waitingOf(data?.items ?? [], of.number);
  const rows = [
    [t('Charged'), of.charged.amount],
    [t('Recorded and not certified yet'), waiting.amount],
    [t('Left of the ceiling, after what is charged'), of.free.amount],
  ] as const;
  return (
    <section className="ceiling" aria-label={t('Ceiling')}>
      <p className="big figure">
        <MoneyShown of={of.charged} />{' '}
        <span className="muted">{t('of {ceiling}', { ceiling: moneyText(of.ceiling) })}</span>
      </p>
      <Meter label={t('Ceiling')} ceiling={of.ceiling.amount} charged={of.charged.amount} waiting={waiting.amount} />
      <dl className="numbers">
        {rows.map(([name, amount]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Amount of={amount} zero="0.00" />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Whose signature is there, whose is missing, and what waits for it. */
function Signing({ of }: { of: Shown }): ReactNode {
  const { secretariat } = useSession();
  const { data } = useQuery(chargeTotals({ agreement: of.number, state: 'PROVISIONAL' }));
  const provisional = waitingOf(data?.items ?? [], of.number, ['PROVISIONAL']);
  const today = new Date().toISOString().slice(0, 10);
  const [signedOn, setSignedOn] = useTyped('day of the signature', today);
  const own = secretariat.code === of.provider ? ('PROVIDER' as const) : ('CLIENT' as const);
  const sign = useAct({
    changes: ['agreements', 'charges', 'audit-events'],
    send: (_: void, key) =>
      answered(
        api.POST('/api/v1/agreements/{number}/signatures', {
          params: { path: { number: of.number }, header: writing(key) },
          body: { side: own, signedOn },
        }),
      ),
  });
  return (
    <section aria-label={t('Signatures')} className="signing">
      <ul className="signatures">
        {(['PROVIDER', 'CLIENT'] as const).map((side) => {
          const signature = of.signatures.find((one) => one.side === side);
          return (
            <li key={side}>
              <Code>{side === 'PROVIDER' ? of.provider : of.client}</Code>{' '}
              {signature === undefined ? (
                <Mark tone="provisional">{t('Not signed')}</Mark>
              ) : (
                <>
                  <Mark tone="agreed">{t('Signed')}</Mark> <Day of={signature.signedOn} />{' '}
                  <Code>{signature.signedBy}</Code>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {of.signedOn === null && (
        <div className="notice" data-tone="provisional">
          <p>
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
          <DayField
            name={`signature of ${of.number}`}
            size="xs"
            label={t('Day of the signature')}
            value={signedOn}
            error={signedOn === '' ? t('This is missing') : null}
            onDay={setSignedOn}
            className="signed-on"
          />
          <ActionButton
            available={of.availableActions}
            action="agreement.sign"
            label={t('Sign for {secretariat}', { secretariat: secretariat.code })}
            onAct={() => signedOn !== '' && sign.mutate()}
            isBusy={sign.isPending}
            isMain
          />
          {sign.error !== null && <Trouble error={sign.error} />}
        </div>
      )}
    </section>
  );
}

const tabs = ['charges', 'terms', 'history'] as const;

function Sections({ of }: { of: Shown }): ReactNode {
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'charges';
  return (
    <Tabs
      value={tab}
      keepMounted={false}
      onChange={(chosen) => {
        setSearch((before) => {
          before.set('tab', chosen ?? 'charges');
          return before;
        });
      }}
    >
      <Tabs.List>
        <Tabs.Tab value="charges">{t('Charges')}</Tabs.Tab>
        <Tabs.Tab value="terms">{t('Terms')}</Tabs.Tab>
        <Tabs.Tab value="history">{t('History')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="charges">
        <ByState of={of} />
      </Tabs.Panel>
      <Tabs.Panel value="terms">
        <Terms of={of} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <Timeline object={of.number} kind="agreement" />
      </Tabs.Panel>
    </Tabs>
  );
}

/** The charges added up by state; each figure opens them. */
function ByState({ of }: { of: Shown }): ReactNode {
  const { data, error } = useQuery(chargeTotals({ agreement: of.number }));
  if (data === undefined) return error === null ? <Waiting rows={3} /> : <Trouble error={error} />;
  const to = (state: string): string => `/charges?agreement=${encodeURIComponent(of.number)}&state=${state}`;
  return (
    <div className="by-state">
      <ListTable<Answers['AgreementTotalsAnswer']['items'][number]>
        caption={t('Charges by state')}
        rows={data.items}
        keyOf={({ state }) => state}
        totalsHead={t('Total')}
        stackBelow={0}
        columns={[
          {
            key: 'state',
            head: t('State'),
            isRowHead: true,
            shows: ({ state }) => (
              <Link to={to(state)} aria-label={stateText(state)}>
                <StateMark state={state} />
              </Link>
            ),
          },
          {
            key: 'charges',
            head: t('Charges'),
            isFigure: true,
            shows: ({ count }) => countText(count),
            total: countText(data.count),
          },
          {
            key: 'amount',
            head: t('Amount, USD'),
            isFigure: true,
            narrow: 'end',
            shows: ({ state, amount }) => (
              <Link to={to(state)}>
                <Amount of={amount.amount} />
              </Link>
            ),
            total: (
              <Link to={`/charges?agreement=${encodeURIComponent(of.number)}`}>
                <Amount of={data.amount.amount} />
              </Link>
            ),
          },
          {
            key: 'credited',
            head: t('Credited, USD'),
            isFigure: true,
            isQuiet: true,
            shows: ({ credited }) => <Amount of={credited.amount} />,
            total: <Amount of={data.credited.amount} />,
          },
        ]}
      />
    </div>
  );
}

interface Allocation {
  readonly families: readonly string[];
  readonly splitKey: string | null;
  readonly budgetLines: Readonly<Record<string, string>>;
}

function Terms({ of }: { of: Shown }): ReactNode {
  return (
    <>
      <Facts
        of={[
          [
            t('In force'),
            <>
              <Day of={of.effectiveOn} /> – <Day of={of.endsOn} />
            </>,
          ],
          [t('Services'), of.families.map(familyText).join(', ')],
          [
            t('Mandates'),
            of.mandates.map((mandate, index) => (
              <Fragment key={mandate}>
                {index > 0 && ', '}
                <span className="whole">{mandate}</span>
              </Fragment>
            )),
          ],
          [t('Programme support cost'), supportCostText(of.programmeSupportCost)],
          [t('Travel'), of.travelMode === null ? null : travelModeText(of.travelMode)],
        ]}
      />
      <h2>{t('Which budget lines bear it')}</h2>
      <ul className="plain-list">
        {(of.clientAllocation as unknown as Allocation[]).map(({ families, splitKey, budgetLines }) => (
          <li key={families.join()}>
            {families.map(familyText).join(', ')}
            {colon()}
            {Object.values(budgetLines).map((line) => (
              <Code key={line}>{line}</Code>
            ))}
            {splitKey !== null && (
              <span className="muted">
                {' '}
                {t('split by')} <Code>{splitKey}</Code>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
