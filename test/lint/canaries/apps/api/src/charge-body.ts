export class ChargeBody {
  readonly amount: string = '0.00';
}

export class ChargeFilter {
  readonly agreement: string = 'CRA-2025-001';
}

export class DisputeBody {
  readonly reason: string = 'not delivered';
}

export interface SignedIn {
  readonly person: string;
}
