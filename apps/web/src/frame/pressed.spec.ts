import { describe, expect, it } from '@jest/globals';
import { type Group, Pressed } from './pressed.ts';

const one = (keys: string, name: string, leads?: string) => ({ keys, name, ...(leads === undefined ? {} : { leads }) });
type One = ReturnType<typeof one>;
const group = (number: number, ...shortcuts: One[]): Group<One> => ({ number, shortcuts });

const frame = group(1, one('g c', 'to charges', '/charges'), one('g h', 'home', '/'), one('?', 'help'));
const people = group(2, one('n', 'add a person'), one('Escape', 'close'));
const charges = group(3, one('n', 'record charges'));

describe('keys one after another', () => {
  it('`g` and a letter is one shortcut, and a letter alone another', () => {
    const pressed = new Pressed<One>();
    expect(pressed.press('g', 0, [people, frame], '/people')).toBeNull();
    expect(pressed.press('h', 100, [people, frame], '/people')?.name).toBe('home');
    expect(new Pressed<One>().press('n', 0, [people, frame], '/people')?.name).toBe('add a person');
  });

  it('a `g` that nothing follows is forgotten', () => {
    const pressed = new Pressed<One>();
    pressed.press('g', 0, [frame], '/people');
    expect(pressed.press('h', 1_500, [frame], '/people')).toBeNull();
  });

  it('what lies on top hears first', () => {
    const panel = group(9, one('n', 'the panel'));
    expect(new Pressed<One>().press('n', 0, [panel, people], '/people')?.name).toBe('the panel');
  });
});

describe('g c n at the speed of typing', () => {
  const typed = (): Pressed<One> => {
    const pressed = new Pressed<One>();
    pressed.press('g', 0, [people, frame], '/people');
    pressed.press('c', 50, [people, frame], '/people');
    return pressed;
  };

  it('keeps the n for the screen that is not there yet, and gives it once', () => {
    const pressed = typed();
    expect(pressed.press('n', 100, [frame], '/charges')).toBeNull();
    expect(pressed.hasCome(110, [frame])).toBeNull();
    expect(pressed.hasCome(300, [charges, frame])?.name).toBe('record charges');
    expect(pressed.hasCome(310, [charges, frame])).toBeNull();
  });

  it('is not taken by the screen that is being left', () => {
    const pressed = typed();
    expect(pressed.press('n', 100, [people, frame], '/people')).toBeNull();
    expect(pressed.hasCome(120, [people, frame])).toBeNull();
    expect(pressed.hasCome(300, [charges, people, frame])?.name).toBe('record charges');
  });

  it('is taken at once where the screen is there', () => {
    expect(typed().press('n', 400, [charges, frame], '/charges')?.name).toBe('record charges');
  });

  it('is forgotten when the screen is late: what is done then is a surprise', () => {
    const pressed = typed();
    pressed.press('n', 100, [frame], '/charges');
    expect(pressed.hasCome(5_100, [charges, frame])).toBeNull();
    expect(pressed.press('n', 5_200, [charges, frame], '/charges')?.name).toBe('record charges');
  });

  it('awaits no other screen where it leads to the one that is there', () => {
    const pressed = new Pressed<One>();
    pressed.press('g', 0, [charges, frame], '/charges');
    pressed.press('c', 50, [charges, frame], '/charges');
    expect(pressed.press('n', 100, [charges, frame], '/charges')?.name).toBe('record charges');
  });

  it('a second `g` goes on elsewhere', () => {
    const pressed = typed();
    pressed.press('g', 100, [frame], '/charges');
    expect(pressed.press('h', 150, [frame], '/charges')?.name).toBe('home');
  });
});
