import { periods } from '../../ledger/src/periods.table.ts';
import { Rates as Prices } from './rates.ts'; // refused: typescript/consistent-type-imports

export class Pricing {
  private table = periods; // refused: typescript/prefer-readonly

  of(prices: Prices): string {
    return `${prices.name} ${this.table}`;
  }
}

export class Tariff {
  readonly name: string = 'tariff';
}

export class Rates {
  readonly name: string = 'rates';
}
