import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import { take } from '../../api/documents.ts';
import type { Renewal } from '../../api/people.ts';
import { actionOf } from '../../parts/actions.tsx';
import { Reason, submits } from '../../parts/form.tsx';
import { Code } from '../../parts/figures.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useReason } from '../../session/use-form-draft.ts';
import { colon, t } from '../../words/words.ts';

/** Somebody who was shut out is not let in again after all: what two people agreed on, or are about to, lapses with its link. */
export function TakeBack({ of, onDone }: { of: Renewal; onDone: () => void }): ReactNode {
  const { person, proposedBy, reason: proposed, availableActions } = of;
  const { reason, setReason, forget } = useReason(`taking back ${of.id}`);
  const act = useAct({
    changes: ['renewals', 'people', 'inbox', 'audit-events'],
    onTaken: forget,
    onDone,
    send: (_: void, key) => take(actionOf(availableActions, 'account.shut'), { key, body: { reason } }),
  });
  return (
    <form onSubmit={submits(() => act.mutate())} className="dialogue">
      <p>
        <Code>{proposedBy}</Code>
        {colon()}
        <q dir="auto">{proposed}</q>
      </p>
      <p>
        {t(
          'The renewal lapses, its link opens nothing, and the account stays shut. Should {person} have come in by it a moment ago, they are out with the next request.',
          { person },
        )}
      </p>
      <Reason value={reason} onChange={setReason} />
      {act.error !== null && <Trouble error={act.error} />}
      <Button type="submit" loading={act.isPending} disabled={reason.trim() === ''}>
        {t('Take back')}
      </Button>
    </form>
  );
}
