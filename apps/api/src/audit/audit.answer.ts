import type { KeptVerification } from '#audit';
import type { AuditEventView } from '#platform';
import { Reason, Shown, ShownList, ShownOrNull, Text } from '../http/fields.ts';

export class AuditEventShown {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ format: 'date-time' }) at: string;
  @Shown({ example: 'BRS.certifying' }) person: string;
  @Shown({ example: 'BRS' }) secretariat: string;
  @Shown({ example: 'CHARGES_CERTIFIED' }) action: string;
  @Shown({ example: 'charge' }) kind: string;
  @Shown({ type: 'string', isArray: true, description: 'All that this one command acted on' }) objects: string[];
  @ShownOrNull({ description: 'The X-Request-Id of the request that asked for it' }) requestId: string | null;
  @ShownOrNull() reason: string | null;
  @ShownOrNull({ type: 'object', additionalProperties: true }) before: object | null;
  @ShownOrNull({ type: 'object', additionalProperties: true }) after: object | null;
  @ShownOrNull({
    type: 'string',
    isArray: true,
    description: 'In which duties of that day; null of an act of the other side',
  })
  duties: string[] | null;
  @ShownOrNull({ description: 'A digest of the session or key, as the technical log has it' }) session: string | null;
}

export class AuditEventPage {
  @ShownList(() => AuditEventShown) items: AuditEventShown[];
  @ShownOrNull() nextCursor: string | null;
}

export function auditEventShown({ sequence: _, at, ...event }: AuditEventView): AuditEventShown {
  return { ...event, at: at.toISOString() };
}

export class ResumptionShown {
  @Shown({ example: 'BRS.approving' }) by: string;
  @Shown({ example: 'BRS' }) secretariat: string;
  @Shown({ format: 'date-time' }) at: string;
  @Shown() reason: string;
}

export class VerificationShown {
  @Shown({ example: '12', description: 'What a lift of its stop names' }) id: string;
  @Shown({ format: 'date-time' }) at: string;
  @Shown({ type: 'boolean' }) ok: boolean;
  @ShownOrNull({
    type: 'object',
    additionalProperties: true,
    description: 'The first wrong row, of the first check that fails',
  })
  firstWrong: object | null;
  @Shown({ type: 'integer' }) milliseconds: number;
  @Shown({ type: 'boolean', description: 'Nothing is posted until this is lifted' }) stopsPosting: boolean;
  @ShownOrNull({ type: ResumptionShown, description: 'Who has asked to let posting go on: the other side agrees' })
  resumption: ResumptionShown | null;
}

export class VerificationsShown {
  @ShownList(() => VerificationShown) items: VerificationShown[];
}

export function verificationShown({
  id,
  at,
  ok,
  firstWrong,
  milliseconds,
  stopsPosting,
  resumption,
}: KeptVerification): VerificationShown {
  return {
    ...{ id, at: at.toISOString(), ok, firstWrong, milliseconds: Number(milliseconds), stopsPosting },
    resumption: resumption === null ? null : { ...resumption, at: new Date(resumption.at).toISOString() },
  };
}

export class LiftRequest {
  @Text({ max: 19, example: '12', description: 'The `id` of the verification that failed, whose findings were read' })
  verification: string;

  @Reason({ max: 500, description: 'Why posting may go on; names no delegate' })
  reason: string;
}
