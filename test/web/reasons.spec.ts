import { readdirSync, readFileSync } from 'node:fs';
import { documentKinds, hands } from '#identity';
import { describe, expect, it } from '@jest/globals';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { reasons } from '../../apps/web/src/words/fr/reasons.ts';

/** The rules that may close an action: those whose refusal says apart what it names (`parts`), with the text that does. */
const closing = readdirSync('libs', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\/src\/.+\.ts$/.test(file) && !file.endsWith('.spec.ts'))
  .flatMap((file) => readFileSync(`libs/${file}`, 'utf8').split(/^(?=export class )/m))
  .filter((text) => text.startsWith('export class ') && /^ {2}readonly parts: Parts\b/m.test(text))
  .map((text) => [codeOf(/^export class (\w+)/.exec(text)?.[1] ?? ''), text] as const);

function codeOf(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toUpperCase();
}

/** What a message takes of the parts, the choices in it too. */
function namesIn(read: unknown): string[] {
  if (!Array.isArray(read)) return [];
  return read.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, , choices] = token as [name: string, kind?: string, choices?: object];
    return [name, ...Object.values(choices ?? {}).flatMap(namesIn)];
  });
}

describe('the French of reasons', () => {
  it('is there for every rule that closes an action, and for no other', () => {
    expect(closing.map(([code]) => code).toSorted()).toEqual(Object.keys(reasons).toSorted());
  });

  it.each(closing)('of %s names what the rule says apart, and no more', (code, text) => {
    const said = text.slice(text.indexOf('parts'));
    const unknown = namesIn(compileMessage(reasons[code] ?? '')).filter(
      (name) => name !== 'document' && !new RegExp(`\\b${name}\\b`).test(said),
    );
    expect(unknown).toEqual([]);
  });

  it('has a word for whatever somebody may have done, and on what', () => {
    const codes = [...hands, ...documentKinds].map((words) => words.toUpperCase().replaceAll(/[^A-Z]+/g, '_'));
    expect(codes.filter((code) => !reasons.SAME_PERSON?.includes(` ${code} {`))).toEqual([]);
  });

  it('has no straight apostrophe, which ICU takes for a mark of its own', () => {
    expect(Object.values(reasons).filter((message) => message.includes("'"))).toEqual([]);
  });
});
