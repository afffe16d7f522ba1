import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { agreements, auditEvents, bienniumTotals, chargeTotals, inboxCount, meetings } from '../../api/queries.ts';
import { Empty } from '../../parts/empty.tsx';
import { Amount, Code, Day, Instant } from '../../parts/figures.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useBiennium } from '../../session/biennium.ts';
import { useReads } from '../../session/readable.ts';
import { useSession } from '../../session/signed-in.tsx';
import { actText } from '../../words/acts.ts';
import { amountText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { filterOf, standingOf } from './standing.ts';
import { waitingIn } from './waiting-in.ts';

const seesOthers = ['AUDITOR', 'JOINT_AUDITOR', 'ADMINISTRATOR'];

/** Where one stands: three numbers for each meeting, what waits for oneself, and what was done last. */
export function Home(): ReactNode {
  const biennium = useBiennium();
  const { person, may } = useSession();
  const mayRead = useReads();
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
          <Latest kinds={ofDocuments} />
        </>
      )}
    </Page>
  );
}

function Meetings({ biennium }: { biennium: string }): ReactNode {
  const { data: agreed, error } = useQuery(agreements());
  const { data: met } = useQuery(meetings());
  const { data: provisional } = useQuery(chargeTotals({ biennium, state: 'PROVISIONAL' }));
  const { data: received } = useQuery(chargeTotals({ biennium, state: 'RECEIVED' }));
  const { data: owed } = useQuery(bienniumTotals(biennium));
  if (
    agreed === undefined ||
    provisional === undefined ||
    received === undefined ||
    owed === undefined ||
    met === undefined
  ) {
    return error === null ? <Waiting rows={4} /> : <Trouble error={error} />;
  }
  const all = standingOf({
    agreements: agreed.items.filter((one) => one.biennium === biennium),
    totals: [...provisional.items, ...received.items],
    figures: owed.byAgreement,
  });
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
              <Number name={t('Provisional, USD')} amount={one.provisional} to={to('PROVISIONAL')} />
              <Number name={t('To be certified, USD')} amount={one.toCertify} to={to('RECEIVED')} />
              <Number name={t('Invoiced and not paid, USD')} amount={one.unpaid} to={to('INVOICED')} />
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
      <dd>
        <Link to={to} aria-label={`${name}: ${amountText(amount, undefined, '0.00')}`}>
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
          {waiting.map(({ kind, to, says, count }) => (
            <li key={kind}>
              <Link to={to}>{t(says, { count })}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

// Of the documents; who signed in is for the audit.
const ofDocuments = ['charge', 'agreement', 'invoice', 'paper', 'period'];
const ofPeople = ['person', 'designation'];

/** All that was done on the own side for an auditor, and on people for an administrator; for others what they did. */
function Latest({ kinds }: { kinds: readonly string[] }): ReactNode {
  const { designations } = useSession();
  const isOwn = !designations.some(({ duty }) => seesOthers.includes(duty));
  // One's own are few kinds of one person: one look finds them.
  const asked = isOwn ? [{ limit: 100 }] : kinds.map((kind) => ({ kind, limit: 20 }));
  const found = useQueries({ queries: asked.map(auditEvents) });
  const acts = found
    .flatMap(({ data }) => data?.items ?? [])
    .filter(({ action, kind }) => kinds.includes(kind) && action !== 'PAPER_TAKEN_OUT') // who has read a paper is for the audit too
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, 5);
  const error = found.find((one) => one.error !== null)?.error;
  return (
    <section>
      <h2>{isOwn ? t('What I did last') : t('Last changes')}</h2>
      {error !== undefined && <Trouble error={error} />}
      {found.some(({ isPending }) => isPending) ? (
        <Waiting rows={5} />
      ) : acts.length === 0 ? (
        <p className="muted">{t('Nothing yet.')}</p>
      ) : (
        <ol className="timeline">
          {acts.map(({ id, at, person, action, kind, objects }) => (
            <li key={id}>
              <Instant of={at} />
              <span>
                <Code>{person}</Code> {actText(action)}{' '}
                {objects.slice(0, 3).map((object) => (
                  <Document key={object} kind={kind} id={object} />
                ))}
                {objects.length > 3 && (
                  <span className="muted">{t('and {count} more', { count: objects.length - 3 })}</span>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Document({ kind, id }: { kind: string; id: string }): ReactNode {
  const name = encodeURIComponent(id);
  const to = kind === 'charge' ? `/charges?charge=${name}` : kind === 'agreement' ? `/agreements/${name}` : null;
  if (/^[0-9a-f-]{36}$/.test(id)) return null; // a draft has no number yet
  return to === null ? (
    <>
      <Code>{id}</Code>{' '}
    </>
  ) : (
    <>
      <Link to={to}>
        <Code>{id}</Code>
      </Link>{' '}
    </>
  );
}
