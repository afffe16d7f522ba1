import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type SubmitEvent,
} from 'react';
import type { Answers } from '../../api/client.ts';
import { take } from '../../api/documents.ts';
import { dryRun } from '../../api/dry-run.ts';
import { terminalExpenses } from '../../api/queries.ts';
import { isPassing, Refusal } from '../../api/refusal.ts';
import { withMarksIn } from '../../api/turning.ts';
import { TripParts } from '../../parts/trip-parts.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { forgetDraft } from '../../session/drafts.ts';
import { useSession } from '../../session/signed-in.tsx';
import { moneyText } from '../../words/figures.ts';
import { fieldText } from '../../words/refusals.ts';
import { t } from '../../words/words.ts';
import { chargeChanges } from '../charges/charge-changes.ts';
import { Replacing } from '../record/corrected.tsx';
import { readDay } from '../../words/day-text.ts';
import { OutlookInShort, OutlookPanel } from '../record/outlook-panel.tsx';
import { useSending } from '../record/recording.ts';
import { again } from './again.ts';
import { SetAside } from './aside.tsx';
import { forgetSentTrip, keepRefusedTrip, keepTrip, keptTrip, type TripDraft } from './draft.ts';
import { Field, type Says } from './field.tsx';
import { useLeft } from './left.tsx';
import { type CheckedTrip, checkTrip, emptyForm, type Head, type TripForm, type TripRequest } from './form.ts';
import { Stays, Tickets } from './rows.tsx';
import { isSetAside, whenSetAsideElsewhere } from './set-aside.ts';

type Charge = Answers['ChargeAnswer'];

const trips = { href: '/api/v1/charges/trips', method: 'POST' };
const tryAfterMs = 350;

interface SheetOf {
  readonly of: Answers['AgreementAnswer'];
  readonly replaced: Charge | null; // to the letter: a trip that was wrong, whose place this one is to take
  readonly onAlone: () => void; // it takes nobody's place any more
  readonly onRecorded: (charge: Charge) => void;
  readonly onFound: (charge: Charge) => void; // recorded already, by a page that is gone
  readonly onSetAside: () => void; // what was sent is not wanted any more
}

export function TripSheet({ of, replaced, onAlone, onRecorded, onFound, onSetAside }: SheetOf): ReactNode {
  const { person } = useSession();
  const queries = useQueryClient();
  const place = `${person.code}.trip.${of.number}`;
  const name = replaced === null ? place : `${place}.${replaced.id}`;
  const [draft, setDraft] = useState<TripDraft>(() => keptTrip(name, replaced === null ? emptyForm : again(replaced)));
  const [isTried, setTried] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const frame = { agreement: of.number, replaces: replaced?.id ?? null };
  const checked = checkTrip(draft.form, frame);
  const letGo = (): void => setDraft((before) => ({ ...before, sent: null, isLeft: false }));
  const recording = useSending<{ key: string; body: TripRequest }, Charge>({
    send: ({ key, body }) => take<Charge>(trips, { key, body }),
    isWanted: ({ key }) => !isSetAside(key),
    onSending: ({ key }) => setDraft((before) => ({ ...before, sent: key })),
    onRefused: ({ key }, { problem: { code } }) => {
      if (isSetAside(key)) return undefined; // whatever is typed by now is another trip
      if (draft.isLeft || code === 'REQUEST_KEY_REUSED') {
        setDraft((before) => ({ ...before, isLeft: true })); // something else may have taken effect under this key
        return left.askAgain();
      }
      keepRefusedTrip(name, { form: draft.form, key }); // this page may be gone by now, and its effect with it
      return letGo();
    },
    onRecorded: (_, { key }) => {
      forgetSentTrip(name, key);
      for (const first of chargeChanges) void queries.invalidateQueries({ queryKey: [first] });
    },
  });
  const { isPending, isSuccess, reset } = recording;
  const setAside = useCallback((): void => {
    reset(); // what is on its way is awaited here no longer
    onSetAside();
  }, [reset, onSetAside]);
  useEffect(
    () =>
      whenSetAsideElsewhere((key) => {
        if (key === draft.sent) setAside();
      }),
    [draft.sent, setAside],
  );
  const left = useLeft(name, draft, {
    sending: isPending ? 'awaited' : isSuccess ? 'answered' : 'none',
    ...{ onRefused: letGo, onRecorded: onFound, onSetAside: setAside },
  });
  const trial = useTrial(draft.isLeft && !left.isOpen ? null : checked.request);
  const refusal = trial.error instanceof Refusal ? trial.error : null;
  const refused = useMemo(() => saidAt(refusal, checked.placeOf), [refusal, checked.placeOf]);
  const isHeld = replaced?.state === 'REVERSING' && refusal?.problem.code === 'REPLACES_ONE_STILL_OWED'; // the notice says so
  const isElsewhere = refusal !== null && !isHeld && (refused.size === 0 || [...refused.keys()].some(isNoField));

  useEffect(() => keepTrip(name, draft), [draft, name]);
  useEffect(() => box.current?.querySelector<HTMLInputElement>('input')?.focus(), []);

  const submit = (): void => {
    if (isPending || (draft.isLeft && !left.isOpen)) return;
    if (checked.request !== null && (draft.sent !== null || refusal === null)) {
      const sent = { key: draft.sent ?? crypto.randomUUID(), body: checked.request };
      return recording.mutate(sent, { onSuccess: onRecorded }); // nobody is led back who has left meanwhile
    }
    setTried(true);
    window.setTimeout(() => box.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus());
  };
  const press = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault(); // Enter is the next field: nothing is sent by the way
    if (event.ctrlKey || event.metaKey) submit();
    else goOn(box.current, event.target, event.shiftKey ? -1 : 1);
  };

  // What was sent goes under its key as it was: of it, only what no page keeps can be typed anew.
  const isOpenAt = (place: string): boolean => left.isOpen && !isPending && isKeptByNone(place);
  const change = (texts: Partial<TripForm>): void =>
    setDraft((before) =>
      before.sent !== null && !left.isOpen ? before : { ...before, form: { ...before.form, ...texts } },
    );
  const says: Says = {
    ...{ refused, isLocked: draft.sent !== null, isOpenAt },
    findings: checked.findings,
    missing: isTried ? checked.missing : none,
  };
  const isLost = recording.failureReason !== null && isPassing(recording.failureReason) && draft.sent !== null;
  const wrong = wrongIn(checked, refused);
  const priced = trial.data === undefined ? nothing : new Map([['trip', trial.data.result]]);
  return (
    <div className="entry">
      <form
        ref={box}
        className="trip-form"
        aria-label={t('Record a trip')}
        onKeyDown={press}
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          submit();
        }}
      >
        {replaced !== null && (
          <>
            <Replacing
              id={replaced.id}
              head={t('This trip takes the place of')}
              isLocked={draft.sent !== null || keptTrip(place).sent !== null}
              onTakeAsNew={() => {
                keepTrip(place, { ...draft, sent: null });
                forgetDraft(name);
                onAlone();
              }}
            />
            <section className="trip-before" aria-label={t('As it was')}>
              <h2>{t('As it was')}</h2>
              <TripParts of={withMarksIn(replaced.trip?.components ?? [])} />
            </section>
          </>
        )}
        {left.notice}
        {isLost && draft.sent !== null && (
          <div className="notice sent-trip" data-tone="closed">
            <p role="status">
              {t('Not connected. The trip is kept in this page and is sent again by itself: it is recorded once.')}
            </p>
            {!draft.isLeft && <SetAside name={name} sent={draft.sent} onSetAside={setAside} />}
          </div>
        )}
        {isElsewhere && <Trouble error={refusal} />}
        {recording.error !== null && <Trouble error={recording.error} />}
        <Heads form={draft.form} says={says} onChange={change} />
        <Tickets rows={draft.form.tickets} says={says} onChange={(tickets) => change({ tickets })} />
        <Stays rows={draft.form.stays} says={says} onChange={(stays) => change({ stays })} />
        <Costs form={draft.form} says={says} onChange={change} />
        <footer className="entry-foot">
          <Button size="sm" type="submit" loading={isPending && !isLost}>
            {draft.sent === null || isPending ? t('Record the trip') : t('Send it again')}
          </Button>
          <kbd>Ctrl Enter</kbd>
          {isTried && wrong > 0 && (
            <span className="entry-wrong" role="status">
              {t('{count, plural, one {# field needs attention} other {# fields need attention}}', { count: wrong })}
            </span>
          )}
          <OutlookInShort of={of} priced={priced} />
          <span className="muted entry-keys">{t('Enter goes to the next field, Ctrl ; is today')}</span>
        </footer>
      </form>
      <OutlookPanel of={of} priced={priced} isTrying={trial.isFetching} title={t('This trip')}>
        {trial.data !== undefined && <TripParts of={trial.data.result.trip?.components ?? []} />}
      </OutlookPanel>
    </div>
  );
}

const none: ReadonlySet<string> = new Set<string>();
const nothing: ReadonlyMap<string, Charge> = new Map<string, Charge>();

interface Part {
  readonly form: TripForm;
  readonly says: Says;
  readonly onChange: (texts: Partial<TripForm>) => void;
}

/** Who travelled, from where, until when. */
function Heads({ form, says, onChange }: Part): ReactNode {
  const field = fieldOf({ form, says, onChange });
  return (
    <div className="trip-row">
      {field('traveller', t('Traveller'), {
        hint: t(
          'Reference or name. A name is kept apart from the books. Like the numbers of tickets, it is never kept on this computer: a page loaded anew lacks it.',
        ),
      })}
      {field('party', t('Party'), { hint: t('Two letters, such as KE') })}
      {field('from', t('From'), { hint: t('Where the journey starts') })}
      {field('endedOn', t('Ended on'), { isDay: true })}
    </div>
  );
}

/** Terminals, the advance, and what proves it. */
function Costs({ form, says, onChange }: Part): ReactNode {
  const { data } = useQuery(terminalExpenses());
  const field = fieldOf({ form, says, onChange });
  const ended = readDay(form.endedOn);
  const each = (data?.items ?? [])
    .filter(({ effectiveOn }) => ended.kind === 'read' && effectiveOn <= ended.value)
    .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0];
  return (
    <div className="trip-row" data-list="costs">
      {field('terminals', t('Ways to and from terminals'), {
        isFigure: true,
        hint:
          each === undefined
            ? null
            : t('{amount} each', { amount: moneyText({ amount: each.amountUsd, currency: 'USD' }) }),
      })}
      {field('advanceUsd', t('Advance paid, USD'), {
        isFigure: true,
        hint: t('Between provider and traveller; never part of the charge'),
      })}
      {field('evidence', t('Reference of the evidence'), {})}
      {field('note', t('Note'), {})}
    </div>
  );
}

function fieldOf({ form, says, onChange }: Part) {
  return (head: Head, label: string, rest: { hint?: ReactNode; isDay?: boolean; isFigure?: boolean }): ReactNode => (
    <Field
      {...{ says, label, ...rest }}
      at={`/${head}`}
      value={form[head]}
      onWrite={(text) => onChange({ [head]: text })}
    />
  );
}

/** The server's dry run of what can be sent, a moment after the last key. */
function useTrial(request: TripRequest | null) {
  const text = request === null ? null : JSON.stringify(request);
  const [asked, ask] = useState<string | null>(null);
  useEffect(() => {
    const timer = window.setTimeout(() => ask(text), text === null ? 0 : tryAfterMs);
    return () => window.clearTimeout(timer);
  }, [text]);
  const { data, error, isFetching } = useQuery({
    ...dryRun<Charge>(trips, { body: JSON.parse(asked ?? '{}') as object }),
    enabled: asked !== null,
    placeholderData: (before) => before,
  });
  const isCurrent = asked === text;
  return {
    data: text === null ? undefined : data, // while it is priced anew, what it came to stays
    error: isCurrent && asked !== null ? error : null,
    isFetching: isFetching || !isCurrent,
  };
}

/** What the server says, at the fields it says it of. */
function saidAt(refusal: Refusal | null, placeOf: CheckedTrip['placeOf']): ReadonlyMap<string, string> {
  if (refusal === null) return new Map();
  return new Map(refusal.problem.errors.map((one) => [placeOf(one.pointer), fieldText(one)]));
}

/** A name and the numbers of tickets are in the memory of one page alone. */
function isKeptByNone(place: string): boolean {
  return /^\/(traveller|ticket\/\d+\/number)$/.test(place);
}

function isNoField(pointer: string): boolean {
  return !/^\/(ticket|nights|traveller|party|from|endedOn|terminals|advanceUsd|evidence|note)(\/|$)/.test(pointer);
}

function wrongIn({ findings, missing }: CheckedTrip, refused: ReadonlyMap<string, string>): number {
  return findings.size + missing.size + refused.size;
}

/** The field after or before, whatever lies between them. */
function goOn(form: HTMLFormElement | null, from: HTMLElement, by: 1 | -1): void {
  const fields = [...(form?.querySelectorAll<HTMLElement>('input, select') ?? [])];
  fields[fields.indexOf(from) + by]?.focus();
}
