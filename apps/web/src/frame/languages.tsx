import type { ReactNode } from 'react';
import { chooseLanguage } from '../session/use-typed.ts';
import { languages } from '../words/words.ts';

/** Each language in its own words, for whoever is not in yet. */
export function Languages(): ReactNode {
  return (
    <p className="sign-in-languages">
      {languages
        .filter(({ code }) => code !== 'x-rtl')
        .map(({ code, name }) => (
          <button key={code} type="button" lang={code} className="link" onClick={() => void chooseLanguage(code)}>
            {name}
          </button>
        ))}
    </p>
  );
}
