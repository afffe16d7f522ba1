import { actionCodes, duties, type OfferedDesignation, readingCodes } from '#identity';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { ActionShown, actionsShown, type Offered } from '../http/offered.ts';

/** Who holds, held, or is to hold which duty. */
export class DesignationAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ example: 'BRS.certifying' }) person: string;
  @Shown({ example: 'BRS' }) secretariat: string;
  @Shown({ enum: [...duties] }) duty: string;
  @Shown({ example: 'BC', description: 'Of a certifying officer; "" for the other duties' }) fund: string;
  @Shown({ format: 'date' }) validFrom: string;
  @Shown({ format: 'date' }) validTo: string;
  @Shown({ type: 'boolean', description: 'For want of somebody, until a day' }) acting: boolean;
  @ShownOrNull({
    example: 'MINAMATA',
    description: 'Of a joint auditor: the other secretariat, whose books are open too',
  })
  mandate: string | null;
  @Shown({ enum: ['PROPOSED', 'DECLINED', 'TO_COME', 'IN_FORCE', 'OVER', 'ENDED'] }) state: string;
  @ShownOrNull() reason: string | null;
  @ShownOrNull({ description: 'Null where it came with the books' }) proposedBy: string | null;
  @ShownOrNull({ description: 'Who countersigned or declined it' }) decidedBy: string | null;
  @ShownOrNull() endedBy: string | null;
  @ShownOrNull() endReason: string | null;
  @ShownList(() => ActionShown) availableActions: ActionShown[];
}

export class DesignationsAnswer {
  @ShownList(() => DesignationAnswer) items: DesignationAnswer[];
}

export function designationAnswer({ view, acts }: OfferedDesignation, offered: Offered): DesignationAnswer {
  const href = `/api/v1/designations/${view.id}`;
  return {
    ...view,
    availableActions: actionsShown(acts, offered, {
      'designation.countersign': `${href}/countersignature`,
      'designation.decline': `${href}/refusal`,
      'designation.end': `${href}/end`,
    }),
  };
}

/** One row of the table of actions. */
export class ActionRuleShown {
  @Shown({ enum: [...actionCodes] }) code: string;
  @Shown({ example: 'Certify' }) title: string;
  @Shown({ type: 'string', isArray: true, description: 'Any one of them' }) duties: readonly string[];
  @Shown({ enum: ['PROVIDER', 'CLIENT', 'PARTY', 'OWN'] }) side: string;
  @Shown({ type: 'boolean', description: 'Asks for a proof of who acts that is ten minutes old at most' })
  stepUp: boolean;
  @Shown({ type: 'boolean', description: 'Whether an API key may' }) byKey: boolean;
  @Shown({ type: 'string', isArray: true }) conditions: readonly string[];
  @Shown() leadsTo: string;
}

export class ActionRulesAnswer {
  @ShownList(() => ActionRuleShown) items: ActionRuleShown[];
}

/** One row of the table of readings. */
export class ReadingShown {
  @Shown({ enum: [...readingCodes] }) code: string;
  @Shown({ example: 'Agreements' }) title: string;
  @Shown({ enum: [...duties], isArray: true, description: 'Any one of them' }) duties: readonly string[];
  @Shown({ type: 'boolean', description: 'Whether it is open without any duty too' }) everybody: boolean;
  @Shown({ type: 'string', isArray: true }) conditions: readonly string[];
}

export class ReadingsAnswer {
  @ShownList(() => ReadingShown) items: ReadingShown[];
}

export class PersonNamed {
  @Shown({ example: 'BRS.jd' }) code: string;
  @Shown({ example: 'BRS' }) secretariat: string;
}
