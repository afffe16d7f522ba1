import {
  openOf,
  settlementActs,
  settlementHands,
  type SettlementState,
  settlementVersion,
  type SettlementView,
} from '#invoicing';
import type { Tx } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { ActShown } from '../charges/charge.answer.ts';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { MoneyShown, usd } from '../http/money.body.ts';
import { ActionShown, actionsShown, type Offered } from '../http/offered.ts';
import { PageQuery } from '../http/pages.ts';

export class SettledDocument {
  @Shown({ example: 'BRS-2025-0001' }) number: string;
  @Shown({ enum: ['INVOICE', 'CREDIT_NOTE'] }) type: string;
  @Shown({ type: MoneyShown, description: 'Of a credit note negative' }) amount: MoneyShown;
  @Shown({ example: '/api/v1/invoices/BRS-2025-0001' }) href: string;
}

export class NoteLeftOutShown {
  @Shown({ example: 'MINAMATA-CN-2025-0001' }) number: string;
  @Shown({ type: MoneyShown, description: 'Negative' }) amount: MoneyShown;
  @Shown({ type: 'boolean', description: 'Since the settlement was proposed: it is not approved as it was proposed' })
  isIssuedSince: boolean;
  @Shown({ example: '/api/v1/invoices/MINAMATA-CN-2025-0001' }) href: string;
}

const states = ['PROPOSED', 'SETTLED', 'RETURNED'] as const satisfies readonly SettlementState[];

export class ReturnShown extends ActShown {
  @Shown({ example: 'The voucher is of another invoice' }) reason: string;
}

/** A voucher of the payer’s own ledger, and the documents that it settles whole. */
export class SettlementAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: 'integer' }) version: number;
  @Shown({
    enum: [...states],
    description:
      'PROPOSED: entered, and nothing is posted; SETTLED: approved by another person, and posted in both books; RETURNED: taken or sent back',
  })
  state: string;
  @Shown({ example: '1900012345', description: 'Of the voucher, in the payer’s own ledger' }) externalNumber: string;
  @Shown({ enum: ['JOURNAL_VOUCHER', 'INTER_OFFICE_VOUCHER', 'BANK_TRANSFER'] }) method: string;
  @Shown({ format: 'date' }) valueOn: string;
  @Shown({ example: 'BRS' }) payer: string;
  @Shown({ example: 'MINAMATA' }) payee: string;
  @Shown({ type: MoneyShown }) amount: MoneyShown;
  @ShownOrNull({ description: 'Why it comes late, where a month or the biennium of its documents is closed' })
  adjustmentReason: string | null;
  @ShownOrNull({ type: ActShown, description: 'Null where one person recorded it, before two were asked for' })
  proposed: ActShown | null;
  @ShownOrNull({
    type: ActShown,
    description:
      'By whoever approved it; before two people were asked for, by whoever entered it. Null while it is not settled',
  })
  recorded: ActShown | null;
  @ShownOrNull({ type: ReturnShown }) returned: ReturnShown | null;
  @ShownList(() => SettledDocument) documents: SettledDocument[];
  @ApiProperty({
    type: () => NoteLeftOutShown,
    isArray: true,
    description: 'While it waits: issued and open credit notes on its documents that it leaves out',
  })
  creditNotesLeftOut: NoteLeftOutShown[];
  @ShownOrNull({
    type: MoneyShown,
    description: 'While it waits: what of its documents is open, those credit notes taken off',
  })
  open: MoneyShown | null;
  @ShownList(() => ActionShown) availableActions: ActionShown[];
}

export class SettlementPage {
  @ShownList(() => SettlementAnswer) items: SettlementAnswer[];
  @ShownOrNull() nextCursor: string | null;
}

/** What a list of settlements can be narrowed by; an unknown filter is refused. */
export class SettlementQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'BRS' }) @IsOptional() @IsString() @MaxLength(100) payer?: string;
  @ApiPropertyOptional({ example: 'MINAMATA' }) @IsOptional() @IsString() @MaxLength(100) payee?: string;
  @ApiPropertyOptional({ enum: [...states] }) @IsOptional() @IsIn([...states]) state?: SettlementState;
}

/** The answers to a page of settlements: who had a hand on their charges is asked once, of those that wait. */
export async function settlementAnswers(
  tx: Tx,
  views: readonly SettlementView[],
  offered: Offered,
): Promise<(view: SettlementView) => SettlementAnswer> {
  const hands = await settlementHands(tx, views);
  return (view) => {
    const { id, state, externalNumber, method, valueOn, payer, payee, adjustmentReason } = view;
    const href = `/api/v1/settlements/${id}`;
    const returned = actShown(view.returnedBy, view.returnedAt);
    return {
      ...{ id, version: settlementVersion(state), state, externalNumber, method, valueOn, payer, payee },
      amount: usd(view.amountUsd),
      adjustmentReason,
      proposed: actShown(view.proposedBy, view.proposedAt),
      recorded: actShown(view.recordedBy, view.recordedAt),
      returned: returned === null ? null : { ...returned, reason: view.returnReason ?? '' },
      documents: view.documents.map(({ number, type, amountUsd }) => ({
        ...{ number, type, amount: usd(amountUsd) },
        href: `/api/v1/invoices/${encodeURIComponent(number)}`,
      })),
      creditNotesLeftOut: view.leftOut.map(({ number, amountUsd, isIssuedSince }) => ({
        ...{ number, amount: usd(amountUsd), isIssuedSince },
        href: `/api/v1/invoices/${encodeURIComponent(number)}`,
      })),
      open: state === 'PROPOSED' ? usd(openOf(view).toString()) : null,
      availableActions: actionsShown(settlementActs(hands(view)), offered, {
        'settlement.approve': `${href}/approval`,
        'settlement.return': `${href}/return`,
      }),
    };
  };
}

function actShown(by: string | null, at: Date | null): ActShown | null {
  return by === null || at === null ? null : { by, at: at.toISOString() };
}
