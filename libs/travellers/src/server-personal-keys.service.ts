import { existsSync } from 'node:fs';
import type { Database } from '#platform';
import { createPersonalKeyFile, PersonalKeyFileMissing, readPersonalKeyFile } from './personal-key-file.service.ts';
import { type PersonalKeys, PersonalKeyUnknown } from './personal-keys.service.ts';

/**
 * The keys of a server's books: read from their file, or made where the books keep no name yet. Books whose names cannot be
 * read do not start: a traveller of theirs would get a second reference, and a night could be paid twice.
 * Errors: PersonalKeyFileMissing and the other errors of reading it; PersonalKeyUnknown.
 */
export async function openPersonalKeys(db: Pick<Database, 'query'>, path: string): Promise<PersonalKeys> {
  const used = await db.query<{ id: string }[]>(
    `select distinct encode(substr(wrapped_key, 1, 8), 'hex') as id from travellers.traveller where wrapped_key is not null`,
  );
  if (!existsSync(path)) {
    if (used.length > 0) throw new PersonalKeyFileMissing(path);
    return createPersonalKeyFile(path);
  }
  const keys = readPersonalKeyFile(path);
  const unknown = used.find(({ id }) => !keys.wrapping.some((key) => key.id === id));
  if (unknown !== undefined) throw new PersonalKeyUnknown(unknown.id);
  return keys;
}
