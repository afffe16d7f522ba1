import { invoiceTransitions } from '#invoicing';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../http/pages.ts';

const states = Object.keys(invoiceTransitions);

/** What a list of invoices can be narrowed by; an unknown filter is refused. */
export class InvoiceQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) agreement?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) provider?: string;
  @ApiPropertyOptional({ enum: ['INVOICE', 'CREDIT_NOTE'] })
  @IsOptional()
  @IsIn(['INVOICE', 'CREDIT_NOTE'])
  type?: string;
  @ApiPropertyOptional({ enum: states }) @IsOptional() @IsIn(states) state?: string;
  @ApiPropertyOptional({ example: '2024-2025' })
  @IsOptional()
  @Matches(/^\d{4}-\d{4}$/, { message: '$property is a biennium written "2024-2025"' })
  biennium?: string;
}
