import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import {
  addPerson,
  decline,
  type Designation,
  duties,
  type Duty,
  endDesignation,
  propose,
  shutAccount,
  trustFunds,
} from '../../api/people.ts';
import { secretariats } from '../../api/queries.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Reason, restOf, saidOf, submits } from '../../parts/form.tsx';
import { KeptForm } from '../../parts/kept-form.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useFormDraft, useReason } from '../../session/use-form-draft.ts';
import { useSession } from '../../session/signed-in.tsx';
import { dutyText } from '../../words/codes.ts';
import { t } from '../../words/words.ts';
import { changes } from './parts.tsx';

export function AddPerson({ onDone }: { onDone: (code: string) => void }): ReactNode {
  const { secretariat } = useSession();
  const [empty] = useState(() => ({ code: `${secretariat.code}.`, name: '' }));
  const draft = useFormDraft('new person', empty);
  const { code, name } = draft.form;
  const add = useAct({
    changes: ['people', 'audit-events'],
    intentions: draft.intentions,
    onTaken: draft.forget,
    onDone: () => onDone(code),
    send: (_: void, key) => addPerson({ code, name, secretariat: secretariat.code }, key),
  });
  const rest = restOf(add.error, ['/code', '/name']);
  return (
    <form onSubmit={submits(() => add.mutate())} className="dialogue">
      <KeptForm of={draft} />
      <TextInput
        label={t('Name')}
        description={t('Printed on papers, and kept beside the books.')}
        value={name}
        error={saidOf(add.error, '/name')}
        onChange={({ currentTarget: { value } }) => draft.set((before) => ({ ...before, name: value }))}
        data-autofocus
        required
      />
      <TextInput
        label={t('Code')}
        description={t('What the books call this person; it stands in them for good.')}
        autoCapitalize="none"
        spellCheck={false}
        value={code}
        error={saidOf(add.error, '/code')}
        onChange={({ currentTarget: { value } }) => draft.set((before) => ({ ...before, code: value.trim() }))}
        required
      />
      {rest !== null && <Trouble error={rest} />}
      <Button type="submit" loading={add.isPending} disabled={name.trim() === ''}>
        {t('Add')}
      </Button>
    </form>
  );
}

const nothingProposed = {
  ...{ duty: 'FINANCE_OFFICER' as Duty, acting: false },
  ...{ fund: '', mandate: '', validFrom: '', validTo: '', reason: '' },
};

/** A duty for somebody else: it gives nothing until an approving officer has countersigned it; of both sides, the other side's. */
export function Propose({ person, onDone }: { person: string; onDone: () => void }): ReactNode {
  const { secretariat } = useSession();
  const { data: funds } = useQuery(trustFunds());
  const { data: sides } = useQuery(secretariats());
  const own = (funds?.items ?? []).filter((fund) => fund.secretariat === secretariat.code);
  const others = (sides?.items ?? []).filter(({ code }) => code !== secretariat.code);
  const draft = useFormDraft(`duty for ${person}`, nothingProposed);
  const { duty, acting, ...form } = draft.form;
  const isOfFund = duty === 'CERTIFYING_OFFICER';
  const isOfBoth = duty === 'JOINT_AUDITOR';
  const send = useAct({
    changes,
    intentions: draft.intentions,
    onTaken: draft.forget,
    onDone,
    send: (_: void, key) => {
      const { fund, mandate, ...rest } = form;
      const ofFund = isOfFund ? { fund: fund === '' ? (own[0]?.code ?? '') : fund } : {};
      const ofBoth = isOfBoth ? { mandate: mandate === '' ? (others[0]?.code ?? '') : mandate } : {};
      return propose({ ...rest, ...ofFund, ...ofBoth, person, duty, acting: acting && !isOfBoth }, key);
    },
  });
  const set = (name: keyof typeof form | 'duty') => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    draft.set((before) => ({ ...before, [name]: value }));
  };
  const rest = restOf(send.error, ['/duty', '/fund', '/mandate', '/validFrom', '/validTo', '/reason']);
  return (
    <form onSubmit={submits(() => send.mutate())} className="dialogue">
      <KeptForm of={draft} />
      <NativeSelect
        label={t('Duty')}
        data={duties.map((one) => ({ value: one, label: dutyText(one) }))}
        value={duty}
        error={saidOf(send.error, '/duty')}
        onChange={set('duty')}
        data-autofocus
      />
      {isOfFund && (
        <NativeSelect
          label={t('Fund')}
          data={own.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          value={form.fund}
          error={saidOf(send.error, '/fund')}
          onChange={set('fund')}
        />
      )}
      {isOfBoth && (
        <NativeSelect
          label={t('The other secretariat')}
          description={t('Its books are open too, to read and nothing more. Its approving officer countersigns.')}
          data={others.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          value={form.mandate}
          error={saidOf(send.error, '/mandate')}
          onChange={set('mandate')}
        />
      )}
      <DayField
        name={`first of a duty for ${person}`}
        isKept
        label={t('First day')}
        value={form.validFrom}
        error={saidOf(send.error, '/validFrom')}
        onDay={(validFrom) => draft.set((before) => ({ ...before, validFrom }))}
        required
      />
      <DayField
        name={`last of a duty for ${person}`}
        isKept
        label={t('Last day')}
        value={form.validTo}
        error={saidOf(send.error, '/validTo')}
        onDay={(validTo) => draft.set((before) => ({ ...before, validTo }))}
        required
      />
      {!isOfBoth && (
        <Checkbox
          label={t('Acting, for want of somebody')}
          description={t('A side with fewer than four officers needs the other side’s approving officer for it.')}
          checked={acting}
          onChange={({ currentTarget: { checked } }) => draft.set((before) => ({ ...before, acting: checked }))}
        />
      )}
      <TextInput
        label={t('Reason')}
        description={t('It stays with the books.')}
        value={form.reason}
        error={saidOf(send.error, '/reason')}
        onChange={set('reason')}
        required
      />
      {rest !== null && <Trouble error={rest} />}
      <Button
        type="submit"
        loading={send.isPending}
        disabled={form.validFrom === '' || form.validTo === '' || form.reason.trim() === ''}
      >
        {t('Propose')}
      </Button>
    </form>
  );
}

/** Ends a designation at once, or declines a proposal: for a reason. */
export function WithReason({
  of,
  step,
  onDone,
}: {
  of: Designation;
  step: 'end' | 'decline';
  onDone: () => void;
}): ReactNode {
  const { reason, setReason, forget } = useReason(`${step} of ${of.id}`);
  const act = useAct({
    changes,
    onTaken: forget,
    onDone,
    send: (_: void, key) => {
      const given = { id: of.id, reason };
      return step === 'end' ? endDesignation(given, key) : decline(given, key);
    },
  });
  return (
    <form onSubmit={submits(() => act.mutate())} className="dialogue">
      <p>
        {step === 'end'
          ? t('{duty} of {person} ends at once. What was done under it stays.', wordsOf(of))
          : t('{duty} of {person} is not given.', wordsOf(of))}
      </p>
      <Reason value={reason} onChange={setReason} />
      {act.error !== null && <Trouble error={act.error} />}
      <Button type="submit" loading={act.isPending} disabled={reason.trim() === ''}>
        {step === 'end' ? t('End it') : t('Decline')}
      </Button>
    </form>
  );
}

const wordsOf = ({ duty, person }: Designation): { duty: string; person: string } => ({
  duty: dutyText(duty),
  person,
});

/** Somebody leaves: nobody signs in by this account any more. */
export function ShutAccount({ person, onDone }: { person: string; onDone: () => void }): ReactNode {
  const { reason, setReason, forget } = useReason(`shutting of ${person}`);
  const shut = useAct({
    changes: ['people', 'audit-events'],
    onTaken: forget,
    onDone,
    send: (_: void, key) => shutAccount(person, reason, key),
  });
  return (
    <form onSubmit={submits(() => shut.mutate())} className="dialogue">
      <p>
        {t(
          '{person} is out with the next request, and keys and terminals with them. What they did stays, and so do their duties until they are ended.',
          { person },
        )}
      </p>
      <Reason value={reason} onChange={setReason} />
      {shut.error !== null && <Trouble error={shut.error} />}
      <Button type="submit" loading={shut.isPending} disabled={reason.trim() === ''}>
        {t('Shut the account')}
      </Button>
    </form>
  );
}
