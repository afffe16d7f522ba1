import { useCallback, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { speak } from '../words/words.ts';
import { prefer } from './preferences.ts';
import { Typed } from './typed.ts';

const typed = new Typed();

/** A text as `useState` has it, which is still there once the page has turned to another language. `name`: of the field, once on a page. */
export function useTyped(name: string, initial = ''): [text: string, type: (text: string) => void] {
  const [text, setText] = useState(() => typed.begin(name, initial));
  useLayoutEffect(() => () => typed.leave(name), [name]);
  const type = useCallback(
    (next: string) => {
      typed.keep(name, next);
      setText(next);
    },
    [name],
  );
  return [text, type];
}

/** All of the page is made anew in another language, at once, and what is typed is kept over it. */
export async function chooseLanguage(code: string): Promise<void> {
  await speak(code);
  typed.turn(() => flushSync(() => prefer({ language: code })));
}
