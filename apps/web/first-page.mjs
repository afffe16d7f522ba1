import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The screen that opens at "/": its code comes after the frame's, and belongs to the first page too. */
const firstScreen = 'src/screens/home/home.tsx';

/**
 * What a browser loads for the first page, in bytes as they travel (gzip): the entry and the first screen, each with all
 * that it imports at once. `folder` is Vite's output with its manifest.
 */
export function firstPage(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const chunks = new Set();
  const add = (name) => {
    if (chunks.has(name)) return;
    chunks.add(name);
    for (const imported of manifest[name].imports ?? []) add(imported);
  };
  add('index.html');
  if (firstScreen in manifest) add(firstScreen);
  const parts = [...chunks].map((name) => manifest[name]);
  const size = (files) => [...new Set(files)].reduce((sum, file) => sum + statSync(join(folder, `${file}.gz`)).size, 0);
  return { script: size(parts.map(({ file }) => file)), style: size(parts.flatMap(({ css }) => css ?? [])) };
}
