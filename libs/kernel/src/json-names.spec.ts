import { describe, expect, it } from '@jest/globals';
import { checkFieldsOnce, FieldTwice } from './json-names.ts';

describe('a JSON text', () => {
  it.each([
    '{}',
    '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
    '{"a":"a","b":"\\"a\\":","c":"{[:,"}',
    '["a","a"]',
    '"a"',
  ])('%s names each field once', (text) => expect(() => checkFieldsOnce(text)).not.toThrow());

  it.each([
    ['{"a":1,"a":2}', '/a'],
    ['{"a":1,"\\u0061":2}', '/a'],
    ['[{"b":{"a":[],"c":1,"a":{}}}]', '/0/b/a'],
    ['{"x":["],[",{},[{},{"y":1,"y":1}]]}', '/x/2/1/y'],
    ['{"":1,"":2}', '/'],
    ['{"a/b~c":1,"a/b~c":2}', '/a~1b~0c'],
  ])('%s does not, at %s', (text, pointer) => {
    expect(() => checkFieldsOnce(text)).toThrow(expect.objectContaining({ name: FieldTwice.name, pointer }));
  });
});
