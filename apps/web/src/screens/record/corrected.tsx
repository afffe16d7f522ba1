import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { charge } from '../../api/queries.ts';
import { Code } from '../../parts/figures.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { t } from '../../words/words.ts';
import type { Line } from './draft.ts';

interface Corrected {
  readonly lines: readonly Line[];
  readonly isLocked: boolean;
  readonly onTakeAsNew: (line: number) => void;
}

/** Which lines take the place of a charge that was wrong, and how far that one is undone. */
export function CorrectedLines({ lines, isLocked, onTakeAsNew }: Corrected): ReactNode {
  return lines.map(({ key, replaced }, index) =>
    replaced === null ? null : (
      <Replacing
        key={key}
        head={t('Line {line} takes the place of', { line: index + 1 })}
        id={replaced.id}
        isLocked={isLocked}
        onTakeAsNew={() => onTakeAsNew(index)}
      />
    ),
  );
}

interface Replaces {
  readonly head: string;
  readonly id: string;
  readonly isLocked: boolean; // what was sent is not answered yet: it may have taken the place already
  readonly onTakeAsNew: () => void;
}

/** Whose place is to be taken, and when that can be. */
export function Replacing({ head, id, isLocked, onTakeAsNew }: Replaces): ReactNode {
  const { data } = useQuery(charge(id));
  return (
    <div className="notice" data-tone="waiting">
      <p>
        {head}{' '}
        <Link to={`/charges?charge=${encodeURIComponent(id)}`}>
          <Code>{id}</Code>
        </Link>{' '}
        {data !== undefined && <StateMark state={data.state} />}{' '}
        <button type="button" className="link" disabled={isLocked} onClick={onTakeAsNew}>
          {t('Record it as a new charge')}
        </button>
      </p>
      {data?.state === 'REVERSING' && (
        <p>
          {t(
            'It can be recorded once an approving officer of {provider} has approved the reversal. Until then what was entered is kept on this computer.',
            { provider: data.provider },
          )}
        </p>
      )}
      {data !== undefined && data.replacedBy !== null && (
        <p>
          {t('Its place is taken by')} <Code>{data.replacedBy}</Code>
        </p>
      )}
    </div>
  );
}
