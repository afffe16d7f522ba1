import { draftInMemory, forgetDraft, keepDraft, keepInMemory, keptDraft } from '../../session/drafts.ts';
import { emptyForm, emptyStay, emptyTicket, type Head, heads, ticketKinds, type TripForm } from './form.ts';

export interface TripDraft {
  readonly form: TripForm;
  /** The Idempotency-Key of what was sent and not answered yet; null: nothing is under way. */
  readonly sent: string | null;
}

const isReference = /^TR-[0-9A-Z]{10}$/;

/**
 * Kept as the grid keeps its lines, but for what tells who travels: a name and the numbers of tickets are in the memory of
 * the page, and on the disk only while an answer is awaited, so that the same request can be sent again. What another tab
 * has under way keeps its place on the disk: its key is what makes a repeat record nothing twice.
 */
export function keepTrip(name: string, draft: TripDraft): void {
  const underWay = keyOnDisk(name);
  if (underWay !== null && underWay !== draft.sent) return keepInMemory(name, draft);
  if (isUntouched(draft)) return forgetDraft(name);
  keepInMemory(name, draft);
  return keepDraft(name, draft.sent === null ? withoutName(draft) : draft);
}

/** The answer came and was no: nothing is under way, and who travels is on the disk no longer. */
export function keepRefusedTrip(name: string, form: TripForm): void {
  forgetDraft(name);
  keepTrip(name, { form, sent: null });
}

/**
 * What was kept: what is under way, of whichever tab; else what was typed, whole where this page has it. A new draft where
 * there is none or it is of another form.
 */
export function keptTrip(name: string, fresh: TripForm = emptyForm): TripDraft {
  const onDisk = keptDraft(name);
  const kept = keyOnDisk(name) === null ? (draftInMemory(name) ?? onDisk) : onDisk;
  const { form, sent } = (kept ?? {}) as Kept;
  if (typeof form !== 'object' || form === null) return { form: fresh, sent: null };
  return { form: formOf(form), sent: typeof sent === 'string' ? sent : null };
}

type Kept = Partial<Record<keyof TripDraft, unknown>>;

function keyOnDisk(name: string): string | null {
  const { sent } = (keptDraft(name) ?? {}) as Kept;
  return typeof sent === 'string' ? sent : null;
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

function withoutName({ form, sent }: TripDraft): TripDraft {
  const traveller = isReference.test(form.traveller.trim()) ? form.traveller : '';
  return { form: { ...form, traveller, tickets: form.tickets.map((one) => ({ ...one, number: '' })) }, sent };
}

function isUntouched({ form, sent }: TripDraft): boolean {
  return sent === null && JSON.stringify(form) === JSON.stringify(emptyForm);
}
