type State = 'draft' | 'certified';

export class Rates {
  readonly name: string = 'rates';
}

export function stateOf(state: State): string {
  switch (
    state // refused: @typescript-eslint/switch-exhaustiveness-check
  ) {
    case 'draft':
      return 'not yet';
  }
  return 'done';
}

export async function post(save: () => Promise<void>, amounts: string[]): Promise<void> {
  save(); // refused: @typescript-eslint/no-floating-promises
  amounts.forEach(async () => save()); // refused: @typescript-eslint/no-misused-promises
  await amounts.length; // refused: @typescript-eslint/await-thenable
  if (amounts.length == 0) return; // refused: eqeqeq
  console.log('posted'); // refused: no-console
  if (amounts.length > 9) throw 'too many'; // refused: @typescript-eslint/only-throw-error
  await save();
}

export async function caught(save: () => Promise<void>): Promise<void> {
  try {
    return save(); // refused: @typescript-eslint/return-await
  } catch {
    throw new Error('The charge was not saved.');
  }
}

export type Row = any; // refused: @typescript-eslint/no-explicit-any

export function loose(certified: boolean): string {
  const forgotten = 'x'; // refused: @typescript-eslint/no-unused-vars
  return `${certified}`; // refused: @typescript-eslint/restrict-template-expressions
}
// todo: later, which never comes; refused: no-warning-comments
