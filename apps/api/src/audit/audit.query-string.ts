import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../http/pages.ts';

/** What a list of acts can be narrowed by; an unknown filter is refused. */
export class AuditEventQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'The id of something that was acted on' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  object?: string;
  @ApiPropertyOptional({ example: 'charge' }) @IsOptional() @IsString() @MaxLength(100) kind?: string;
  @ApiPropertyOptional({ example: 'CHARGES_CERTIFIED' }) @IsOptional() @IsString() @MaxLength(100) action?: string;
  @ApiPropertyOptional({ example: 'BRS.certifying' }) @IsOptional() @IsString() @MaxLength(100) person?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) requestId?: string;
}
