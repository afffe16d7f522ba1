import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Clock } from '#kernel';
import { type Database, roles } from '#platform';
import { openLog, readHeldNote, sealAll, sealFolder, type SigningKey, startServerSealing } from '#sealing';
import { Office } from '../support/office.ts';
import { sessionAs } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own

/** Stands still until it is set, and tells whoever waits for it that it was looked at. */
class WatchedClock implements Clock {
  at = '12:00';
  private onLook = (): void => undefined;

  now(): Date {
    this.onLook();
    return new Date(`2025-12-31T${this.at}:00Z`);
  }

  looked(): Promise<void> {
    return new Promise((resolve) => {
      this.onLook = resolve;
    });
  }
}

describe('an hour after the last publication', () => {
  let clock: WatchedClock;
  let folder: string;
  let office: Office;
  let sealer: Database;
  let key: SigningKey;
  beforeEach(async () => {
    clock = new WatchedClock();
    folder = mkdtempSync(join(tmpdir(), 'recoup-hourly-'));
    office = await Office.open();
    sealer = await sessionAs(roles.sealer, office.books.url);
    const { keyFile } = sealFolder(folder);
    key = await office.do((tx) => openLog(tx, { keyFile, operator: null, clock }));
    await seals();
  });
  afterEach(async () => {
    await sealer.destroy();
    rmSync(folder, { recursive: true, force: true });
    await office.close();
  });

  const news = (): Promise<void> => office.arranges(() => Promise.resolve());
  const seals = async (): Promise<string[]> =>
    (await sealAll(sealer, { key, clock })).flatMap(({ published }) => published);

  /** The server starts and finds nothing queued: it looks whether the hour is over, and stops when that is done. */
  async function looksAt(time: string): Promise<{ published: string[]; note: string | null }> {
    clock.at = time;
    const running = await startServerSealing({
      ...{ db: office.db, sealerDb: sealer, folder, operator: null, clock },
      onTrouble: (sentence) => {
        throw new Error(sentence);
      },
    });
    await clock.looked();
    await running.stop();
    const published = await office.db.query<{ said: string }[]>(
      `select occasion || ' ' || to_char(published_at at time zone 'UTC', 'HH24:MI') as said
       from sealing.publication order by published_at, occasion`,
    );
    return { published: published.map(({ said }) => said), note: readHeldNote(sealFolder(folder).latestNote) };
  }

  async function newestNote(): Promise<string> {
    const [newest] = await office.db.query<{ note: string }[]>(
      'select note from sealing.checkpoint order by size desc limit 1',
    );
    return newest?.note ?? '';
  }

  it('what was sealed in it is published, with its note on disk: not a minute before, and nothing where nothing is new', async () => {
    const [first, opening] = [await newestNote(), ['HOURLY 12:00', 'KEY_CHANGED 12:00']];
    await news();
    clock.at = '12:30';
    expect(await seals()).toEqual([]);
    const second = await newestNote();
    expect(second).not.toBe(first);
    expect(await looksAt('12:59')).toEqual({ published: opening, note: first });
    expect(await looksAt('13:00')).toEqual({ published: [...opening, 'HOURLY 13:00'], note: second });
    expect(await looksAt('14:00')).toEqual({ published: [...opening, 'HOURLY 13:00'], note: second });
  });

  it('what is sealed then is published with it', async () => {
    await news();
    clock.at = '15:00';
    expect(await seals()).toEqual(['HOURLY']);
    await news();
    clock.at = '15:59';
    expect(await seals()).toEqual([]);
    await news();
    clock.at = '16:00';
    expect(await seals()).toEqual(['HOURLY']);
  });

  it('what is sealed after the clock was set back is published at once, and then hourly by the clock as it goes', async () => {
    await news();
    clock.at = '10:00';
    expect(await seals()).toEqual(['HOURLY']);
    await news();
    clock.at = '10:59';
    expect(await seals()).toEqual([]);
    await news();
    clock.at = '11:00';
    expect(await seals()).toEqual(['HOURLY']);
  });

  it('what an issued document has published is not published again', async () => {
    await office.invoiced((await office.agreement()).number);
    clock.at = '12:30';
    expect(await seals()).toEqual(['DOCUMENT_ISSUED']);
    expect(await looksAt('13:30')).toEqual({
      published: ['HOURLY 12:00', 'KEY_CHANGED 12:00', 'DOCUMENT_ISSUED 12:30'],
      note: await newestNote(),
    });
  });
});
