import { beforeEach, describe, expect, it } from '@jest/globals';
import { keepRefusedTrip, keepTrip, keptTrip, type TripDraft } from './draft.ts';
import { emptyForm, emptyTicket } from './form.ts';

const disk = new Map<string, string>();
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (key: string) => disk.get(key) ?? null,
    setItem: (key: string, value: string) => disk.set(key, value),
    removeItem: (key: string) => disk.delete(key),
  },
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
const anotherTab = (draft: TripDraft): void => void disk.set(`recoup.draft.${name}`, JSON.stringify(draft));
const theirs: TripDraft = { form: { ...form, note: 'theirs' }, sent: 'key of another tab' };

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
    keepRefusedTrip(name, form);
    expect(onDisk()).not.toMatch(/Diop|706|"K"/);
    expect(keptTrip(name)).toEqual(typed);
  });

  it('gives way to what another tab has under way', () => {
    keepTrip(name, typed);
    anotherTab(theirs);
    expect(keptTrip(name)).toEqual(theirs);
  });

  it.each<[string, TripDraft]>([
    ['typed on', typed],
    ['emptied', { form: emptyForm, sent: null }],
    ['sent too', { form, sent: 'K' }],
  ])('takes nothing from the disk that another tab has under way, where it is %s', (_, draft) => {
    anotherTab(theirs);
    keepTrip(name, draft);
    expect(keptTrip(name)).toEqual(theirs);
  });
});
