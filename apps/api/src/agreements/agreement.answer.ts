import { agreementActs, type ServiceAgreement, type Signature } from '#agreements';
import { preparing } from '#invoicing';
import type { Day } from '#kernel';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { MoneyShown, usd } from '../http/money.body.ts';
import { ActionShown, actionsShown, type Offered } from '../http/offered.ts';

export class SignatureShown {
  @Shown({ enum: ['PROVIDER', 'CLIENT'] }) side: string;
  @Shown({ format: 'date' }) signedOn: string;
  @Shown({ example: 'BRS.approving' }) signedBy: string;
}

/** A service agreement: one direction, one meeting, one biennium. */
export class AgreementAnswer {
  @Shown({ example: 'CRA-2025-001' }) number: string;
  @Shown({ type: 'integer' }) version: number;
  @Shown({ example: 'SIGNED' }) state: string;
  @Shown({ example: 'MINAMATA' }) provider: string;
  @Shown({ example: 'BRS' }) client: string;
  @Shown({ example: 'BRS-COPS-2025' }) meeting: string;
  @Shown({ example: '2024-2025' }) biennium: string;
  @Shown({ type: 'string', isArray: true }) families: string[];
  @Shown({ type: 'string', isArray: true }) mandates: string[];
  @Shown({ format: 'date' }) effectiveOn: string;
  @ShownOrNull({ format: 'date' }) signedOn: string | null;
  @ShownOrNull({
    type: 'integer',
    example: 45,
    description:
      'For how many whole days of the books it has been in effect without both signatures: 0 until its effective day; null where it waits for none',
  })
  unsignedDays: number | null;
  @Shown({ format: 'date' }) endsOn: string;
  @Shown({ type: MoneyShown }) ceiling: MoneyShown;
  @Shown({ type: MoneyShown, description: 'Certified less credited' }) charged: MoneyShown;
  @Shown({ type: MoneyShown }) free: MoneyShown;
  @Shown({ example: 'CLIENT_FUND' }) programmeSupportCost: string;
  @ShownOrNull() travelMode: string | null;
  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } }) clientAllocation: object[];
  @Shown({ type: 'object', additionalProperties: true }) providerCredit: object;
  @ShownList(() => SignatureShown) signatures: SignatureShown[];
  @ShownList(() => ActionShown) availableActions: ActionShown[];
}

export class AgreementsAnswer {
  @ShownList(() => AgreementAnswer)
  items: AgreementAnswer[];
}

export function agreementAnswer(
  agreement: ServiceAgreement,
  signatures: readonly Signature[],
  offered: Offered,
  today: Day,
): AgreementAnswer {
  const signed = signatures.map(({ side }) => side);
  const { number, version, state, provider, client, meeting, families, mandates, programmeSupportCost, travelMode } =
    agreement;
  const href = `/api/v1/agreements/${encodeURIComponent(number)}/signatures`;
  return {
    number,
    version,
    state,
    provider,
    client,
    meeting,
    biennium: agreement.biennium.toString(),
    families,
    mandates,
    effectiveOn: agreement.effectiveOn.toString(),
    signedOn: agreement.signedOn?.toString() ?? null,
    unsignedDays: agreement.unsignedDays(today),
    endsOn: agreement.endsOn.toString(),
    ceiling: usd(agreement.ceilingUsd.toString()),
    charged: usd(agreement.chargedUsd.toString()),
    free: usd(agreement.freeUsd.toString()),
    programmeSupportCost,
    travelMode,
    clientAllocation: agreement.clientAllocation,
    providerCredit: agreement.providerCredit,
    signatures: signatures.map(({ side, signedOn, signedBy }) => ({ side, signedOn: signedOn.toString(), signedBy })),
    availableActions: actionsShown(
      [
        ...agreementActs(agreement, signed, offered.by.secretariat),
        ...(agreement.isSigned ? [preparing('invoice.prepare', agreement)] : []),
      ],
      offered,
      { 'agreement.sign': href, 'invoice.prepare': '/api/v1/invoices' },
    ),
  };
}
