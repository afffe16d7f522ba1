import { Button, CloseButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Designation } from '../../api/people.ts';
import { ActionButton } from '../../parts/actions.tsx';
import { Dialogue } from '../../parts/dialogue.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Code, Day } from '../../parts/figures.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useSession } from '../../session/signed-in.tsx';
import { t } from '../../words/words.ts';
import { Propose, ShutAccount, WithReason } from './forms.tsx';
import { Invite } from './invite.tsx';
import { DutyShown } from './parts.tsx';
import { ProposeRenewal } from './renew.tsx';
import type { Standing } from './standing.ts';

type Asking = 'invite' | 'renew' | 'propose' | 'shut' | Designation | null;

/** One person beside the list: what they may do, may have done and are to do, and what an administrator does about it. */
export function PersonPanel({
  of: { person, inForce, others },
  onClose,
}: {
  of: Standing;
  onClose: () => void;
}): ReactNode {
  const { may, person: own } = useSession();
  const [asking, setAsking] = useState<Asking>(null);
  const done = (): void => setAsking(null);
  const isOneself = own.code === person.code;
  const { isShut } = person;
  const acts = [
    ['invite', 'account.invite', t('Invite'), !isShut],
    ['renew', 'account.renew', isShut ? t('Let in again') : t('Renew the account'), true],
    ['propose', 'designation.propose', t('Propose a duty'), true],
    ['shut', 'account.shut', t('Shut the account'), !isShut],
  ] as const;
  const offered = acts.filter(([, action, , fits]) => fits && may.includes(action));
  return (
    <aside className="panel" aria-labelledby="panel-title" data-shortcuts>
      <header className="panel-head">
        <h2 id="panel-title">
          <Code>{person.code}</Code>
        </h2>
        <CloseButton aria-label={t('Close the panel')} onClick={onClose} />
      </header>
      <p className="panel-title">{person.name}</p>
      {isShut && <p className="muted">{t('The account is shut: nobody comes in by it.')}</p>}
      {offered.length > 0 &&
        (isOneself ? (
          <p className="muted">{t('This is you: another administrator does it for you.')}</p>
        ) : (
          <p className="choices">
            {offered.map(([name, , label]) => (
              <Button key={name} size="xs" variant="default" onClick={() => setAsking(name)}>
                {label}
              </Button>
            ))}
          </p>
        ))}
      <h3>{t('Duties')}</h3>
      {inForce.length + others.length === 0 ? (
        <Empty>{t('None yet: an administrator proposes one, and an approving officer countersigns it.')}</Empty>
      ) : (
        <ul className="designations">
          {[...inForce, ...others].map((one) => (
            <Held key={one.id} of={one} onEnd={() => setAsking(one)} />
          ))}
        </ul>
      )}
      <Dialogue isOpen={asking === 'invite'} onClose={done} title={t('Invite {person}', { person: person.code })}>
        <Invite person={person.code} onDone={done} />
      </Dialogue>
      <Dialogue
        isOpen={asking === 'renew'}
        onClose={done}
        title={
          isShut
            ? t('Let {person} in again', { person: person.code })
            : t('Renew the account of {person}', { person: person.code })
        }
      >
        <ProposeRenewal person={person.code} isShut={isShut} onDone={done} />
      </Dialogue>
      <Dialogue
        isOpen={asking === 'propose'}
        onClose={done}
        title={t('Propose a duty for {person}', { person: person.code })}
      >
        <Propose person={person.code} onDone={done} />
      </Dialogue>
      <Dialogue
        isOpen={asking === 'shut'}
        onClose={done}
        title={t('Shut the account of {person}', { person: person.code })}
      >
        <ShutAccount person={person.code} onDone={done} />
      </Dialogue>
      <Dialogue isOpen={typeof asking === 'object' && asking !== null} onClose={done} title={t('End the duty')}>
        {typeof asking === 'object' && asking !== null && <WithReason of={asking} step="end" onDone={done} />}
      </Dialogue>
    </aside>
  );
}

function Held({ of, onEnd }: { of: Designation; onEnd: () => void }): ReactNode {
  const { state, validFrom, validTo, reason, proposedBy, decidedBy, endedBy, endReason, availableActions } = of;
  return (
    <li>
      <p className="designation">
        <strong>
          <DutyShown of={of} />
        </strong>{' '}
        <StateMark state={state} />
      </p>
      <p className="muted small">
        {validTo >= '2199' ? (
          t('without a last day')
        ) : (
          <>
            <Day of={validFrom} /> – <Day of={validTo} />
          </>
        )}
      </p>
      <p className="muted small">
        {proposedBy === null ? (
          t('It came with the books.')
        ) : (
          <>
            {t('Proposed by')} <Code>{proposedBy}</Code>
            {decidedBy !== null && (
              <>
                , {state === 'DECLINED' ? t('declined by') : t('countersigned by')} <Code>{decidedBy}</Code>
              </>
            )}
          </>
        )}
        {endedBy !== null && (
          <>
            {' '}
            {t('Ended by')} <Code>{endedBy}</Code>.
          </>
        )}
      </p>
      {[reason, endReason].map((said) => said !== null && <q key={said}>{said}</q>)}
      <p>
        <ActionButton available={availableActions} action="designation.end" label={t('End it')} onAct={onEnd} />
      </p>
    </li>
  );
}
