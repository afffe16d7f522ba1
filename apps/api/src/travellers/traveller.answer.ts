import type { AuditEventView } from '#platform';
import type { Disclosure, TravellerView } from '#travellers';
import { AuditEventShown, auditEventShown } from '../audit/audit.answer.ts';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';

export class TravellerUseShown {
  @Shown({ example: 'T-02' }) charge: string;
  @Shown({ example: 'CRA-2025-002' }) agreement: string;
  @Shown({ format: 'date' }) deliveredOn: string;
  @Shown({ example: 'SETTLED' }) state: string;
  @ShownOrNull({ example: 'BRS-2025-0002' }) invoice: string | null;
}

/** A traveller without who it is. */
export class TravellerAnswer {
  @Shown({ example: 'TR-7Q2MK3XD9F' }) reference: string;
  @Shown({ example: 'BRS.finance' }) registeredBy: string;
  @Shown({ format: 'date-time' }) registeredAt: string;
  @ShownOrNull({ format: 'date-time', description: 'When the name was erased' }) erasedAt: string | null;
  @ShownOrNull({ format: 'date', description: 'The last delivery or settlement; null while something is not settled' })
  lastNeededOn: string | null;
  @Shown({ type: 'string', isArray: true, description: 'The sides that pay or book' }) secretariats: string[];
  @ShownList(() => TravellerUseShown) charges: TravellerUseShown[];
  @Shown({ isArray: true, format: 'date' }) nights: string[];
}

/** Who it is. A repeat of the same request finds no name any more: that of an answer is not kept. */
export class DisclosureAnswer extends TravellerAnswer {
  @ShownOrNull({ description: 'Null in a repeat of the same request, as all three: ask anew, with a new key' })
  name: string | null;
  @ShownOrNull({ example: 'SN' }) party: string | null;
  @ShownOrNull({ type: 'string', isArray: true }) tickets: string[] | null;
}

/** Everything that these books hold of a person, for that person. */
export class SubjectAccessAnswer extends DisclosureAnswer {
  @ShownList(() => AuditEventShown) acts: AuditEventShown[];
}

export class ErasureAnswer {
  @Shown({ type: 'string', isArray: true, description: 'Whose names are gone' }) erased: string[];
}

export function travellerAnswer(view: TravellerView): TravellerAnswer {
  const { reference, registeredBy, registeredAt, erasedAt, lastNeededOn, secretariats, charges, nights } = view;
  return {
    reference,
    registeredBy,
    registeredAt: registeredAt.toISOString(),
    erasedAt: erasedAt?.toISOString() ?? null,
    lastNeededOn,
    secretariats,
    charges,
    nights,
  };
}

export function disclosureAnswer(disclosure: Disclosure): DisclosureAnswer {
  const { name, party, tickets } = disclosure;
  return { ...travellerAnswer(disclosure), name, party, tickets: [...tickets] };
}

export function subjectAccessAnswer(disclosure: Disclosure, acts: readonly AuditEventView[]): SubjectAccessAnswer {
  return { ...disclosureAnswer(disclosure), acts: acts.map(auditEventShown) };
}

/** What is kept of such an answer. */
export function withoutName<T extends DisclosureAnswer>(answer: T): T {
  return { ...answer, name: null, party: null, tickets: null };
}
