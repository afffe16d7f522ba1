import type { ReactNode } from 'react';
import { prefer } from '../session/preferences.ts';
import { languages, speak } from '../words/words.ts';

/** Each language in its own words, for whoever is not in yet. */
export function Languages(): ReactNode {
  return (
    <p className="sign-in-languages">
      {languages
        .filter(({ code }) => code !== 'x-rtl')
        .map(({ code, name }) => (
          <button
            key={code}
            type="button"
            lang={code}
            className="link"
            onClick={() => void speak(code).then(() => prefer({ language: code }))}
          >
            {name}
          </button>
        ))}
    </p>
  );
}
