import { useQuery } from '@tanstack/react-query';
import { CheckIcon, CircleAlertIcon, ClockIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { proposedSettlements } from '../../api/documents.ts';
import type { ChecklistItem, Period } from '../../api/periods.ts';
import '../../look/audit.css';
import '../../look/periods.css';
import { Code } from '../../parts/figures.tsx';
import { stateText } from '../../words/codes.ts';
import { t } from '../../words/words.ts';
import {
  areVouchers,
  chargeLists,
  holding,
  isOfTheOtherSide,
  meaningOf,
  type Mending,
  mendings,
  saidOf,
} from './obstacles.ts';

type Of = Pick<Period, 'code' | 'kind' | 'biennium'>;

/** What waits or differs, what is in the way first, each with what its closing means for it and the way to put it right. */
export function Obstacles({ items, of }: { items: readonly ChecklistItem[]; of: Of }): ReactNode {
  const open = items.filter(({ holds }) => !holds).toSorted((a, b) => Number(b.blocks) - Number(a.blocks));
  return (
    <ul className="audit-checks obstacles">
      {open.map((item) => (
        <Obstacle key={item.name} item={item} of={of} />
      ))}
    </ul>
  );
}

function Obstacle({ item, of }: { item: ChecklistItem; of: Of }): ReactNode {
  const said = saidOf(item);
  const meaning = meaningOf(item, of);
  return (
    <li data-tone={item.blocks ? 'wrong' : 'waiting'} lang={said === null ? 'en' : undefined}>
      {item.blocks ? (
        <CircleAlertIcon size={16} aria-label={t('stands in the way')} />
      ) : (
        <ClockIcon size={16} aria-label={t('waits')} />
      )}
      <div>
        <span className="strong">{said === null ? `${item.name}. ${item.finding}` : t(...said)}</span>
        {meaning !== null && <p className="muted">{t(meaning)}</p>}
        {isOfTheOtherSide(item) && <p className="muted">{t('The other side’s: it alone sees them.')}</p>}
        <Ways item={item} of={of} />
      </div>
    </li>
  );
}

function Ways({ item, of }: { item: ChecklistItem; of: Of }): ReactNode {
  const ways = mendings(item, of);
  const lists = chargeLists(item, of);
  if (areVouchers(item)) return item.named.length === 0 ? null : <Vouchers named={item.named} />;
  if (ways.length + lists.length === 0) return null;
  return (
    <>
      {ways.length > 0 && <Named ways={ways} isCut={item.count > item.named.length} />}
      {lists.length > 0 && (
        <ul className="ways">
          <li className="muted">{t('In the list:')}</li>
          {lists.map(({ state, to }) => (
            <li key={to}>
              <Link to={to} aria-label={t('All that are: {state}', { state: stateText(state) })}>
                {stateText(state)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Named({ ways, isCut }: { ways: readonly Mending[]; isCut: boolean }): ReactNode {
  return (
    <ul className="ways">
      {ways.map(({ to, name, says }) => (
        <li key={to}>
          <Link to={to}>{name === null ? says !== null && t(says) : <Code>{name}</Code>}</Link>
        </li>
      ))}
      {isCut && <li className="muted">…</li>}
    </ul>
  );
}

/** A voucher is decided on the page of a document that it pays. */
function Vouchers({ named }: { named: readonly string[] }): ReactNode {
  const { data } = useQuery(proposedSettlements());
  return (
    <ul className="ways">
      {named.map((number) => {
        const document = data?.items.find((one) => one.externalNumber === number)?.documents[0];
        return (
          <li key={number}>
            {document === undefined ? (
              <Code>{number}</Code>
            ) : (
              <Link to={`/invoices/${encodeURIComponent(document.number)}`}>
                <Code>{number}</Code>
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What holds, to be opened: that it was looked at is part of the closing. */
export function Holding({ items }: { items: readonly ChecklistItem[] }): ReactNode {
  const held = items.filter(({ holds }) => holds);
  if (held.length === 0) return null;
  return (
    <details className="postings">
      <summary>{t('{count, plural, one {# point holds} other {# points hold}}', { count: held.length })}</summary>
      <ul className="audit-checks">
        {held.map(({ code, name }) => (
          <li key={name} data-tone="agreed" lang={code === null ? 'en' : undefined}>
            <CheckIcon size={16} aria-label={t('holds')} />
            <span>{code === null ? name : t(holding[code])}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
