import { CheckIcon, CircleAlertIcon } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Money } from '#kernel';
import { secretariats } from '../../api/queries.ts';
import '../../look/documents.css';
import { Amount, Code } from '../../parts/figures.tsx';
import { ListBox } from '../../parts/list-box.tsx';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { Page } from '../../parts/page.tsx';
import { Mark } from '../../parts/state-mark.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useBiennium } from '../../session/biennium.ts';
import { amountText, instantText, moneyText } from '../../words/figures.ts';
import { labelled, t } from '../../words/words.ts';
import { agrees, type Cause, causeSaid, type Facing, type Pair } from './pairs.ts';
import { usePairs } from './use-pairs.ts';

/** Both books side by side: left one secretariat, right the other, in the middle what differs, and why. */
export function TwoBooks(): ReactNode {
  const biennium = useBiennium();
  return (
    <Page
      title={t('Two books')}
      lead={t('What one has to receive is what the other has to pay, or the difference has a cause.')}
    >
      {biennium === null ? <Waiting /> : <Compared biennium={biennium} />}
    </Page>
  );
}

function Compared({ biennium }: { biennium: string }): ReactNode {
  const { pairs, at, error } = usePairs(biennium);
  const { data: sides } = useQuery(secretariats());
  if (pairs === undefined || sides === undefined) return error === null ? <Waiting /> : <Trouble error={error} />;
  if (pairs.length === 0) return <NothingYet biennium={biennium} />;
  const differing = pairs.filter((pair) => !agrees(pair));
  const [left = '', right = ''] = sides.items.map(({ code }) => code);
  return (
    <>
      <Verdict pairs={pairs} differing={differing} sides={[left, right]} at={at} />
      <ListBox caption={t('Two books')}>
        <table className="list books-table">
          <caption className="hidden">{t('Both books, USD')}</caption>
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col" data-figure="true" className="side-first">
                {t('Book of {secretariat}, USD', { secretariat: left })}
              </th>
              <th scope="col" className="between">
                {t('Difference, USD')}
              </th>
              <th scope="col" data-figure="true" className="side-second">
                {t('Book of {secretariat}, USD', { secretariat: right })}
              </th>
            </tr>
          </thead>
          {pairs.map((pair) => (
            <Rows key={pair.agreement} of={pair} left={left} biennium={biennium} />
          ))}
        </table>
      </ListBox>
    </>
  );
}

/** The one sentence that is looked for first. */
function Verdict({
  pairs,
  differing,
  sides: [left, right],
  at,
}: {
  pairs: readonly Pair[];
  differing: readonly Pair[];
  sides: readonly [string, string];
  at: number;
}): ReactNode {
  const apart = Money.sum(
    differing.flatMap(({ facing }) => facing.map(({ difference }) => Money.totalUsd(difference).absolute())),
  );
  const checked = t('Checked {at}.', { at: instantText(new Date(at).toISOString()) });
  if (differing.length === 0) {
    return (
      <div className="notice verdict" data-tone="agreed" role="status">
        <p className="strong">
          <CheckIcon size={20} aria-hidden /> {t('{left} and {right} agree to the cent.', { left, right })}
        </p>
        <p>{checked}</p>
      </div>
    );
  }
  return (
    <div className="notice verdict" data-tone="wrong" role="alert">
      <p className="strong">
        <CircleAlertIcon size={20} aria-hidden />{' '}
        {t('{amount} is unexplained, in {count} of {all}.', {
          amount: moneyText({ amount: apart.toString(), currency: 'USD' }),
          count: differing.length,
          all: pairs.length,
        })}
      </p>
      <p>{checked}</p>
    </div>
  );
}

function Rows({ of, left, biennium }: { of: Pair; left: string; biennium: string }): ReactNode {
  const { agreement, provider, client, facing, explained, why } = of;
  const filter = (state: string): string =>
    `/charges?state=${state}&biennium=${biennium}&agreement=${encodeURIComponent(agreement)}`;
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={4}>
          <Link to={`/agreements/${encodeURIComponent(agreement)}`}>
            <Code>{agreement}</Code>
          </Link>{' '}
          <Code>{provider}</Code> {t('to')} <Code>{client}</Code>
        </th>
      </tr>
      {facing.map((one) => (
        <FacingRow
          key={one.what}
          of={one}
          isLeft={provider === left}
          to={filter(one.what === 'billed' ? 'INVOICED' : 'CERTIFIED')}
        />
      ))}
      {why !== null && (
        <tr>
          <td colSpan={4}>
            <CauseMark of={why} tone="wrong" />
          </td>
        </tr>
      )}
      {explained.map(({ code, cause, count, amount }) => {
        const said = t('{count, plural, one {# charge} other {# charges}}, {amount}', {
          count,
          amount: moneyText({ amount, currency: 'USD' }),
        });
        return (
          <tr key={code} className="explained">
            <th scope="row">{t('In neither book yet')}</th>
            <td className="between" colSpan={3}>
              <CauseMark of={{ code, cause }} tone="waiting" /> <Link to={filter(code)}>{said}</Link>
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

/** English, where the page has no words for it, is marked as such. */
function CauseMark({ of, tone }: { of: Cause; tone: 'wrong' | 'waiting' }): ReactNode {
  const { said, lang } = causeSaid(of);
  return (
    <Mark tone={tone}>
      <span lang={lang}>{said}</span>
    </Mark>
  );
}

function FacingRow({
  of: { what, receivable, payable, difference },
  isLeft,
  to,
}: {
  of: Facing;
  isLeft: boolean;
  to: string; // the charges behind it
}): ReactNode {
  const isSame = Money.totalUsd(difference).isZero();
  const toReceive = <Figure says={t('to receive')} amount={receivable} to={to} />;
  const toPay = <Figure says={t('to pay')} amount={payable} to={to} />;
  return (
    <tr>
      <th scope="row">{what === 'billed' ? t('On invoices') : t('Certified, not on an invoice yet')}</th>
      <td data-figure="true" className="side-first">
        {isLeft ? toReceive : toPay}
      </td>
      <td className="between">
        {isSame ? (
          <Mark tone="agreed">{t('the same')}</Mark>
        ) : (
          <Mark tone="wrong">
            <Amount of={difference} />
          </Mark>
        )}
      </td>
      <td data-figure="true" className="side-second">
        {isLeft ? toPay : toReceive}
      </td>
    </tr>
  );
}

function Figure({ says, amount, to }: { says: string; amount: string; to: string }): ReactNode {
  const isNothing = Money.totalUsd(amount).isZero();
  return (
    <>
      {isNothing ? (
        <Amount of={amount} />
      ) : (
        <Link to={to} aria-label={labelled(says, amountText(amount))}>
          <Amount of={amount} />
        </Link>
      )}{' '}
      <span className="muted small facing-word">{says}</span>
    </>
  );
}
