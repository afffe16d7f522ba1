import { Shown, ShownList } from './fields.ts';
import { MoneyShown } from './money.body.ts';

/** A posting that a dry run would have made. */
export class WouldPostShown {
  @Shown({ example: 'BRS' }) book: string;
  @Shown({ example: 'CHARGE_CERTIFIED' }) event: string;
  @Shown({ example: 'A1-01' }) source: string;
  @Shown({ format: 'date' }) accountingOn: string;
  @Shown({ example: 'EXPENDITURE' }) account: string;
  @Shown({ example: 'BC' }) fund: string;
  @Shown({ example: 'BC-1-COP17' }) budgetLine: string;
  @Shown({ example: 'DOC-CTL' }) item: string;
  @Shown({ type: MoneyShown, description: 'Debit positive, credit negative' }) amount: MoneyShown;
}

/** What a request with `?dryRun=true` is answered: done by the same code, and rolled back. */
export class DryRunAnswer {
  @Shown({ type: 'boolean', example: true }) dryRun: boolean;
  @Shown({ type: 'object', additionalProperties: true, description: 'The answer there would be' }) result: object;
  @ShownList(() => WouldPostShown) wouldPost: WouldPostShown[];
}
