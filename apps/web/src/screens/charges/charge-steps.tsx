import type { ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import type { Answers } from '../../api/client.ts';
import { take } from '../../api/documents.ts';
import { Refusal } from '../../api/refusal.ts';
import { ActionButton, actionOf } from '../../parts/actions.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { t } from '../../words/words.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { chargeChanges } from './charge-changes.ts';
import { Corrections } from './corrections.tsx';
import { isLate, LatePosting } from './late-posting.tsx';

type Charge = Answers['ChargeAnswer'];

/** What can be done now. A step carries the version that is shown: if somebody was faster, both versions are said. */
export function Steps({ of }: { of: Charge }): ReactNode {
  const available = of.availableActions;
  const receive = useAct({
    changes: chargeChanges,
    send: (seen: Charge, key) => take(actionOf(seen.availableActions, 'charge.receive'), { key, seen: seen.version }),
  });
  const certify = useAct({
    changes: chargeChanges,
    send: ({ seen, reason }: { seen: Charge; reason?: string }, key) =>
      take(actionOf(seen.availableActions, 'charge.certify'), {
        ...{ key, seen: seen.version },
        body: reason === undefined ? {} : { adjustmentReason: reason },
      }),
  });
  const error = receive.error ?? certify.error;
  // The version that was sent, not the one on screen: what is shown may be read anew while the answer is under way.
  const sent = receive.error === null ? certify.variables?.seen : receive.variables;
  const isStale = error instanceof Refusal && error.isStale;
  const certification = available.find(({ action }) => action === 'charge.certify');
  return (
    <div className="steps">
      <ActionButton
        available={available}
        action="charge.receive"
        label={t('Confirm receipt')}
        onAct={() => receive.mutate(of)}
        isBusy={receive.isPending}
        isMain
      />
      <ActionButton
        available={available}
        action="charge.certify"
        label={t('Certify {id}', { id: of.id })}
        onAct={() => certify.mutate({ seen: of })}
        isBusy={certify.isPending}
        isMain
      />
      {error !== null && <Trouble error={error} />}
      {isStale && sent !== undefined && <ChangedMeanwhile seen={sent} now={of} />}
      {isLate(error) && certification !== undefined && (
        <LatePosting
          certification={certification}
          seen={of.version}
          isBusy={certify.isPending}
          onPost={(reason) => certify.mutate({ seen: of, reason })}
        />
      )}
      <Corrections of={of} />
    </div>
  );
}
