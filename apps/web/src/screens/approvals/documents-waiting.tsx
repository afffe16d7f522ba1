import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Why } from '../../parts/actions.tsx';
import { Amount, Code } from '../../parts/figures.tsx';
import { t } from '../../words/words.ts';
import type { Inbox } from './inbox.ts';

/** Drafts to be issued and agreements to be signed: each is opened and looked at before. */
export function DocumentsWaiting({ of }: { of: Inbox }): ReactNode {
  const rows = [
    ...of.invoices.map(({ id, type, agreement, total, prepared, availableActions }) => ({
      key: id,
      to: `/invoices/${id}`,
      what: type === 'INVOICE' ? t('Draft of an invoice') : t('Draft of a credit note'),
      agreement,
      amount: total.amount,
      by: prepared.by,
      action: availableActions.find(({ action }) => action === 'invoice.issue'),
      does: t('Issue'),
    })),
    ...of.agreements.map(({ number, ceiling, availableActions }) => ({
      key: number,
      to: `/agreements/${encodeURIComponent(number)}`,
      what: t('Agreement'),
      agreement: number,
      amount: ceiling.amount,
      by: null,
      action: availableActions.find(({ action }) => action === 'agreement.sign'),
      does: t('Sign'),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t('Drafts to issue and agreements to sign')}</h2>
      <div className="list-box" tabIndex={0} role="region" aria-label={t('Drafts to issue and agreements to sign')}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('Document')}</th>
              <th scope="col">{t('Agreement')}</th>
              <th scope="col" data-minor="true">
                {t('Prepared by')}
              </th>
              <th scope="col" data-figure="true">
                {t('Amount, USD')}
              </th>
              <th scope="col">{t('Next step')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, to, what, agreement, amount, by, action, does }) => (
              <tr key={key}>
                <th scope="row">
                  <Link to={to}>{what}</Link>
                </th>
                <td>
                  <Code>{agreement}</Code>
                </td>
                <td data-minor="true">{by !== null && <Code>{by}</Code>}</td>
                <td data-figure="true">
                  <Amount of={amount} />
                </td>
                <td className="small next">
                  {action?.allowed === true ? does : action !== undefined && <Why of={action} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
