import { type Dispatch, type SetStateAction, useCallback, useEffect, useState } from 'react';
import { Intentions } from '../api/intentions.ts';
import { draftInMemory, forgetDraft, keepInMemory } from './drafts.ts';
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
 * In the memory of the page, and of its owner alone. `name`: of the form, and of the document it is about.
 */
export function useFormDraft<Form extends object>(name: string, empty: Form): FormDraft<Form> {
  const { person } = useSession();
  const place = `${person.code}.${name}`;
  const [form, set] = useState(() => (draftInMemory(place) as Form | null) ?? empty);
  const [begun, begin] = useState(form);
  useEffect(() => {
    if (form !== begun) keepInMemory(place, form);
  }, [place, form, begun]);
  const forget = useCallback(() => {
    forgetDraft(place);
    begin(empty);
    set(empty);
  }, [place, empty]);
  return { form, set, isKept: begun !== empty, forget, intentions: intentionsOf(place) };
}
