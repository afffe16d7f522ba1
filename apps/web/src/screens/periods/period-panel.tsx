import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Answers } from '../../api/client.ts';
import { checklist, period } from '../../api/periods.ts';
import { ActionButton } from '../../parts/actions.tsx';
import { Dialogue } from '../../parts/dialogue.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Code, Day, Instant } from '../../parts/figures.tsx';
import { useReadFromTheTop } from '../../parts/read-from-the-top.ts';
import { Mark, StateMark } from '../../parts/state-mark.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { actText } from '../../words/acts.ts';
import { stateText } from '../../words/codes.ts';
import { labelled, t } from '../../words/words.ts';
import { Balances } from './balances.tsx';
import { Holding, Obstacles } from './checklist.tsx';
import { Deciding } from './deciding.tsx';
import { actionName, type PeriodAction, periodActions, periodName } from './naming.ts';

type PeriodAnswer = Answers['PeriodAnswer'];

/** One month or biennium beside the list: what stands in it, what can be done, and who did what. */
export function PeriodPanel({ code, onClose }: { code: string; onClose: () => void }): ReactNode {
  const { data, error } = useQuery(period(code));
  const heading = useReadFromTheTop(data?.version);
  return (
    <aside className="panel" aria-labelledby="panel-title" data-shortcuts>
      <header className="panel-head">
        <h2 id="panel-title" ref={heading} tabIndex={-1}>
          <bdi>{data === undefined ? code : periodName(data)}</bdi>{' '}
          {data !== undefined && <StateMark state={data.state} />}
        </h2>
        <CloseButton aria-label={t('Close the panel')} onClick={onClose} />
      </header>
      {data === undefined ? error === null ? <Waiting rows={6} /> : <Trouble error={error} /> : <Content of={data} />}
    </aside>
  );
}

function Content({ of }: { of: PeriodAnswer }): ReactNode {
  return (
    <>
      <Acts of={of} />
      <StandsInIt of={of} />
      {of.finalBalances.length > 0 && (
        <details className="postings">
          <summary>{t('Final balances of your book')}</summary>
          <Balances of={of.finalBalances} />
        </details>
      )}
      <History of={of} />
      <Facts
        of={[
          [t('Last day'), <Day of={of.lastDay} />],
          [t('Times locked'), of.closeNo === 0 ? null : String(of.closeNo)],
          [
            t('Digest of what both sides signed'),
            of.digest === null ? null : (
              <span className="digest">
                <Code>{of.digest}</Code>
              </span>
            ),
          ],
        ]}
      />
    </>
  );
}

function Acts({ of }: { of: PeriodAnswer }): ReactNode {
  const [asked, ask] = useState<PeriodAction | null>(null);
  const [done, setDone] = useState<PeriodAnswer | null>(null);
  const close = (): void => ask(null);
  return (
    <div className="steps">
      {done !== null && (
        <p className="notice" data-tone="agreed" role="status">
          {labelled(periodName(done), stateText(done.state))}
        </p>
      )}
      {periodActions.map((action) => (
        <ActionButton
          key={action}
          available={of.availableActions}
          action={action}
          label={actionName(action, of)}
          onAct={() => ask(action)}
          isMain={action === 'period.close' || action === 'period.sign' || action === 'period.reopen'}
        />
      ))}
      <Dialogue isOpen={asked !== null} onClose={close} isWide title={asked === null ? '' : actionName(asked, of)}>
        {asked !== null && (
          <Deciding
            of={of}
            action={asked}
            onDone={(now) => {
              setDone(now);
              close();
            }}
          />
        )}
      </Dialogue>
    </div>
  );
}

const frozen: readonly string[] = ['SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED'];

/**
 * While entries are posted, what stands in it now; afterwards, what stood in it when its closing was proposed. What the other side's
 * proposer saw is that side's own: there, what stands in it now.
 */
function StandsInIt({ of }: { of: PeriodAnswer }): ReactNode {
  const isFrozen = frozen.includes(of.state);
  const kept = of.acts.filter(({ act }) => act === 'CLOSING_PROPOSED').at(-1)?.checklist ?? [];
  const isKept = isFrozen && kept.length > 0;
  const { data, error } = useQuery({ ...checklist(of.code), enabled: !isKept });
  const items = isKept ? kept : data?.items;
  if (items === undefined) return error === null ? <Waiting rows={4} /> : <Trouble error={error} />;
  const open = items.filter(({ holds }) => !holds);
  const blocking = open.filter(({ blocks }) => blocks).length;
  return (
    <section>
      <h3>{isKept ? t('What stood in it when its closing was proposed') : t('What stands in it')}</h3>
      {!isFrozen && (
        <p>
          <Mark tone={blocking > 0 ? 'wrong' : 'agreed'}>
            {blocking > 0
              ? t(
                  '{count, plural, one {# point stands in the way of its closing} other {# points stand in the way of its closing}}',
                  {
                    count: blocking,
                  },
                )
              : t('Nothing stands in the way of its closing')}
          </Mark>
        </p>
      )}
      {open.length > 0 && <Obstacles items={open} of={of} />}
      <Holding items={items} />
    </section>
  );
}

/** Newest first. */
function History({ of: { acts } }: { of: PeriodAnswer }): ReactNode {
  if (acts.length === 0) return null;
  return (
    <section>
      <h3>{t('Who did what')}</h3>
      <ol className="timeline">
        {acts.toReversed().map(({ number, act, person, secretariat, at, reason }) => (
          <li key={number}>
            <Instant of={at} />
            <span>
              <Code>{person}</Code> {actText(`PERIOD_${act}`)}{' '}
              <span className="muted">{t('for {side}', { side: secretariat })}</span>
              {reason !== null && <q dir="auto">{reason}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
