import { useState, type ReactNode } from 'react';
import { ReadingField } from '../../parts/reading-field.tsx';
import { t } from '../../words/words.ts';
import type { Finding } from '../record/line.ts';

/** What the fields of the form have in common. */
export interface Says {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly missing: ReadonlySet<string>; // empty until somebody wants to send it
  readonly refused: ReadonlyMap<string, string>; // by the server, by the form's pointer
  readonly isLocked: boolean;
  readonly isOpenAt: (place: string) => boolean; // of a form that is locked
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
  const finding = says.findings.get(at);
  const readings = finding?.readings ?? [];
  const isShown = !isEditing || readings.length > 0;
  const why =
    finding !== undefined && isShown
      ? t(...finding.why)
      : (says.refused.get(at) ?? (says.missing.has(at) ? t('This is missing') : null));

  return (
    <ReadingField
      size="xs"
      label={label}
      description={hint}
      data-field={at}
      list={offers}
      readOnly={says.isLocked && !says.isOpenAt(at)}
      value={value}
      readings={readings}
      why={why}
      onBlur={() => setEditing(false)}
      onWrite={(text) => {
        setEditing(true);
        onWrite(text);
      }}
      onTake={onWrite}
      {...(isDay === undefined ? {} : { isDay })}
      {...(isFigure === undefined ? {} : { isFigure })}
    />
  );
}
