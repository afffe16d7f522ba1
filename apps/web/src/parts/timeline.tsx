import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { auditEvents } from '../api/queries.ts';
import { actText } from '../words/acts.ts';
import { t } from '../words/words.ts';
import { Empty } from './empty.tsx';
import { Code, Instant } from './figures.tsx';
import { Trouble } from './trouble.tsx';
import { Waiting } from './waiting.tsx';

/** Who did what to a document, newest first. */
export function Timeline({ object, kind }: { object: string; kind: string }): ReactNode {
  const { data, error } = useQuery(auditEvents({ object, kind, limit: 50 }));
  if (data === undefined) return error === null ? <Waiting rows={3} /> : <Trouble error={error} />;
  if (data.items.length === 0) return <Empty>{t('Nothing was done to it yet.')}</Empty>;
  return (
    <ol className="timeline">
      {data.items.map(({ id, at, person, action, reason }) => (
        <li key={id}>
          <Instant of={at} />
          <span>
            <Code>{person}</Code> {actText(action)}
            {reason !== null && <q>{reason}</q>}
          </span>
        </li>
      ))}
    </ol>
  );
}
