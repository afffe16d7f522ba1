import { beforeEach, describe, expect, it } from '@jest/globals';
import { forgetSentTrip, keepRefusedTrip, keepTrip, keptTrip, type TripDraft } from './draft.ts';
import { emptyForm, emptyTicket } from './form.ts';

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
const typed: TripDraft = { form, sent: null };
const onDisk = (): string => [...disk.values()].join();
const theirs = { form: { ...form, note: 'theirs' }, sent: 'key-of-another-tab' };
const anotherTabSends = (): void => void disk.set(`recoup.draft.sent ${theirs.sent} ${name}`, JSON.stringify(theirs));

describe('a trip that is being typed', () => {
  beforeEach(() => {
    disk.clear();
    keepTrip(name, { form: emptyForm, sent: null });
  });

  it('is whole in the memory of the page, and on the disk without name and ticket numbers', () => {
    keepTrip(name, typed);
    expect(keptTrip(name)).toEqual(typed);
    expect(onDisk()).toContain('own');
    expect(onDisk()).not.toMatch(/Diop|706/);
  });

  it('is whole on the disk while its answer is awaited, and not once that was no', () => {
    keepTrip(name, { form, sent: 'K' });
    expect(onDisk()).toMatch(/Diop.*706/);
    keepRefusedTrip(name, { form, key: 'K' });
    expect(onDisk()).not.toMatch(/Diop|706|"K"/);
    expect(keptTrip(name)).toEqual(typed);
  });

  it('gives way to what another tab has under way', () => {
    keepTrip(name, typed);
    anotherTabSends();
    expect(keptTrip(name)).toEqual(theirs);
    expect(keptTrip(`${name}.A1-05`)).toEqual({ form: emptyForm, sent: null }); // of another place
  });

  it.each<[string, TripDraft]>([
    ['typed on', typed],
    ['emptied', { form: emptyForm, sent: null }],
  ])('takes nothing from the disk that another tab has under way, where it is %s', (_, draft) => {
    anotherTabSends();
    keepTrip(name, draft);
    expect(keptTrip(name)).toEqual(theirs);
  });

  it('is on the disk beside what another tab has under way, each until its own answer', () => {
    anotherTabSends();
    const own: TripDraft = { form, sent: 'K' };
    keepTrip(name, own);
    expect(onDisk()).toMatch(/theirs.*"K"/);
    expect(keptTrip(name)).toEqual(own);
    forgetSentTrip(name, 'K');
    expect(keptTrip(name)).toEqual(theirs);
    forgetSentTrip(name, theirs.sent);
    expect(onDisk()).toBe('');
    expect(keptTrip(name)).toEqual({ form: emptyForm, sent: null });
  });

  it('is not sent anew with another key where another page has had its answer', () => {
    keepTrip(name, { form, sent: 'K' });
    disk.clear();
    expect(keptTrip(name)).toEqual({ form, sent: 'K' });
  });
});
