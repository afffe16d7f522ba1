import { expect, it } from '@jest/globals';
import { Typed } from './typed.ts';

it('what is typed is there again once the page has turned', () => {
  const typed = new Typed();
  expect(typed.begin('account', 'BRS.')).toBe('BRS.');
  typed.keep('account', 'BRS.finance');
  typed.turn(() => typed.leave('account'));
  expect(typed.begin('account', 'BRS.')).toBe('BRS.finance');
});

it('and is forgotten when its field is gone for another reason, also after a turn that failed', () => {
  const typed = new Typed();
  typed.keep('password', 'secret');
  const failing = () =>
    typed.turn(() => {
      throw new Error('not drawn');
    });
  expect(failing).toThrow('not drawn');
  typed.leave('password');
  expect(typed.begin('password', '')).toBe('');
});

it('what is selected is kept as it is, also where nothing is', () => {
  const typed = new Typed();
  const chosen = new Set(['A1-01', 'A1-02']);
  typed.keep('selection', chosen);
  typed.keep('reached', null);
  typed.turn(() => ['selection', 'reached'].forEach((name) => typed.leave(name)));
  expect(typed.begin('selection', new Set())).toBe(chosen);
  expect(typed.begin<string | null>('reached', 'A1-01')).toBeNull();
});
