import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Money } from '#kernel';
import { useAct } from '../../api/acts.ts';
import { answered, api, type Answers, writing } from '../../api/client.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { moneyText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { chargeChanges } from './charge-changes.ts';
import { isLate, LatePosting } from './late-posting.tsx';

type Charge = Answers['ChargeAnswer'];

interface Bulk {
  readonly toReceive: readonly Charge[];
  readonly toCertify: readonly Charge[];
  readonly onDone: () => void;
}

const certifications = { href: '/api/v1/charges/certifications', method: 'POST' } as const;

/** One decision on all that is selected, in one transaction: all of them, or none and why. */
export function BulkActions({ toReceive, toCertify, onDone }: Bulk): ReactNode {
  const receive = useAct({
    changes: chargeChanges,
    onDone,
    send: (charges: string[], key) =>
      answered(api.POST('/api/v1/charges/receipts', { params: { header: writing(key) }, body: { charges } })),
  });
  const certify = useAct({
    changes: chargeChanges,
    onDone,
    send: ({ charges, reason }: { charges: string[]; reason?: string }, key) =>
      answered(
        api.POST('/api/v1/charges/certifications', {
          params: { header: writing(key) },
          body: { charges, ...(reason === undefined ? {} : { adjustmentReason: reason }) },
        }),
      ),
  });
  const error = receive.error ?? certify.error;
  return (
    <>
      {toReceive.length > 0 && (
        <Button size="xs" data-decides loading={receive.isPending} onClick={() => receive.mutate(idsOf(toReceive))}>
          {t('Confirm receipt of {count}, {total}', { count: toReceive.length, total: sumOf(toReceive) })}
        </Button>
      )}
      {toCertify.length > 0 && (
        <Button
          size="xs"
          data-decides
          loading={certify.isPending}
          onClick={() => certify.mutate({ charges: idsOf(toCertify) })}
        >
          {t('Certify {count}, {total}', { count: toCertify.length, total: sumOf(toCertify) })}
        </Button>
      )}
      {error !== null && <Trouble error={error} />}
      {isLate(error) && toCertify.length > 0 && (
        <LatePosting
          certification={certifications}
          charges={idsOf(toCertify)}
          isBusy={certify.isPending}
          onPost={(reason) => certify.mutate({ charges: idsOf(toCertify), reason })}
        />
      )}
    </>
  );
}

/** What they come to, "USD 1,234.50". */
export function sumOf(charges: readonly Charge[]): string {
  const sum = Money.sum(charges.map(({ amount }) => Money.usd(amount.amount)));
  return moneyText({ amount: sum.toString(), currency: 'USD' });
}

function idsOf(charges: readonly Charge[]): string[] {
  return charges.map(({ id }) => id);
}
