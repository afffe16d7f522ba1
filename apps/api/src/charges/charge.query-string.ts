import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { type ChargeFigure, chargeFigures, type ChargeSort, chargeSorts, chargeTransitions } from '#charging';
import { SortedPageQuery } from '../http/sorted-pages.ts';

const states = Object.keys(chargeTransitions);

/** What a list of charges can be narrowed by; an unknown filter is refused. */
export class ChargeFilterQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) agreement?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) item?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) family?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) fund?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) budgetLine?: string;
  @ApiPropertyOptional({ enum: states }) @IsOptional() @IsIn(states) state?: string;
  @ApiPropertyOptional({ example: '2024-2025' })
  @IsOptional()
  @Matches(/^\d{4}-\d{4}$/, { message: '$property is a biennium written "2024-2025"' })
  biennium?: string;
  @ApiPropertyOptional({ example: '2025-11' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: '$property is a month written "2025-11"' })
  month?: string;
  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: '$property is a day written YYYY-MM-DD' })
  from?: string;
  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: '$property is a day written YYYY-MM-DD' })
  to?: string;
  @ApiPropertyOptional({ example: 'BRS-COPS-2025' }) @IsOptional() @IsString() @MaxLength(100) meeting?: string;
  @ApiPropertyOptional({ description: 'Text somewhere in the id, item, evidence or note, in capitals or not' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  @Matches(/^[^\0\p{Cs}]*$/u, { message: '$property holds a character that no text has' })
  q?: string;
  @ApiPropertyOptional({
    enum: [...chargeFigures],
    description: 'Those that this figure of the biennium’s audit is the sum of',
  })
  @IsOptional()
  @IsIn([...chargeFigures])
  figure?: ChargeFigure;
}

/** The filter, a page of it, and in which order. */
export class ChargeQuery extends IntersectionType(ChargeFilterQuery, SortedPageQuery) {
  @ApiPropertyOptional({ enum: [...chargeSorts], default: 'newest' })
  @IsOptional()
  @IsIn([...chargeSorts])
  sort?: ChargeSort;
}
