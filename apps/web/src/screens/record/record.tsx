import { Button, NativeSelect } from '@mantine/core';
import { queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import type { Answers } from '../../api/client.ts';
import { agreement, agreements, chargeAsEntered, rateCard, serviceItems } from '../../api/queries.ts';
import { isPassing } from '../../api/refusal.ts';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { mustRecord, mustRecordText } from '../../parts/must-record.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { draftInMemory, forgetDraft, keepDraft, keepInMemory, keptDraft } from '../../session/drafts.ts';
import { ownPlace } from '../../session/own-place.ts';
import { useSession } from '../../session/signed-in.tsx';
import { moneyText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { again } from './again.ts';
import { CorrectedLines } from './corrected.tsx';
import { type Change, changed, type Draft, draftOf, isUnderWay, keptOf, type Sent } from './draft.ts';
import { EntryGrid } from './grid.tsx';
import { LeftBehind } from './left-behind.tsx';
import type { LineBooks } from './line.ts';
import { OutlookInShort, OutlookPanel } from './outlook-panel.tsx';
import { type Recorded, useRecording } from './recording.ts';
import { checkerOf, readyOf } from './ready.ts';
import { stillTried, type Trial, type Tried, tryLines } from './trial.ts';

const tryAfterMs = 350;

/** The grid of one agreement; which one is in the address. */
export function Record(): ReactNode {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession();
  const { data, error } = useQuery(agreements());
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} />;
  const own = data.items.filter(({ provider }) => provider === session.secretariat.code);
  const number = search.get('agreement') ?? own[0]?.number;
  const instead = mustRecord(session, data.items.find((one) => one.number === number)?.provider ?? null);
  const offered = own.some((one) => one.number === number) ? own : data.items;
  return (
    <Page
      title={t('Record charges')}
      lead={t(
        'Delivered units, priced by the rate of their day. What is entered is kept on this computer until it is sent.',
      )}
      actions={
        <>
          <Button component={Link} to={tripAt({ agreement: search.get('agreement') })} size="xs" variant="default">
            {t('Record a trip')}
          </Button>
          {number !== undefined && (
            <NativeSelect
              size="xs"
              aria-label={t('Agreement')}
              data={offered.map((one) => ({ value: one.number, label: `${one.number}, ${one.meeting}` }))}
              value={number}
              onChange={({ currentTarget: { value } }) => {
                const next = new URLSearchParams(search);
                next.set('agreement', value);
                void navigate(`/charges/new?${next.toString()}`, { replace: true });
              }}
            />
          )}
        </>
      }
    >
      {number === undefined ? (
        <Empty>{t('Your secretariat provides under no agreement yet. Charges need one.')}</Empty>
      ) : instead !== null ? (
        <Empty>{mustRecordText(instead)}</Empty>
      ) : (
        <Entry key={number} number={number} replaces={search.get('replaces')} />
      )}
    </Page>
  );
}

/** A trip has tickets and nights, which the lines of the grid have no place for: it has a form of its own. */
function tripAt(of: { readonly agreement: string | null; readonly replaces?: string | null }): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(of)) if (value !== null) search.set(name, value);
  return `/charges/new/trip?${search.toString()}`;
}

function Entry({ number, replaces }: { number: string; replaces: string | null }): ReactNode {
  const { person } = useSession();
  const name = `${person.code}.${number}`;
  const [place, setPlace] = useState<string | null>(null);
  useEffect(() => void ownPlace(name, isUnderWay).then(setPlace), [name]);
  const [found, items, rates] = useQueries({ queries: [agreement(number), serviceItems(), rateCard()] });
  const wrong = useQuery({ ...chargeAsEntered(replaces ?? ''), enabled: replaces !== null });
  const error = found.error ?? items.error ?? rates.error ?? wrong.error;
  if (found.data === undefined || items.data === undefined || rates.data === undefined) {
    return error === null ? <Waiting /> : <Trouble error={error} />;
  }
  if (place === null) return <Waiting />;
  if (replaces !== null && wrong.data === undefined) return error === null ? <Waiting /> : <Trouble error={error} />;
  if (wrong.data !== undefined && wrong.data.trip !== null)
    return <Navigate to={tripAt({ agreement: number, replaces })} replace />;
  return (
    <>
      <LeftBehind name={name} agreement={number} />
      <Sheet
        of={found.data}
        items={items.data.items}
        rates={rates.data.items}
        replaces={wrong.data ?? null}
        place={place}
      />
    </>
  );
}

interface SheetOf {
  readonly of: Answers['AgreementAnswer'];
  readonly items: LineBooks['items'];
  readonly rates: LineBooks['rates'];
  readonly replaces: Answers['ChargeAnswer'] | null; // a charge that was wrong, whose place a line is to take
  readonly place: string; // of the draft
}

function Sheet({ of, items, rates, replaces, place }: SheetOf): ReactNode {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, change, draftNow] = useDraft(place, replaces);
  const [said, say] = useState('');
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const corrected = useRef(draft.lines.findIndex(({ replaced }) => replaced !== null));
  const { number, provider } = of;
  const families = of.families.join();
  const books = useMemo<LineBooks>(
    () => ({ agreement: { number, provider, families: families.split(',') }, items, rates }),
    [number, provider, families, items, rates],
  );
  const check = useMemo(() => checkerOf(books), [books]);
  const checked = draft.lines.map(({ cells }) => check(cells));
  const ready = readyOf(draft.lines, check);
  const filled = checked.filter(({ isEmpty }) => !isEmpty).length;
  const { trial, tryNow } = useTrial(ready);
  const tried = stillTried(trial.data, ready);
  const wrong = filled - ready.length + tried.refused.size;

  useEffect(() => void keep(place, draft), [draft, place]);
  const isAnswered = (by: Change): void => {
    change(by);
    keep(place, draftNow()); // this page may be gone by now, and its effect with it
  };

  const recording = useRecording({
    onSending: (sent) => change({ kind: 'sending', sent }),
    onRefused: ({ key }) => isAnswered({ kind: 'refused', key }),
    onRecorded: (result, { key }) => {
      isAnswered({ kind: 'recorded', key });
      setRecorded(result);
      for (const first of ['charges', 'agreements', 'audit-events', 'inbox'])
        void queries.invalidateQueries({ queryKey: [first] });
      say(t('{count, plural, one {# charge recorded} other {# charges recorded}}', { count: result.count }));
    },
  });
  const { mutate } = recording;
  const isReplacing = replaces !== null;
  const send = useCallback(
    (sent: Sent) =>
      mutate(sent, {
        // Nobody is led back who has left meanwhile.
        onSuccess: () => {
          if (isReplacing) void navigate(`/charges/new?agreement=${encodeURIComponent(number)}`, { replace: true });
        },
      }),
    [mutate, isReplacing, navigate, number],
  );
  const submit = useCallback(() => {
    const sent = draft.sent ?? draftNow().sent; // of what is drawn, or is not yet: pressed twice is sent once
    if (sent !== null) return send(sent);
    if (ready.length === 0 || wrong > 0) {
      say(t('{count, plural, one {# line needs attention} other {# lines need attention}}', { count: wrong }));
      box.current?.querySelector<HTMLInputElement>('input[aria-invalid], input[data-sum]')?.focus();
      return undefined;
    }
    return send({ key: crypto.randomUUID(), charges: ready.map(({ request }) => request) });
  }, [draft.sent, draftNow, ready, wrong, send]);
  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  }, [submit]);
  const onSubmit = useCallback(() => latest.current(), []);
  const onPasted = useCallback(
    (rows: number) => {
      tryNow(readyOf(draftNow().lines, check));
      setRecorded(null);
      say(t('{count, plural, one {# row pasted} other {# rows pasted}}', { count: rows }));
    },
    [tryNow, draftNow, check],
  );

  const [kept, setKept] = useState<{ lines: Draft['lines']; text: string } | null>(null);
  const onKeep = useCallback(
    (line: number) => {
      const now = draftNow();
      const isOnDisk = keep(place, now);
      tryNow(readyOf(now.lines, check));
      const text = isOnDisk
        ? t('Line {line} is kept on this computer', { line: line + 1 })
        : t('This browser keeps nothing: what is entered lives as long as the page');
      setKept({ lines: now.lines, text });
      say(text);
    },
    [draftNow, place, tryNow, check],
  );

  useEffect(() => {
    const first = Math.max(0, corrected.current);
    box.current?.querySelector<HTMLInputElement>(`input[data-cell="${first} day"]`)?.focus();
  }, []);

  const leads = wrong > 0 && draft.sent === null; // nothing is recorded until each line is right
  const isLost = recording.failureReason !== null && isPassing(recording.failureReason) && draft.sent !== null;
  const offered = useMemo(
    () => items.filter(({ code, family }) => code !== 'TRIP' && families.split(',').includes(family)),
    [items, families],
  );
  return (
    <div className="entry" ref={box}>
      <div>
        <Notices {...{ recorded, isLost, trial: tried }} />
        {recording.error !== null && <Trouble error={recording.error} />}
        <CorrectedLines
          lines={draft.lines}
          isLocked={draft.sent !== null}
          onTakeAsNew={(line) => change({ kind: 'take as new', line })}
        />
        <EntryGrid
          lines={draft.lines}
          checked={checked}
          refused={tried.refused}
          priced={tried.priced}
          items={offered}
          isLocked={draft.sent !== null}
          onChange={change}
          onSubmit={onSubmit}
          onPasted={onPasted}
          onKeep={onKeep}
        />
        <footer className="entry-foot">
          <Button
            size="sm"
            onClick={onSubmit}
            loading={recording.isPending && !isLost}
            disabled={filled === 0 && draft.sent === null}
            variant={leads ? 'default' : 'filled'}
          >
            {leads
              ? t('Go to the first line that needs attention')
              : t('Record {count, plural, one {# charge} other {# charges}}', { count: ready.length })}
          </Button>
          <kbd>Ctrl Enter</kbd>
          {wrong > 0 && (
            <span className="entry-wrong">
              {t('{count, plural, one {# line needs attention} other {# lines need attention}}', { count: wrong })}
            </span>
          )}
          {kept?.lines === draft.lines && <span className="muted">{kept.text}</span>}
          <OutlookInShort of={of} priced={tried.priced} />
          <span className="muted entry-keys">
            {t(
              'F2 edits, Shift Enter keeps the line, Ctrl D copies from above, Alt ↓ opens the services, Ctrl ; is today, Ctrl − removes the line',
            )}
          </span>
        </footer>
        <div role="status" className="hidden">
          {said}
        </div>
      </div>
      <OutlookPanel of={of} priced={tried.priced} isTrying={trial.isFetching} />
    </div>
  );
}

/** False: the browser keeps nothing on its disk. */
function keep(place: string, draft: Draft): boolean {
  const kept = keptOf(draft);
  if (kept === null) {
    forgetDraft(place);
    return true; // and there is nothing
  }
  keepInMemory(place, draft);
  return keepDraft(place, kept);
}

/** The draft of this place; what it is once a change is made is known before it is drawn. */
function useDraft(place: string, replaces: SheetOf['replaces']): [Draft, (change: Change) => void, () => Draft] {
  const [draft, setDraft] = useState(() => {
    const kept = (draftInMemory(place) as Draft | null) ?? draftOf(keptDraft(place)); // with what can be undone
    return replaces === null || replaces.replacedBy !== null
      ? kept
      : changed(kept, { kind: 'correct', ...again(replaces) });
  });
  const now = useRef(draft);
  const change = useCallback((by: Change) => {
    now.current = changed(now.current, by);
    setDraft(now.current);
  }, []);
  const draftNow = useCallback(() => now.current, []);
  return [draft, change, draftNow];
}

interface Noticed {
  readonly recorded: Recorded | null;
  readonly isLost: boolean;
  readonly trial: Trial;
}

function Notices({ recorded, isLost, trial }: Noticed): ReactNode {
  return (
    <>
      {recorded !== null && (
        <p className="notice" data-tone="agreed" role="status">
          {t('{count, plural, one {# charge recorded} other {# charges recorded}}', { count: recorded.count })},{' '}
          {moneyText({ amount: recorded.sum, currency: 'USD' })}.{' '}
          <Link to={`/charges?agreement=${encodeURIComponent(recorded.agreement)}`}>{t('Look at them')}</Link>
        </p>
      )}
      {isLost && (
        <p className="notice" data-tone="closed" role="status">
          {t(
            'Not connected. The lines are kept on this computer and are sent again by themselves: they are recorded once.',
          )}
        </p>
      )}
      {trial.refusal !== null && <Trouble error={trial.refusal} />}
    </>
  );
}

/** The server's dry run of what can be sent, a moment after the last key; what `tryNow` is given, at once. */
function useTrial(ready: readonly Tried[]) {
  const queries = useQueryClient();
  const text = JSON.stringify(ready);
  const [asked, ask] = useState('[]');
  useEffect(() => {
    const timer = window.setTimeout(() => ask(text), tryAfterMs);
    return () => window.clearTimeout(timer);
  }, [text]);
  const tryNow = useCallback(
    (lines: readonly Tried[]) => {
      const now = JSON.stringify(lines);
      ask(now);
      if (now !== '[]') void queries.prefetchQuery(trialOf(now)); // the server works while the lines are drawn
    },
    [queries],
  );
  const trial = useQuery({ ...trialOf(asked), enabled: asked !== '[]', placeholderData: (before) => before });
  return { trial, tryNow };
}

const trialOf = (asked: string) =>
  queryOptions({
    queryKey: ['trial', asked],
    queryFn: ({ signal }) => tryLines(JSON.parse(asked) as readonly Tried[], signal),
    gcTime: 0,
    staleTime: Infinity,
  });
