import { Button, Checkbox } from '@mantine/core';
import { Columns3Icon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Dialogue } from '../../parts/dialogue.tsx';
import { t } from '../../words/words.ts';
import { type ColumnKey, columnKeys, columnName, usualColumns } from './column-choice.ts';

interface Chooser {
  readonly chosen: readonly ColumnKey[];
  readonly onChoose: (keys: readonly ColumnKey[]) => void;
}

/** Which columns the list has: the address says it, so that a copied one shows the same. */
export function ChooseColumns({ chosen, onChoose }: Chooser): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<Columns3Icon size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('Columns')}
      </Button>
      <Dialogue isOpen={isOpen} onClose={() => setOpen(false)} title={t('Columns of the list')}>
        <Choices chosen={chosen} onChoose={onChoose} />
      </Dialogue>
    </>
  );
}

/** What is ticked here goes ahead of the address, which takes a moment: two quick ticks are two. */
function Choices({ chosen, onChoose }: Chooser): ReactNode {
  const [keys, setKeys] = useState(chosen);
  const choose = (next: readonly ColumnKey[]): void => {
    setKeys(next);
    onChoose(next);
  };
  return (
    <>
      <div className="column-choices">
        {columnKeys.map((key, index) => (
          <Checkbox
            key={key}
            size="sm"
            label={columnName(key)}
            checked={keys.includes(key)}
            data-autofocus={index === 0 ? true : undefined}
            onChange={({ currentTarget: { checked } }) =>
              choose(checked ? [...keys, key] : keys.filter((one) => one !== key))
            }
          />
        ))}
      </div>
      <Button size="xs" variant="default" onClick={() => choose(usualColumns)}>
        {t('As usual')}
      </Button>
    </>
  );
}
