import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Answers } from '../../api/client.ts';
import { charge, chargePostings, chargeRoom } from '../../api/queries.ts';
import { Facts } from '../../parts/facts.tsx';
import { Amount, Code, Day, Instant, MoneyShown } from '../../parts/figures.tsx';
import { useReadFromTheTop } from '../../parts/read-from-the-top.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { TripParts } from '../../parts/trip-parts.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { familyText, unitText } from '../../words/codes.ts';
import { amountText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { Steps } from './charge-steps.tsx';
import { EntriesTable } from './entries-table.tsx';
import { EvidenceBox } from './evidence-box.tsx';

type Charge = Answers['ChargeAnswer'];

/** One charge beside the list, which stays: how its amount came about, who bears it, who did what, and what it posted. */
export function ChargePanel({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { data, error } = useQuery(charge(id));
  const heading = useReadFromTheTop(data?.version);
  return (
    <aside className="panel" aria-labelledby="panel-title" data-shortcuts>
      <header className="panel-head">
        <h2 id="panel-title" ref={heading} tabIndex={-1}>
          <Code>{id}</Code> {data !== undefined && <StateMark state={data.state} />}
        </h2>
        <CloseButton aria-label={t('Close the panel')} onClick={onClose} />
      </header>
      {data === undefined ? error === null ? <Waiting rows={6} /> : <Trouble error={error} /> : <Content of={data} />}
    </aside>
  );
}

function Content({ of }: { of: Charge }): ReactNode {
  return (
    <>
      <p className="panel-title">{of.title}</p>
      <p className="big">
        <MoneyShown of={of.amount} />
      </p>
      <Derivation of={of} />
      <Room of={of} />
      <Steps of={of} />
      <Facts
        of={[
          [
            t('Agreement'),
            <Link to={`/agreements/${encodeURIComponent(of.agreement)}`}>
              <Code>{of.agreement}</Code>
            </Link>,
          ],
          [t('Kind of service'), familyText(of.family)],
          [
            t('Delivered on'),
            of.deliveredFrom === null ? (
              <Day of={of.deliveredOn} />
            ) : (
              <>
                <Day of={of.deliveredFrom} /> – <Day of={of.deliveredOn} />
              </>
            ),
          ],
          [
            t('Invoice'),
            of.invoice === null ? null : (
              <Link to={`/invoices/${encodeURIComponent(of.invoice)}`}>
                <Code>{of.invoice}</Code>
              </Link>
            ),
          ],
          [t('Takes the place of'), of.replaces === null ? null : <Other id={of.replaces} />],
          [t('Its place is taken by'), of.replacedBy === null ? null : <Other id={of.replacedBy} />],
          [t('Traveller'), of.traveller === null ? null : <Code>{of.traveller}</Code>],
          [t('Note'), of.note],
        ]}
      />
      <EvidenceBox charge={of.id} named={of.evidence} />
      <Shares of={of} />
      <Acts of={of} />
      <Postings of={of} />
    </>
  );
}

/** Another charge, beside the same list. */
function Other({ id }: { id: string }): ReactNode {
  const [search] = useSearchParams();
  const there = new URLSearchParams(search);
  there.set('charge', id);
  return (
    <Link to={`?${there.toString()}`}>
      <Code>{id}</Code>
    </Link>
  );
}

/** units x rate, or what the supplier took, and at which rate of exchange. */
function Derivation({ of }: { of: Charge }): ReactNode {
  const { unitRate, actualCost, operationalRate, quantity, unit, trip } = of;
  return (
    <div className="derivation">
      {unitRate !== null && (
        <p>
          <bdi>
            {amountText(quantity)} {unitText(unit, quantity)} × {amountText(unitRate.amount)} {unitRate.currency}
          </bdi>
          <br />
          <span className="muted">
            {t('Rate card from')} <Day of={unitRate.cardValidFrom} />
          </span>
        </p>
      )}
      {actualCost !== null && (
        <p>
          <MoneyShown of={actualCost} /> <span className="muted">{t('is what the supplier took')}</span>
        </p>
      )}
      {operationalRate !== null && (
        <p className="muted">
          {t('Operational rate {rate}, in effect from', { rate: operationalRate.unitsPerUsd })}{' '}
          <Day of={operationalRate.effectiveOn} />
        </p>
      )}
      {trip !== null && <TripParts of={trip.components} />}
      {of.credited.amount !== '0.00' && (
        <p>
          {t('Credited')} <MoneyShown of={of.credited} />
        </p>
      )}
    </div>
  );
}

function Shares({ of }: { of: Charge }): ReactNode {
  const side = (caption: string, shares: Charge['clientShares']): ReactNode => (
    <table className="list plain">
      <caption>{caption}</caption>
      <tbody>
        {shares.map(({ fund, budgetLine, amount }) => (
          <tr key={`${fund} ${budgetLine}`}>
            <th scope="row">
              <Code>{fund}</Code>
            </th>
            <td>
              {budgetLine !== '' && (
                <Link to={`/charges?budgetLine=${encodeURIComponent(budgetLine)}`}>
                  <Code>{budgetLine}</Code>
                </Link>
              )}
            </td>
            <td data-figure>
              <Amount of={amount.amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <section className="shares">
      <h3>{t('Who bears it')}</h3>
      {side(t('{side} bears', { side: of.client }), of.clientShares)}
      {side(t('{side} is credited', { side: of.provider }), of.providerShares)}
    </section>
  );
}

/** Whether certification would be refused on a line of the client: yes or no, for the amount is the client's. */
function Room({ of }: { of: Charge }): ReactNode {
  const { data } = useQuery({ ...chargeRoom(of.id), enabled: of.certified === null });
  if (data === undefined || data.items.length === 0) return null;
  const beyond = data.items.filter(({ hasRoom }) => !hasRoom).map(({ budgetLine }) => budgetLine);
  if (beyond.length === 0)
    return <p className="muted">{t('The budget lines of {side} have room for it.', { side: of.client })}</p>;
  return (
    <p className="notice" data-tone="wrong" role="status">
      {t(
        'It goes beyond what {side} has allotted on {lines}, after what was recorded before it: it cannot be certified as it stands. {side} makes room, or it is withdrawn and recorded for less.',
        { side: of.client, lines: beyond.join(', ') },
      )}
    </p>
  );
}

function Acts({ of }: { of: Charge }): ReactNode {
  const { remark } = of;
  const acts = [
    [t('Recorded'), of.recorded, null],
    [t('Received'), of.received, null],
    [t('Certified'), of.certified, null],
    [remarkName(of.state), remark, remark?.text ?? null],
    [t('Reversed'), of.reversed, null],
  ] as const;
  return (
    <section>
      <h3>{t('Who did what')}</h3>
      <ol className="timeline">
        {acts
          .flatMap(([name, act, said]) => (act === null ? [] : [{ name, ...act, said }]))
          .toSorted((a, b) => (a.at < b.at ? -1 : 1))
          .map(({ name, by, at, said }) => (
            <li key={name}>
              <Instant of={at} />
              <span>
                {name} · <Code>{by}</Code>
                {said !== null && <q>{said}</q>}
              </span>
            </li>
          ))}
      </ol>
    </section>
  );
}

/** What the last remark is about, as far as the state says it. */
function remarkName(state: string): string {
  switch (state) {
    case 'RETURNED':
      return t('Returned');
    case 'WITHDRAWN':
      return t('Withdrawn');
    case 'REVERSING':
    case 'REVERSED':
      return t('Reversal asked for');
    default:
      return t('Said last');
  }
}

/** In both books, so that one sees that they mirror each other; and what undoes it beside it. */
function Postings({ of }: { of: Charge }): ReactNode {
  const { data, error } = useQuery({ ...chargePostings(of.id), enabled: of.certified !== null });
  if (of.certified === null) return <p className="muted">{t('Not posted yet: that happens when it is certified.')}</p>;
  if (data === undefined) return error === null ? <Waiting rows={4} /> : <Trouble error={error} />;
  const linesOf = (event: string) => data.items.filter((line) => line.event === event);
  return (
    <section>
      <h3>{t('Posted in both books')}</h3>
      <EntriesTable
        of={of}
        posted={linesOf('CHARGE_CERTIFIED')}
        undone={linesOf('CHARGE_REVERSED')}
        undoneHead={t('Reversed, USD')}
      />
    </section>
  );
}
