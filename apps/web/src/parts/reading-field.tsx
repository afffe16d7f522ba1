import { TextInput, type TextInputProps } from '@mantine/core';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { readingText } from '../words/figures.ts';

interface ReadingFieldOf extends Omit<TextInputProps, 'onChange' | 'error' | 'value'> {
  readonly value: string;
  readonly onWrite: (text: string) => void;
  readonly onTake?: (reading: string) => void; // where it is another thing than to write it
  readonly readings: readonly string[]; // what it can mean
  readonly why: string | null;
  readonly isDay?: boolean; // Ctrl ; is today
  readonly isFigure?: boolean;
}

/** A field for what can be written in many ways. What can mean two things is never guessed: each is a button, and Alt and its number. */
export function ReadingField(field: ReadingFieldOf): ReactNode {
  const { onWrite, onTake = onWrite, readings, why, isDay, isFigure, className, onKeyDown, ...input } = field;
  const id = useId();
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const taken = readings[Number(event.key) - 1];
    if (event.altKey && taken !== undefined) onTake(taken);
    else if (isDay === true && (event.ctrlKey || event.metaKey) && event.key === ';')
      onTake(new Date().toISOString().slice(0, 10));
    else return onKeyDown?.(event);
    event.preventDefault();
  };
  return (
    <div className={`reading-field ${className ?? ''}`} data-figure={isFigure}>
      <TextInput
        id={id}
        autoComplete="off"
        spellCheck={false}
        dir={isDay === true ? 'auto' : undefined}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        {...input}
        error={why}
        onKeyDown={press}
        onChange={(event) => onWrite(event.currentTarget.value)}
      />
      {readings.length > 0 && input.readOnly !== true && (
        <div className="grid-why">
          {readings.map((reading, index) => (
            <button key={reading} type="button" tabIndex={-1} onClick={() => onTake(reading)}>
              <bdi>{readingText(reading)}</bdi> <kbd aria-hidden>Alt {index + 1}</kbd>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
