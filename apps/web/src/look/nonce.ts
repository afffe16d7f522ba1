import { setNonce } from 'get-nonce';

let found: string | undefined;

/**
 * The word that allows a style sheet made by the page itself; the server gives each answer another one, in a meta tag.
 * Empty while Vite serves the page.
 */
export function nonce(): string {
  if (found === undefined) {
    found = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
    if (found !== '') setNonce(found); // for the lock of scrolling below a dialogue
  }
  return found;
}
