/** Where an error came from, without its words: those may be an officer's ("invalid input syntax for type date: ..."). */
export function faultOf(error: unknown): { fault: string; frames?: readonly string[] } {
  if (!(error instanceof Error)) return { fault: typeof error };
  const { driverError } = error as { driverError?: { code?: unknown; constraint?: unknown } };
  const facts = [driverError?.code, driverError?.constraint].filter((fact) => typeof fact === 'string');
  const frames = (error.stack ?? '')
    .split('\n')
    .flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? [])
    .slice(0, 12);
  return { fault: [error.constructor.name, ...facts].join(' '), frames };
}
