import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Answers } from '../../api/client.ts';
import { agreement, agreements, chargeAsEntered } from '../../api/queries.ts';
import '../../look/trip.css';
import { Empty } from '../../parts/empty.tsx';
import { Code } from '../../parts/figures.tsx';
import { Page } from '../../parts/page.tsx';
import { mustRecord, mustRecordText } from '../../parts/must-record.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useSession } from '../../session/signed-in.tsx';
import { moneyText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { AfterAll } from './aside.tsx';
import { TripSheet } from './sheet.tsx';

type Charge = Answers['ChargeAnswer'];

/** A sponsored delegate's trip under one agreement; which one, and whose place it takes, is in the address. */
export function Trip(): ReactNode {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession();
  const { data, error } = useQuery(agreements());
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} />;
  const own = data.items.filter(
    ({ provider, families }) => provider === session.secretariat.code && families.includes('TRAVEL'),
  );
  const number = search.get('agreement') ?? own[0]?.number;
  const instead = mustRecord(session, data.items.find((one) => one.number === number)?.provider ?? null);
  const offered = own.some((one) => one.number === number) ? own : data.items;
  return (
    <Page
      title={t('Record a trip')}
      lead={t('A sponsored delegate’s trip is one charge at what it cost: tickets, nights and terminals.')}
      actions={
        number !== undefined && (
          <NativeSelect
            size="xs"
            aria-label={t('Agreement')}
            data={offered.map((one) => ({ value: one.number, label: `${one.number}, ${one.meeting}` }))}
            value={number}
            onChange={({ currentTarget: { value } }) => {
              const next = new URLSearchParams(search);
              next.set('agreement', value);
              void navigate(`?${next.toString()}`, { replace: true });
            }}
          />
        )
      }
    >
      {number === undefined ? (
        <Empty>{t('Your secretariat provides travel under no agreement yet. A trip needs one.')}</Empty>
      ) : instead !== null ? (
        <Empty>{mustRecordText(instead)}</Empty>
      ) : (
        <Entry number={number} replaces={search.get('replaces')} />
      )}
    </Page>
  );
}

function Entry({ number, replaces }: { number: string; replaces: string | null }): ReactNode {
  const navigate = useNavigate();
  const { person } = useSession();
  const [asides, setAsides] = useState(0);
  const isSetAside = useCallback(() => setAsides((before) => before + 1), []);
  const found = useQuery(agreement(number));
  const wrong = useQuery({ ...chargeAsEntered(replaces ?? ''), enabled: replaces !== null });
  const [last, setLast] = useState<{ recorded: readonly Charge[]; instead: string | null } | null>(null);
  const error = found.error ?? wrong.error;
  // The address follows a moment later: what has its new trip is not shown again as if it lacked one.
  const isReplaced = last !== null && last.instead === replaces;
  const replaced = replaces === null || isReplaced ? null : wrong.data;
  if (found.data === undefined || replaced === undefined)
    return error === null ? <Waiting /> : <Trouble error={error} />;
  const recorded = last?.recorded ?? [];
  const alone = (): void =>
    void navigate(`?agreement=${encodeURIComponent(number)}`, { replace: true, flushSync: true });
  const isRecorded = (charged: readonly Charge[]): void => {
    setLast({ recorded: charged, instead: replaces });
    if (replaces !== null) alone();
  };
  return (
    <>
      {recorded.map(({ id, amount }) => (
        <p key={id} className="notice" data-tone="agreed" role="status">
          {t('Trip recorded, {amount}.', { amount: moneyText(amount) })}{' '}
          <Link to={`/charges?charge=${encodeURIComponent(id)}`}>
            <Code>{id}</Code>
          </Link>
        </p>
      ))}
      <AfterAll beginning={`${person.code}.trip.`} count={asides} />
      <TripSheet
        key={`${number} ${replaced?.id ?? ''} ${recorded.at(-1)?.id ?? ''} ${asides}`}
        of={found.data}
        replaced={replaced}
        onAlone={alone}
        onRecorded={(charged) => isRecorded([charged])}
        onFound={(charged) => isRecorded([...recorded, charged])}
        onSetAside={isSetAside}
      />
    </>
  );
}
