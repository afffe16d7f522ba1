import { describe, expect, it } from '@jest/globals';
import { checkDepth, checkFieldsOnce, FieldTwice, levelsMost, NestedTooDeep } from './json-body.ts';

describe('a JSON body', () => {
  it.each([
    '{}',
    '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
    '{"a":"a","b":"\\"a\\":","c":"{[:,"}',
    '["a","a"]',
    '"a"',
  ])('%s names each field once', (text) => expect(() => checkFieldsOnce(text)).not.toThrow());

  it.each(['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '[{"b":{"a":[],"c":1,"a":{}}}]', '{"":1,"":2}'])(
    '%s does not',
    (text) => expect(() => checkFieldsOnce(text)).toThrow(FieldTwice),
  );

  it('may nest as deep as the limit and no deeper, and brackets in texts do not count', () => {
    expect(() => checkDepth('['.repeat(levelsMost) + ']'.repeat(levelsMost))).not.toThrow();
    expect(() => checkDepth('['.repeat(levelsMost + 1))).toThrow(NestedTooDeep);
    expect(() => checkDepth('{"a":'.repeat(levelsMost + 1))).toThrow(NestedTooDeep);
    expect(() => checkDepth(JSON.stringify(['[{'.repeat(100)]))).not.toThrow();
  });
});
