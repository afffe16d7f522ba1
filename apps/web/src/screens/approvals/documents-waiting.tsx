import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { type AvailableAction, Why } from '../../parts/actions.tsx';
import { Amount, Code } from '../../parts/figures.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { t } from '../../words/words.ts';
import type { Inbox } from './inbox.ts';

interface Waits {
  readonly key: string;
  readonly to: string;
  readonly what: string;
  readonly agreement: string | null; // a settlement may be of several
  readonly amount: string | null; // of a draft
  readonly ceiling: string | null; // of an agreement: nothing that anybody pays
  readonly by: string | null;
  readonly action: AvailableAction | undefined;
  readonly does: string;
}

/** Drafts to be issued, settlements to be approved and agreements to be signed: each is opened and looked at before. */
export function DocumentsWaiting({ of }: { of: Inbox }): ReactNode {
  const rows = useMemo(() => waitingIn(of), [of]);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t('Drafts to issue, settlements to approve and agreements to sign')}</h2>
      <ListTable<Waits>
        caption={t('Drafts to issue, settlements to approve and agreements to sign')}
        columns={columnsOf(rows)}
        rows={rows}
        keyOf={({ key }) => key}
      />
    </section>
  );
}

function waitingIn({ invoices, settlements, agreements }: Inbox): Waits[] {
  return [
    ...invoices.map(({ id, type, agreement, total, prepared, availableActions }) => ({
      key: id,
      to: `/invoices/${id}`,
      what: type === 'INVOICE' ? t('Draft of an invoice') : t('Draft of a credit note'),
      agreement,
      amount: total.amount,
      ceiling: null,
      by: prepared.by,
      action: availableActions.find(({ action }) => action === 'invoice.issue'),
      does: t('Issue'),
    })),
    ...settlements.map(({ id, externalNumber, documents, amount, proposed, availableActions }) => ({
      key: id,
      to: `/invoices/${encodeURIComponent(documents[0]?.number ?? '')}`,
      what: t('Settlement under voucher {voucher}', { voucher: externalNumber }),
      agreement: null,
      amount: amount.amount,
      ceiling: null,
      by: proposed?.by ?? null,
      action: availableActions.find(({ action }) => action === 'settlement.approve'),
      does: t('Approve'),
    })),
    ...agreements.map(({ number, ceiling, availableActions }) => ({
      key: number,
      to: `/agreements/${encodeURIComponent(number)}`,
      what: t('Agreement'),
      agreement: number,
      amount: null,
      ceiling: ceiling.amount,
      by: null,
      action: availableActions.find(({ action }) => action === 'agreement.sign'),
      does: t('Sign'),
    })),
  ];
}

function columnsOf(rows: readonly Waits[]): Column<Waits>[] {
  const all: readonly (Column<Waits> & { readonly isThere?: (row: Waits) => boolean })[] = [
    { key: 'what', head: t('Document'), isRowHead: true, shows: ({ to, what }) => <Link to={to}>{what}</Link> },
    {
      key: 'agreement',
      head: t('Agreement'),
      isThere: ({ agreement }) => agreement !== null,
      narrow: 'line',
      shows: ({ agreement }) => agreement !== null && <Code>{agreement}</Code>,
    },
    {
      key: 'by',
      head: t('Prepared by'),
      isThere: ({ by }) => by !== null,
      shows: ({ by }) => by !== null && <Code>{by}</Code>,
    },
    {
      key: 'next',
      head: t('Next step'),
      className: 'small next',
      shows: ({ action, does }) => (action?.allowed === true ? does : action !== undefined && <Why of={action} />),
    },
    {
      key: 'ceiling',
      head: t('Ceiling, USD'),
      isFigure: true,
      isThere: ({ ceiling }) => ceiling !== null,
      shows: ({ ceiling }) => ceiling !== null && <Amount of={ceiling} />,
    },
    {
      key: 'amount',
      head: t('Amount, USD'),
      isFigure: true,
      narrow: 'end',
      isThere: ({ amount }) => amount !== null,
      shows: ({ amount }) => amount !== null && <Amount of={amount} />,
    },
  ];
  return all.filter(({ isThere }) => isThere === undefined || rows.some(isThere));
}
