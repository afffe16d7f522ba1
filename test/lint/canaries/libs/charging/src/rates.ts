type State = 'draft' | 'certified';

export class Rates {
  readonly name: string = 'rates';
}

export function stateOf(state: State): string {
  switch (
    state // refused: typescript/switch-exhaustiveness-check
  ) {
    case 'draft':
      return 'not yet';
  }
  return 'done';
}

export async function post(save: () => Promise<void>, amounts: string[]): Promise<void> {
  save(); // refused: typescript/no-floating-promises
  amounts.forEach(async () => save()); // refused: typescript/no-misused-promises
  await amounts.length; // refused: typescript/await-thenable
  if (amounts.length == 0) return; // refused: eqeqeq
  console.log('posted'); // refused: no-console
  if (amounts.length > 9) throw 'too many'; // refused: typescript/only-throw-error
  await save();
}

export async function caught(save: () => Promise<void>): Promise<void> {
  try {
    return save(); // refused: typescript/return-await
  } catch {
    throw new Error('The charge was not saved.');
  }
}

export type Row = any; // refused: typescript/no-explicit-any

export function loose(certified: boolean): string {
  const forgotten = 'x'; // refused: no-unused-vars
  return `${certified}`; // refused: typescript/restrict-template-expressions
}
/* todo: later, which never comes */ // refused: no-warning-comments
