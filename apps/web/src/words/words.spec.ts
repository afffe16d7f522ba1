import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { fr } from './fr/index.ts';
import { pseudo } from './pseudo.ts';

const source = join(import.meta.dirname, '..');
const pages = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/words\/fr\/|generated\/|\.spec\./.test(file.replaceAll('\\', '/')))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

describe('the French of the pages', () => {
  it('has no sentence that nobody says', () => {
    expect(
      Object.keys(fr).filter((message) => !pages.includes(`'${message}'`) && !pages.includes(`"${message}"`)),
    ).toEqual([]);
  });

  it('speaks of the same values as the English', () => {
    const values = (message: string): string[] =>
      [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].toSorted();
    const others = Object.entries(fr).filter(([english, french]) => values(english).join() !== values(french).join());
    expect(others).toEqual([]);
  });

  it('and the English can be compiled, each', () => {
    for (const message of Object.entries(fr).flat()) expect(() => compileMessage(message)).not.toThrow();
  });

  it('has no straight apostrophe, which ICU takes for a mark of its own', () => {
    expect(
      Object.entries(fr)
        .flat()
        .filter((message) => message.includes("'")),
    ).toEqual([]);
  });
});

it('the pseudo-language leaves what ICU reads', () => {
  expect(pseudo('Charges of {meeting}')).toBe('[Çhárgés óf {meeting}]');
  expect(pseudo('{count, plural, one {# charge} other {# charges}}')).toBe(
    '[{count, plural, one {# charge} other {# charges}}]',
  );
});
