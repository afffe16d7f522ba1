import { Checkbox, TextInput } from '@mantine/core';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { familyText } from '../../words/codes.ts';
import { t } from '../../words/words.ts';
import { type AllocationTexts, type DraftTexts, emptyAllocation, families, listed } from './draft-form.ts';

/** A part of the form. */
export interface Part {
  readonly form: DraftTexts;
  readonly change: (texts: Partial<DraftTexts>) => void;
  readonly said: (field: string, parts?: 'and parts' | 'alone') => string | null; // by the server
  readonly isStopped: boolean; // it was to be sent, and something in it cannot be read
}

/** Which lines of the client bear it, and which funds of the provider are credited. */
export function Borne({ form, change, said, isStopped }: Part): ReactNode {
  const { allocations } = form;
  const whole = said('/clientAllocation', 'alone'); // a service has one place
  const put = (index: number, texts: Partial<AllocationTexts>): void =>
    change({ allocations: allocations.map((one, at) => (at === index ? { ...one, ...texts } : one)) });
  const delivered = families.filter((one) => form.families.includes(one));
  const add = ({ currentTarget }: MouseEvent<HTMLButtonElement>): void => {
    flushSync(() => change({ allocations: [...allocations, emptyAllocation] }));
    const added = [...(currentTarget.form?.querySelectorAll('.draft-lines') ?? [])].at(-1);
    added?.querySelector('input')?.focus(); // it stands before the button
  };
  const remove = (index: number, { currentTarget }: MouseEvent<HTMLButtonElement>): void => {
    const box = currentTarget.form; // the button is gone afterwards
    flushSync(() => change({ allocations: allocations.filter((_, at) => at !== index) }));
    box?.querySelector<HTMLElement>('.draft-more')?.focus();
  };
  return (
    <>
      {allocations.map(({ families: borne, splitKey, budgetLines }, index) => (
        <fieldset key={index} className="draft-lines">
          <legend>
            {t('Which budget lines bear it')}
            {allocations.length > 1 && ` (${index + 1})`}
          </legend>
          {allocations.length > 1 && (
            <FamilyBoxes
              label={t('Services')}
              of={delivered}
              chosen={borne}
              error={said(`/clientAllocation/${index}/families`) ?? (index === 0 ? whole : null)}
              onChoose={(chosen) => put(index, { families: chosen })}
            />
          )}
          <PairsField
            label={t('Funds and budget lines of the client')}
            example="BC BC-1-COP17, RO RO-2-COP12"
            isRequired
            isStopped={isStopped}
            text={budgetLines}
            error={said(`/clientAllocation/${index}/budgetLines`)}
            onType={(text) => put(index, { budgetLines: text })}
          />
          <TextInput
            label={t('Key that splits it')}
            description={t('Where several lines bear it together')}
            autoComplete="off"
            value={splitKey}
            error={said(`/clientAllocation/${index}/splitKey`)}
            onChange={(event) => put(index, { splitKey: event.currentTarget.value })}
          />
          {allocations.length > 1 && (
            <button type="button" className="link" onClick={(event) => remove(index, event)}>
              {t('Remove these lines')}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" className="link draft-more" onClick={add}>
        {t('Other lines for some of the services')}
      </button>
      <PairsField
        label={t('Funds of the provider that are credited, with weights')}
        example="BC 1, RO 2"
        isStopped={isStopped}
        text={form.credit}
        error={said('/providerCredit')}
        onType={(credit) => change({ credit })}
      />
      <TextInput
        label={t('Or a key that splits the credit')}
        autoComplete="off"
        value={form.creditKey}
        error={said('/providerCreditSplitKey')}
        onChange={(event) => change({ creditKey: event.currentTarget.value })}
      />
    </>
  );
}

interface Pairs {
  readonly label: string;
  readonly example: string;
  readonly isRequired?: boolean;
  readonly isStopped: boolean;
  readonly text: string;
  readonly error: string | null;
  readonly onType: (text: string) => void;
}

function PairsField({ label, example, isRequired = false, isStopped, text, error, onType }: Pairs): ReactNode {
  const [isLeft, leave] = useState(false); // who is still typing is not told that it is wrong
  const isWrong = (isLeft || isStopped) && listed(text) === null;
  return (
    <TextInput
      label={label}
      description={t('With commas between: {example}', { example })}
      required={isRequired}
      autoComplete="off"
      spellCheck={false}
      value={text}
      error={isWrong ? t('Two words each, with commas between, and each first word once') : error}
      onBlur={() => leave(true)}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

interface Boxes {
  readonly label: string;
  readonly of: readonly string[];
  readonly chosen: readonly string[];
  readonly error: string | null;
  readonly onChoose: (chosen: string[]) => void;
}

export function FamilyBoxes({ label, of, chosen, error, onChoose }: Boxes): ReactNode {
  return (
    <Checkbox.Group label={label} value={[...chosen]} error={error} onChange={onChoose}>
      <div className="draft-boxes">
        {of.map((value) => (
          <Checkbox key={value} value={value} label={familyText(value)} aria-invalid={error !== null} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
