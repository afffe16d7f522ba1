import { Shown, ShownOrNull } from '../http/fields.ts';
import { ChargeAnswer } from './charge.answer.ts';

export class SentTripAnswer {
  @Shown({ enum: ['RECORDED', 'REFUSED'] }) outcome: 'RECORDED' | 'REFUSED';

  @ShownOrNull({ type: ChargeAnswer, description: 'As it is now; null unless it was recorded' })
  charge: ChargeAnswer | null;
}
