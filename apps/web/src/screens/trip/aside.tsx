import { Button } from '@mantine/core';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { sentTrip } from '../../api/queries.ts';
import { Dialogue } from '../../parts/dialogue.tsx';
import { Code } from '../../parts/figures.tsx';
import { moneyText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { chargeChanges } from '../charges/charge-changes.ts';
import { setAsideTrip } from './draft.ts';
import { forgetSetAside, keysSetAside } from './set-aside.ts';

interface Aside {
  readonly name: string; // of the draft
  readonly sent: string; // its key
  readonly onSetAside: () => void;
}

/** The trip that was sent is not wanted any more: after a question, the form is free for another, under a key of its own. */
export function SetAside({ name, sent, onSetAside }: Aside): ReactNode {
  const [isAsked, ask] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => ask(true)}>
        {t('Set it aside')}
      </Button>
      <Dialogue isOpen={isAsked} onClose={() => ask(false)} title={t('Set the trip aside')}>
        <div className="dialogue">
          <p>
            {t(
              'It is not sent again from this browser, and the form is free for another trip, under a key of its own.',
            )}
          </p>
          <p>
            {t(
              'What was sent may still be on its way. Should it be recorded after all, this page says so, and it stands in Charges, where it can be withdrawn.',
            )}
          </p>
          <div className="dialogue-acts">
            <Button
              data-autofocus
              onClick={() => {
                setAsideTrip(name, sent);
                onSetAside();
              }}
            >
              {t('Set it aside')}
            </Button>
          </div>
        </div>
      </Dialogue>
    </>
  );
}

const againAfterMs = 5_000;
const askedAtMost = 12; // times, of what an earlier page has set aside

/**
 * What became of trips that were set aside: one that is recorded after all is said, with where it is, until somebody has read it.
 * `beginning`: of the names of drafts that are this person’s. `count`: how many were set aside since the page was opened.
 */
export function AfterAll({ beginning, count }: { beginning: string; count: number }): ReactNode {
  const queries = useQueryClient();
  const [, forgotten] = useState(0);
  const keys = keysSetAside(beginning);
  const asked = useQueries({
    queries: keys.map((key) => ({
      ...sentTrip(key),
      refetchInterval: ({ state }: { state: { data: unknown; dataUpdateCount: number } }) =>
        state.data === null && (count > 0 || state.dataUpdateCount < askedAtMost) ? againAfterMs : false,
    })),
  });
  const became = keys.map((key, index) => ({ key, is: asked[index]?.data }));
  const recorded = became.filter(({ is }) => is?.charge !== undefined && is.charge !== null);
  const names = recorded.map(({ key }) => key).join(' ');
  useEffect(() => {
    if (names === '') return;
    for (const first of chargeChanges) void queries.invalidateQueries({ queryKey: [first] });
  }, [names, queries]);
  const isWaiting = count > 0 && became.some(({ is }) => is === null || is === undefined);
  return (
    <>
      {recorded.map(({ key, is }) => (
        <div key={key} className="notice sent-trip" data-tone="waiting">
          <p role="status">
            {t('The trip that was set aside was recorded after all, {amount}.', {
              amount: is?.charge === undefined || is.charge === null ? '' : moneyText(is.charge.amount),
            })}{' '}
            <Link to={`/charges?charge=${encodeURIComponent(is?.charge?.id ?? '')}`}>
              <Code>{is?.charge?.id ?? ''}</Code>
            </Link>
          </p>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              forgetSetAside(beginning, key);
              forgotten((before) => before + 1);
            }}
          >
            {t('I have seen it')}
          </Button>
        </div>
      ))}
      {isWaiting && (
        <p className="notice" data-tone="closed" role="status">
          {t('The trip that was sent is set aside, and is not recorded so far. Should it be, this page says so.')}
        </p>
      )}
    </>
  );
}
