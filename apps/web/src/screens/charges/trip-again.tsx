import type { ReactNode } from 'react';
import { Code } from '../../parts/figures.tsx';
import { t } from '../../words/words.ts';

/** A trip has tickets and nights, which the lines of the grid have no place for: where another one is recorded instead. */
export function TripAgain({ id }: { id: string }): ReactNode {
  return (
    <>
      {t(
        'A trip is not entered in the grid. One that takes its place is recorded over the API, with its tickets and nights:',
      )}{' '}
      <Code>POST /api/v1/charges/trips</Code>, {t('and in it')}{' '}
      <span className="whole">
        <Code>{`"replaces": "${id}"`}</Code>
      </span>
      .
    </>
  );
}
