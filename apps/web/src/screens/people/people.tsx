import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import { countersign, type Designation, designations } from '../../api/people.ts';
import { people } from '../../api/queries.ts';
import { shortcutTable } from '../../frame/shortcut-table.ts';
import { type Shortcut, useShortcuts } from '../../frame/shortcuts.tsx';
import '../../look/coming-in.css';
import '../../look/documents.css';
import { ActionButton } from '../../parts/actions.tsx';
import { Dialogue } from '../../parts/dialogue.tsx';
import { Code, Day } from '../../parts/figures.tsx';
import { useFilters } from '../../parts/filters.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useSession } from '../../session/signed-in.tsx';
import { t } from '../../words/words.ts';
import { AddPerson, WithReason } from './forms.tsx';
import { PersonPanel } from './person-panel.tsx';
import { changes, DutyShown } from './parts.tsx';
import { Renewals } from './renew.tsx';
import { type Standing, standings, waiting } from './standing.ts';

/** Who acts for this side, with which duties, from when to when; and what waits for a second signature. */
export function People(): ReactNode {
  const { secretariat, may } = useSession();
  const known = useQuery(people());
  const held = useQuery(designations());
  const [{ person: open }, change] = useFilters(['person'] as const);
  const [isAdding, setAdding] = useState(false);
  const choose = useCallback((code: string | null) => change({ person: code }), [change]);
  const rows = useMemo(
    () => standings(known.data?.items ?? [], held.data?.items ?? [], secretariat.code),
    [known.data, held.data, secretariat.code],
  );
  const shortcuts = useMemo<Shortcut[]>(() => [{ ...shortcutTable.closePanel, act: () => choose(null) }], [choose]);
  useShortcuts(shortcuts);
  const mayAdd = may.includes('person.add');
  const error = known.error ?? held.error;
  const chosen = rows.find(({ person }) => person.code === open);
  return (
    <Page
      title={t('People')}
      lead={t('Who acts for {secretariat}, and what they may do. Each duty is given by two people to a third.', {
        secretariat: secretariat.code,
      })}
      actions={
        mayAdd && (
          <Button size="xs" onClick={() => setAdding(true)}>
            {t('Add a person')}
          </Button>
        )
      }
    >
      {known.data === undefined || held.data === undefined ? (
        error === null ? (
          <Waiting />
        ) : (
          <Trouble error={error} />
        )
      ) : (
        <div className="with-panel" data-open={chosen !== undefined}>
          <div>
            <Proposed of={waiting(held.data.items)} />
            <Renewals />
            <ListTable<Standing>
              caption={t('People')}
              columns={columns()}
              rows={rows}
              keyOf={({ person }) => person.code}
              chosen={open ?? null}
              onChoose={choose}
            />
          </div>
          {chosen !== undefined && <PersonPanel of={chosen} onClose={() => choose(null)} />}
        </div>
      )}
      <Dialogue isOpen={isAdding} onClose={() => setAdding(false)} title={t('Add a person')}>
        <AddPerson
          onDone={(code) => {
            setAdding(false);
            choose(code);
          }}
        />
      </Dialogue>
    </Page>
  );
}

function columns(): Column<Standing>[] {
  return [
    { key: 'code', head: t('Person'), isRowHead: true, shows: ({ person }) => <Code>{person.code}</Code> },
    {
      key: 'name',
      head: t('Name'),
      narrow: 'line',
      shows: ({ person }) => (
        <>
          {person.name}
          {person.isShut && <span className="effect muted">{t('Account shut')}</span>}
        </>
      ),
    },
    {
      key: 'duties',
      head: t('May do today'),
      narrow: 'line',
      shows: ({ inForce, others }) => (
        <>
          {inForce.map((one) => (
            <span key={one.id} className="effect">
              <DutyShown of={one} />
            </span>
          ))}
          {inForce.length === 0 && <span className="muted">{t('nothing, and read nothing')}</span>}
          {others.some(({ state }) => state === 'PROPOSED') && (
            <span className="effect muted">{t('More is proposed')}</span>
          )}
        </>
      ),
    },
  ];
}

/** Proposals, each to be countersigned or declined by an approving officer who has no part in it. */
function Proposed({ of }: { of: readonly Designation[] }): ReactNode {
  const [declining, setDeclining] = useState<Designation | null>(null);
  const sign = useAct({ changes, send: (id: string, key) => countersign(id, key) });
  if (of.length === 0) return null;
  const isAnybodys = of.some(({ availableActions }) => availableActions.some(({ allowed }) => allowed));
  const rows: Column<Designation>[] = [
    { key: 'person', head: t('Person'), isRowHead: true, shows: (one) => <Code>{one.person}</Code> },
    { key: 'duty', head: t('Duty'), shows: (one) => <DutyShown of={one} /> },
    {
      key: 'days',
      head: t('From, to'),
      narrow: 'part',
      shows: ({ validFrom, validTo }) => (
        <>
          <Day of={validFrom} /> – <Day of={validTo} />
        </>
      ),
    },
    { key: 'reason', head: t('Reason'), narrow: 'line', shows: ({ reason }) => <span dir="auto">{reason}</span> },
    {
      key: 'by',
      head: t('Proposed by'),
      shows: ({ proposedBy }) => proposedBy !== null && <Code>{proposedBy}</Code>,
    },
    {
      key: 'acts',
      head: '',
      // Where nothing is for this person, one sentence over the table says whose it is.
      shows: (one) =>
        isAnybodys && (
          <span className="choices">
            <ActionButton
              available={one.availableActions}
              action="designation.countersign"
              label={t('Countersign')}
              name={t('Countersign for {person}', { person: one.person })}
              isBusy={sign.isPending && sign.variables === one.id}
              onAct={() => sign.mutate(one.id)}
              isMain
            />
            <ActionButton
              available={one.availableActions}
              action="designation.decline"
              label={t('Decline')}
              name={t('Decline for {person}', { person: one.person })}
              onAct={() => setDeclining(one)}
            />
          </span>
        ),
    },
  ];
  return (
    <section className="proposed">
      <h2>{t('Waits for a second signature')}</h2>
      {!isAnybodys && (
        <p className="muted">{t('An approving officer who has no part in it countersigns or declines.')}</p>
      )}
      <ListTable<Designation>
        caption={t('Waits for a second signature')}
        columns={rows}
        rows={of}
        keyOf={({ id }) => id}
      />
      {sign.error !== null && <Trouble error={sign.error} />}
      <Dialogue isOpen={declining !== null} onClose={() => setDeclining(null)} title={t('Decline the designation')}>
        {declining !== null && <WithReason of={declining} step="decline" onDone={() => setDeclining(null)} />}
      </Dialogue>
    </section>
  );
}
