import { type Dispatch, type SetStateAction, useCallback, useEffect, useState } from 'react';
import { Intentions } from '../api/intentions.ts';
import { draftInMemory, forgetDraft, keepDraft, keepInMemory, keptDraft } from './drafts.ts';
import { useSession } from './signed-in.tsx';

export interface FormDraft<Form extends object> {
  readonly form: Form;
  readonly set: Dispatch<SetStateAction<Form>>;
  /** It was there before the form was opened. */
  readonly isKept: boolean;
  /** It is sent, or is not wanted any more. */
  readonly forget: () => void;
  /** Of whatever sends it: the form that is opened again before an answer came means the same, and does not do it a second time. */
  readonly intentions: Intentions<void>;
}

const sent = new Map<string, Intentions<void>>();

function intentionsOf(place: string): Intentions<void> {
  const known = sent.get(place) ?? new Intentions<void>();
  sent.set(place, known);
  return known;
}

/**
 * What stands in a form, as `useState` has it, until it is forgotten: it outlives its dialogue, other pages and another language.
 * In the memory of the page, and of its owner alone. `name`: of the form, and of the document it is about. `read`: of a form that
 * takes so long that it is kept on this computer too; what another version of the page has kept is null.
 */
export function useFormDraft<Form extends object>(
  name: string,
  empty: Form,
  read?: (kept: unknown) => Form | null,
): FormDraft<Form> {
  const { person } = useSession();
  const place = `${person.code}.${name}`;
  const isOnDisk = read !== undefined;
  const [form, set] = useState(() => (draftInMemory(place) as Form | null) ?? read?.(keptDraft(place)) ?? empty);
  const [begun, begin] = useState(form);
  useEffect(() => {
    if (form === begun) return;
    keepInMemory(place, form);
    if (isOnDisk) keepDraft(place, form);
  }, [place, form, begun, isOnDisk]);
  const forget = useCallback(() => {
    forgetDraft(place);
    begin(empty);
    set(empty);
  }, [place, empty]);
  return { form, set, isKept: begun !== empty, forget, intentions: intentionsOf(place) };
}

const noReason = { reason: '' };

interface GivenReason {
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly forget: () => void; // once it was given
}

/** The reason of one step on one document, which `of` names: whoever closes the dialogue to look something up finds it again. */
export function useReason(of: string): GivenReason {
  const { form, set, forget } = useFormDraft(`reason of ${of}`, noReason);
  return { reason: form.reason, setReason: (reason) => set({ reason }), forget };
}
