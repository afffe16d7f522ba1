import { GroupCommit } from '#platform';
import { jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, ApiUnderTest } from './api-under-test.ts';

/** So many are under way at once; whoever comes then waits, and goes with the others of the same officer and step. */
export const atOnce = 3;

/**
 * The answers to requests that are sent while a lock keeps the first of them from going on, until all of them have come and what is
 * done `meanwhile` is done.
 */
export async function whileHeld(
  api: ApiUnderTest,
  lock: string,
  send: () => readonly Promise<Answer>[],
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<Answer[]> {
  const joined = jest.spyOn(GroupCommit.prototype, 'join');
  const somebody = api.books.owner.createQueryRunner();
  await somebody.startTransaction();
  await somebody.query(lock);
  const sent = send();
  while (joined.mock.calls.length < sent.length || (await waiting(api)).length < atOnce) await pause(5);
  await meanwhile();
  await somebody.rollbackTransaction();
  await somebody.release();
  return Promise.all(sent);
}

/** The processes of PostgreSQL that wait for a lock in these books. */
export async function waiting(api: ApiUnderTest): Promise<number[]> {
  const rows = await api.books.owner.query<{ pid: number }[]>(
    `select distinct pid from pg_locks join pg_stat_activity using (pid) where datname = current_database() and not granted`,
  );
  return rows.map(({ pid }) => pid);
}

/** An act as the audit log has it. */
export interface Act {
  readonly objects: string[];
  readonly person: string;
  readonly requestId: string;
  readonly transaction: string;
}

/** The acts of this kind on any of these, in their order. */
export function acts(api: ApiUnderTest, action: string, ids: readonly string[]): Promise<Act[]> {
  return api.books.db.query<Act[]>(
    `select object_ids as objects, person, request_id as "requestId", transaction::text from platform.audit_event
     where action = $1 and object_ids && $2::text[] order by sequence`,
    [action, ids],
  );
}

/** In how many transactions they were done. */
export const transactions = (all: readonly Act[]): number => new Set(all.map(({ transaction }) => transaction)).size;

export const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status);

/** "PREFIX-0", "PREFIX-1" and so on. */
export const named = (prefix: string, count = 8): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

/** The agreement, for whoever records under it. */
export const theAgreement = (number = 'CRA-2025-001'): string =>
  `select from agreements.agreement where number = '${number}' for update`;

export const theCharges = (prefix: string): string =>
  `select from charging.charge where id like '${prefix}-%' for update`;
