import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { fr } from './fr/index.ts';
import { reasons, whoCould } from './fr/reasons.ts';
import { refusals } from './fr/refusals.ts';
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
      [...new Set([...message.matchAll(/(?<!(?:one|other|=0) )\{(\w+)[,}]/g)].map(([, name = '']) => name))].toSorted();
    const others = Object.entries(fr).filter(([english, french]) => values(english).join() !== values(french).join());
    expect(others).toEqual([]);
  });

  it('and the English can be compiled, each', () => {
    for (const message of Object.entries(fr).flat()) expect(() => compileMessage(message)).not.toThrow();
  });

  it('has the spaces that French has: narrow before ; ? and !, whole before : and within « », and none of them breaks', () => {
    const all = [fr, refusals, reasons, whoCould].flatMap((words) => Object.values(words).flat());
    expect(all.length).toBeGreaterThan(500);
    const wrong = /[^\u202f][;?!]|[^\u00a0]:(?=\s|$)|«[^\u00a0]|[^\u00a0]»/;
    expect(all.filter((french) => wrong.test(french))).toEqual([]);
  });

  it('is asked for a label with its value too: no colon is put after a word by the page', () => {
    expect([...pages.matchAll(/\bt\([^()]*\)\}: ?.{0,30}/g)].map(([found]) => found)).toEqual([]);
    const afterOthers = /<\/\w+>: |<\w+ [^<>]*\/>:\{|\)\}:\{' '\}|`[^`\n]*\$\{[^`\n]*\}: \$\{.{0,30}|`[A-Z]+: \$\{t\(/g;
    expect([...pages.matchAll(afterOthers)].map(([found]) => found)).toEqual([]);
  });

  it('counts by a plural of the language: what stands beside a number agrees with it', () => {
    const beside = /\{(count|altered)\}/; // a number as it is
    const alone = ['Certify {count}, {total}', 'Confirm receipt of {count}, {total}', '{state}: {count}'];
    const inFigures = [...alone, '{amount} is unexplained, in {count} of {all}.']; // no word is beside it
    const counted = Object.entries(fr).filter(([english]) => /\{(count|altered)/.test(english));
    const bare = (words: string): boolean => beside.test(words) && !/, plural,/.test(words);
    expect(
      counted
        .filter((both) => both.some(bare))
        .map(([english]) => english)
        .toSorted(),
    ).toEqual(inFigures.toSorted());
    expect(
      counted.filter(([english, french]) => english.includes(', plural,') !== french.includes(', plural,')),
    ).toEqual([]);
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
