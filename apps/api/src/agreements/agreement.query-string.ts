import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type AgreementSort, agreementSorts } from '#agreements';

/** In which order the agreements come; all of them do. */
export class AgreementQuery {
  @ApiPropertyOptional({ enum: [...agreementSorts], default: 'number' })
  @IsOptional()
  @IsIn([...agreementSorts])
  sort?: AgreementSort;

  @ApiPropertyOptional({ enum: ['asc', 'desc'], default: 'asc' })
  @IsOptional()
  @IsIn(['asc', 'desc'])
  order?: 'asc' | 'desc';
}
