import type { Tx } from '#platform';
import type { EvidenceKind } from './evidence-kind.ts';

/** A file kept with a charge, without its bytes. */
export interface EvidenceView {
  id: string;
  charge: string;
  kind: EvidenceKind;
  bytes: number;
  sha256: string; // hexadecimal
  hasActiveContent: boolean;
  addedBy: string;
  addedFor: string;
  addedAt: Date;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
  withdrawnFor: string | null; // the reason
}

/** The files of a charge, in the order in which they came; of one id, where it is named. */
export function evidenceOf(tx: Tx, charge: string, id: string | null = null): Promise<EvidenceView[]> {
  return tx.query<EvidenceView[]>(
    `select evidence.id, evidence.charge, evidence.kind, octet_length(evidence.content) as bytes,
       encode(evidence.sha256, 'hex') as sha256, evidence.has_active_content as "hasActiveContent", evidence.added_by as "addedBy",
       evidence.added_for as "addedFor", evidence.added_at as "addedAt", withdrawal.withdrawn_by as "withdrawnBy",
       withdrawal.withdrawn_at as "withdrawnAt", withdrawal.reason as "withdrawnFor"
     from charging.evidence left join charging.evidence_withdrawal as withdrawal on withdrawal.evidence = evidence.id
     where evidence.charge = $1 and ($2::uuid is null or evidence.id = $2)
     order by evidence.added_at, evidence.id`,
    [charge, id],
  );
}

export async function evidenceContent(tx: Tx, id: string): Promise<Buffer> {
  const [row] = await tx.query<{ content: Buffer }[]>('select content from charging.evidence where id = $1', [id]);
  if (row === undefined) throw new Error(`Evidence ${id} was found before and must be there.`);
  return row.content;
}
