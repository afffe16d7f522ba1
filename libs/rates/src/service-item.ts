import { at, Unknown } from '#kernel';
import { checkUnit } from './unit.ts';

/**
 * A service of the catalogue.
 * OWN_SERVICE   the provider's own work: units at the rate card's price (the provider is principal)
 * PASS_THROUGH  somebody else's cost handed on: at actual cost, no mark-up (the provider is agent)
 */
export type Nature = 'OWN_SERVICE' | 'PASS_THROUGH';

export class ServiceItem {
  code: string;
  family: string; // IT, DOCUMENTS, REGISTRATION, TRAVEL, or what an agreement needs
  nature: Nature;
  unit: string; // UN/ECE Recommendation 20
  title: string;

  /** Errors: UnknownUnit. */
  constructor(facts: ServiceItem) {
    at('/unit', () => checkUnit(facts.unit));
    this.code = facts.code;
    this.family = facts.family;
    this.nature = facts.nature;
    this.unit = facts.unit;
    this.title = facts.title;
  }
}

/** The catalogue's item for a sponsored delegate's whole trip. */
export const tripItem = 'TRIP';

export class UnknownServiceItem extends Unknown {
  constructor(code: string, pointer?: string) {
    super(`There is no service item "${code}" in the catalogue.`, pointer);
  }
}
