import { beforeEach, describe, expect, it } from '@jest/globals';
import { forgetSentTrip, keepRefusedTrip, keepTrip, keptTrip, setAsideTrip, type TripDraft } from './draft.ts';
import { emptyForm, emptyTicket } from './form.ts';
import { isSetAside, keysSetAside } from './set-aside.ts';

const disk = new Map<string, string>();
const store = {
  getItem: (key: string) => disk.get(key) ?? null,
  setItem: (key: string, value: string) => disk.set(key, value),
  removeItem: (key: string) => disk.delete(key),
};
Object.defineProperty(globalThis, 'localStorage', {
  value: new Proxy(store, {
    ownKeys: () => [...disk.keys()],
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
  }),
});

const name = 'BRS.finance.trip.CRA-2025-002';
const form = {
  ...emptyForm,
  traveller: 'Diop Aissatou',
  tickets: [{ ...emptyTicket, number: '706-2401' }],
  note: 'own',
};
const typed: TripDraft = { form, sent: null, isLeft: false };
const sent: TripDraft = { ...typed, sent: 'K' };
const fresh: TripDraft = { form: emptyForm, sent: null, isLeft: false };
const unnamed = { ...form, traveller: '', tickets: [{ ...emptyTicket, number: '' }] };
const onDisk = (): string => [...disk.values()].join();
const theirs: TripDraft = { form: { ...unnamed, note: 'theirs' }, sent: 'key-of-another-tab', isLeft: true };
const anotherTabSends = (): void =>
  void disk.set(
    `recoup.draft.sent ${theirs.sent ?? ''} ${name}`,
    JSON.stringify({ form: theirs.form, sent: theirs.sent }),
  );

describe('a trip that is being typed', () => {
  beforeEach(() => {
    forgetSentTrip(name, theirs.sent ?? '');
    disk.clear();
    keepTrip(name, fresh);
  });

  it('is whole in the memory of the page, and on the disk without name and ticket numbers', () => {
    keepTrip(name, typed);
    expect(keptTrip(name)).toEqual(typed);
    expect(onDisk()).toContain('own');
    expect(onDisk()).not.toMatch(/Diop|706/);
  });

  it('is on the disk without them while its answer is awaited too, and without its key once that was no', () => {
    keepTrip(name, sent);
    expect(onDisk()).toMatch(/own.*"K"/);
    expect(onDisk()).not.toMatch(/Diop|706/);
    expect(keptTrip(name)).toEqual(sent);
    keepRefusedTrip(name, { form, key: 'K' });
    expect(onDisk()).not.toMatch(/Diop|706|"K"/);
    expect(keptTrip(name)).toEqual(typed);
  });

  it('keeps a reference of a traveller, which tells nobody who that is', () => {
    keepTrip(name, { ...typed, form: { ...form, traveller: 'TR-0123456789' } });
    expect(onDisk()).toContain('TR-0123456789');
  });

  it('gives way to what another tab has under way, whose traveller is not known here', () => {
    keepTrip(name, typed);
    anotherTabSends();
    expect(keptTrip(name)).toEqual(theirs);
    expect(keptTrip(`${name}.A1-05`)).toEqual(fresh); // of another place
  });

  it('has its name again once that is typed, though the page that sent it is gone', () => {
    anotherTabSends();
    const again: TripDraft = { ...theirs, form: { ...theirs.form, traveller: 'Diop Aissatou' } };
    keepTrip(name, again);
    expect(keptTrip(name)).toEqual(again);
    expect(onDisk()).not.toContain('Diop');
  });

  it.each<[string, TripDraft]>([
    ['typed on', typed],
    ['emptied', fresh],
  ])('takes nothing from the disk that another tab has under way, where it is %s', (_, draft) => {
    anotherTabSends();
    keepTrip(name, draft);
    expect(keptTrip(name)).toEqual(theirs);
  });

  it('is on the disk beside what another tab has under way, each until its own answer', () => {
    anotherTabSends();
    keepTrip(name, sent);
    expect(onDisk()).toMatch(/theirs.*"K"/);
    expect(keptTrip(name)).toEqual(sent);
    forgetSentTrip(name, 'K');
    expect(keptTrip(name)).toEqual(theirs);
    forgetSentTrip(name, theirs.sent ?? '');
    expect(onDisk()).toBe('');
    expect(keptTrip(name)).toEqual(fresh);
  });

  it('is there again once what another tab had sent is known', () => {
    keepTrip(name, typed);
    anotherTabSends();
    keepTrip(name, { ...theirs, form: { ...theirs.form, traveller: 'Diop Aissatou' } }); // typed into theirs
    forgetSentTrip(name, theirs.sent ?? '');
    expect(keptTrip(name)).toEqual(typed);
  });

  it('is not sent anew with another key where another page has had its answer', () => {
    keepTrip(name, sent);
    disk.clear();
    expect(keptTrip(name)).toEqual(sent);
  });
});

describe('a trip that was sent and set aside', () => {
  beforeEach(() => {
    disk.clear();
    keepTrip(name, fresh);
  });

  it('is in no store any more but for its key, and nothing of it comes back', () => {
    keepTrip(name, { ...sent, sent: 'aside-1' });
    setAsideTrip(name, 'aside-1');
    expect(keptTrip(name)).toEqual(fresh);
    expect(isSetAside('aside-1')).toBe(true);
    expect(keysSetAside('BRS.finance.trip.')).toEqual(['aside-1']);
    expect(onDisk()).toBe('{}');
    keepTrip(name, { ...sent, sent: 'aside-1' }); // by what is on its way to be drawn
    expect(keptTrip(name)).toEqual(fresh);
  });

  it('leaves what is typed in its place, and its answer, which comes after all, takes nothing of that', () => {
    keepTrip(name, { ...sent, sent: 'aside-2' });
    setAsideTrip(name, 'aside-2');
    keepTrip(name, typed);
    forgetSentTrip(name, 'aside-2');
    expect(keptTrip(name)).toEqual(typed);
  });

  it('by another page is let go by the one that sends it', () => {
    keepTrip(name, { ...sent, sent: 'aside-3' });
    disk.set(`recoup.draft.aside aside-3 ${name}`, '{}');
    disk.delete(`recoup.draft.sent aside-3 ${name}`);
    expect(keptTrip(name)).toEqual(fresh);
    expect(isSetAside('aside-4')).toBe(false);
  });
});
