import { refusalWords } from './words.ts';

export interface Said {
  readonly code: string;
  readonly detail: string;
}

/**
 * What the server says of one field, in the language of the page as far as it has words for the code: the facts are in the
 * server's sentence, which stands behind them.
 */
export function fieldText({ code, detail }: Said): string {
  const said = detail.replace(/ Nothing was written\.$/, '');
  const words = refusalWords(code);
  return words === null ? said : `${words.join(' ')} (${said})`;
}
