import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { keysByPlace, shortcutTable } from './shortcut-table.ts';

const source = join(import.meta.dirname, '..');
const pages = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/generated|\.spec\.|shortcut-table/.test(file))
  .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }));

describe('the table of shortcuts', () => {
  it('is where every part has its keys from', () => {
    expect(pages.filter(({ text }) => /\bkeys: '/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('has each key once at each place', () => {
    for (const [place, keys] of keysByPlace()) {
      const all = keys.map((one) => `${place} ${one.keys}`);
      expect([...new Set(all)]).toEqual(all);
    }
  });

  it('is shown whole in Settings', () => {
    expect(keysByPlace().flatMap(([, keys]) => keys)).toEqual(Object.values(shortcutTable));
  });
});
