import { ActionIcon, Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { XIcon } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import { dsaRates } from '../../api/queries.ts';
import { ticketKindText } from '../../words/codes.ts';
import { dayText, moneyText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { readDay } from '../../words/day-text.ts';
import { Field, type Says } from './field.tsx';
import { emptyStay, emptyTicket, type StayTexts, ticketKinds, type TicketTexts } from './form.ts';

interface RowsOf<Row> {
  readonly rows: readonly Row[];
  readonly says: Says;
  readonly onChange: (rows: readonly Row[]) => void;
}

/** What was paid for tickets, each on its own day: that day's operational rate converts it. */
export function Tickets({ rows, says, onChange }: RowsOf<TicketTexts>): ReactNode {
  return (
    <Rows
      name={t('Tickets')}
      list="ticket"
      first="on"
      add={t('Add a ticket')}
      remove={(line) => t('Remove ticket {line}', { line })}
      empty={emptyTicket}
      {...{ rows, says, onChange }}
      fields={(row, at, write) => (
        <>
          <NativeSelect
            size="xs"
            label={t('Kind')}
            data={ticketKinds.map((value) => ({ value, label: ticketKindText(value) }))}
            value={row.kind}
            disabled={says.isLocked}
            onChange={({ currentTarget: { value } }) => write({ kind: value as TicketTexts['kind'] })}
          />
          <Field {...{ says }} at={`${at}/on`} label={t('Day')} value={row.on} onWrite={(on) => write({ on })} isDay />
          <Field
            {...{ says }}
            at={`${at}/currency`}
            label={t('Currency')}
            value={row.currency}
            onWrite={(currency) => write({ currency })}
          />
          <Field
            {...{ says }}
            at={`${at}/amount`}
            label={t('Amount')}
            value={row.amount}
            onWrite={(amount) => write({ amount })}
            isFigure
          />
          <Field
            {...{ says }}
            at={`${at}/number`}
            label={t('Ticket number')}
            value={row.number}
            onWrite={(number) => write({ number })}
          />
        </>
      )}
    />
  );
}

/** Nights in one place, counted from the first; beside the place stands its allowance of that night. */
export function Stays({ rows, says, onChange }: RowsOf<StayTexts>): ReactNode {
  const { data } = useQuery(dsaRates());
  const offers = useId();
  const places = [...new Set((data?.items ?? []).map(({ place }) => place))].toSorted();
  const hintOf = ({ place, first }: StayTexts): string | null => {
    const night = readDay(first);
    const code = place.trim().toUpperCase();
    const newest = (data?.items ?? [])
      .filter((one) => one.place === code && night.kind === 'read' && one.effectiveOn <= night.value)
      .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0];
    return newest === undefined
      ? null
      : t('{allowance} a night from {day}', { allowance: moneyText(newest), day: dayText(newest.effectiveOn) });
  };
  return (
    <>
      <datalist id={offers}>
        {places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
      <Rows
        name={t('Nights')}
        list="nights"
        first="place"
        add={t('Add nights elsewhere')}
        remove={(line) => t('Remove the nights of line {line}', { line })}
        empty={emptyStay}
        {...{ rows, says, onChange }}
        fields={(row, at, write) => (
          <>
            <Field
              {...{ says, offers }}
              at={`${at}/place`}
              label={t('Place')}
              value={row.place}
              hint={hintOf(row)}
              onWrite={(place) => write({ place })}
            />
            <Field
              {...{ says }}
              at={`${at}/first`}
              label={t('First night')}
              value={row.first}
              onWrite={(first) => write({ first })}
              isDay
            />
            <Field
              {...{ says }}
              at={`${at}/count`}
              label={t('Nights')}
              value={row.count}
              onWrite={(count) => write({ count })}
              isFigure
            />
            <Checkbox
              size="xs"
              label={t('Lodging provided')}
              checked={row.lodgingProvided}
              disabled={says.isLocked}
              onChange={({ currentTarget: { checked } }) => write({ lodgingProvided: checked })}
            />
          </>
        )}
      />
    </>
  );
}

interface Listed<Row> extends RowsOf<Row> {
  readonly name: string;
  readonly list: 'ticket' | 'nights';
  readonly first: string; // the field that a new row begins with
  readonly add: string;
  readonly remove: (line: number) => string;
  readonly empty: Row;
  readonly fields: (row: Row, at: string, write: (change: Partial<Row>) => void) => ReactNode;
}

function Rows<Row extends object>(listed: Listed<Row>): ReactNode {
  const { name, list, first, add, remove, empty, rows, says, onChange, fields } = listed;
  const box = useRef<HTMLFieldSetElement>(null);
  const focus = (selector: string): void =>
    void window.setTimeout(() => box.current?.querySelector<HTMLElement>(selector)?.focus());
  const refused = says.refused.get(`/${list}`);
  return (
    <fieldset className="trip-rows" ref={box}>
      <legend>{name}</legend>
      {refused !== undefined && (
        <p className="notice" data-tone="wrong" role="alert">
          {refused}
        </p>
      )}
      {rows.map((row, index) => (
        <div key={index} role="group" aria-label={`${name} ${index + 1}`} className="trip-row" data-list={list}>
          {fields(row, `/${list}/${index}`, (change) => onChange(rows.with(index, { ...row, ...change })))}
          <ActionIcon
            variant="subtle"
            color="gray"
            className="trip-remove"
            aria-label={remove(index + 1)}
            disabled={says.isLocked}
            onClick={() => {
              onChange(rows.toSpliced(index, 1));
              focus('.trip-add');
            }}
          >
            <XIcon size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        className="trip-add"
        disabled={says.isLocked}
        onClick={() => {
          onChange([...rows, empty]);
          focus(`[data-field="/${list}/${rows.length}/${first}"]`);
        }}
      >
        {add}
      </Button>
    </fieldset>
  );
}
