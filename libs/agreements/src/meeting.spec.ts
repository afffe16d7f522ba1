import { expect, it } from '@jest/globals';
import { Day } from '#kernel';
import { Meeting } from './meeting.ts';

it('a meeting is named in one way: its title is kept in its composed form', () => {
  const on = Day.of('2025-11-03');
  const facts = { code: 'X', organizer: 'BRS', startsOn: on, endsOn: on, place: 'CHGVA', venue: '' };
  expect(new Meeting({ ...facts, title: 'Confe\u0301rence' }).title).toBe('Conf\u00e9rence');
});
