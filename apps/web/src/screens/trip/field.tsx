import { TextInput } from '@mantine/core';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { t } from '../../words/words.ts';
import type { Finding } from '../record/line.ts';

/** What the fields of the form have in common. */
export interface Says {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly missing: ReadonlySet<string>; // empty until somebody wants to send it
  readonly refused: ReadonlyMap<string, string>; // by the server, by the form's pointer
  readonly isLocked: boolean;
}

interface FieldOf {
  readonly says: Says;
  readonly at: string; // "/ticket/0/amount"
  readonly label: string;
  readonly value: string;
  readonly onWrite: (text: string) => void;
  readonly hint?: ReactNode;
  readonly isDay?: boolean; // Ctrl ; is today
  readonly isFigure?: boolean;
  readonly offers?: string; // the id of a list
}

/**
 * A field that says under it what is wrong, once it is left; what can mean two things is offered at once, each a button,
 * and Alt and its number takes it.
 */
export function Field({ says, at, label, value, onWrite, hint, isDay, isFigure, offers }: FieldOf): ReactNode {
  const [isEditing, setEditing] = useState(false);
  const id = useId();
  const finding = says.findings.get(at);
  const readings = finding?.readings ?? [];
  const isShown = !isEditing || readings.length > 0;
  const why =
    finding !== undefined && isShown
      ? t(...finding.why)
      : (says.refused.get(at) ?? (says.missing.has(at) ? t('This is missing') : null));

  const press = (event: KeyboardEvent): void => {
    const taken = readings[Number(event.key) - 1];
    if (event.altKey && taken !== undefined) onWrite(taken);
    else if (isDay === true && (event.ctrlKey || event.metaKey) && event.key === ';')
      onWrite(new Date().toISOString().slice(0, 10));
    else return;
    event.preventDefault();
  };
  return (
    <div className="trip-field" data-figure={isFigure}>
      <TextInput
        size="xs"
        id={id}
        label={label}
        description={hint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        spellCheck={false}
        data-field={at}
        list={offers}
        dir={isDay === true ? 'auto' : undefined}
        readOnly={says.isLocked}
        value={value}
        error={why}
        onKeyDown={press}
        onBlur={() => setEditing(false)}
        onChange={(event) => {
          setEditing(true);
          onWrite(event.currentTarget.value);
        }}
      />
      {readings.length > 0 && !says.isLocked && (
        <div className="grid-why">
          {readings.map((reading, index) => (
            <button key={reading} type="button" tabIndex={-1} onClick={() => onWrite(reading)}>
              <bdi>{reading}</bdi> <kbd aria-hidden>Alt {index + 1}</kbd>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
