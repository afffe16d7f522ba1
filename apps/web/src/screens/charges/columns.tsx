import type { ReactNode } from 'react';
import type { Answers } from '../../api/client.ts';
import { Amount, Code, Day } from '../../parts/figures.tsx';
import type { Column } from '../../parts/list-table.tsx';
import { SelectBox, type Selection } from '../../parts/selection.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { familyText } from '../../words/codes.ts';
import { t } from '../../words/words.ts';
import { type ColumnKey, columnKeys, columnName } from './column-choice.ts';

type Charge = Answers['ChargeAnswer'];

export function selectColumn(selection: Selection): Column<Charge> {
  return {
    key: 'select',
    head: '',
    narrow: 'before',
    shows: ({ id }) => <SelectBox of={id} name={id} selection={selection} />,
  };
}

interface Shown {
  readonly totals: Answers['AgreementTotalsAnswer'] | undefined;
  readonly chosen: readonly ColumnKey[];
}

export function chargeColumns({ totals, chosen }: Shown): Column<Charge>[] {
  const all: Column<Charge>[] = [
    { key: 'id', head: t('Charge'), isRowHead: true, sort: 'id', shows: ({ id }) => <Code>{id}</Code> },
    {
      key: 'day',
      head: t('Delivered on'),
      narrow: 'part',
      sort: 'date',
      shows: ({ deliveredOn }) => <Day of={deliveredOn} />,
      filters: ({ deliveredOn }) => ({ from: deliveredOn, to: deliveredOn }),
    },
    {
      key: 'agreement',
      head: t('Agreement'),
      narrow: 'part',
      shows: ({ agreement }) => <Code>{agreement}</Code>,
      filters: ({ agreement }) => ({ agreement }),
    },
    {
      key: 'item',
      head: t('Service'),
      narrow: 'line',
      shows: ({ item, title }) => (
        <span className="cut" title={title} dir="auto">
          <Code>{item}</Code> <span className="muted">{title}</span>
        </span>
      ),
      filters: ({ item }) => ({ item }),
    },
    {
      key: 'quantity',
      head: t('Quantity'),
      isFigure: true,
      shows: ({ quantity }) => <Amount of={quantity} />,
    },
    {
      ...{ key: 'state', head: t('State'), narrow: 'part', shows: ({ state }) => <StateMark state={state} /> },
      filters: ({ state }) => ({ state }),
    },
    {
      key: 'credited',
      head: t('Credited, USD'),
      isFigure: true,
      isQuiet: true,
      shows: ({ credited }) => <Amount of={credited.amount} />,
      total: totals === undefined ? '' : <Amount of={totals.credited.amount} />,
    },
    {
      key: 'amount',
      head: t('Amount, USD'),
      isFigure: true,
      narrow: 'end',
      sort: 'amount',
      shows: ({ amount }) => <Amount of={amount.amount} />,
      total: totals === undefined ? '' : <Amount of={totals.amount.amount} />,
    },
    ...extraColumns(),
  ];
  const place = (key: string): number => columnKeys.findIndex((one) => one === key); // the name comes first: -1
  return all
    .filter(({ key }) => key === 'id' || chosen.some((one) => one === key))
    .toSorted((a, b) => place(a.key) - place(b.key));
}

/** Shown where somebody has chosen them. */
function extraColumns(): Column<Charge>[] {
  const code = (text: string | null | undefined): ReactNode =>
    text === null || text === undefined ? null : <Code>{text}</Code>;
  const written = (text: string | null): ReactNode => (
    <span className="cut" title={text ?? undefined} dir="auto">
      {text}
    </span>
  );
  const shows: readonly (readonly [ColumnKey, (charge: Charge) => ReactNode])[] = [
    ['provider', ({ provider }) => code(provider)],
    ['family', ({ family }) => familyText(family)],
    ['traveller', ({ traveller }) => code(traveller)],
    ['evidence', ({ evidence }) => written(evidence)],
    ['note', ({ note }) => written(note)],
    ['recorded', ({ recorded }) => code(recorded.by)],
    ['certified', ({ certified }) => code(certified?.by)],
    ['invoice', ({ invoice }) => code(invoice)],
  ];
  return shows.map(([key, show]) => ({
    ...{ key, head: columnName(key), shows: show },
    ...(key === 'family' ? { filters: ({ family }) => ({ family }) } : {}),
  }));
}
