import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AuditFigures } from '../../api/documents.ts';
import { Bar } from '../../parts/bar.tsx';
import { Amount, Code } from '../../parts/figures.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { figureText } from '../../words/codes.ts';
import { amountText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { type CutGroup, type CutRow, figuresShown, mostOf, netOf, totalOf } from './cuts.ts';

interface Table {
  readonly groups: readonly CutGroup[];
  readonly caption: string;
  readonly all: string | null; // where the charges of all rows are listed
}

/** The bars beside the figures that they draw; each figure opens the charges that it is the sum of. */
export function CutTable({ groups, caption, all }: Table): ReactNode {
  const hasPlan = groups.some(({ rows }) => rows.some(({ plan }) => plan !== undefined));
  return (
    <div className="cut-table">
      <ListTable<CutRow>
        caption={caption}
        says={
          <>
            <span className="legend">
              <span className="legend-fact" aria-hidden /> {t('charged less credited')}
            </span>
            {hasPlan && (
              <span className="legend">
                <span className="legend-plan" aria-hidden /> {t('what was planned')}
              </span>
            )}
          </>
        }
        columns={columnsOf({ groups, caption, all }, hasPlan)}
        rows={[]}
        groups={groups.map(({ name, title, rows }, index) => ({
          key: `${name} ${index}`,
          head:
            name === '' ? null : (
              <>
                <Code>{name}</Code> <span className="muted">{title}</span>
              </>
            ),
          rows,
        }))}
        keyOf={({ key }) => key}
        totalsHead={t('Total')}
        stackBelow={56}
      />
    </div>
  );
}

function columnsOf({ groups, caption, all }: Table, hasPlan: boolean): Column<CutRow>[] {
  const most = mostOf(groups);
  const totals = totalOf(groups);
  const plan: Column<CutRow> = {
    key: 'plan',
    head: t('Plan'),
    isFigure: true,
    shows: (row) => <Amount of={row.plan ?? '0.00'} />,
  };
  return [
    {
      key: 'code',
      head: caption,
      isRowHead: true,
      shows: ({ code, title, to }) => (
        <>
          <Link to={to}>
            <Code>{code}</Code>
          </Link>{' '}
          <span className="muted cut" title={title} dir="auto">
            {title}
          </span>
        </>
      ),
    },
    {
      key: 'bar',
      head: '',
      className: 'bar-cell',
      narrow: 'line',
      shows: (row) => (
        <Bar
          label={row.code}
          most={most}
          fact={netOf(row.figures)}
          {...(row.plan === undefined ? {} : { plan: row.plan })}
          {...(row.waiting === undefined ? {} : { waiting: row.waiting })}
        />
      ),
    },
    ...(hasPlan ? [plan] : []),
    ...figuresShown.map(({ figure, field }): Column<CutRow> => ({
      key: figure,
      head: figureText(figure),
      isFigure: true,
      ...(figure === 'CHARGED' ? { narrow: 'end' as const } : {}),
      shows: ({ code, to, figures }) => <Figure name={code} of={figures} to={to} {...{ figure, field }} />,
      total: <Figure name={t('Total')} of={totals} to={all} {...{ figure, field }} />,
    })),
  ];
}

interface FigureOf {
  readonly of: AuditFigures;
  readonly name: string;
  readonly to: string | null; // the list that a figure narrows; null: there is no such list
  readonly figure: (typeof figuresShown)[number]['figure'];
  readonly field: keyof AuditFigures;
}

/** Of nothing there is nothing to open. */
function Figure({ of, name, to, figure, field }: FigureOf): ReactNode {
  if (to === null || of[field] === '0.00') return <Amount of={of[field]} />;
  return (
    <Link
      to={`${to}&figure=${figure}`}
      aria-label={t('{name}, {figure}: {amount}', { name, figure: figureText(figure), amount: amountText(of[field]) })}
    >
      <Amount of={of[field]} />
    </Link>
  );
}
