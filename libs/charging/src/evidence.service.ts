import { createHash } from 'node:crypto';
import { checkMay, type Officer } from '#identity';
import { checkedReason, type Clock, Conflict, Forbidden, Unknown } from '#kernel';
import { constraintStandsFor, newId, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { measureParts } from './archive-parts.service.ts';
import { checkArchive } from './archive-scan.ts';
import { UnknownCharge } from './charge-states.ts';
import { evidenceContent, evidenceOf, type EvidenceView } from './evidence.query.ts';
import { type EvidenceKind, evidenceKind, type SentFile } from './evidence-kind.ts';
import { NoPicture, withoutMetadata } from './image-metadata.ts';
import { hasActiveContent } from './pdf-scan.service.ts';

const filesMost = 50;

/** A file that was looked into: see `lookInto`. */
export interface KnownFile {
  readonly bytes: Buffer;
  readonly kind: EvidenceKind;
  readonly isActive: boolean;
}

/** Files that prove a charge: kept as they came, sealed, and never changed; withdrawn at most. */
@Injectable()
export class EvidenceService {
  /** What a file is, and whether it may do more than be read; before a transaction begins, for none waits until it is unpacked. Errors: those of `evidenceKind`. */
  async lookInto(file: SentFile): Promise<KnownFile> {
    const bytes = Buffer.from(file.bytes);
    const kind = evidenceKind(file);
    if (kind === 'XLSX') await measureParts(checkArchive(bytes));
    return { bytes, kind, isActive: kind === 'PDF' && (await hasActiveContent(bytes)) };
  }

  /**
   * Keeps a file with a charge, for a finance officer of either side. `isStripped`: a picture without its metadata; what is sealed is
   * what is kept. Errors: UnknownCharge, NotDesignated, NotOfThisCharge, EvidenceKeptAlready, TooManyFiles, NoPicture, PictureUnreadable.
   */
  async add(
    tx: Tx,
    { charge, file, isStripped = false }: { charge: string; file: KnownFile; isStripped?: boolean },
    by: Officer,
    clock: Clock,
  ): Promise<EvidenceView> {
    await this.checkMayAdd(tx, charge, by);
    const { kind, isActive } = file;
    if (isStripped && kind !== 'JPEG' && kind !== 'PNG') throw new NoPicture();
    const isPicture = kind === 'JPEG' || kind === 'PNG';
    const content = isStripped && isPicture ? Buffer.from(withoutMetadata(kind, file.bytes)) : file.bytes;
    const sha256 = createHash('sha256').update(content).digest();
    if ((await evidenceOf(tx, charge)).length >= filesMost) throw new TooManyFiles();
    const id = newId(clock.now());
    const event = { action: 'EVIDENCE_ADDED', kind: 'evidence', objects: [id] };
    await recordEvent(tx, { ...event, after: { charge, sha256: sha256.toString('hex') } }, by, clock.now());
    await tx.query(
      `insert into charging.evidence (id, charge, kind, content, sha256, has_active_content, added_by, added_for, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, charge, kind, content, sha256, isActive, by.person, by.secretariat, clock.now()],
    );
    return this.one(tx, charge, id);
  }

  /** Whether this officer may add a file there, before anybody looks into it. Errors: UnknownCharge, NotDesignated, NotOfThisCharge. */
  async checkMayAdd(tx: Tx, charge: string, by: Officer): Promise<void> {
    await this.checkSide(tx, charge, by);
    checkMay(by, 'evidence.add');
  }

  /** Says that a file proves nothing, and why; its bytes stay. Errors: UnknownEvidence, NotDesignated, NotOfThisCharge, ReasonMissing, EvidenceWithdrawnAlready. */
  async withdraw(
    tx: Tx,
    { charge, id, reason }: { charge: string; id: string; reason: string },
    by: Officer,
    clock: Clock,
  ): Promise<EvidenceView> {
    const evidence = await this.one(tx, charge, id);
    if (evidence.addedFor !== by.secretariat) throw new NotOfThisCharge(by.secretariat, charge);
    checkMay(by, 'evidence.withdraw');
    checkedReason(reason);
    if (evidence.withdrawnAt !== null) throw new EvidenceWithdrawnAlready();
    const event = { action: 'EVIDENCE_WITHDRAWN', kind: 'evidence', objects: [id], reason };
    await recordEvent(tx, { ...event, after: { charge } }, by, clock.now());
    await tx.query(
      'insert into charging.evidence_withdrawal (evidence, withdrawn_by, withdrawn_at, reason) values ($1, $2, $3, $4)',
      [id, by.person, clock.now(), reason],
    );
    return this.one(tx, charge, id);
  }

  /** Errors: UnknownCharge, NotOfThisCharge. */
  async of(tx: Tx, charge: string, by: Officer): Promise<EvidenceView[]> {
    await this.checkSide(tx, charge, by);
    return evidenceOf(tx, charge);
  }

  /** Errors: UnknownCharge, UnknownEvidence, NotOfThisCharge. */
  async content(
    tx: Tx,
    { charge, id }: { charge: string; id: string },
    by: Officer,
  ): Promise<EvidenceView & { content: Buffer }> {
    await this.checkSide(tx, charge, by);
    const evidence = await this.one(tx, charge, id);
    return { ...evidence, content: await evidenceContent(tx, id) };
  }

  private async one(tx: Tx, charge: string, id: string): Promise<EvidenceView> {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
    const [evidence] = isId ? await evidenceOf(tx, charge, id) : [];
    if (evidence === undefined) throw new UnknownEvidence();
    return evidence;
  }

  private async checkSide(tx: Tx, charge: string, by: Officer): Promise<void> {
    const [sides] = await tx.query<{ provider: string; client: string }[]>(
      'select provider, client from charging.charge where id = $1',
      [charge],
    );
    if (sides === undefined) throw new UnknownCharge(charge);
    if (by.secretariat !== sides.provider && by.secretariat !== sides.client)
      throw new NotOfThisCharge(by.secretariat, charge);
  }
}

constraintStandsFor('evidence_kept_once', () => new EvidenceKeptAlready());
constraintStandsFor('evidence_withdrawn_once', () => new EvidenceWithdrawnAlready());

export class UnknownEvidence extends Unknown {
  constructor() {
    super('This charge has no such file.');
  }
}

export class NotOfThisCharge extends Forbidden {
  constructor(secretariat: string, charge: string) {
    super(
      `${secretariat} is not the side that may do this with the evidence of charge ${charge}. Nothing was written.`,
    );
  }
}

export class EvidenceKeptAlready extends Conflict {
  constructor() {
    super('This very file is kept with this charge already. Nothing was written.');
  }
}

export class TooManyFiles extends Conflict {
  constructor() {
    super(`A charge has ${filesMost} files at most. Nothing was written.`);
  }
}

export class EvidenceWithdrawnAlready extends Conflict {
  constructor() {
    super('This file is withdrawn already. Nothing was written.');
  }
}
