/**
 * The database cannot be started or joined, and why, in a sentence for whoever typed the command. It is not a
 * DomainError: no request caused it and none can be answered. Print the message alone; a stack says nothing more.
 */
export class EngineProblem extends Error {
  constructor(message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = 'EngineProblem';
  }
}

/** The `code` of an error of Node or of PostgreSQL ("ENOENT", "28P01"); empty if it has none. */
export function codeOf(error: unknown): string {
  // By shape, not by class: the errors of Node's own modules are of another class inside a test runner's sandbox.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
