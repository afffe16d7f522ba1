/**
 * Makes `common.bin` of a list of passwords, the most common first, one a line:
 *
 *   node libs/identity/passwords/make.mjs 10-million-password-list-top-1000000.txt
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

const least = 12; // characters: shorter ones are refused for that
const wanted = 10_000;
const bytes = 5;

const common = new Set();
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  const password = line.trim().normalize('NFC').toLowerCase();
  if ([...password].length >= least && common.size < wanted) common.add(password);
}
const digests = [...common].map((one) => createHash('sha256').update(one).digest().subarray(0, bytes));
digests.sort(Buffer.compare);
writeFileSync(resolve(import.meta.dirname, 'common.bin'), Buffer.concat(digests));
process.stdout.write(`${digests.length} passwords\n`);
