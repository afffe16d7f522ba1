import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AuditFigures } from '../../api/documents.ts';
import { Bar } from '../../parts/bar.tsx';
import { Amount, Code } from '../../parts/figures.tsx';
import { figureText } from '../../words/codes.ts';
import { amountText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { type CutGroup, figuresShown, mostOf, netOf, totalOf } from './cuts.ts';

interface Table {
  readonly groups: readonly CutGroup[];
  readonly caption: string;
  readonly all: string | null; // where the charges of all rows are listed
}

/** The bars beside the figures that they draw; each figure opens the charges that it is the sum of. */
export function CutTable({ groups, caption, all }: Table): ReactNode {
  const most = mostOf(groups);
  const totals = totalOf(groups);
  const hasPlan = groups.some(({ rows }) => rows.some(({ plan }) => plan !== undefined));
  return (
    <div className="list-box" tabIndex={0} role="region" aria-label={caption}>
      <table className="list cut-table">
        <caption>
          <span className="legend">
            <span className="legend-fact" aria-hidden /> {t('charged less credited')}
          </span>
          {hasPlan && (
            <span className="legend">
              <span className="legend-plan" aria-hidden /> {t('what was planned')}
            </span>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{caption}</th>
            <th scope="col" className="bar-cell" />
            {hasPlan && (
              <th scope="col" data-figure="true" data-minor="true">
                {t('Plan')}
              </th>
            )}
            {figuresShown.map(({ figure }) => (
              <th key={figure} scope="col" data-figure="true" data-minor={figure !== 'CHARGED'}>
                {figureText(figure)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ name, title, rows }, index) => (
          <tbody key={`${name} ${index}`}>
            {name !== '' && (
              <tr className="group">
                <th scope="rowgroup" colSpan={7}>
                  <Code>{name}</Code> <span className="muted">{title}</span>
                </th>
              </tr>
            )}
            {rows.map(({ key, code, title: about, figures, plan, waiting, to }) => (
              <tr key={key}>
                <th scope="row">
                  <Link to={to}>
                    <Code>{code}</Code>
                  </Link>{' '}
                  <span className="muted cut" title={about} dir="auto">
                    {about}
                  </span>
                </th>
                <td className="bar-cell">
                  <Bar
                    label={code}
                    most={most}
                    fact={netOf(figures)}
                    {...(plan === undefined ? {} : { plan })}
                    {...(waiting === undefined ? {} : { waiting })}
                  />
                </td>
                {hasPlan && (
                  <td data-figure="true" data-minor="true">
                    <Amount of={plan ?? '0.00'} />
                  </td>
                )}
                <Figures of={figures} name={code} to={to} />
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t('Total')}</th>
            <td />
            {hasPlan && <td data-minor="true" />}
            <Figures of={totals} name={t('Total')} to={all} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** `to`: the list that a figure narrows; null: there is no such list. Of nothing there is nothing to open. */
function Figures({ of, name, to }: { of: AuditFigures; name: string; to: string | null }): ReactNode {
  return figuresShown.map(({ figure, field }) => (
    <td key={figure} data-figure="true" data-minor={figure !== 'CHARGED'}>
      {to === null || of[field] === '0.00' ? (
        <Amount of={of[field]} />
      ) : (
        <Link
          to={`${to}&figure=${figure}`}
          aria-label={t('{name}, {figure}: {amount}', {
            name,
            figure: figureText(figure),
            amount: amountText(of[field]),
          })}
        >
          <Amount of={of[field]} />
        </Link>
      )}
    </td>
  ));
}
