import { CloseButton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAct } from '../../api/acts.ts';
import { answered, api, type Answers, writing } from '../../api/client.ts';
import { charge, chargePostings } from '../../api/queries.ts';
import { Refusal } from '../../api/refusal.ts';
import { ActionButton } from '../../parts/actions.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Amount, Code, Day, Instant, MoneyShown } from '../../parts/figures.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { familyText, unitText } from '../../words/codes.ts';
import { amountText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { EvidenceBox } from './evidence-box.tsx';

type Charge = Answers['ChargeAnswer'];

/** One charge beside the list, which stays: how its amount came about, who bears it, who did what, and what it posted. */
export function ChargePanel({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { data, error } = useQuery(charge(id));
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <aside className="panel" aria-labelledby="panel-title" data-shortcuts>
      <header className="panel-head">
        <h2 id="panel-title" ref={heading}>
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
          [t('Invoice'), of.invoice === null ? null : <Code>{of.invoice}</Code>],
          [t('Traveller'), of.traveller === null ? null : <Code>{of.traveller}</Code>],
          [t('Reference of the evidence'), of.evidence],
          [t('Note'), of.note],
        ]}
      />
      <EvidenceBox charge={of.id} />
      <Shares of={of} />
      <Acts of={of} />
      <Postings of={of} />
    </>
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
            {amountText(quantity)} {unitText(unit)} × {amountText(unitRate.amount)} {unitRate.currency}
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
      {trip !== null && (
        <ul className="plain-list trip">
          {trip.components.map(([label = '', amount = '0', basis = '']) => (
            <li key={`${label} ${basis}`} title={basis}>
              <bdi>{label}</bdi> <Amount of={amount} />
            </li>
          ))}
        </ul>
      )}
      {of.credited.amount !== '0.00' && (
        <p>
          {t('Credited')} <MoneyShown of={of.credited} />
        </p>
      )}
    </div>
  );
}

/** What can be done now. A step carries the version that is shown: if somebody was faster, both versions are said. */
function Steps({ of }: { of: Charge }): ReactNode {
  const [reason, setReason] = useState('');
  const changes = ['charges', 'agreements', 'audit-events', 'bienniums'];
  const path = { id: of.id };
  const receive = useAct({
    changes,
    send: (seen: number, key) =>
      answered(api.POST('/api/v1/charges/{id}/receipt', { params: { path, header: writing(key, seen) } })),
  });
  const certify = useAct({
    changes,
    send: (seen: number, key) =>
      answered(
        api.POST('/api/v1/charges/{id}/certification', {
          params: { path, header: writing(key, seen) },
          body: reason === '' ? {} : { adjustmentReason: reason },
        }),
      ),
  });
  const error = receive.error ?? certify.error;
  // The version that was sent, not the one on screen: what is shown may be read anew while the answer is under way.
  const sent = receive.error === null ? certify.variables : receive.variables;
  const available = of.availableActions;
  const isLate = error instanceof Refusal && /PERIOD|ADJUSTMENT/.test(error.problem.code);
  return (
    <div className="steps">
      <ActionButton
        available={available}
        action="charge.receive"
        label={t('Confirm receipt')}
        onAct={() => receive.mutate(of.version)}
        isBusy={receive.isPending}
        isMain
      />
      <ActionButton
        available={available}
        action="charge.certify"
        label={t('Certify {id}', { id: of.id })}
        onAct={() => certify.mutate(of.version)}
        isBusy={certify.isPending}
        isMain
      />
      {error !== null && <Trouble error={error} />}
      {error instanceof Refusal && error.isStale && (
        <p className="notice" data-tone="waiting">
          {t(
            'You saw version {before}; it is version {now} now. What is shown is the new one: look, and decide again.',
            {
              before: sent ?? of.version,
              now: of.version,
            },
          )}
        </p>
      )}
      {isLate && (
        <TextInput
          size="xs"
          label={t('Why it comes late')}
          description={t('The month of delivery is closed: it is posted today, and counts where it was delivered.')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
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

function Acts({ of }: { of: Charge }): ReactNode {
  const acts = [
    [t('Recorded'), of.recorded],
    [t('Received'), of.received],
    [t('Certified'), of.certified],
  ] as const;
  return (
    <section>
      <h3>{t('Who did what')}</h3>
      <ol className="timeline">
        {acts.map(([name, act]) =>
          act === null ? null : (
            <li key={name}>
              <Instant of={act.at} />
              <span>
                {name} · <Code>{act.by}</Code>
              </span>
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

/** In both books, so that one sees that they mirror each other. */
function Postings({ of }: { of: Charge }): ReactNode {
  const { data, error } = useQuery({ ...chargePostings(of.id), enabled: of.certified !== null });
  if (of.certified === null) return <p className="muted">{t('Not posted yet: that happens when it is certified.')}</p>;
  if (data === undefined) return error === null ? <Waiting rows={4} /> : <Trouble error={error} />;
  return (
    <section>
      <h3>{t('Posted in both books')}</h3>
      <div className="list-box" tabIndex={0} role="region" aria-label={t('Posted in both books')}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('Book')}</th>
              <th scope="col">{t('Account')}</th>
              <th scope="col">{t('Fund')}</th>
              <th scope="col" data-figure>
                {t('Debit less credit, USD')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ entry, book, account, fund, budgetLine, amount }) => (
              <tr key={`${entry} ${book} ${account} ${fund} ${budgetLine}`}>
                <th scope="row">
                  <Code>{book}</Code>
                </th>
                <td>
                  <Code>{account}</Code>
                </td>
                <td>
                  <Code>{fund}</Code>
                </td>
                <td data-figure>
                  <Amount of={amount.amount} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
