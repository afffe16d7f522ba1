import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { chargeTransitions } from '#charging';
import { PageQuery } from '../http/pages.ts';

const states = Object.keys(chargeTransitions);

/** What a list of charges can be narrowed by; an unknown filter is refused. */
export class ChargeQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) agreement?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) item?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) family?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) fund?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) budgetLine?: string;
  @ApiPropertyOptional({ enum: states }) @IsOptional() @IsIn(states) state?: string;
  @ApiPropertyOptional({ example: '2024-2025' }) @IsOptional() @Matches(/^\d{4}-\d{4}$/) biennium?: string;
  @ApiPropertyOptional({ example: '2025-11' }) @IsOptional() @Matches(/^\d{4}-(0[1-9]|1[0-2])$/) month?: string;
  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  from?: string;
  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  to?: string;
}

/** The same filters without pages: for what is added up over them. */
export class ChargeTotalsQuery extends OmitType(ChargeQuery, ['limit', 'cursor'] as const) {}
