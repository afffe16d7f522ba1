import type { ReactNode } from 'react';
import { moneyText } from '../words/figures.ts';
import { labelled, t } from '../words/words.ts';
import { percent } from './meter.tsx';

interface Drawn {
  readonly label: string;
  /** The end of the axis, in USD: the same for every bar of a table, and never below what is drawn. */
  readonly most: string;
  readonly fact: string;
  readonly plan?: string; // a grey outline
  readonly waiting?: string; // hatched, after the fact
}

/**
 * One bar of a chart that is a table: the plan an outline, the fact solid, what is provisional hatched, from zero. The figures
 * stand beside it as text; only their lengths are made numbers here, for drawing.
 */
export function Bar({ label, most, fact, plan, waiting }: Drawn): ReactNode {
  const [solid, outline, hatched] = [fact, plan ?? '0.00', waiting ?? '0.00'].map((one) => percent(one, most));
  const isOver = plan !== undefined && (solid ?? 0) > (outline ?? 0);
  const usd = (amount: string): string => moneyText({ amount, currency: 'USD' });
  const said = plan === undefined ? usd(fact) : t('{charged} of {ceiling}', { charged: usd(fact), ceiling: usd(plan) });
  return (
    <svg
      className="bar"
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      role="img"
      aria-label={labelled(label, said)}
      data-over={isOver}
    >
      <defs>
        <pattern id="bar-hatch" width="1.2" height="4" patternUnits="userSpaceOnUse" patternTransform="skewX(-30)">
          <rect className="bar-hatch" width="0.6" height="4" />
        </pattern>
      </defs>
      <rect className="bar-fact" y="2" height="8" width={Math.max(0, solid ?? 0)} />
      {(hatched ?? 0) > 0 && <rect y="2" height="8" x={solid} width={hatched} fill="url(#bar-hatch)" />}
      {plan !== undefined && <rect className="bar-plan" y="0.5" height="11" width={outline} />}
    </svg>
  );
}
