import { describe, expect, it } from '@jest/globals';
import { whatGoes } from './care.ts';
import type { FoundBackup, Manifest } from './manifest.ts';
import { chooseBackup, parseRestoreTarget, recoverySettings, type RestorePath } from './restore-target.ts';

const monday = backup('monday', '0/3000028', '0/3000120', '2026-01-05T01:00:00Z');
const tuesday = backup('tuesday', '0/7000028', '0/7000120', '2026-01-06T01:00:00Z');
const wednesday = backup('wednesday', '0/B000028', '0/B000120', '2026-01-07T01:00:00Z');
const half: FoundBackup = { id: 'half', manifest: null, storedBytes: 1 };

describe('what is not needed any more', () => {
  const wal = ['02', '03', '06', '07', '0A', '0B'].map((number) => `0000000100000000000000${number}`);
  const rest = ['00000002.history', '000000010000000000000003.00000028.backup'];
  const points = [
    { name: 'early', lsn: '0/6000100' },
    { name: 'late', lsn: '0/8000000' },
  ];
  const goes = (found: FoundBackup[], keep: number) => {
    const { backups, ...others } = whatGoes(found, { wal: [...wal, ...rest], points }, keep);
    return { backups: backups.map(({ id }) => id), ...others };
  };

  it('is what is older than the oldest backup that is kept, and every half one', () => {
    expect(goes([monday, tuesday, half, wednesday], 2)).toEqual({
      backups: ['monday', 'half'],
      wal: [...wal.slice(0, 3), '000000010000000000000003.00000028.backup'],
      points: ['early'],
    });
  });

  it('is nothing of the log while there is no finished backup', () => {
    expect(goes([half], 1)).toEqual({ backups: ['half'], wal: [], points: [] });
  });

  it('is nothing where as many are kept as there are', () => {
    expect(goes([tuesday, wednesday], 5)).toMatchObject({ backups: [] });
    expect(goes([tuesday, wednesday], 5).wal).not.toContain('000000010000000000000007');
  });

  it('is counted by age, and what a younger one of an earlier place needs stays', () => {
    // Restored to Monday on Wednesday night: Thursday's backup lies earlier in the log than Wednesday's.
    const thursday = backup('thursday', '0/5000028', '0/5000120', '2026-01-08T01:00:00Z', 2);
    expect(goes([monday, tuesday, wednesday, thursday], 2)).toMatchObject({ backups: ['monday', 'tuesday'] });
    expect(goes([monday, tuesday, wednesday, thursday], 2).wal).not.toContain('000000010000000000000006');
  });

  it('cannot be everything', () => expect(() => goes([monday], 0)).toThrow(RangeError));
});

describe('the backup to begin a restore from', () => {
  const path: RestorePath = { timeline: 1, history: [], notAfter: null };
  const chosen = (to: string, way: RestorePath = path, from = [monday, tuesday, wednesday]) =>
    chooseBackup(
      from.flatMap(({ manifest }) => manifest ?? []),
      parseRestoreTarget(to),
      way,
    ).id;

  it('is the youngest that was finished by then', () => {
    expect(chosen('latest')).toBe('wednesday');
    expect(chosen('2026-01-06T12:00:00Z')).toBe('tuesday');
    expect(chosen('2026-01-06T01:30:00+01:00')).toBe('monday');
    expect(chosen('name:noon', { ...path, notAfter: 0x8000000n })).toBe('tuesday');
  });

  it('lies in the past of the timeline', () => {
    const fork: RestorePath = { timeline: 2, history: [{ timeline: 1, end: 0x8000000n }], notAfter: null };
    expect(chosen('latest', fork)).toBe('tuesday'); // Wednesday's saw what this timeline never did
  });

  it('is refused where none reaches', () => {
    expect(() => chosen('2026-01-05T00:59:59Z')).toThrow(/the oldest was finished at 2026-01-05T01:00:00Z/);
    expect(() => chosen('latest', path, [half])).toThrow(/no finished base backup/);
  });
});

describe('what to restore to', () => {
  it.each(['2026-01-31', '2026-01-31T12:00:00', '2026-02-31T12:00:00X', 'yesterday', 'name:', 'name:a b', 'lsn:3', ''])(
    'is not "%s"',
    (text) => expect(() => parseRestoreTarget(text)).toThrow(/nothing to restore to/),
  );

  it.each([
    ['2026-01-31T12:00:00Z', 'recovery_target_time', '2026-01-31T12:00:00+00:00'],
    ['name:noon', 'recovery_target_name', 'noon'],
    ['lsn:0/3000158', 'recovery_target_lsn', '0/3000158'],
  ])('%s is %s for PostgreSQL', (text, setting, value) => {
    const settings = recoverySettings(parseRestoreTarget(text), 1);
    expect(settings).toMatchObject({ [setting]: value, recovery_target_action: 'promote' });
  });

  it('latest has no end but the log’s', () => {
    expect(
      Object.keys(recoverySettings({ kind: 'latest' }, 3)).filter((name) => /_(time|name|lsn)$/.test(name)),
    ).toEqual([]);
  });
});

function backup(id: string, start: string, stop: string, at: string, timeline = 1): FoundBackup {
  const manifest: Manifest = {
    format: 1,
    id,
    productVersion: '0.1.0',
    postgres: 'PostgreSQL 18.4',
    postgresMajor: '18',
    systemIdentifier: '7400000000000000000',
    timeline,
    segmentBytes: 16 * 1024 * 1024,
    start: { lsn: start, at },
    stop: { lsn: stop, at },
    folders: [],
    files: [],
  };
  return { id, manifest, storedBytes: 1 };
}
