import { duties, type Duty, type WantedDesignation } from '#identity';
import { at, Day } from '#kernel';
import { Code, DayText, Flag, OneOf, Reason, Text } from '../http/fields.ts';

export class PersonRequest {
  @Code({ max: 100, example: 'BRS.jd', description: 'What the books call this person; stands in them for good' })
  code: string;

  @Text({ max: 200, description: 'Printed on papers, and kept beside the books' })
  name: string;

  @Text({ max: 40, example: 'BRS' })
  secretariat: string;
}

export class TravellerRequest {
  @Code({ max: 200, example: 'MC-D-014', description: 'The reference that charges of this person’s trips carry' })
  traveller: string;
}

export class DesignationRequest {
  @Text({ max: 100, example: 'BRS.jd' })
  person: string;

  @OneOf(duties)
  duty: Duty;

  @Text({ optional: true, max: 40, example: 'BC', description: 'Of a certifying officer, and of no other' })
  fund?: string;

  @DayText({ example: '2026-01-01' })
  validFrom: string;

  @DayText({ example: '2026-12-31', description: 'The last day' })
  validTo: string;

  @Flag({
    optional: true,
    description: 'For want of somebody; a side with fewer than four officers needs the other side for it',
  })
  acting?: boolean;

  @Text({
    optional: true,
    max: 40,
    example: 'MINAMATA',
    description: 'Of a joint auditor, and of no other: the other secretariat, whose approving officer countersigns',
  })
  mandate?: string;

  @Reason({ max: 500, description: 'It stays with the books' })
  reason: string;
}

export class DesignationReason {
  @Reason({ max: 500, description: 'It stays with the books' })
  reason: string;
}

/** Errors: NotADay, at its field. */
export function wantedDesignation(body: DesignationRequest): WantedDesignation {
  return {
    ...{
      person: body.person,
      duty: body.duty,
      fund: body.fund ?? '',
      acting: body.acting ?? false,
      mandate: body.mandate ?? null,
      reason: body.reason,
    },
    validFrom: at('/validFrom', () => Day.of(body.validFrom)),
    validTo: at('/validTo', () => Day.of(body.validTo)),
  };
}
