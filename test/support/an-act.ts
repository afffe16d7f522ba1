import { theProgram } from '#kernel';
import { recordEvent, type Tx } from '#platform';

/** An act for what a test does past the services: without one the books refuse every change before they look at it. */
export async function anAct(tx: Tx): Promise<void> {
  const arranged = { action: 'ARRANGED_BY_A_TEST', kind: 'test', objects: ['test'] };
  await recordEvent(tx, arranged, theProgram, new Date());
}

/** The same as one statement, for sessions that have no services. */
export const anActInSql = `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, body)
  values (gen_random_uuid(), now(), 'recoup', 'recoup', 'ARRANGED_BY_A_TEST', 'test', '{test}', '{}')`;
