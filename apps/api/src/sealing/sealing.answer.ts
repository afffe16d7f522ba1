import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';

export class CheckpointAnswer {
  @Shown({ type: 'integer', example: 2048, description: 'Leaves of the tree' })
  size: number;

  @Shown({ example: 'ZSGIRIWhEoNQpiRHDBDlD9g5P0pAz2flwUvKxX3ceUc=', description: 'Root of the tree, base64' })
  root: string;

  @Shown({ format: 'date-time' })
  sealedAt: string;

  @Shown({ format: 'date-time' })
  publishedAt: string;

  @Shown({ type: 'array', items: { type: 'string' }, example: ['DOCUMENT_ISSUED'] })
  occasions: string[];

  @Shown({ type: 'array', items: { type: 'string' }, example: ['MINAMATA/witness'] })
  cosignedBy: string[];

  @Shown({ description: 'The signed note (C2SP), with its cosignatures' })
  note: string;
}

export class CheckpointPage {
  @ShownList(() => CheckpointAnswer)
  items: CheckpointAnswer[];

  @ShownOrNull()
  nextCursor: string | null;
}

export class DocumentProofAnswer {
  @Shown({ example: 'paper' })
  kind: string;

  @Shown({ example: 'BRS-2025-0001' })
  record: string;

  @Shown({ description: 'The very text that was sealed; the leaf is SHA-256(00, kind, line end, this)' })
  body: string;

  @Shown({ type: 'integer', example: 17 })
  position: number;

  @Shown({ type: 'integer', example: 2048 })
  size: number;

  @Shown({ type: 'array', items: { type: 'string' }, description: 'RFC 9162, from the leaf upwards, base64' })
  proof: string[];

  @Shown({ description: 'The signed note (C2SP) that the proof leads to' })
  note: string;

  @Shown({ type: 'array', items: { type: 'string' } })
  logKeys: string[];

  @Shown({ type: 'array', items: { type: 'string' } })
  witnessKeys: string[];
}
