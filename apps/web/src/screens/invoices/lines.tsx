import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { InvoiceWords, InvoiceWordsLine } from '../../api/documents.ts';
import { Amount, Code, Day } from '../../parts/figures.tsx';
import { ListBox } from '../../parts/list-box.tsx';
import { familyText, unitText } from '../../words/codes.ts';
import { amountText, countText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { firstLines } from './first-lines.ts';

const atOnce = 200;

/** Grouped as on the paper: kind of service, its lines, its subtotal. Each line opens its charge. Of many, the first are drawn. */
export function Lines({ of }: { of: InvoiceWords }): ReactNode {
  const [drawn, setDrawn] = useState(atOnce);
  const { groups, shown, all } = firstLines(of.sections, drawn);
  return (
    <ListBox caption={t('Lines')}>
      <table className="list lines">
        <caption className="hidden">{t('Lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Charge')}</th>
            <th scope="col">{t('Service')}</th>
            <th scope="col" data-minor="true" className="day-beside">
              {t('Delivered on')}
            </th>
            <th scope="col" data-figure="true">
              {t('Amount, USD')}
            </th>
          </tr>
        </thead>
        {groups.map(({ nature, family, lines, subtotalUsd }) => (
          <tbody key={`${nature} ${family}`}>
            <tr className="group">
              <th scope="rowgroup" colSpan={2}>
                {familyText(family)}
                {nature === 'PASS_THROUGH' && <span className="muted">, {t('at what it cost')}</span>}
              </th>
              <td data-minor="true" className="day-beside" />
              <td data-figure="true">
                <Amount of={subtotalUsd} />
              </td>
            </tr>
            {lines.map((line) => (
              <Line key={line.position} of={line} />
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('Total')}
            </th>
            <td data-minor="true" className="day-beside" />
            <td data-figure="true">
              <Amount of={of.totalUsd} />
            </td>
          </tr>
        </tfoot>
      </table>
      {shown < all && (
        <p className="list-more">
          <span className="muted">{t('{shown} of {all}', { shown: countText(shown), all: countText(all) })}</span>
          <Button size="xs" variant="default" onClick={() => setDrawn(drawn + atOnce)}>
            {t('Show more')}
          </Button>
        </p>
      )}
    </ListBox>
  );
}

function Line({ of }: { of: InvoiceWordsLine }): ReactNode {
  return (
    <tr>
      <th scope="row">
        <Link to={`/charges?charge=${encodeURIComponent(of.charge)}`}>
          <Code>{of.charge}</Code>
        </Link>
      </th>
      <td>
        <span className="line-of" dir="auto">
          {of.description}
        </span>
        <span className="muted small">
          <bdi>
            {amountText(of.quantity)} {unitText(of.unit, of.quantity)}
            {of.unitRate !== null && ` × ${amountText(of.unitRate.amount)}`}
          </bdi>
          <span className="day-below">
            <Day of={of.deliveredOn} />
          </span>
        </span>
      </td>
      <td data-minor="true" className="day-beside">
        <Day of={of.deliveredOn} />
      </td>
      <td data-figure="true">
        <Amount of={of.amountUsd} />
      </td>
    </tr>
  );
}
