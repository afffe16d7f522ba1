import { describe, expect, it } from '@jest/globals';
import { checkTrip, emptyForm, emptyStay, emptyTicket, type TripForm } from './form.ts';

const frame = { agreement: 'CRA-2025-002', replaces: null };
const nairobi: TripForm = {
  ...emptyForm,
  traveller: ' Diop Aissatou ',
  party: 'ke',
  from: 'nbo',
  endedOn: '8 Nov 2025',
  terminals: '4',
  tickets: [{ ...emptyTicket, on: '10.10.2025', currency: 'eur', amount: '712,00', number: '706-2401' }],
  stays: [{ ...emptyStay, place: 'chgva', first: '2025-10-31', count: '8' }],
};
const whyAt = (form: TripForm, place: string) => checkTrip(form, frame).findings.get(place);

describe('a trip that is typed', () => {
  it('is what the API takes, in its forms', () => {
    expect(checkTrip(nairobi, { ...frame, replaces: 'T-02' }).request).toEqual({
      agreement: 'CRA-2025-002',
      traveller: 'Diop Aissatou',
      party: 'KE',
      from: 'NBO',
      ticket: [{ kind: 'TICKET', on: '2025-10-10', currency: 'EUR', amount: '712.00', number: '706-2401' }],
      nights: [{ place: 'CHGVA', first: '2025-10-31', count: 8 }],
      terminals: 4,
      endedOn: '2025-11-08',
      replaces: 'T-02',
    });
  });

  it('may have no tickets, no nights and no terminals; what stands empty is not sent', () => {
    const { request } = checkTrip({ ...nairobi, tickets: [], stays: [emptyStay], terminals: '0' }, frame);
    expect(request).toMatchObject({ ticket: [], nights: [], terminals: 0 });
  });

  it('lacks what is empty, and of a line that is begun each field', () => {
    const { request, missing } = checkTrip({ ...emptyForm, stays: [{ ...emptyStay, place: 'CHGVA' }] }, frame);
    expect(request).toBeNull();
    expect([...missing].toSorted()).toEqual(
      ['/endedOn', '/nights/0/count', '/nights/0/first', '/party', '/terminals', '/traveller'].toSorted(),
    );
  });

  it('is told of the field that the server means, though lines before it stand empty', () => {
    const { placeOf } = checkTrip({ ...nairobi, tickets: [emptyTicket, ...nairobi.tickets] }, frame);
    expect(placeOf('/ticket/0/amount')).toBe('/ticket/1/amount');
    expect(placeOf('/nights/0/place')).toBe('/nights/0/place');
    expect(placeOf('/endedOn')).toBe('/endedOn');
    expect(placeOf('/ticket')).toBe('/ticket');
  });
});

describe('what can be read in two ways', () => {
  it('is never guessed: a day, an amount, a refund without its minus', () => {
    const [ticket] = nairobi.tickets;
    const refund = { ...emptyTicket, ...ticket, kind: 'REFUND' as const, amount: '12.00' };
    expect(whyAt({ ...nairobi, endedOn: '05/11/2025' }, '/endedOn')?.readings).toEqual(['2025-11-05', '2025-05-11']);
    expect(whyAt({ ...nairobi, tickets: [refund] }, '/ticket/0/amount')?.readings).toEqual(['-12.00']);
    expect(whyAt({ ...nairobi, tickets: [{ ...refund, amount: '-12.00' }] }, '/ticket/0/amount')).toBeUndefined();
    expect(whyAt({ ...nairobi, advanceUsd: '1.234,50' }, '/advanceUsd')?.readings).toHaveLength(2);
  });
});

describe('what is of the wrong form', () => {
  it.each<[string, Partial<TripForm>]>([
    ['/party', { party: 'Kenya' }],
    ['/terminals', { terminals: '101' }],
    ['/terminals', { terminals: '-1' }],
    ['/nights/0/count', { stays: [{ ...emptyStay, place: 'CHGVA', first: '2025-11-01', count: '0' }] }],
    ['/nights/0/count', { stays: [{ ...emptyStay, place: 'CHGVA', first: '2025-11-01', count: '1.5' }] }],
    ['/ticket/0/currency', { tickets: [{ ...emptyTicket, on: '2025-10-10', currency: 'FRANCS', amount: '1' }] }],
    ['/ticket/0/amount', { tickets: [{ ...emptyTicket, on: '2025-10-10', currency: 'JPY', amount: '1.50' }] }],
  ])('is said at %s: %j', (place, texts) => {
    const { request, findings } = checkTrip({ ...nairobi, ...texts }, frame);
    expect(request).toBeNull();
    expect([...findings.keys()]).toEqual([place]);
  });
});
