import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import { type Invoice, openCreditNotes, take } from '../../api/documents.ts';
import { actionOf } from '../../parts/actions.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { useWhole } from '../../parts/form.tsx';
import { KeptForm } from '../../parts/kept-form.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useFormDraft } from '../../session/use-form-draft.ts';
import { settlementMethodText } from '../../words/codes.ts';
import { moneyText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { documentChanges } from './document-changes.ts';
import { settledTogether } from './settled-together.ts';

const methods = ['JOURNAL_VOUCHER', 'INTER_OFFICE_VOUCHER', 'BANK_TRANSFER'] as const;

interface Form {
  readonly method: string;
  readonly externalNumber: string;
  readonly valueOn: string;
  readonly adjustmentReason: string;
  readonly leftOut: readonly string[]; // numbers of credit notes
}

const newSettlement: Form = {
  ...{ method: 'JOURNAL_VOUCHER', externalNumber: '', valueOn: '', adjustmentReason: '' },
  leftOut: [],
};

interface Step {
  readonly of: Invoice;
  readonly onDone: () => void;
}

/** What the payer's ledger paid: the invoice, and what was given back of it taken off, unless it paid the whole. */
export function Settle({ of, onDone }: Step): ReactNode {
  const { data: notes, error, refetch } = useQuery(openCreditNotes(of.number ?? ''));
  if (notes === undefined)
    return error === null ? <Waiting rows={3} /> : <Trouble error={error} onRetry={() => void refetch()} />;
  return <SettleForm of={of} notes={notes} onDone={onDone} />;
}

function SettleForm({ of, notes, onDone }: Step & { notes: readonly Invoice[] }): ReactNode {
  const draft = useFormDraft(`settlement of ${of.id}`, newSettlement);
  const { form, set: setForm } = draft;
  const set = (name: Exclude<keyof Form, 'leftOut'>) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setForm((before) => ({ ...before, [name]: value }));
  };
  const { documents, total } = settledTogether(of, notes, form.leftOut);
  const propose = useAct({
    changes: documentChanges,
    intentions: draft.intentions,
    onTaken: draft.forget,
    onDone,
    send: (_: void, key) => {
      const { adjustmentReason, leftOut: _notes, ...rest } = form;
      const body = { ...rest, documents, ...(adjustmentReason === '' ? {} : { adjustmentReason }) };
      return take(actionOf(of.availableActions, 'settlement.propose'), { key, body });
    },
  });
  const whole = useWhole(() => propose.mutate());
  return (
    <form {...whole.form} className="dialogue">
      <KeptForm of={draft} />
      <p>
        {documents.length > 1
          ? t('{total}, after what is taken off. It is posted in both books when another officer has approved it.', {
              total: moneyText(total),
            })
          : t('The whole of {total}. It is posted in both books when another officer has approved it.', {
              total: moneyText(total),
            })}
      </p>
      {notes.map(({ number, total: given }) => (
        <Checkbox
          key={number}
          label={t('Take off {amount} of credit note {number}', {
            amount: moneyText({ ...given, amount: given.amount.replace(/^-/, '') }),
            number: number ?? '',
          })}
          checked={!form.leftOut.includes(number ?? '')}
          onChange={({ currentTarget: { checked } }) =>
            setForm(({ leftOut, ...before }) => ({
              ...before,
              leftOut: [...leftOut.filter((one) => one !== number), ...(checked ? [] : [number ?? ''])],
            }))
          }
        />
      ))}
      <NativeSelect
        label={t('How')}
        value={form.method}
        data={methods.map((value) => ({ value, label: settlementMethodText(value) }))}
        onChange={set('method')}
      />
      <TextInput
        label={t('Number of the voucher in your own ledger')}
        required
        value={form.externalNumber}
        error={whole.missing(form.externalNumber)}
        onChange={set('externalNumber')}
      />
      <DayField
        name={`settlement of ${of.id}`}
        label={t('Value day')}
        required
        isKept
        value={form.valueOn}
        error={whole.missing(form.valueOn)}
        onDay={(valueOn) => setForm((before) => ({ ...before, valueOn }))}
      />
      <TextInput
        label={t('Why it comes late, where a month or the biennium is closed')}
        value={form.adjustmentReason}
        onChange={set('adjustmentReason')}
      />
      {propose.error !== null && <Trouble error={propose.error} />}
      <Button type="submit" loading={propose.isPending}>
        {t('Propose the settlement')}
      </Button>
    </form>
  );
}
