import { DayText, Reason, Text } from '../http/fields.ts';

export class DisclosureRequest {
  @Reason({
    example: 'The bank asks who TR-7Q2MK3XD9F is',
    description: 'Why; kept with the act, so no name belongs in it',
  })
  reason: string;
}

export class NameCorrectionRequest extends DisclosureRequest {
  @Text({ max: 100, example: 'Diop Aissatou', description: 'What the person is called' })
  name: string;
}

export class ErasureRequest {
  @DayText({
    example: '2030-12-31',
    description: 'Of those whose charges were all delivered and settled before this day, five years ago at least',
  })
  before: string;
}
