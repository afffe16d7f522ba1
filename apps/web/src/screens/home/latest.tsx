import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { invoice } from '../../api/documents.ts';
import { auditEvents } from '../../api/queries.ts';
import { Code, Instant } from '../../parts/figures.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useSession } from '../../session/signed-in.tsx';
import { actText } from '../../words/acts.ts';
import { colon, t } from '../../words/words.ts';
import { type ActedOn, actedOn, draftsIn, numbersIn } from './acted-on.ts';

const seesOthers = ['AUDITOR', 'JOINT_AUDITOR', 'ADMINISTRATOR'];

/**
 * What was done last to things of these kinds, each of which is opened from here: all of the own side for an auditor and, of
 * people, for an administrator; for others what they did.
 */
export function Latest({ kinds }: { kinds: readonly string[] }): ReactNode {
  const { designations } = useSession();
  const isOwn = !designations.some(({ duty }) => seesOthers.includes(duty));
  // One's own are few kinds of one person: one look finds them.
  const asked = isOwn ? [{ limit: 100 }] : kinds.map((kind) => ({ kind, limit: 20 }));
  const found = useQueries({ queries: asked.map(auditEvents) });
  const all = found.flatMap(({ data }) => data?.items ?? []).filter(({ kind }) => kinds.includes(kind));
  const said = numbersIn(all);
  const acts = all
    .filter(({ action }) => action !== 'PAPER_TAKEN_OUT') // who has read a paper is for the audit too
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)) // of one instant, as the server has them
    .slice(0, 5);
  const looked = useQueries({ queries: draftsIn(acts, said).map(invoice) });
  const issued = looked.flatMap(({ data }) =>
    data === undefined || data.number === null ? [] : [[data.id, data.number] as const],
  );
  const numbers = new Map([...said, ...issued]);
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
          {acts.map((act) => {
            const on = actedOn(act, numbers);
            return (
              <li key={act.id}>
                <Instant of={act.at} />
                <span>
                  <Code>{act.person}</Code> {actText(act.action)}
                  {on.length > 0 && colon()}
                  {on.slice(0, 3).map((one) => (
                    <Document key={one.id} of={one} />
                  ))}
                  {act.objects.length > 3 && (
                    <span className="muted">
                      {t('{count, plural, one {and # more} other {and # more}}', { count: act.objects.length - 3 })}
                    </span>
                  )}
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

function Document({ of: { name, to } }: { of: ActedOn }): ReactNode {
  const shown = name === null ? t('Draft') : <Code>{name}</Code>;
  return <>{to === null ? shown : <Link to={to}>{shown}</Link>} </>;
}
