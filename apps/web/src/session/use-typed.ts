import { type Dispatch, type SetStateAction, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { speak } from '../words/words.ts';
import { prefer } from './preferences.ts';
import { Typed } from './typed.ts';

const typed = new Typed();

/** As `useState`, and still there once the page has turned to another language. `name`: once on a page. */
export function useKept<T>(name: string, initial: T): [value: T, set: Dispatch<SetStateAction<T>>] {
  const [value, set] = useState(() => typed.begin(name, initial));
  useLayoutEffect(() => typed.keep(name, value), [name, value]);
  useLayoutEffect(() => () => typed.leave(name), [name]);
  return [value, set];
}

/** The same of a text. */
export function useTyped(name: string, initial = ''): [text: string, type: (text: string) => void] {
  return useKept(name, initial);
}

/** All of the page is made anew in another language, at once, and what is typed is kept over it. */
export async function chooseLanguage(code: string): Promise<void> {
  await speak(code);
  typed.turn(() => flushSync(() => prefer({ language: code })));
}
