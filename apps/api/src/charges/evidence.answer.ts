import type { EvidenceView } from '#charging';
import { Reason, Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { ActShown } from './charge.answer.ts';

export class WithdrawalShown extends ActShown {
  @Shown({ example: 'It is the invoice of another delivery' }) reason: string;
}

/** A file that is kept with a charge. */
export class EvidenceAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ example: 'A1-05' }) charge: string;
  @Shown({ enum: ['PDF', 'PNG', 'JPEG', 'XLSX', 'EML', 'CSV', 'TEXT'] }) kind: string;
  @Shown({ type: 'integer' }) bytes: number;
  @Shown({ description: 'Of its bytes, as it is sealed' }) sha256: string;
  @Shown({ type: 'boolean', description: 'A PDF that has scripts, actions or files in it, or cannot be looked into' })
  hasActiveContent: boolean;
  @Shown({ type: ActShown }) added: ActShown;
  @ShownOrNull({ type: WithdrawalShown }) withdrawn: WithdrawalShown | null;
  @Shown({ description: 'Where its bytes are, as an attachment' }) href: string;
}

export class EvidenceListAnswer {
  @ShownList(() => EvidenceAnswer) items: EvidenceAnswer[];
}

export class WithdrawalRequest {
  @Reason({
    example: 'It is the invoice of another delivery',
    description: 'Why it proves nothing; its bytes are kept',
  })
  reason: string;
}

export function evidenceAnswer(view: EvidenceView): EvidenceAnswer {
  const { id, charge, kind, bytes, sha256, hasActiveContent } = view;
  const { withdrawnBy, withdrawnAt, withdrawnFor } = view;
  return {
    ...{ id, charge, kind, bytes, sha256, hasActiveContent },
    added: { by: view.addedBy, at: view.addedAt.toISOString() },
    withdrawn:
      withdrawnBy === null || withdrawnAt === null
        ? null
        : { by: withdrawnBy, at: withdrawnAt.toISOString(), reason: withdrawnFor ?? '' },
    href: `/api/v1/charges/${encodeURIComponent(charge)}/evidence/${id}/content`,
  };
}
