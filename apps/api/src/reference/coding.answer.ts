import { type CodingInForce, statingACoding } from '#budget';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { ActionShown, actionsShown, type Offered } from '../http/offered.ts';
import { fieldsShown, only } from './reference.fields.ts';

export class CodingShown {
  @Shown({ example: 'BC' }) fund: string;
  @ShownOrNull({ example: 'BC-1-COP17', description: 'null: of what the fund receives' }) budgetLine: string | null;
  @ShownOrNull({ example: '11207' }) fundCentre: string | null;
  @ShownOrNull({ example: 'M1-32MCL-000006' }) grant: string | null;
  @ShownOrNull({ example: 'SB-009384.01.02' }) wbse: string | null;
  @ShownOrNull({ example: 'FT30_CLASS_125' }) commitmentItem: string | null;
}

/** What can have a coding: the parts are null where none is stated. */
export class CodingListed extends CodingShown {
  @Shown({ example: 'BRS', description: 'Whose fund it is' }) secretariat: string;
  @Shown({ description: 'Of the budget line; of what a fund receives, the name of the fund' }) title: string;
  @ShownOrNull({ example: '2024-2025', description: 'Of a budget line' }) biennium: string | null;
  @ShownOrNull({ format: 'date-time', description: 'Since when it is so; null where nobody ever stated one' })
  statedAt: string | null;
  @ShownOrNull({ example: 'BRS.approving' }) statedBy: string | null;
  @ShownList(() => ActionShown) availableActions: ActionShown[];
}

export class CodingsShown {
  @ShownList(() => CodingListed) items: CodingListed[];
}

export function codingListed(one: CodingInForce, offered: Offered): CodingListed {
  const { fund, budgetLine, secretariat, title, biennium, statedAt, statedBy } = one;
  const of = budgetLine === null ? ['trust-funds', fund] : ['budget-lines', budgetLine];
  return {
    ...only(one, fieldsShown.coding),
    ...{ secretariat, title, biennium, statedAt: statedAt?.toISOString() ?? null, statedBy },
    availableActions: actionsShown([statingACoding(secretariat)], offered, {
      'fund.state-coding': `/api/v1/${of.map(encodeURIComponent).join('/')}/codings`,
    }),
  };
}
