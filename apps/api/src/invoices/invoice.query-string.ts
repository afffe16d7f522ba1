import { type InvoiceSort, invoiceSorts, invoiceTransitions } from '#invoicing';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { SortedPageQuery } from '../http/sorted-pages.ts';

const states = Object.keys(invoiceTransitions);

/** What a list of invoices can be narrowed by, and in which order it comes; an unknown filter is refused. */
export class InvoiceQuery extends SortedPageQuery {
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
  @ApiPropertyOptional({ example: 'BRS-2025-0001', description: 'An invoice: those that correct it' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  corrects?: string;
  @ApiPropertyOptional({ enum: [...invoiceSorts], default: 'newest', description: 'A draft has no number and no day' })
  @IsOptional()
  @IsIn([...invoiceSorts])
  sort?: InvoiceSort;
}
