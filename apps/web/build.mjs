/**
 * Builds the pages into dist/web, each file also compressed, and says how much the first page loads.
 *
 *   node apps/web/build.mjs
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { firstPage } from './first-page.mjs';

await build({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)), logLevel: 'warn' });
const folder = fileURLToPath(new URL('../../dist/web', import.meta.url));
for (const name of readdirSync(folder, { recursive: true })) {
  if (!/\.(js|css|svg)$/.test(name)) continue;
  const bytes = readFileSync(join(folder, name));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }));
}
const { script, style } = firstPage(folder);
process.stdout.write(`The first page loads ${kB(script)} kB of JavaScript and ${kB(style)} kB of style (gzip).\n`);

function kB(bytes) {
  return (bytes / 1000).toFixed(1);
}
