import type { ReactNode } from 'react';
import type { Answers } from '../../api/client.ts';
import { Amount, Code } from '../../parts/figures.tsx';
import { ListBox } from '../../parts/list-box.tsx';
import { accountText } from '../../words/codes.ts';
import { t } from '../../words/words.ts';

/** Of the own book: what its accounts come to, by fund. USD, debit less credit. */
export function Balances({ of }: { of: readonly Answers['PeriodBalanceShown'][] }): ReactNode {
  if (of.length === 0) return <p className="muted">{t('Your book has no entry in it.')}</p>;
  return (
    <ListBox caption={t('Balances')}>
      <table className="list entries">
        <thead>
          <tr>
            <th scope="col">{t('Book')}</th>
            <th scope="col">{t('Account and fund')}</th>
            <th scope="col" data-figure="true">
              {t('Debit less credit, USD')}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ book, account, fund, balanceUsd }) => (
            <tr key={`${book} ${account} ${fund}`}>
              <th scope="row">
                <Code>{book}</Code>
              </th>
              <td>
                <span title={account}>{accountText(account)}</span>{' '}
                <span className="muted whole">
                  <Code>{fund}</Code>
                </span>
              </td>
              <td data-figure="true">
                <Amount of={balanceUsd} zero="0.00" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ListBox>
  );
}
