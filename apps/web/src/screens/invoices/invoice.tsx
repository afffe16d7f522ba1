import { Button } from '@mantine/core';
import { DownloadIcon } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import {
  type FundShare,
  invoice,
  type Invoice as Shown,
  invoicePostings,
  invoiceText,
  type InvoiceWords,
  wordsIn,
} from '../../api/documents.ts';
import { saveAs } from '../../api/save.ts';
import '../../look/documents.css';
import { Amount, Code, Day, Instant, MoneyShown } from '../../parts/figures.tsx';
import { ListBox } from '../../parts/list-box.tsx';
import { Page } from '../../parts/page.tsx';
import { Paper } from '../../parts/paper.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { amountText } from '../../words/figures.ts';
import { accountText } from '../../words/codes.ts';
import { labelled, t } from '../../words/words.ts';
import { InvoiceActions } from './invoice-actions.tsx';
import { Lines } from './lines.tsx';
import { linesCsv } from './lines-csv.ts';
import { Seal } from './seal.tsx';
import { Settlement } from './settlement.tsx';

/** One invoice or credit note: its lines beside its paper, who did what, who bears it, and what can be done now. */
export function Invoice(): ReactNode {
  const { number = '' } = useParams();
  const { data, error, refetch } = useQuery(invoice(number));
  const { data: text, error: unread } = useQuery(invoiceText(number));
  if (data === undefined) {
    return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  }
  const words = text === undefined ? null : wordsIn(text);
  const name = data.number ?? `DRAFT-${data.agreement}`;
  return (
    <Page
      title={data.number ?? (data.type === 'INVOICE' ? t('Draft of an invoice') : t('Draft of a credit note'))}
      lead={
        <>
          <Code>{data.provider}</Code> {t('to')} <Code>{data.client}</Code>,{' '}
          <Link to={`/agreements/${encodeURIComponent(data.agreement)}`}>
            <Code>{data.agreement}</Code>
          </Link>
          {data.corrects !== null && (
            <>
              , {t('corrects')}{' '}
              <Link to={`/invoices/${encodeURIComponent(data.corrects)}`}>
                <Code>{data.corrects}</Code>
              </Link>
            </>
          )}{' '}
          <StateMark state={data.state} />
        </>
      }
      actions={words !== null && <Downloads name={name} text={text ?? ''} words={words} />}
    >
      <div className="document">
        <div>
          <p className="big">
            <MoneyShown of={data.total} />{' '}
            {data.credited.amount !== '0.00' && (
              <span className="muted">
                {t('less {amount} credited', {
                  amount: `${data.credited.currency} ${amountText(data.credited.amount)}`,
                })}
              </span>
            )}
          </p>
          {data.reason !== null && (
            <p>
              {t('Reason:')} <q>{data.reason}</q>
            </p>
          )}
          <StateLine of={data} words={words} />
          <InvoiceActions of={data} words={words} />
          {data.settlement !== null && <Settlement id={data.settlement} />}
          {words === null ? unread === null ? <Waiting rows={6} /> : <Trouble error={unread} /> : <Lines of={words} />}
          {words !== null && <Funds of={words} data={data} />}
          {data.number !== null && <Postings number={data.number} />}
          {data.number !== null && <Seal of={data} number={data.number} />}
        </div>
        <Paper number={number} name={name} />
      </div>
    </Page>
  );
}

function Downloads({ name, text, words }: { name: string; text: string; words: InvoiceWords }): ReactNode {
  const icon = <DownloadIcon size={14} aria-hidden />;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={icon}
        onClick={() => saveAs(`${name}.csv`, linesCsv(words), 'text/csv')}
        aria-label={labelled('CSV', t('The lines'))}
      >
        CSV
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={icon}
        onClick={() => saveAs(`${name}.json`, text, 'application/json')}
        aria-label={labelled('JSON', t('The words that are hashed'))}
      >
        JSON
      </Button>
    </>
  );
}

/** From the preparing to the settlement: who, and when. What is still to come stands there, dim. */
function StateLine({ of, words }: { of: Shown; words: InvoiceWords | null }): ReactNode {
  const certified = words?.certification.certified ?? [];
  const steps: readonly (readonly [name: string, by: ReactNode, at: ReactNode])[] = [
    ...certified.map(
      ({ name, funds, at }) =>
        [
          t('Certified'),
          <>
            {name}, <Code>{funds.join(' ')}</Code>
          </>,
          at === null ? null : <Instant of={at} />,
        ] as const,
    ),
    [t('Prepared'), <Code>{of.prepared.by}</Code>, <Instant of={of.prepared.at} />],
    of.issued === null
      ? [t('Issued'), null, null]
      : [t('Issued'), <Code>{of.issued.by}</Code>, <Instant of={of.issued.at} />],
    [t('Settled'), null, of.settledOn === null ? null : <Day of={of.settledOn} />],
  ];
  return (
    <ol className="state-line" aria-label={t('Who did what')}>
      {steps.map(([name, by, at], index) => (
        <li key={index} data-done={at !== null}>
          <span className="strong">{name}</span>
          <span>{by}</span>
          <span className="muted">{at ?? t('not yet')}</span>
        </li>
      ))}
    </ol>
  );
}

function Funds({ of, data }: { of: InvoiceWords; data: Shown }): ReactNode {
  const side = (caption: string, shares: readonly FundShare[]): ReactNode => (
    <table className="list plain">
      <caption>{caption}</caption>
      <tbody>
        {shares.map(({ fund, name, amountUsd }) => (
          <tr key={fund}>
            <th scope="row">
              <Code>{fund}</Code>
            </th>
            <td>{name}</td>
            <td data-figure="true">
              <Amount of={amountUsd} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <section>
      <h2>{t('Split by fund')}</h2>
      <div className="two-sides">
        {side(t('{side} bears', { side: data.client }), of.clientFunds)}
        {side(t('{side} is credited', { side: data.provider }), of.providerFunds)}
      </div>
      {of.programmeSupportCost.totalUsd !== '0.00' && (
        <p className="muted">
          {t('Programme support cost of {amount}: a memo of the client’s own, and not payable here.', {
            amount: `USD ${amountText(of.programmeSupportCost.totalUsd)}`,
          })}
        </p>
      )}
    </section>
  );
}

function Postings({ number }: { number: string }): ReactNode {
  const { data } = useQuery(invoicePostings(number));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <details className="postings">
      <summary>{t('Posted in both books')}</summary>
      <ListBox caption={t('Posted in both books')}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('Book')}</th>
              <th scope="col">{t('Account')}</th>
              <th scope="col">{t('Fund')}</th>
              <th scope="col" data-figure="true">
                {t('Debit less credit, USD')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ entry, book, account, fund, budgetLine, amount }, index) => (
              <tr key={`${entry} ${book} ${account} ${fund} ${budgetLine} ${index}`}>
                <th scope="row">
                  <Code>{book}</Code>
                </th>
                <td>
                  <span title={account}>{accountText(account)}</span>
                </td>
                <td>
                  <Code>{fund}</Code>
                </td>
                <td data-figure="true">
                  <Amount of={amount.amount} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ListBox>
    </details>
  );
}
