import type { SettlementView } from '#invoicing';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
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

/** A voucher of the payer's own ledger, and the documents that it settled whole. */
export class SettlementAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ example: '1900012345', description: 'Of the voucher, in the payer’s own ledger' }) externalNumber: string;
  @Shown({ enum: ['JOURNAL_VOUCHER', 'INTER_OFFICE_VOUCHER', 'BANK_TRANSFER'] }) method: string;
  @Shown({ format: 'date' }) valueOn: string;
  @Shown({ example: 'BRS' }) payer: string;
  @Shown({ example: 'MINAMATA' }) payee: string;
  @Shown({ type: MoneyShown }) amount: MoneyShown;
  @Shown({ type: ActShown }) recorded: ActShown;
  @ShownList(() => SettledDocument) documents: SettledDocument[];
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
}

export function settlementAnswer(view: SettlementView, offered: Offered): SettlementAnswer {
  const { id, externalNumber, method, valueOn, payer, payee } = view;
  return {
    ...{ id, externalNumber, method, valueOn, payer, payee },
    amount: usd(view.amountUsd),
    recorded: { by: view.recordedBy, at: view.recordedAt.toISOString() },
    documents: view.documents.map(({ number, type, amountUsd }) => ({
      ...{ number, type, amount: usd(amountUsd) },
      href: `/api/v1/invoices/${encodeURIComponent(number)}`,
    })),
    // What was settled is final: no act leads on from here, whoever asks.
    availableActions: actionsShown([], offered, {}),
  };
}
