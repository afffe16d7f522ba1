import { Button } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { Why } from '../../parts/actions.tsx';
import { Amount, Code } from '../../parts/figures.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { t } from '../../words/words.ts';
import { type Correction, CorrectionDialogue } from '../charges/corrections.tsx';
import type { Charge } from './inbox.ts';

interface Waits {
  readonly of: readonly Charge[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** Reversals that somebody asked for, and charges that the client gave back: for the provider to decide. */
export function CorrectionsWaiting({ of, chosen, onChoose }: Waits): ReactNode {
  const [asked, ask] = useState<{ id: string; action: Correction } | null>(null);
  const columns = useMemo(() => columnsWith((id, action) => ask({ id, action })), []);
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{t('Reversals to approve, and returns to answer')}</h2>
      <ListTable<Charge>
        caption={t('Reversals to approve, and returns to answer')}
        columns={columns}
        rows={of}
        keyOf={({ id }) => id}
        chosen={chosen}
        onChoose={onChoose}
      />
      <CorrectionDialogue id={asked?.id ?? null} asked={asked?.action ?? null} onClose={() => ask(null)} />
    </section>
  );
}

function columnsWith(onAsk: (id: string, action: Correction) => void): Column<Charge>[] {
  return [
    { key: 'id', head: t('Charge'), isRowHead: true, shows: ({ id }) => <Code>{id}</Code> },
    {
      key: 'why',
      head: t('Why'),
      narrow: 'line',
      shows: ({ remark }) =>
        remark !== null && (
          <>
            <q>{remark.text}</q>{' '}
            <span className="muted small">
              <Code>{remark.by}</Code>
            </span>
          </>
        ),
    },
    { key: 'state', head: t('State'), narrow: 'part', shows: ({ state }) => <StateMark state={state} /> },
    {
      key: 'amount',
      head: t('Amount, USD'),
      isFigure: true,
      narrow: 'end',
      shows: ({ amount }) => <Amount of={amount.amount} />,
    },
    {
      key: 'next',
      head: t('Next step'),
      narrow: 'part',
      shows: ({ id, availableActions }) => {
        const next = availableActions.find(({ action }) => nextSteps.some((one) => one === action));
        if (next === undefined) return null;
        return next.allowed ? (
          <Button size="xs" variant="default" onClick={() => onAsk(id, next.action as Correction)}>
            {next.action === 'charge.resubmit'
              ? t('Answer, and send {id} on', { id })
              : t('Approve the reversal of {id}', { id })}
          </Button>
        ) : (
          <Why of={next} />
        );
      },
    },
  ];
}

const nextSteps = ['charge.approve-reversal', 'charge.resubmit'] as const;
