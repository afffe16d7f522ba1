import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** The refusals of a lib, by the kind of the kernel that each is of. */
function refusalsIn(text: string): string[] {
  const kinds =
    /class (\w+) extends (?:Malformed|Unknown|Refused|Conflict|Stale|Forbidden|Unproven|TooOften|Held|Unfit)\b/g;
  return [...text.matchAll(kinds)].map(([, name = '']) => name);
}

/** Those of which a page says nothing. */
function unwritten(page: string, refusals: readonly string[]): string[] {
  const words = new Set(page.match(/\w+/g) ?? []);
  return refusals.filter((name) => !words.has(name));
}

describe('every rule that a lib refuses by', () => {
  it.each(readdirSync('libs'))('stands in the page of %s', (lib) => {
    const files = readdirSync(join('libs', lib, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(join('libs', lib, 'src', file), 'utf8'));
    const page = readFileSync(join('libs', lib, 'README.md'), 'utf8');
    expect(unwritten(page, files.flatMap(refusalsIn))).toEqual([]);
  });

  it('is found, and missed where a page leaves it out', () => {
    const rules = refusalsIn('export class NightPaidTwice extends Refused {}\nclass NotADay extends Malformed {');
    expect(rules).toEqual(['NightPaidTwice', 'NotADay']);
    expect(unwritten('`NightPaidTwiceOver`, `NotADay`', rules)).toEqual(['NightPaidTwice']);
  });
});
