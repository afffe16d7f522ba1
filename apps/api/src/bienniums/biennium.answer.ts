import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';

export class FiguresShown {
  @Shown({ example: '48988.52' }) chargedUsd: string;
  @Shown({ example: '240.50' }) creditedUsd: string;
  @Shown({ example: '48748.02' }) invoicedUsd: string;
  @Shown({ example: '0.00' }) settledUsd: string;
  @Shown({ example: '48748.02', description: 'Charged less credited less settled' }) openUsd: string;
}

export class DirectionFigures extends FiguresShown {
  @Shown({ example: 'MINAMATA' }) provider: string;
  @Shown({ example: 'BRS' }) client: string;
}

export class AgreementFigures extends FiguresShown {
  @Shown({ example: 'CRA-2025-001' }) agreement: string;
}

export class FamilyFigures extends AgreementFigures {
  @Shown({ example: 'DOCUMENTS' }) family: string;
}

export class FundFigures extends FiguresShown {
  @Shown({ example: 'BC' }) fund: string;
  @Shown({ example: '2112.42', description: 'A memo, payable by nobody here' }) programmeSupportCostUsd: string;
}

export class NetShown {
  @Shown({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { BRS: '48748.02', MINAMATA: '96020.11' },
  })
  owedBy: Record<string, string>;
  @ShownOrNull({ example: 'MINAMATA' }) payer: string | null;
  @ShownOrNull({ example: 'BRS' }) payee: string | null;
  @Shown({ example: '47272.09' }) netUsd: string;
}

/** Who owes whom for a biennium. All amounts in USD. */
export class TotalsAnswer {
  @Shown({ example: '2024-2025' }) biennium: string;
  @Shown({ type: FiguresShown }) totals: FiguresShown;
  @ShownList(() => DirectionFigures) byDirection: DirectionFigures[];
  @ShownList(() => AgreementFigures) byAgreement: AgreementFigures[];
  @ShownList(() => FamilyFigures) byAgreementAndFamily: FamilyFigures[];
  @ShownList(() => FundFigures) byFund: FundFigures[];
  @Shown({ type: NetShown }) net: NetShown;
}
