import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import { type Coding, stateCoding } from '../../api/codings.ts';
import { actionOf } from '../../parts/actions.tsx';
import { Reason, restOf, saidOf, submits } from '../../parts/form.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { t } from '../../words/words.ts';
import { bodyOf, type Part, parts, saysSomething } from './standing.ts';

const pointers = [...parts.map(([part]) => `/${part}`), '/reason'];

/** Another coding in the place of the one in force, for a reason. */
export function StateCoding({ of, onDone }: { of: Coding; onDone: () => void }): ReactNode {
  const [typed, setTyped] = useState<Record<Part, string>>({
    ...{ fundCentre: of.fundCentre ?? '', grant: of.grant ?? '' },
    ...{ wbse: of.wbse ?? '', commitmentItem: of.commitmentItem ?? '' },
  });
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const state = useAct({
    changes: ['codings', 'audit-events'],
    onDone,
    send: (_: void, key) => stateCoding(actionOf(of.availableActions, 'fund.state-coding'), bodyOf(typed, reason), key),
  });
  const { error } = state;
  const rest = restOf(error, pointers);
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const isEmpty = parts.every(([part]) => typed[part].trim() === '');
  const takesAway = isEmpty && saysSomething(of);
  return (
    <form ref={form} onSubmit={submits(() => state.mutate())} className="dialogue" noValidate>
      <p>
        {t(
          'Papers print it from now on. What is issued stays as it is; a draft that is prepared already has to be prepared again.',
        )}
      </p>
      {parts.map(([part, name], index) => (
        <TextInput
          key={part}
          label={t(name)}
          value={typed[part]}
          error={saidOf(error, `/${part}`)}
          onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [part]: value }))}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          data-autofocus={index === 0 || undefined}
        />
      ))}
      <p className="muted small">{t('As your own system writes them. A field that is left empty is taken away.')}</p>
      <Reason value={reason} error={saidOf(error, '/reason')} isFirst={false} onChange={setReason} />
      {rest !== null && <Trouble error={rest} />}
      <Button
        type="submit"
        loading={state.isPending}
        disabled={reason.trim() === '' || (isEmpty && !takesAway)}
        color={takesAway ? 'red' : undefined}
      >
        {takesAway ? t('Take the coding away') : t('State the coding')}
      </Button>
    </form>
  );
}
