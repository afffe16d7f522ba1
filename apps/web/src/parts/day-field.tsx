import type { TextInputProps } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { readDay } from '../words/day-text.ts';
import { dayText } from '../words/figures.ts';
import { t } from '../words/words.ts';
import { useKept } from '../session/use-typed.ts';
import { ReadingField } from './reading-field.tsx';

interface DayFieldOf extends Pick<TextInputProps, 'label' | 'size' | 'required' | 'className'> {
  readonly name: string; // once on a page, and the same in every language
  readonly value: string; // YYYY-MM-DD; empty: none
  readonly onDay: (day: string) => void; // empty as long as what is written is no day
  readonly error?: string | null; // of the server
  readonly isKept?: boolean; // a day is taken as soon as it can be read: its form can go away from around it
}

/**
 * A day, written as in the grid and shown as everywhere, "7 Nov 2025": the browser's own field has its order of day and month
 * from the machine. It is taken when the field is left, and by Enter; a form with one that cannot be read is not sent.
 */
export function DayField({ name, value, onDay, error = null, isKept = false, ...field }: DayFieldOf): ReactNode {
  const [typed, setTyped] = useKept<string | null>(`day ${name}`, null); // null: the value stands there
  const [isEditing, setEditing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const reading = readDay(typed ?? value);
  const isClear = reading.kind === 'read' || reading.kind === 'empty';
  const why = isClear ? null : t(...reading.why);
  const readings = isClear ? [] : (reading.readings ?? []);
  useEffect(() => input.current?.setCustomValidity(why ?? ''), [why]);

  const take = (text: string): void => {
    const taken = readDay(text);
    const isTaken = taken.kind === 'read' || taken.kind === 'empty';
    setEditing(false);
    setTyped(isTaken ? null : text);
    const day = taken.kind === 'read' ? taken.value : '';
    if (day !== value) onDay(day);
  };
  return (
    <ReadingField
      {...field}
      ref={input}
      placeholder={t('YYYY-MM-DD')}
      isDay
      value={typed ?? (reading.kind === 'read' ? dayText(reading.value) : value)}
      readings={readings}
      why={isEditing && readings.length === 0 ? error : (why ?? error)}
      onWrite={(text) => {
        setEditing(true);
        setTyped(text);
        const written = readDay(text);
        if (isKept && written.kind === 'read' && written.value !== value) onDay(written.value);
      }}
      onTake={take}
      onBlur={() => {
        if (typed !== null) take(typed);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter' && typed !== null) take(typed);
      }}
    />
  );
}
