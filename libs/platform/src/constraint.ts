import { Conflict, type DomainError } from '#kernel';
import type { QueryFailedError } from 'typeorm';

type Rule = (message: string) => DomainError;

const rules = new Map<string, Rule>();

/**
 * Says which domain error a named constraint of the database stands for. Each lib does so beside its tables: what the
 * class refuses first, the database refuses again, and both say the same.
 */
export function constraintStandsFor(constraint: string, rule: Rule): void {
  rules.set(constraint, rule);
}

const races = new Set<string>();

/**
 * Says that a constraint refuses what somebody else has changed since the class looked: the work is run again, whole, and the
 * class judges what is there now.
 */
export function constraintMeansALostRace(constraint: string): void {
  races.add(constraint);
}

export function isLostRace(error: QueryFailedError): boolean {
  const { constraint } = error.driverError as { constraint?: string };
  return constraint !== undefined && races.has(constraint);
}

/** The domain error of a failed statement; undefined where it broke no named rule (a fault, not a refusal). */
export function brokenRule(error: QueryFailedError): DomainError | undefined {
  const { constraint, code, message } = error.driverError as { constraint?: string; code?: string; message?: string };
  if (constraint === undefined) return undefined;
  const rule = rules.get(constraint);
  if (rule !== undefined) return rule(message ?? '');
  // 23xxx: an integrity constraint without a sentence of its own; its name is one.
  return code?.startsWith('23') === true ? new RefusedByTheBooks(constraint) : undefined;
}

export class RefusedByTheBooks extends Conflict {
  constructor(constraint: string) {
    super(`The books refuse this: ${constraint.replaceAll('_', ' ')}. Nothing was written.`);
  }
}
