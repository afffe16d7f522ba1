import type { ReactNode } from 'react';
import { Amount, Code } from '../../parts/figures.tsx';
import { ListBox } from '../../parts/list-box.tsx';
import { accountText } from '../../words/codes.ts';
import { t } from '../../words/words.ts';
import { type EntryLine, inTheOtherBook, sideBySide } from './entries.ts';

interface Beside {
  readonly of: { readonly provider: string; readonly client: string };
  readonly posted: readonly EntryLine[];
  readonly undone: readonly EntryLine[];
  readonly undoneHead: string; // what the second entry is: one that is there, or one that would be
}

/** What a charge posted, and beside it what undoes it; of the other book what stands between the two. USD, debit less credit. */
export function EntriesTable({ of, posted, undone, undoneHead }: Beside): ReactNode {
  const own = sideBySide(posted, undone);
  const other = sideBySide(inTheOtherBook(posted, of), inTheOtherBook(undone, of));
  const isPair = undone.length > 0;
  return (
    <ListBox caption={t('Posted in both books')}>
      <table className="list entries">
        <thead>
          <tr>
            <th scope="col">{t('Book')}</th>
            <th scope="col">{t('Account and fund')}</th>
            <th scope="col" data-figure="true">
              {isPair ? t('Certified, USD') : t('Debit less credit, USD')}
            </th>
            {isPair && (
              <th scope="col" data-figure="true">
                {undoneHead}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {[...own, ...other].map(({ book, account, fund, budgetLine, ...sums }) => (
            <tr key={`${book} ${account} ${fund} ${budgetLine}`}>
              <th scope="row">
                <Code>{book}</Code>
              </th>
              <td>
                <span title={account}>{accountText(account)}</span>{' '}
                <span className="muted whole">
                  {fund === '' ? t('for {side} to see', { side: book }) : <Code>{fund}</Code>}
                </span>
              </td>
              <td data-figure="true">{sums.posted !== null && <Amount of={sums.posted} />}</td>
              {isPair && <td data-figure="true">{sums.undone !== null && <Amount of={sums.undone} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ListBox>
  );
}
