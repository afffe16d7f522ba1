import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { apiOver } from '../api/api-under-test.ts';

it('the types of the API that the pages use are those of its document: else `npm run api-types`', async () => {
  const api = await apiOver('nothing');
  const folder = mkdtempSync(join(tmpdir(), 'recoup-types-'));
  try {
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(api.contract.document));
    // In a process of its own: the generator is no module that jest can load.
    const made = execFileSync(process.execPath, ['apps/web/types-of.mjs', file], { encoding: 'utf8', maxBuffer: 1e8 });
    expect(made === readFileSync('apps/web/src/generated/api.ts', 'utf8')).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
    await api.close();
  }
});
