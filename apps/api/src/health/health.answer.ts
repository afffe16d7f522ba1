import { Shown, ShownOrNull } from '../http/fields.ts';

export class HealthAnswer {
  @Shown({ example: 'ok' })
  status: string;
}

export class SealingAnswer {
  @Shown({ type: 'integer', description: 'Leaves of the sealed tree' })
  treeSize: number;

  @Shown({ type: 'integer', description: 'Committed records that are not sealed yet' })
  queued: number;

  @ShownOrNull({ type: 'number', description: 'How long the oldest of them has waited' })
  oldestQueuedSeconds: number | null;

  @ShownOrNull({ format: 'date-time' })
  sealedAt: string | null;

  @ShownOrNull({ type: 'integer', description: 'Leaves of the newest published checkpoint' })
  publishedSize: number | null;

  @ShownOrNull({ format: 'date-time' })
  publishedAt: string | null;

  @ShownOrNull({ type: 'integer', description: 'Leaves of the newest cosigned checkpoint' })
  cosignedSize: number | null;

  @ShownOrNull({ description: 'What somebody should look at now' })
  warning: string | null;
}

export class ArchiveAnswer {
  @Shown({ type: 'integer', description: 'Finished files of the log that are on this machine only' })
  waiting: number;

  @ShownOrNull({ description: 'Why nothing can be archived, and since when; null where all is well' })
  trouble: string | null;

  @ShownOrNull({ format: 'date-time', description: 'When a file of the log was archived last' })
  archivedAt: string | null;

  @ShownOrNull({ format: 'date-time', description: 'When the newest base backup of these books was finished' })
  backupAt: string | null;

  @Shown({ type: 'integer', description: 'What the log takes of the database’s disk, archived or not' })
  logBytes: number;

  @ShownOrNull({ description: 'What somebody should look at now: the log has grown beyond what it may take' })
  warning: string | null;
}

export class ReadinessAnswer extends HealthAnswer {
  @Shown({ example: 'ok', description: 'What a question to the database came to' })
  database: string;

  @Shown({
    example: 'ok',
    description:
      'Whether this server’s clock and the database’s agree to two seconds; an alarm, and no reason not to serve',
  })
  clocks: string;

  @ShownOrNull({
    example: 'ok',
    description: 'The last night’s verification: ok, failed, or null where there was none yet',
  })
  verification: string | null;

  @ShownOrNull({ format: 'date-time', description: 'When it was' })
  verifiedAt: string | null;

  @Shown({
    example: 'ok',
    description:
      'Whether the guards in the database fire for this server: ok, or off, where a trigger or all of them are switched off; `recoup verify` names them',
  })
  guards: string;

  @Shown({ type: 'boolean', description: 'A verification failed and nobody has lifted the stop: reading goes on' })
  postingStopped: boolean;

  @Shown({ type: () => SealingAnswer, nullable: true, description: 'Null where the database does not answer' })
  sealing: SealingAnswer | null;

  @Shown({ type: () => ArchiveAnswer, nullable: true, description: 'Null where nothing is archived' })
  archive: ArchiveAnswer | null;
}
