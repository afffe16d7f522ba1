import { resolve } from 'node:path';
import { backups } from '#platform';
import { type Command } from 'commander';
import { folderOf } from './backup.command.ts';
import { root } from './books.ts';
import { bold, printJson } from './output.ts';
import { progressBar } from './progress.ts';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly into: string;
  readonly key?: string;
  readonly backup?: string;
}

export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('Makes a new folder with the books as they were; the backup and the present books are only read')
    .requiredOption('--from <folder>', 'the backup folder')
    .requiredOption('--to <when>', 'latest, name:POINT, lsn:0/3000158, or a moment such as 2026-01-31T12:00:00Z')
    .requiredOption('--into <folder>', 'a new or an empty one')
    .option('--key <file>', 'the file of its key; RECOUP_BACKUP_KEY where it is absent')
    .option('--backup <id>', 'begin from this base backup; the youngest that reaches where it is absent')
    .addHelpText(
      'after',
      '\nExample:\n  npm run recoup -- restore --from /mnt/safe/recoup-backup --to 2026-01-31T12:00:00Z --into .recoup-restored --key /etc/recoup/backup.key',
    )
    .action(async (options: Options, command: Command) => {
      const target = backups.parseRestoreTarget(options.to);
      const bars = { Unpacking: progressBar('Unpacking, kB'), Replaying: progressBar('Replaying the log, files') };
      const restored = await backups
        .restore({
          from: folderOf(options),
          to: target,
          into: resolve(root, options.into),
          backup: options.backup,
          onProgress: (what, done, all) => {
            const scale = what === 'Unpacking' ? 1000 : 1;
            bars[what].update(Math.ceil(done / scale), Math.ceil(all / scale));
            if (done === all) bars[what].end();
          },
        })
        .finally(() => Object.values(bars).forEach((bar) => bar.end()));
      if (command.optsWithGlobals<{ json?: boolean }>().json === true) printJson(restored);
      else printRestored(restored);
    });
}

function printRestored({ folder, target, lsn, lastCommitAt, timeline, backup, walFiles }: backups.Restored): void {
  process.stdout.write(
    `${bold(`Restored to ${target}.`)}\n` +
      `  Log up to             ${lsn}, now on timeline ${timeline}\n` +
      `  Last commit           ${lastCommitAt ?? 'none since the base backup'}\n` +
      `  From                  ${backup} and ${walFiles} files of the log\n` +
      `  Open it with          RECOUP_FOLDER=${folder} npm start\n` +
      'Before that, copy keys/log.key and checkpoints/latest.note from the old folder, or from where they were kept, into this\n' +
      'one: they are in no backup. Where the note is lost, RECOUP_CHECKPOINT names another, such as the newest that the other\n' +
      'side has cosigned. Without any the server does not start.\n' +
      'If these books are behind a checkpoint that was published, the server asks for a signed restore event before it starts.\n' +
      'Take a base backup once they are in use: the log goes on along a new timeline.\n',
  );
}
