import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { speak } from '../words/words.ts';
import { AllShortcuts } from '../screens/settings/all-shortcuts.tsx';
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

  it('is shown whole in Settings', async () => {
    Object.assign(globalThis, { document: { documentElement: {} } }); // where a page says its language
    await speak('en');
    const shown = renderToStaticMarkup(createElement(AllShortcuts));
    const rows = [...shown.matchAll(/<kbd>(.+?)<\/kbd><\/th><td>(.+?)<\/td>/g)].map(([, keys, does]) => ({
      keys,
      does,
    }));
    expect(rows).toEqual(Object.values(shortcutTable).map(({ keys, does }) => ({ keys, does })));
  });
});
