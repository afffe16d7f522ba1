import { randomUUID } from 'node:crypto';

/** A UUID of version 7 (RFC 9562): the time in front, so that ids sort as they were made and indexes stay compact. */
export function newId(now: Date): string {
  const time = now.getTime().toString(16).padStart(12, '0');
  const random = randomUUID(); // version 4: all that follows the version, the variant with it, stands in the same place
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}
