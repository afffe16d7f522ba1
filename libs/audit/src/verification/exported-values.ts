/** A sealed version of a row, in its words. Amounts, days and instants in `values` are text. */
export interface SealedVersion {
  readonly act?: string;
  readonly kind: string;
  readonly record: string;
  readonly number: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The sealed words of an act, as an export has them. */
export interface ExportedAct {
  readonly id: string;
  readonly at: string;
  readonly person: string;
  readonly secretariat: string;
  readonly action: string;
  readonly kind: string;
  readonly objects: readonly string[];
  readonly reason: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  /** Of what an act of recording charges brought in, in the order of its objects. */
  readonly valuesSha256?: readonly (string | null)[];
}

/** All that a charge said when it was recorded: what is under the seal of it. */
export interface ChargeSaid {
  readonly id: string;
  readonly agreement: string;
  readonly provider: string;
  readonly client: string;
  readonly item: string;
  readonly nature: string;
  readonly quantity: string;
  readonly deliveredOn: string;
  readonly unitRate: string | null;
  readonly unitRateCurrency: string | null;
  readonly unitRateValidFrom: string | null;
  readonly originalCurrency: string | null;
  readonly originalAmount: string | null;
  readonly unitsPerUsd: string | null;
  readonly rateEffectiveOn: string | null;
  readonly amountUsd: string;
  readonly replaces: string | null;
  readonly trip: { readonly components: readonly (readonly [label: string, amount: string, basis: string])[] } | null;
}

export interface ShareSaid {
  readonly side: string;
  readonly fund: string;
  readonly weight: string;
  readonly amountUsd: string;
}
