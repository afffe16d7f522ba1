import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { type Coding, codingActs } from '../../api/codings.ts';
import { ActionButton } from '../../parts/actions.tsx';
import { Dialogue } from '../../parts/dialogue.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Code, Instant } from '../../parts/figures.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { t } from '../../words/words.ts';
import { type Parts, parts, partsIn, saysSomething } from './standing.ts';
import { StateCoding } from './state-coding.tsx';

/** One line, or what a fund receives, beside the list: the coding in force, another one in its place, and those before. */
export function CodingPanel({ of, onClose }: { of: Coding; onClose: () => void }): ReactNode {
  const { fund, budgetLine, title, biennium, statedAt, statedBy, availableActions } = of;
  const [isStating, setStating] = useState(false);
  const name = budgetLine === null ? t('Receipts of {fund}', { fund }) : budgetLine;
  const isCoded = saysSomething(of);
  return (
    <aside className="panel" aria-labelledby="panel-title" data-shortcuts>
      <header className="panel-head">
        <h2 id="panel-title" tabIndex={-1}>
          {budgetLine === null ? name : <Code>{name}</Code>}
        </h2>
        <CloseButton aria-label={t('Close the panel')} onClick={onClose} />
      </header>
      <p className="panel-title">
        <bdi>{title}</bdi>
      </p>
      {!isCoded && (
        <p>
          {statedAt === null
            ? t('No coding is stated: papers say nothing of it.')
            : t('The coding was taken away: papers say nothing of it.')}
        </p>
      )}
      <Facts
        of={[
          ...parts.map(([part, head]) => [t(head), of[part] === null ? null : <Code>{of[part]}</Code>] as const),
          [t('Fund'), budgetLine === null ? null : <Code>{fund}</Code>],
          [t('Biennium'), biennium],
          [
            t('Since, by'),
            statedAt === null || statedBy === null ? null : (
              <>
                <Instant of={statedAt} />, <Code>{statedBy}</Code>
              </>
            ),
          ],
        ]}
      />
      <ActionButton
        available={availableActions}
        action="fund.state-coding"
        label={isCoded ? t('State another coding') : t('State a coding')}
        onAct={() => setStating(true)}
      />
      {statedAt !== null && <Past of={of} />}
      <Dialogue
        isOpen={isStating}
        onClose={() => setStating(false)}
        title={t('Coding of {name}', { name: budgetLine ?? t('what {fund} receives', { fund }) })}
      >
        <StateCoding of={of} onDone={() => setStating(false)} />
      </Dialogue>
    </aside>
  );
}

/** What was stated of it, newest first: read once somebody asks. */
function Past({ of }: { of: Coding }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="postings" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('All that was stated')}</summary>
      {isOpen && <Acts of={of} />}
    </details>
  );
}

function Acts({ of }: { of: Coding }): ReactNode {
  const { data, error } = useQuery(codingActs(of));
  if (data === undefined) return error === null ? <Waiting rows={3} /> : <Trouble error={error} />;
  return (
    <ol className="timeline">
      {data.items.map(({ id, at, person, reason, after }) => (
        <li key={id}>
          <Instant of={at} />
          <div>
            <Code>{person}</Code>
            <PartsSaid of={partsIn(after)} />
            {reason !== null && <q dir="auto">{reason}</q>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function PartsSaid({ of }: { of: Parts }): ReactNode {
  if (!saysSomething(of)) return <p className="part-said muted">{t('Taken away')}</p>;
  return parts.map(([part, head]) =>
    of[part] === null ? null : (
      <p key={part} className="part-said">
        <span className="muted">{t(head)}</span> <Code>{of[part]}</Code>
      </p>
    ),
  );
}
