import { Tabs } from '@mantine/core';
import { CheckIcon, CircleAlertIcon } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { audit, type Audit, checkpoints, verifications } from '../../api/documents.ts';
import { editLogYears } from '../../api/queries.ts';
import '../../look/documents.css';
import '../../look/audit.css';
import { Amount, Code, Day, Instant } from '../../parts/figures.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { Page } from '../../parts/page.tsx';
import { Mark } from '../../parts/state-mark.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useBiennium } from '../../session/biennium.ts';
import { useSession } from '../../session/signed-in.tsx';
import { amountText, instantText, moneyText } from '../../words/figures.ts';
import { checkSaid } from '../../words/checks.ts';
import { labelled, type Message, t } from '../../words/words.ts';
import { CutTable } from './cut-table.tsx';
import { allOf, type Cut, cutOf, cuts, hiddenIn, isNothing } from './cuts.ts';
import { Exports, Fetched } from './exports.tsx';

/** A biennium on one page: what it comes to, whether it is whole, and every figure open down to its charges. */
export function BienniumAudit(): ReactNode {
  const biennium = useBiennium();
  if (biennium === null) {
    return (
      <Page title={t('Biennium audit')}>
        <Waiting />
      </Page>
    );
  }
  return (
    <Page
      title={t('Biennium audit')}
      lead={
        <>
          <Code>{biennium}</Code>, {t('all amounts in USD')}
        </>
      }
      actions={<Exports biennium={biennium} />}
    >
      <Whole biennium={biennium} />
    </Page>
  );
}

function Whole({ biennium }: { biennium: string }): ReactNode {
  const { data, error, refetch } = useQuery(audit(biennium));
  if (data === undefined) {
    if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
    return (
      <Waiting
        words={t(
          'Every charge, invoice and entry of {biennium} is added up and held against the others. With very many of them it takes some seconds.',
          { biennium },
        )}
      />
    );
  }
  const isEmpty = isNothing(data);
  return (
    <>
      {isEmpty ? <NothingYet biennium={biennium} /> : <Totals of={data} />}
      {(!isEmpty || data.byAgreement.length > 0) && <Cuts of={data} />}
      <div className="two-sides">
        <Checks of={data} />
        <Verified />
      </div>
      <Late of={data} />
    </>
  );
}

function Totals({ of: { totals, net, biennium, asAt } }: { of: Audit }): ReactNode {
  const figures: readonly (readonly [name: string, amount: string, to: string])[] = [
    [t('Charged'), totals.chargedUsd, `/charges?biennium=${biennium}&figure=CHARGED`],
    [t('Credited'), totals.creditedUsd, `/invoices?biennium=${biennium}&type=CREDIT_NOTE`],
    [t('Invoiced'), totals.invoicedUsd, `/invoices?biennium=${biennium}`],
    [t('Settled'), totals.settledUsd, `/charges?biennium=${biennium}&figure=SETTLED`],
    [t('Open'), totals.openUsd, `/charges?biennium=${biennium}&figure=OPEN`],
  ];
  return (
    <section aria-label={t('Totals')}>
      <dl className="audit-totals">
        {figures.map(([name, amount, to]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Link to={to} aria-label={labelled(name, amountText(amount, undefined, '0.00'))}>
                <Amount of={amount} zero="0.00" />
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {net.payer === null || net.payee === null
          ? t('Neither side owes the other anything more.')
          : t('Net of both directions, {payer} owes {payee} {amount}.', {
              payer: net.payer,
              payee: net.payee,
              amount: moneyText({ amount: net.netUsd, currency: 'USD' }),
            })}{' '}
        <span className="muted">{t('As at {at}.', { at: instantText(asAt) })}</span>
      </p>
    </section>
  );
}

const names: Readonly<Record<Cut, Message>> = {
  service: 'By meeting and service',
  agreement: 'Ceilings and use',
  line: 'Allotments and use',
  fund: 'By fund',
  month: 'By month of delivery',
};

/** Each cut is a chart and its table in one: the bar beside the figures that it draws. */
function Cuts({ of }: { of: Audit }): ReactNode {
  const [search, setSearch] = useSearchParams();
  const cut = cuts.find((one) => one === search.get('by')) ?? 'service';
  const groups = cutOf(of, cut);
  const { books } = useSession();
  const hidden = hiddenIn(of, cut);
  return (
    <section>
      <Tabs
        value={cut}
        keepMounted={false}
        onChange={(chosen) => {
          setSearch((before) => {
            before.set('by', chosen ?? 'service');
            return before;
          });
        }}
      >
        <Tabs.List>
          {cuts.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(names[one])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={cut}>
          {groups.every(({ rows }) => rows.length === 0) ? (
            <Empty>{t('Nothing of this biennium stands under this heading yet.')}</Empty>
          ) : (
            <CutTable groups={groups} caption={t(names[cut])} all={allOf(of, cut)} />
          )}
          {hidden !== null && (
            <p className="muted">
              {t(
                'Shown are the budget lines of {own} alone: {shown} of the {whole} that was charged in this biennium. The remaining {rest} is on lines of the other side, which alone sees them.',
                {
                  own: books.join(', '),
                  shown: moneyText({ amount: hidden.shownUsd, currency: 'USD' }),
                  whole: moneyText({ amount: hidden.wholeUsd, currency: 'USD' }),
                  rest: moneyText({ amount: hidden.restUsd, currency: 'USD' }),
                },
              )}
            </p>
          )}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

/** What was compared with what, and what came out. */
function Checks({ of: { checks, biennium } }: { of: Audit }): ReactNode {
  const failing = checks.filter(({ holds }) => !holds).length;
  return (
    <section>
      <h2>
        {t('Completeness')}{' '}
        <Mark tone={failing === 0 ? 'agreed' : 'wrong'}>
          {failing === 0
            ? t('{count, plural, one {the one check holds} other {all # checks hold}}', { count: checks.length })
            : t('{count, plural, one {# of {all} checks fails} other {# of {all} checks fail}}', {
                count: failing,
                all: checks.length,
              })}
        </Mark>
      </h2>
      <ul className="audit-checks">
        {checks
          .map((check) => ({ ...check, key: check.name, ...checkSaid(check) }))
          .map(({ key, code, name, holds, finding, lang }) => (
            <li key={key} lang={lang} data-tone={holds ? 'agreed' : 'wrong'}>
              {holds ? (
                <CheckIcon size={16} aria-label={t('holds')} />
              ) : (
                <CircleAlertIcon size={16} aria-label={t('does not hold')} />
              )}
              <span dir="auto">
                <span className="strong">{name}</span> <span className="muted">{finding}</span>
                {code === 'PERIODS_STAND' && (
                  <>
                    {' '}
                    <Link to={`/periods?biennium=${biennium}`}>{t('Periods')}</Link>
                  </>
                )}
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** The last night's verification, the signed checkpoint, and who did what, in each financial year that has acts. */
function Verified(): ReactNode {
  const { data: nights } = useQuery(verifications());
  const { data: signed } = useQuery(checkpoints());
  const { data: logged } = useQuery(editLogYears());
  const night = nights?.items[0];
  const checkpoint = signed?.items[0];
  return (
    <section>
      <h2>{t('Verification and seal')}</h2>
      <ul className="plain-list">
        <li>
          {night === undefined ? (
            t('No nightly verification has run yet on this server.')
          ) : (
            <>
              <Mark tone={night.ok ? 'agreed' : 'wrong'}>{night.ok ? t('verified') : t('verification failed')}</Mark>{' '}
              <Instant of={night.at} />
              {night.stopsPosting && <p>{t('Nothing is posted until this is lifted.')}</p>}
            </>
          )}
        </li>
        {checkpoint !== undefined && (
          <li>
            {t(
              '{count, plural, one {# record is sealed under the checkpoint of} other {# records are sealed under the checkpoint of}}',
              { count: checkpoint.size },
            )}{' '}
            <Instant of={checkpoint.publishedAt} />
            {', '}
            {checkpoint.cosignedBy.length === 0
              ? t('not cosigned by the other side yet')
              : t('cosigned by {who}', { who: checkpoint.cosignedBy.join(', ') })}
          </li>
        )}
        {logged?.years.map((year) => (
          <li key={year}>
            {t('Who did what in {year}:', { year })}{' '}
            <Fetched name={`who-did-what-${year}`} address={`/api/v1/edit-logs/${year}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of this biennium by delivery, issued after its last day. */
function Late({ of: { lateDocuments } }: { of: Audit }): ReactNode {
  if (lateDocuments.length === 0) return null;
  return (
    <section>
      <h2>{t('Issued after the last day of the biennium')}</h2>
      <ListTable<Audit['lateDocuments'][number]>
        caption={t('Issued after the last day of the biennium')}
        columns={lateColumns()}
        rows={lateDocuments}
        keyOf={({ number }) => number}
      />
    </section>
  );
}

function lateColumns(): Column<Audit['lateDocuments'][number]>[] {
  return [
    {
      key: 'number',
      head: t('Number'),
      isRowHead: true,
      shows: ({ number }) => (
        <Link to={`/invoices/${encodeURIComponent(number)}`}>
          <Code>{number}</Code>
        </Link>
      ),
    },
    { key: 'agreement', head: t('Agreement'), narrow: 'part', shows: ({ agreement }) => <Code>{agreement}</Code> },
    { key: 'issued', head: t('Issued on'), narrow: 'part', shows: ({ issuedOn }) => <Day of={issuedOn} /> },
    {
      key: 'total',
      head: t('Amount, USD'),
      isFigure: true,
      narrow: 'end',
      shows: ({ totalUsd }) => <Amount of={totalUsd} />,
    },
  ];
}
