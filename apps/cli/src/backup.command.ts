import { resolve } from 'node:path';
import { backups, withBackups, type WithBackups } from '#platform';
import { type Command } from 'commander';
import { archiveSetting, booksFolder, databaseUrl, productVersion, root } from './books.ts';
import { exitCode } from './exit-codes.ts';
import { limit } from './limit.ts';
import { bold, type Column, printJson, printTable, say, Unusable } from './output.ts';
import { progressBar } from './progress.ts';

interface Folder {
  readonly from?: string;
  readonly key?: string;
}

interface Global {
  readonly json?: boolean;
}

export function addBackupCommand(program: Command): void {
  const backup = program
    .command('backup')
    .description("Backups of Recoup's own PostgreSQL: without a further word, takes a base backup now")
    .addHelpText(
      'after',
      `
Where to, and with which key: RECOUP_BACKUP_FOLDER and RECOUP_BACKUP_KEY, for the server and for this command.

Examples:
  npm run recoup -- backup key create /etc/recoup/backup.key
  npm run recoup -- backup
  npm run recoup -- backup point before-closing
  npm run recoup -- backup verify
  npm run recoup -- restore --from FOLDER --to latest --into NEW-FOLDER --key FILE`,
    )
    .action(async (_options: unknown, command: Command) => takeBackup(isJson(command)));

  backup
    .command('key')
    .description('The key that backups are encrypted with')
    .command('create')
    .argument('<file>', 'where to; nothing is overwritten')
    .description('Makes a new key, readable by its owner alone')
    .action((file: string, _options: unknown, command: Command) => createKey(file, isJson(command)));

  backup
    .command('point')
    .argument('<name>', 'such as before-closing')
    .description('Gives this moment a name that can be restored to')
    .action(async (name: string, _options: unknown, command: Command) => namePoint(name, isJson(command)));

  withFolder(backup.command('list').description('What there is to restore, and how far it reaches')).action(
    async (options: Folder, command: Command) => list(options, isJson(command)),
  );

  withFolder(backup.command('verify').description('Reads every file back and checks it')).action(
    async (options: Folder, command: Command) => verify(options, isJson(command)),
  );

  withFolder(backup.command('prune').description('Removes old backups, and the log that only they needed'))
    .requiredOption('--keep <n>', 'so many finished backups stay', limit)
    .option('--dry-run', 'say what would go, and leave it')
    .action(async (options: Folder & { keep: number; dryRun?: boolean }, command: Command) =>
      prune(options, isJson(command)),
    );
}

async function takeBackup(asJson: boolean): Promise<void> {
  const started = performance.now();
  const bar = progressBar('Backing up, kB');
  const manifest = await withOurs(({ engine, connection, backups: folder }) =>
    backups
      .takeBackup({
        place: engine.place,
        folder,
        connection,
        productVersion: productVersion(),
        onProgress: (done, all) => bar.update(kilobytes(done), kilobytes(all)),
      })
      .finally(() => bar.end()),
  );
  const { id, start, stop, files } = manifest;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (asJson) printJson({ id, start, stop, files: files.length, bytes });
  else {
    process.stdout.write(
      `${bold(id)}: ${files.length} files, ${megabytes(bytes)} MB, log ${start.lsn} to ${stop.lsn}, in ${((performance.now() - started) / 1000).toFixed(1)} s.\n` +
        `It can be restored to any moment from ${stop.at} on.\n`,
    );
  }
}

function createKey(file: string, asJson: boolean): void {
  const path = resolve(root, file);
  const { id } = backups.createBackupKey(path);
  if (asJson) printJson({ file: path, id });
  else {
    process.stdout.write(
      `The key ${id} is in ${path}, readable by you alone.\nKeep a copy of it apart from the backups: without it none of them can be read, and nobody can make it again.\n`,
    );
  }
}

async function namePoint(name: string, asJson: boolean): Promise<void> {
  const point = await withOurs(({ engine, connection, backups: folder }) =>
    backups.namePoint({ place: engine.place, folder, connection }, name),
  );
  if (asJson) printJson(point);
  else process.stdout.write(`${bold(name)} is ${point.lsn} on timeline ${point.timeline}, and is in the archive.\n`);
}

async function list(options: Folder, asJson: boolean): Promise<void> {
  const folder = folderOf(options);
  await folder.systemIdentifier();
  const found = await backups.foundBackups(folder);
  const points = await folder.points();
  const last = await folder.lastArchived();
  const archive = options.from === undefined ? backups.archiveStateOf(booksFolder()) : null;
  if (asJson) {
    const all = found.map(({ id, manifest, storedBytes }) => ({
      id,
      whole: manifest !== null,
      storedBytes,
      ...(manifest === null
        ? {}
        : {
            start: manifest.start,
            stop: manifest.stop,
            timeline: manifest.timeline,
            postgres: manifest.postgres,
            productVersion: manifest.productVersion,
            files: manifest.files.length,
          }),
    }));
    printJson({ folder: folder.path, backups: all, points, lastArchived: last, archive });
    return;
  }
  const columns: Column<backups.FoundBackup>[] = [
    { head: 'Backup', of: ({ id }) => id },
    { head: 'From then on', of: ({ manifest }) => manifest?.stop.at ?? 'half: interrupted' },
    { head: 'Log from', of: ({ manifest }) => manifest?.start.lsn ?? '' },
    { head: 'Timeline', of: ({ manifest }) => String(manifest?.timeline ?? ''), align: 'right' },
    { head: 'MB', of: ({ storedBytes }) => megabytes(storedBytes), align: 'right' },
  ];
  printTable(columns, found);
  if (points.length > 0) {
    process.stdout.write('\n');
    printTable(
      [
        { head: 'Point', of: ({ name }) => name },
        { head: 'At', of: ({ at }) => at },
        { head: 'LSN', of: ({ lsn }) => lsn },
      ],
      points,
    );
  }
  process.stdout.write(
    last === null
      ? '\nNothing of the log is archived.\n'
      : `\nThe log reaches to ${last.name}, archived at ${last.at}.\n`,
  );
  if (archive !== null && archive.waiting > 0) {
    process.stdout.write(
      `${archive.waiting} files of it (${megabytes(archive.waitingBytes)} MB) wait to be archived.\n`,
    );
  }
  if (archive !== null && archive.trouble !== null)
    process.stdout.write(`${archive.trouble.sentence} Since ${archive.trouble.since}.\n`);
  if (archive !== null && archive.warning !== null) process.stdout.write(`${archive.warning}\n`);
}

async function verify(options: Folder, asJson: boolean): Promise<void> {
  const bar = progressBar('Verifying, kB');
  const verified = await backups
    .verifyBackups(folderOf(options), (done, all) => bar.update(kilobytes(done), kilobytes(all)))
    .finally(() => bar.end());
  const { findings, walFiles, bytes } = verified;
  if (asJson) printJson(verified);
  else {
    for (const { name, code, sentence } of findings) process.stdout.write(`✗ ${bold(name)} ${code}. ${sentence}\n`);
    process.stdout.write(
      `${verified.backups} backups and ${walFiles} files of the log were read back, ${megabytes(bytes)} MB: ` +
        `${findings.length === 0 ? 'each is as it was written, and the log is without a hole' : `${findings.length} are wrong`}.\n`,
    );
  }
  if (findings.length > 0) process.exitCode = exitCode.verificationFailed;
}

async function prune(options: Folder & { keep: number; dryRun?: boolean }, asJson: boolean): Promise<void> {
  const dryRun = options.dryRun === true;
  const pruned = await backups.pruneBackups(folderOf(options), { keep: options.keep, dryRun });
  if (asJson) printJson({ ...pruned, dryRun });
  else {
    process.stdout.write(
      `${dryRun ? 'Would remove' : 'Removed'} ${pruned.backups.length} backups, ${pruned.walFiles} files of the log and ${pruned.points.length} points, ${megabytes(pruned.freedBytes)} MB.\n`,
    );
  }
}

function withFolder(command: Command): Command {
  return command
    .option('--from <folder>', 'the backup folder; RECOUP_BACKUP_FOLDER where it is absent')
    .option('--key <file>', 'the file of its key; RECOUP_BACKUP_KEY where it is absent');
}

/** The engine of these books; where they are on another server, its operator has better means. Errors: Unusable. */
async function withOurs<T>(work: (found: WithBackups) => Promise<T>): Promise<T> {
  refuseForeignServer();
  return withBackups(
    {
      folder: booksFolder(),
      archive: archiveSetting(),
      onProgress: (sentence) => {
        if (process.stderr.isTTY) say(sentence);
      },
    },
    work,
  );
}

export function refuseForeignServer(): void {
  if (databaseUrl() === undefined) return;
  throw new Unusable(
    "These books are kept on the server of DATABASE_URL, which is not Recoup's own: back it up with that server's own means " +
      '(pg_basebackup and WAL archiving, or what its operator uses).',
  );
}

/** The folder and key of the options, of the environment, or those that these books remember. Errors: Unusable. */
export function folderOf({ from, key }: Folder): backups.BackupFolder {
  if (from === undefined) refuseForeignServer();
  const setting = archiveSetting();
  const remembered = backups.rememberedTargetOf(booksFolder());
  const fallback = typeof setting === 'object' ? setting : remembered;
  const path = from === undefined ? fallback?.folder : resolve(root, from);
  const keyFile = key === undefined ? (process.env.RECOUP_BACKUP_KEY ?? fallback?.key) : key;
  if (path === undefined) throw new Unusable('Say which backups: --from FOLDER, or RECOUP_BACKUP_FOLDER.');
  if (keyFile === undefined) throw new Unusable('Say which key: --key FILE, or RECOUP_BACKUP_KEY.');
  return new backups.BackupFolder(path, backups.readBackupKey(resolve(root, keyFile)));
}

function isJson(command: Command): boolean {
  return command.optsWithGlobals<Global>().json === true;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1000);
}
