import { Act } from '#identity';
import { agreementTransitions, type AgreementState, type Side } from './service-agreement.ts';

/** What of an agreement decides who may act on it. */
export interface AgreementHands {
  readonly provider: string;
  readonly client: string;
  readonly draftedBy: string;
}

/** Either side may draft. */
export function drafting({ provider, client }: { provider: string; client: string }): Act {
  return new Act('agreement.draft', { document: 'agreement', resultsIn: 'DRAFT', provider, client });
}

/** A side's approving officer signs for it: nobody who drafted the agreement. `to` is the state that this signature leads to. */
export function signing(agreement: AgreementHands, side: Side, to: AgreementState): Act {
  const { provider, client, draftedBy } = agreement;
  return new Act('agreement.sign', {
    ...{ document: 'agreement', resultsIn: to, provider, client, as: side, doing: 'sign' },
    hands: { drafted: draftedBy },
  });
}

/**
 * What an agreement's state lets an officer of `secretariat` do: to sign for the own side, or, where that is done, to see that
 * the other side's signature is awaited.
 */
export function agreementActs(
  agreement: AgreementHands & { readonly state: AgreementState },
  signed: readonly Side[],
  secretariat: string,
): Act[] {
  const to = signed.length === 0 ? 'HALF_SIGNED' : 'SIGNED';
  if (!agreementTransitions[agreement.state].includes(to)) return [];
  const own: Side = secretariat === agreement.client ? 'CLIENT' : 'PROVIDER';
  const awaited = (['PROVIDER', 'CLIENT'] as const).filter((side) => !signed.includes(side));
  const side = awaited.find((one) => one === own) ?? awaited[0];
  return side === undefined ? [] : [signing(agreement, side, to)];
}
