import type { Message, Values } from './words.ts';

/** A sentence to be said in the reader's language. */
export type Said = readonly [message: Message, values?: Values];

/** What a typed or pasted text means. Where it can mean two things it is never guessed: both are offered. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'read'; readonly value: string } // in the form of the API
  | { readonly kind: 'unclear'; readonly why: Said; readonly readings: readonly string[] } // each in that form
  | { readonly kind: 'wrong'; readonly why: Said; readonly readings?: readonly string[] };
