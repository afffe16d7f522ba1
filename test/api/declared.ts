import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ApiDocument, Contract } from './contract.ts';

/**
 * What the server declares in its OpenAPI document. It is the same for every server of one run of the specs, and takes a
 * quarter of a second to make: the first that is asked makes it for all.
 */
export async function declaredBy(app: NestFastifyApplication): Promise<Contract> {
  const { RECOUP_TEST_FOLDER: folder } = process.env;
  if (folder === undefined) throw new Error('The tests are given a folder in server.mjs.');
  const kept = `${folder}/openapi.json`;
  if (!existsSync(kept)) {
    const unfinished = `${kept}.${process.pid}`;
    writeFileSync(unfinished, (await app.inject('/api/openapi.json')).body);
    renameSync(unfinished, kept); // whole for whoever reads it
  }
  contract ??= new Contract(JSON.parse(readFileSync(kept, 'utf8')) as ApiDocument);
  return contract;
}

/** For all specs of a worker, which share this module: most of holding an answer against it is to compile its schemas. */
let contract: Contract | undefined;
