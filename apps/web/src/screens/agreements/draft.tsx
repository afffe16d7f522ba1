import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/acts.ts';
import { take } from '../../api/documents.ts';
import { agreements, meetings, secretariats } from '../../api/queries.ts';
import { Refusal } from '../../api/refusal.ts';
import '../../look/documents.css';
import { DayField } from '../../parts/day-field.tsx';
import { Empty } from '../../parts/empty.tsx';
import { KeptForm } from '../../parts/kept-form.tsx';
import { Page } from '../../parts/page.tsx';
import { mustRecordText } from '../../parts/must-record.ts';
import { ReadingField } from '../../parts/reading-field.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useBiennium } from '../../session/biennium.ts';
import { useSession } from '../../session/signed-in.tsx';
import { useFormDraft } from '../../session/use-form-draft.ts';
import { supportCostText, travelModeText } from '../../words/codes.ts';
import { fieldText } from '../../words/refusals.ts';
import { t } from '../../words/words.ts';
import { readFigure } from '../record/figure-text.ts';
import { Borne, FamilyBoxes, type Part } from './draft-allocation.tsx';
import {
  bodyOf,
  draftKept,
  type DraftTexts,
  emptyDraft,
  families,
  likeEarlier,
  missing,
  saidUnder,
  unread,
} from './draft-form.ts';

const supportCosts = ['CLIENT_FUND', 'INCLUDED_IN_RATE', 'EXEMPT'];
const travelModes = ['ADVANCED_BY_PROVIDER', 'DIRECT_CODING'];
const drafts = { href: '/api/v1/agreements', method: 'POST' };

/** The terms of a new agreement, like those of an earlier one or from nothing. What of them cannot be, the server says at its field. */
export function DraftAgreement(): ReactNode {
  const { may, secretariat } = useSession();
  const biennium = useBiennium();
  return (
    <Page
      title={t('Draft an agreement')}
      lead={t('Charges under it are provisional until both sides have signed. Whoever drafts it does not sign it.')}
    >
      {!may.includes('agreement.draft') ? (
        <Empty>{mustRecordText(secretariat.code)}</Empty>
      ) : biennium === null ? (
        <Waiting />
      ) : (
        <Terms biennium={biennium} />
      )}
    </Page>
  );
}

function Terms({ biennium }: { biennium: string }): ReactNode {
  const navigate = useNavigate();
  const [empty] = useState(() => emptyDraft(biennium));
  const draft = useFormDraft<DraftTexts>('agreement', empty, draftKept);
  const { form, set } = draft;
  const box = useRef<HTMLFormElement>(null);
  const send = useAct({
    changes: ['agreements', 'audit-events', 'inbox'],
    intentions: draft.intentions,
    onTaken: draft.forget,
    onDone: ({ number }: { number: string }) =>
      void navigate(`/agreements/${encodeURIComponent(number)}`, { flushSync: true }), // before the empty form
    send: (_: void, key) => take<{ number: string }>(drafts, { key, body: bodyOf(form) }),
  });
  const [stopped, stop] = useState(0); // how often in a row it was not sent, for something in it is missing or cannot be read
  const refused = stopped === 0 ? send.error : null; // else it is about what was sent before
  const errors = refused instanceof Refusal ? refused.problem.errors : [];
  const absent = missing(form);
  const said: Part['said'] = (field, parts = 'and parts') => {
    if (stopped > 0 && absent.includes(field)) return t('This is missing');
    const found = parts === 'alone' ? errors.find(({ pointer }) => pointer === field) : saidUnder(errors, field);
    return found === undefined ? null : fieldText(found);
  };
  useEffect(() => {
    if (send.error === null && stopped === 0) return;
    const wrong = box.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? box.current?.querySelector<HTMLElement>('[type="submit"]'))?.focus(); // which lost it while it was sent
  }, [send.error, stopped]);
  const change = (texts: Partial<DraftTexts>): void => set((before) => ({ ...before, ...texts }));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (absent.length > 0 || unread(form)) {
      send.reset();
      return stop((times) => times + 1);
    }
    stop(0);
    send.mutate();
  };
  const forget = (): void => {
    draft.forget();
    send.reset();
    stop(0);
  };
  const part = { form, change, said, isStopped: stopped > 0 };
  return (
    <form ref={box} onSubmit={submit} className="draft-terms" aria-label={t('Draft an agreement')} noValidate>
      <KeptForm of={{ ...draft, forget }} />
      {refused !== null && <Trouble error={refused} />}
      <Heads {...part} />
      <Delivered {...part} />
      <Borne {...part} />
      <Button type="submit" loading={send.isPending}>
        {t('Draft the agreement')}
      </Button>
    </form>
  );
}

/** Between whom, for which meeting, from when to when, and up to how much. */
function Heads({ form, change, said }: Part): ReactNode {
  const { data: sides } = useQuery(secretariats());
  const { data: held } = useQuery(meetings());
  const { data: earlier } = useQuery(agreements());
  const codes = sides?.items.map(({ code }) => code) ?? [];
  const directions = codes.flatMap((from) => codes.filter((to) => to !== from).map((to) => ({ from, to })));
  const ceiling = readFigure(form.ceiling);
  const isClear = ceiling.kind === 'read' || ceiling.kind === 'empty';
  const text = (name: 'number' | 'biennium' | 'mandates', label: string, description?: string): ReactNode => (
    <TextInput
      label={label}
      description={description}
      required
      autoComplete="off"
      value={form[name]}
      error={said(`/${name}`)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <NativeSelect
        label={t('Begin like an earlier one')}
        data={[
          { value: '', label: t('From nothing') },
          ...(earlier?.items ?? []).map(({ number, meeting }) => ({ value: number, label: `${number}, ${meeting}` })),
        ]}
        value={form.like}
        onChange={({ currentTarget: { value } }) => {
          const found = earlier?.items.find(({ number }) => number === value);
          change(found === undefined ? { like: '' } : likeEarlier(found, form));
        }}
      />
      {text('number', t('Number'), t('Such as {number}; it stands in the books for good.', { number: 'CRA-2025-001' }))}
      <NativeSelect
        label={t('Provider to client')}
        required
        value={form.direction}
        error={said('/provider') ?? said('/client')}
        data={[
          { value: '', label: '' },
          ...directions.map(({ from, to }) => ({ value: `${from} ${to}`, label: `${from} ${t('to')} ${to}` })),
        ]}
        onChange={(event) => change({ direction: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('Meeting')}
        required
        value={form.meeting}
        error={said('/meeting')}
        data={[
          { value: '', label: '' },
          ...(held?.items ?? []).map(({ code, title }) => ({ value: code, label: `${code}, ${title}` })),
        ]}
        onChange={(event) => change({ meeting: event.currentTarget.value })}
      />
      {text('biennium', t('Biennium'))}
      <DayField
        name="effectiveOn"
        label={t('First day')}
        required
        isKept
        value={form.effectiveOn}
        error={said('/effectiveOn')}
        onDay={(effectiveOn) => change({ effectiveOn })}
      />
      <DayField
        name="endsOn"
        label={t('Last day')}
        required
        isKept
        value={form.endsOn}
        error={said('/endsOn')}
        onDay={(endsOn) => change({ endsOn })}
      />
      <ReadingField
        label={t('Ceiling, USD')}
        required
        inputMode="decimal"
        value={form.ceiling}
        readings={isClear ? [] : (ceiling.readings ?? [])}
        why={isClear ? said('/ceiling') : t(...ceiling.why)}
        onWrite={(text) => change({ ceiling: text })}
      />
      {text('mandates', t('Mandates'), t('With commas between: {example}', { example: 'MC-5/19, BC-16/2' }))}
    </>
  );
}

/** What is delivered, and how it is paid for. */
function Delivered({ form, change, said }: Part): ReactNode {
  return (
    <>
      <FamilyBoxes
        label={t('Services')}
        of={families}
        chosen={form.families}
        error={said('/families')}
        onChoose={(chosen) => change({ families: chosen })}
      />
      <NativeSelect
        label={t('Programme support cost')}
        value={form.programmeSupportCost}
        error={said('/programmeSupportCost')}
        data={supportCosts.map((value) => ({ value, label: supportCostText(value) }))}
        onChange={(event) => change({ programmeSupportCost: event.currentTarget.value })}
      />
      {form.families.includes('TRAVEL') && (
        <NativeSelect
          label={t('Travel')}
          value={form.travelMode}
          error={said('/travelMode')}
          data={travelModes.map((value) => ({ value, label: travelModeText(value) }))}
          onChange={(event) => change({ travelMode: event.currentTarget.value })}
        />
      )}
    </>
  );
}
