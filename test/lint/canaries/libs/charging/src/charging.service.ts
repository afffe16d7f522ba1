import { Inject, Injectable, Optional } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import * as typeorm from 'typeorm';
import { type Pricing, Rates } from './pricing.ts';
import type * as pricing from './pricing.ts';

@Injectable()
export class ChargingService {
  constructor(
    private readonly db: DataSource, // refused: recoup/injected-class-is-a-value
    @Optional() readonly pricing: Pricing, // refused: recoup/injected-class-is-a-value
    readonly tariff: pricing.Tariff, // refused: recoup/injected-class-is-a-value
    readonly rates: Rates,
    readonly manager: typeorm.EntityManager,
    @Inject('clock') readonly clock: Pricing,
  ) {}

  tx(): DataSource {
    return this.db;
  }
}

// No decorator, so nothing is injected: the type is enough.
export class Plain {
  constructor(readonly pricing: Pricing) {}
}
