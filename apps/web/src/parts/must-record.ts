import type { Session } from '../session/session.ts';
import { t } from '../words/words.ts';

type Who = Pick<Session, 'may'> & { readonly secretariat: { readonly code: string } };

/**
 * Whose finance officer must record instead of this person: the provider's, under an agreement; null where this person may.
 * `provider`: null where no agreement is meant yet.
 */
export function mustRecord({ may, secretariat }: Who, provider: string | null): string | null {
  const side = provider ?? secretariat.code;
  return may.includes('charge.record') && side === secretariat.code ? null : side;
}

export const mustRecordText = (secretariat: string): string =>
  t('A finance officer of {secretariat} must act.', { secretariat });
