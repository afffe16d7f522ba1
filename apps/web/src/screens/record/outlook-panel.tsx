import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Answers } from '../../api/client.ts';
import { agreementRoom, budgetLines, chargeTotals } from '../../api/queries.ts';
import { Amount, Code } from '../../parts/figures.tsx';
import { Meter } from '../../parts/meter.tsx';
import { moneyText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { RoomMark } from '../../parts/room-mark.tsx';
import { waitingOf } from '../agreements/waiting-of.ts';
import { outlook, type Outlook } from './outlook.ts';

interface PanelOf {
  readonly of: Answers['AgreementAnswer'];
  readonly priced: ReadonlyMap<string, Answers['ChargeAnswer']>;
  readonly isTrying: boolean;
  readonly title?: string; // of what is to be recorded
  readonly children?: ReactNode; // how its amount comes about
}

/** Read by the panel and by the bar alike. */
function useOutlook(of: PanelOf['of'], priced: PanelOf['priced']): Outlook {
  const { data: totals } = useQuery(chargeTotals({ agreement: of.number }));
  const { data: lines } = useQuery(budgetLines());
  const { data: room } = useQuery(agreementRoom(of.number));
  return outlook({
    ceiling: of.ceiling.amount,
    charged: of.charged.amount,
    waiting: waitingOf(totals?.items ?? [], of.number).amount,
    budgetLines: lines?.items ?? [],
    room: room?.items ?? [],
    charges: [...priced.values()],
  });
}

/** The same in the bar that stays in the window, where the panel has no room beside the lines and stands below them. */
export function OutlookInShort({ of, priced }: Pick<PanelOf, 'of' | 'priced'>): ReactNode {
  const isBelow = useMediaQuery('(max-width: 80rem)', undefined, { getInitialValueInEffect: false }); // as grid.css has it
  const { sum, ceiling, lines } = useOutlook(of, priced);
  if (!isBelow) return null;
  const usd = (amount: string): string => moneyText({ amount, currency: 'USD' });
  return (
    <span className="outlook-short">
      <strong className="figure">{usd(sum)}</strong>
      {ceiling.over === null ? (
        <span className="muted">{t('{amount} of the ceiling is left', { amount: usd(ceiling.left) })}</span>
      ) : (
        <span className="entry-wrong">{t('{amount} over the ceiling', { amount: usd(ceiling.over) })}</span>
      )}
      {lines.map(
        ({ code, isOver }) =>
          isOver && (
            <span key={code} className="whole">
              <Code>{code}</Code> <RoomMark hasRoom={false} />
            </span>
          ),
      )}
    </span>
  );
}

/** What is left after these lines: of the ceiling, and of each budget line that bears them, where this side sees it. */
export function OutlookPanel({ of, priced, isTrying, title, children }: PanelOf): ReactNode {
  const seen = useOutlook(of, priced);
  return (
    <aside className="outlook" aria-label={t('After these charges')} aria-busy={isTrying}>
      <h2>{title ?? t('These charges')}</h2>
      <p className="big figure">{moneyText({ amount: seen.sum, currency: 'USD' })}</p>
      {children ?? (
        <ul className="outlook-sums">
          {seen.byItem.map(([item, sum]) => (
            <li key={item}>
              <Code>{item}</Code> <Amount of={sum} />
            </li>
          ))}
        </ul>
      )}
      <h2>{t('Ceiling afterwards')}</h2>
      <Meter
        label={t('Ceiling')}
        ceiling={seen.ceiling.limit}
        charged={seen.ceiling.charged}
        waiting={seen.ceiling.waiting}
      />
      <ul className="outlook-sums">
        <li>
          {t('Charged')} <Amount of={seen.ceiling.charged} zero="0.00" />
        </li>
        <li>
          {t('Waiting, with this')} <Amount of={seen.ceiling.waiting} zero="0.00" />
        </li>
        <li>
          {t('Ceiling')} <Amount of={seen.ceiling.limit} />
        </li>
      </ul>
      {seen.ceiling.over !== null && (
        <div className="notice" data-tone="wrong" role="status">
          <p>
            {t('This takes {number} {amount} over its ceiling of {ceiling}.', {
              number: of.number,
              amount: moneyText({ amount: seen.ceiling.over, currency: 'USD' }),
              ceiling: moneyText(of.ceiling),
            })}
          </p>
          <p>
            {t(
              'It can be recorded, and not certified above the ceiling. Record less, or let both sides sign a further agreement for the rest.',
            )}{' '}
            <Link to={`/agreements/${encodeURIComponent(of.number)}`}>
              {t('To agreement {number}', { number: of.number })}
            </Link>
          </p>
        </div>
      )}
      {of.signedOn === null && (
        <p className="notice" data-tone="provisional">
          {t('The agreement is not signed: these charges are provisional, and cannot be invoiced yet.')}
        </p>
      )}
      <Lines title={t('Budget lines afterwards')} of={seen.lines.filter(({ left }) => left !== null)} />
      <Lines
        title={t('On budget lines of {side}', { side: of.client })}
        of={seen.lines.filter(({ left }) => left === null)}
        note={t(
          'What is left there is for {side} alone to see. Of what is recorded it is said whether there is room, and so of these once they are recorded.',
          { side: of.client },
        )}
      />
    </aside>
  );
}

/** What is left of each; of the other side's, what comes to it. */
function Lines({ title, of, note }: { title: string; of: Outlook['lines']; note?: string }): ReactNode {
  if (of.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul className="outlook-sums">
        {of.map(({ code, left, share, isOver, hasRoom }) => (
          <li key={code} data-over={isOver}>
            <span>
              <Code>{code}</Code> {hasRoom !== null && <RoomMark hasRoom={hasRoom} />}
            </span>{' '}
            <Amount of={left ?? share} zero="0.00" />
          </li>
        ))}
      </ul>
      {of.some(({ hasRoom }) => hasRoom === false) && (
        <p className="notice" data-tone="wrong" role="status">
          {t('What is recorded goes beyond the allotment: not all of it can be certified.')}
        </p>
      )}
      {note !== undefined && <p className="muted">{note}</p>}
    </>
  );
}
