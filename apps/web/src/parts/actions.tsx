import { Button } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { type Reason, reasonSaid } from '../words/reasons.ts';

/** What the server says of one action of a document: whether *this* person may, and if not, who could and why. */
export interface AvailableAction extends Reason {
  readonly action: string;
  readonly allowed: boolean;
}

/** Why an action is closed, and who could take it. */
export function Why({ of, id }: { of: Reason; id?: string }): ReactNode {
  const { text, lang } = reasonSaid(of);
  return (
    <span id={id} className="why" lang={lang} dir="auto">
      {text}
    </span>
  );
}

/** Where an action that is offered is taken. Errors: where the server does not offer it, which is a fault of the page. */
export function actionOf<A extends AvailableAction>(available: readonly A[], action: string): A {
  const found = available.find((one) => one.action === action);
  if (found === undefined) throw new Error(`Only an action that the server offers is taken: ${action}`);
  return found;
}

interface Offered {
  readonly available: readonly AvailableAction[];
  readonly action: string; // "charge.certify"
  readonly label: string; // a verb and its object
  readonly name?: string; // the same for whoever does not see the row it stands in
  readonly onAct: () => void;
  readonly isBusy?: boolean;
  readonly isMain?: boolean;
}

/**
 * A button that is there if the document's state allows the action, and can be pressed if this person may. If not, the
 * sentence beside it says who could.
 */
export function ActionButton(offered: Offered): ReactNode {
  const { available, action, label, name, onAct, isBusy = false, isMain = false } = offered;
  const id = useId();
  const found = available.find((one) => one.action === action);
  if (found === undefined) return null;
  return (
    <span className="action">
      <Button
        size="xs"
        variant={isMain ? 'filled' : 'default'}
        loading={isBusy}
        disabled={!found.allowed}
        aria-label={name}
        aria-describedby={found.allowed ? undefined : id}
        onClick={onAct}
      >
        {label}
      </Button>
      {!found.allowed && <Why of={found} id={id} />}
    </span>
  );
}
