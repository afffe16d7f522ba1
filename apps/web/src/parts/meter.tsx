import type { ReactNode } from 'react';
import { Money } from '#kernel';
import { moneyText } from '../words/figures.ts';
import { labelled, t } from '../words/words.ts';

interface Ceiling {
  readonly ceiling: string;
  readonly charged: string;
  readonly waiting?: string; // recorded or provisional, and not charged yet
  readonly label: string;
}

/** How much of a ceiling is used, in USD: solid what is charged, hatched what waits. The words say it too. */
export function Meter({ ceiling, charged, waiting = '0.00', label }: Ceiling): ReactNode {
  const shareCharged = percent(charged, ceiling);
  const both = Money.totalUsd(charged).plus(Money.totalUsd(waiting));
  const shareBoth = percent(both.toString(), ceiling);
  const isOver = both.exceeds(Money.totalUsd(ceiling));
  const words = t('{charged} of {ceiling}', {
    charged: moneyText({ amount: charged, currency: 'USD' }),
    ceiling: moneyText({ amount: ceiling, currency: 'USD' }),
  });
  return (
    <svg
      className="meter"
      data-over={isOver}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={labelled(label, words)}
    >
      <rect className="meter-all" width="100" height="8" />
      <rect className="meter-waiting" width={Math.min(100, shareBoth)} height="8" />
      <rect className="meter-charged" width={Math.min(100, shareCharged)} height="8" />
    </svg>
  );
}

/** In whole tenths of a percent, for a drawing: rounded down, by whole numbers. */
export function percent(part: string, whole: string): number {
  const all = Money.totalUsd(whole).minorUnits();
  if (all <= 0n) return 0;
  return Number((Money.totalUsd(part).minorUnits() * 1000n) / all) / 10;
}
