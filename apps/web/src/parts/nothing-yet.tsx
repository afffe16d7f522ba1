import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { agreements } from '../api/queries.ts';
import { useBienniums } from '../session/biennium.ts';
import { useSession } from '../session/signed-in.tsx';
import { t } from '../words/words.ts';
import { Empty } from './empty.tsx';
import { firstStep } from './first-step.ts';
import { Waiting } from './waiting.tsx';

/** In the place of zeros and an empty chart: that nothing is in a biennium, and what to do first. `children`: where it has agreements. */
export function NothingYet({ biennium, children }: { biennium: string; children?: ReactNode }): ReactNode {
  const { may } = useSession();
  const { data } = useQuery(agreements());
  const bienniums = useBienniums();
  if (data === undefined) return <Waiting rows={2} />;
  const first = firstStep({ biennium, bienniums, agreements: data.items });
  if (first.kind === 'record')
    return (
      children ?? (
        <Empty action={may.includes('charge.record') && <Link to="/charges/new">{t('Record the first')}</Link>}>
          {t(
            '{count, plural, one {# agreement} other {# agreements}} and no charge in {biennium} yet: charges come first.',
            { biennium, count: first.count },
          )}
        </Empty>
      )
    );
  return (
    <Empty
      action={
        <>
          {may.includes('agreement.draft') && <Link to="/agreements/new">{t('Draft an agreement')}</Link>}{' '}
          {first.before !== null && (
            <Link to={`/agreements?biennium=${first.before}`}>
              {t('The agreements of {biennium}', { biennium: first.before })}
            </Link>
          )}
        </>
      }
    >
      {t(
        'Nothing is in {biennium} yet. An agreement comes first: one side drafts it, and both sign it. Then charges are recorded under it.',
        { biennium },
      )}
    </Empty>
  );
}
