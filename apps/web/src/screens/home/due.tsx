import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { periodsOf } from '../../api/periods.ts';
import { agreements, chargeTotals, secretariats } from '../../api/queries.ts';
import { Day } from '../../parts/figures.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useReads } from '../../session/readable.ts';
import { moneyText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { type Close, closeOf, type Unsigned, unsignedIn } from './deadlines.ts';

/**
 * What has a day to be done by: the close of the biennium, and each agreement that a signature is missing of. What somebody's
 * duties do not read is neither asked for nor said.
 */
export function Due({ biennium }: { biennium: string }): ReactNode {
  const mayRead = useReads();
  const [readsPeriods, readsAgreements] = [mayRead('period.read'), mayRead('agreement.read')];
  const periods = useQuery({ ...periodsOf(biennium), enabled: readsPeriods });
  const sides = useQuery({ ...secretariats(), enabled: readsPeriods });
  const agreed = useQuery({ ...agreements(), enabled: readsAgreements });
  const totals = useQuery({ ...chargeTotals({ biennium }), enabled: readsAgreements });
  const asked = [...(readsAgreements ? [agreed, totals] : []), ...(readsPeriods ? [periods, sides] : [])];
  const failed = asked.find(({ data, error }) => data === undefined && error !== null);
  if (asked.length === 0 || failed === agreed || failed === totals) return null; // the meetings say why
  const close = closeOf(periods.data?.items ?? [], sides.data?.items.map(({ code }) => code) ?? []);
  const unsigned = unsignedIn({
    agreements: agreed.data?.items ?? [],
    totals: totals.data?.items ?? [],
    biennium,
  });
  return (
    <section>
      <h2>{t('Deadlines')}</h2>
      {failed !== undefined ? (
        <Trouble error={failed.error} />
      ) : asked.some(({ data }) => data === undefined) ? (
        <Waiting rows={2} />
      ) : close === null && unsigned.length === 0 ? (
        <p className="muted">{t('Nothing is due.')}</p>
      ) : (
        <ul className="due">
          {close !== null && <CloseDue of={close} />}
          {unsigned.map((one) => (
            <UnsignedDue key={one.number} of={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CloseDue({ of: { biennium, lastDay, next, openMonths } }: { of: Close }): ReactNode {
  return (
    <li>
      <Day of={lastDay} />
      <span>
        <Link to={`/periods?biennium=${biennium}&period=${biennium}`}>
          {t('Close of the biennium {biennium}', { biennium })}
        </Link>
        {next !== null && <span className="muted">{t(...next)}</span>}
        {openMonths > 0 && (
          <Link className="muted" to={`/periods?biennium=${biennium}`}>
            {t('{count, plural, one {# month is over and not closed} other {# months are over and not closed}}', {
              count: openMonths,
            })}
          </Link>
        )}
      </span>
    </li>
  );
}

function UnsignedDue({ of: { number, days, effectiveOn, missing, provisional } }: { of: Unsigned }): ReactNode {
  const [one = '', other] = missing;
  const place = encodeURIComponent(number);
  return (
    <li>
      {days === 0 ? (
        <Day of={effectiveOn} />
      ) : (
        <span className="figure">{t('for {count, plural, one {# day} other {# days}}', { count: days })}</span>
      )}
      <span>
        <Link to={`/agreements/${place}`}>
          {other === undefined
            ? t('{number} waits for the signature of {side}', { number, side: one })
            : t('{number} waits for the signatures of {one} and {other}', { number, one, other })}
        </Link>
        {provisional.count > 0 && (
          <Link className="muted" to={`/charges?agreement=${place}&state=PROVISIONAL`}>
            {t(
              '{count, plural, one {# charge, {amount}, is provisional} other {# charges, {amount}, are provisional}}',
              {
                count: provisional.count,
                amount: moneyText({ amount: provisional.amount, currency: 'USD' }),
              },
            )}
          </Link>
        )}
      </span>
    </li>
  );
}
