import type { ReactNode } from 'react';
import { tripBasisText, tripPartText } from '../words/codes.ts';
import { Amount } from './figures.tsx';

/** How a trip's amount came about: each part, and at which rate of which day. */
export function TripParts({ of }: { of: readonly (readonly string[])[] }): ReactNode {
  return (
    <ul className="plain-list trip">
      {of.map(([label = '', amount = '0', basis = ''], index) => (
        <li key={index}>
          <span>
            <bdi>{tripPartText(label)}</bdi>
            {basis !== '' && (
              <bdi className="trip-basis muted" dir="ltr">
                {tripBasisText(basis)}
              </bdi>
            )}
          </span>{' '}
          <Amount of={amount} />
        </li>
      ))}
    </ul>
  );
}
