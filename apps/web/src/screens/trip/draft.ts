import {
  draftInMemory,
  forgetDraft,
  forgetOnDisk,
  keepDraft,
  keepInMemory,
  keptDraft,
  keptDraftNames,
} from '../../session/drafts.ts';
import { isSetAside, setAsideKey } from './set-aside.ts';
import { emptyForm, emptyStay, emptyTicket, type Head, heads, ticketKinds, type TripForm } from './form.ts';

export interface TripDraft {
  readonly form: TripForm;
  /** The Idempotency-Key of what was sent and not answered yet; null: nothing is under way. */
  readonly sent: string | null;
  /** A page that is gone, or another, has sent it: who travels is not known here, so the same request cannot be sent again. */
  readonly isLeft: boolean;
}

const isReference = /^TR-[0-9A-Z]{10}$/;

/**
 * Kept as the grid keeps its lines, but for what tells who travels: a name and the numbers of tickets are in the memory of
 * the page and never on the disk. What is under way has a place of its own there, by its key: of two tabs that send a trip
 * each, what became of either can be asked by its key.
 */
export function keepTrip(name: string, draft: TripDraft): void {
  if (draft.sent === null) {
    if (isUntouched(draft)) return forgetDraft(name);
    keepInMemory(name, draft);
    keepDraft(name, withoutName(draft));
    return;
  }
  if (isSetAside(draft.sent)) return;
  const place = placeOfSent(name, draft.sent);
  keepDraft(place, withoutName(draft));
  if (draft.isLeft) keepInMemory(place, draft); // what is typed here beside it stays as it is
  if (draft.isLeft && typedHere(name)?.sent !== draft.sent) return;
  keepInMemory(name, draft);
  if (keptDraft(place) !== null) forgetOnDisk(name); // it stands there once
}

/** The answer to what was sent under this key came: nothing of it is on the disk any longer. What is typed beside it stays. */
export function forgetSentTrip(name: string, key: string): void {
  forgetDraft(placeOfSent(name, key));
  if (typedHere(name)?.sent === key) forgetDraft(name);
}

/** It is not wanted any more, whatever becomes of it: no page of this browser sends it again, and the form is free. */
export function setAsideTrip(name: string, key: string): void {
  setAsideKey(name, key);
  forgetSentTrip(name, key);
}

/** The answer came and was no: it is being typed again, and who travels is in the memory of the page alone. */
export function keepRefusedTrip(name: string, { form, key }: { readonly form: TripForm; readonly key: string }): void {
  forgetSentTrip(name, key);
  keepTrip(name, { form, sent: null, isLeft: false });
}

/**
 * What was kept: what is under way, of this page or else left by another; else what was typed, whole where this page has it.
 * A new draft where there is none or it is of another form.
 */
export function keptTrip(name: string, fresh: TripForm = emptyForm): TripDraft {
  const typed = typedHere(name);
  if (typeof typed?.sent === 'string' && isSetAside(typed.sent)) {
    forgetSentTrip(name, typed.sent); // by another page
    return keptTrip(name, fresh);
  }
  const key = underWay(name, typed?.sent);
  if (key !== null && key !== typed?.sent) {
    const place = placeOfSent(name, key);
    return draftOf(draftInMemory(place) ?? keptDraft(place), fresh, true);
  }
  return draftOf(typed ?? keptDraft(name), fresh, typed?.isLeft === true);
}

type Kept = Partial<Record<keyof TripDraft, unknown>>;

function typedHere(name: string): Kept | null {
  return draftInMemory(name) as Kept | null;
}

/** Before the name is the key, which has no space in it. */
function placeOfSent(name: string, key: string): string {
  return `sent ${key} ${name}`;
}

/** Of what is on the disk and waits for its answer, the key: this one, where it is among them. */
function underWay(name: string, key: unknown): string | null {
  const keys = keptDraftNames().flatMap((place) => {
    const [, sent, of] = /^sent (\S+) (.*)$/s.exec(place) ?? [];
    return sent !== undefined && of === name && !isSetAside(sent) ? [sent] : [];
  });
  return keys.find((one) => one === key) ?? keys[0] ?? null;
}

function draftOf(kept: unknown, fresh: TripForm, isLeft: boolean): TripDraft {
  const { form, sent } = (kept ?? {}) as Kept;
  if (typeof form !== 'object' || form === null) return { form: fresh, sent: null, isLeft: false };
  return { form: formOf(form), sent: typeof sent === 'string' ? sent : null, isLeft };
}

function formOf(kept: object): TripForm {
  const texts = { ...kept } as Partial<Record<keyof TripForm, unknown>>;
  const tickets = rowsOf(texts.tickets, emptyTicket).map(({ kind, ...rest }) => ({
    ...rest,
    kind: ticketKinds.includes(kind) ? kind : emptyTicket.kind,
  }));
  return {
    ...(Object.fromEntries(heads.map((head) => [head, textOf(texts[head])])) as Record<Head, string>),
    tickets,
    stays: rowsOf(texts.stays, emptyStay),
  };
}

/** Rows with the fields of an empty one, each of its own kind. */
function rowsOf<Row extends object>(kept: unknown, empty: Row): readonly Row[] {
  if (!Array.isArray(kept)) return [empty];
  return kept.map((row: unknown) => {
    const said = (row ?? {}) as Partial<Record<string, unknown>>;
    return Object.fromEntries(
      Object.entries(empty).map(([field, value]) => [field, typeof said[field] === typeof value ? said[field] : value]),
    ) as Row;
  });
}

function textOf(kept: unknown): string {
  return typeof kept === 'string' ? kept : '';
}

function withoutName({ form, sent }: TripDraft): Pick<TripDraft, 'form' | 'sent'> {
  const traveller = isReference.test(form.traveller.trim()) ? form.traveller : '';
  return { form: { ...form, traveller, tickets: form.tickets.map((one) => ({ ...one, number: '' })) }, sent };
}

function isUntouched({ form, sent }: TripDraft): boolean {
  return sent === null && JSON.stringify(form) === JSON.stringify(emptyForm);
}
