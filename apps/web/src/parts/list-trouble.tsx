import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { t } from '../words/words.ts';
import { Empty } from './empty.tsx';
import { Trouble } from './trouble.tsx';
import { wrongFilters } from './wrong-filters.ts';

/** Why a list is not there: an address that asks for what there is not, with the way back, or whatever the server says. */
export function ListTrouble({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  const [search, setSearch] = useSearchParams();
  const wrong = wrongFilters(error, search);
  if (wrong.length === 0) return <Trouble error={error} onRetry={onRetry} />;
  const remove = (): void =>
    setSearch((before) => {
      for (const { name } of wrong) before.delete(name);
      return before;
    });
  return (
    <Empty
      action={
        <Button size="xs" variant="default" onClick={remove}>
          {t('Remove it, and show the list')}
        </Button>
      }
    >
      {t('The address asks for {what}, which this list does not have.', {
        what: wrong.map(({ name, value }) => `${name}=${value}`).join(', '),
      })}
    </Empty>
  );
}
