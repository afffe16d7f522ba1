import { describe, expect, it } from '@jest/globals';
import { checkDepth, levelsMost, NestedTooDeep } from './json-body.ts';

describe('a JSON body', () => {
  it('may nest as deep as the limit and no deeper, and brackets in texts do not count', () => {
    expect(() => checkDepth('['.repeat(levelsMost) + ']'.repeat(levelsMost))).not.toThrow();
    expect(() => checkDepth('['.repeat(levelsMost + 1))).toThrow(NestedTooDeep);
    expect(() => checkDepth('{"a":'.repeat(levelsMost + 1))).toThrow(NestedTooDeep);
    expect(() => checkDepth(JSON.stringify(['[{'.repeat(100)]))).not.toThrow();
  });
});
