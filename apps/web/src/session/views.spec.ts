import { describe, expect, it } from '@jest/globals';
import { namedMost, searchOf, viewsIn, withView } from './views.ts';

const open = { name: 'Open', search: 'state=RECORDED' };

describe('a saved view', () => {
  it('is an address without what is open beside the list, whatever the order of its parts', () => {
    const of = (text: string): string => searchOf(new URLSearchParams(text), ['charge']);
    expect(of('state=RECORDED&charge=A1-05&agreement=CRA-2025-001&lang=fr&item=')).toBe(
      'agreement=CRA-2025-001&state=RECORDED',
    );
    expect(of('agreement=CRA-2025-001&state=RECORDED')).toBe(of('state=RECORDED&agreement=CRA-2025-001'));
  });

  it('has one name; keeping it again under that name replaces it', () => {
    expect(withView([open], { name: ' Open ', search: 'state=RECEIVED' })).toEqual([
      { name: 'Open', search: 'state=RECEIVED' },
    ]);
    expect(withView([open], { name: '  ', search: 'x=1' })).toEqual([open]);
    expect(withView([], { name: 'a'.repeat(100), search: '' })[0]?.name).toHaveLength(40);
  });

  it('gives way to newer ones beyond twenty', () => {
    const many = Array.from({ length: namedMost }, (_, index) => ({ name: String(index), search: '' }));
    const after = withView(many, open);
    expect([after.length, after.at(0)?.name, after.at(-1)]).toEqual([namedMost, '1', open]);
  });
});

it('what was kept in another form is no view', () => {
  expect(viewsIn([open, null, 'x', { name: 1, search: '' }, { name: '', search: '' }, { name: 'y' }])).toEqual([open]);
  for (const kept of [null, {}, 'views', 7]) expect(viewsIn(kept)).toEqual([]);
});
