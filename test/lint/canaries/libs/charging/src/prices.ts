enum Kind {
  service,
  cost,
}

/* @ts-ignore it hides every other mistake of that line too, refused: typescript/ban-ts-comment */
export var prices: string[] = []; // refused: no-var

export function read(answer: string): string[] {
  let price = '1.00'; // refused: prefer-const
  prices.push(price);
  const row = JSON.parse(answer); // refused: typescript/no-unsafe-assignment
  row(); // refused: typescript/no-unsafe-call
  prices.push(row); // refused: typescript/no-unsafe-argument
  if (row.isEmpty) return prices; // refused: typescript/no-unsafe-member-access
  return row; // refused: typescript/no-unsafe-return
}

export function priced(kind: Kind): Promise<boolean> {
  if (kind === 1) return Promise.resolve(true); // refused: typescript/no-unsafe-enum-comparison
  return Promise.reject('no price'); // refused: typescript/prefer-promise-reject-errors
}
