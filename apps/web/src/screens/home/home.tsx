import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { Money } from '#kernel';
import { agreements, chargeTotals, inboxCount, meetings } from '../../api/queries.ts';
import { Empty } from '../../parts/empty.tsx';
import { Amount, Code, Day } from '../../parts/figures.tsx';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useBiennium } from '../../session/biennium.ts';
import { loaded } from '../../session/loaded.ts';
import { useReads } from '../../session/readable.ts';
import { useSession } from '../../session/signed-in.tsx';
import { amountText } from '../../words/figures.ts';
import { labelled, type Message, t } from '../../words/words.ts';
import { Latest } from './latest.tsx';
import { RatesWaiting } from './rates-waiting.tsx';
import { filterOf, type StageState, standingOf } from './standing.ts';
import { waitingIn } from './waiting-in.ts';

/** Below what is looked at first: its program comes after the first page's. */
const Due = lazy(async () => ({ default: (await loaded(() => import('./due.tsx'))).Due }));

// Of the documents; who signed in is for the audit.
const ofDocuments = ['charge', 'agreement', 'invoice', 'paper', 'period'];
const ofPeople = ['person', 'designation'];

/** Where one stands: a number for each step of each meeting, what waits for oneself, what has a day, and what was done last. */
export function Home(): ReactNode {
  const biennium = useBiennium();
  const { key, search } = useLocation();
  const { person, designations, may } = useSession();
  const mayRead = useReads();
  if (key === entered && isAuditor(designations)) return <Navigate to={`/audit${search}`} replace />;
  if (!mayRead('charge.read'))
    return (
      <Page title={t('Home')} lead={<bdi>{person.name}</bdi>}>
        <Mine />
        <Latest kinds={ofPeople} />
      </Page>
    );
  return (
    <Page title={t('Home')} lead={<bdi>{person.name}</bdi>}>
      {biennium === null ? (
        <Empty action={may.includes('charge.record') && <Link to="/charges/new">{t('Record charges')}</Link>}>
          {t('Nothing is in these books yet.')}
        </Empty>
      ) : (
        <>
          <Meetings biennium={biennium} />
          <Mine />
          <Suspense fallback={<Waiting rows={2} />}>
            <Due biennium={biennium} />
          </Suspense>
          <Latest kinds={ofDocuments} />
        </>
      )}
    </Page>
  );
}

/** The key of the place that a window begins with: whoever comes to Home by themselves stays there. */
const entered = 'default';

/** Comes to read the biennium, and has no step to take in it. */
function isAuditor(designations: readonly { readonly duty: string }[]): boolean {
  return designations.length > 0 && designations.every(({ duty }) => /^(JOINT_)?AUDITOR$/.test(duty));
}

const stageNames: Readonly<Record<StageState, Message>> = {
  PROVISIONAL: 'Provisional, USD',
  RECORDED: 'To be confirmed, USD',
  RETURNED: 'Returned, USD',
  DISPUTED: 'Disputed, USD',
  RECEIVED: 'To be certified, USD',
  CERTIFIED: 'Certified and not invoiced, USD',
  REVERSING: 'To be reversed, USD',
  INVOICED: 'Invoiced and not paid, USD',
  SETTLED: 'Settled, USD',
};

function Meetings({ biennium }: { biennium: string }): ReactNode {
  const { data: agreed, error } = useQuery(agreements());
  const { data: met } = useQuery(meetings());
  const { data: totals } = useQuery(chargeTotals({ biennium }));
  if (agreed === undefined || totals === undefined || met === undefined)
    return error === null ? <Waiting rows={4} /> : <Trouble error={error} />;
  const all = standingOf({
    agreements: agreed.items.filter((one) => one.biennium === biennium),
    totals: totals.items,
  });
  if (all.length === 0) return <NothingYet biennium={biennium} />;
  return (
    <section aria-label={t('Meetings')}>
      {all.map((one) => {
        const { meeting, agreements: numbers, provider, client } = one;
        const known = met.items.find(({ code }) => code === meeting);
        const [only = '', ...others] = numbers;
        const place =
          others.length === 0
            ? `/agreements/${encodeURIComponent(only)}`
            : `/agreements?meeting=${encodeURIComponent(meeting)}&provider=${encodeURIComponent(provider)}&biennium=${biennium}`;
        const filter = filterOf(one, all);
        const to = (state: string): string =>
          filter === null ? place : `/charges?${filter}&state=${state}&biennium=${biennium}`;
        return (
          <article key={`${meeting} ${provider} ${client}`} className="standing">
            <header>
              <h2>
                <Link to={place}>
                  <bdi>{known?.title ?? meeting}</bdi>
                </Link>
              </h2>
              <p className="muted">
                {others.length === 0 ? (
                  <Code>{only}</Code>
                ) : (
                  t('{count, plural, one {# agreement} other {# agreements}}', { count: numbers.length })
                )}
                , <Code>{provider}</Code> {t('to')} <Code>{client}</Code>
                {known !== undefined && (
                  <>
                    , <Day of={known.startsOn} /> – <Day of={known.endsOn} />
                  </>
                )}
              </p>
            </header>
            <dl className="standing-numbers">
              {one.stages.map(({ state, amount }) => (
                <Number key={state} name={t(stageNames[state])} amount={amount} to={to(state)} />
              ))}
            </dl>
          </article>
        );
      })}
    </section>
  );
}

function Number({ name, amount, to }: { name: string; amount: string; to: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-nothing={Money.totalUsd(amount).isZero() || undefined}>
        <Link to={to} aria-label={labelled(name, amountText(amount, undefined, '0.00'))}>
          <Amount of={amount} zero="0.00" />
        </Link>
      </dd>
    </div>
  );
}

/** What the duties of the day let this person do, as the inbox counts it: without what they had in hand themselves. */
function Mine(): ReactNode {
  const { data, error } = useQuery(inboxCount());
  const waiting = waitingIn(data?.kinds ?? []);
  return (
    <section>
      <h2>{t('Waiting for me')}</h2>
      {error !== null ? (
        <Trouble error={error} />
      ) : data === undefined ? (
        <Waiting rows={2} />
      ) : waiting.length === 0 ? (
        <p className="muted">{t('Nothing waits for you.')}</p>
      ) : (
        <ul className="plain-list">
          {waiting.map((one) => (
            <li key={one.kind}>
              {one.to === null ? (
                <RatesWaiting of={one} />
              ) : (
                <Link to={one.to}>{t(one.says, { count: one.count })}</Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
