import { inbox } from '#audit';
import { NotDesignated } from '#identity';
import { OperationalRate, RateLoadedByOne, RatePublishedOtherwise, RatesService } from '#rates';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as a from '../support/a.ts';
import { anActInSql } from '../support/an-act.ts';
import { Office } from '../support/office.ts';
import { tried } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const nok = (unitsPerUsd: string, on = '2025-06-01'): OperationalRate =>
  new OperationalRate({ currency: 'NOK', effectiveOn: a.day(on), unitsPerUsd });

/** How many of these came into force by it, and how many wait. */
function loads(person: string, ...rates: OperationalRate[]): Promise<[added: number, waiting: number]> {
  return office.do(async (tx) => {
    const by = await office.officer(tx, person);
    const service = office.books.get(RatesService);
    const { added, waiting } = await service.importOperationalRates(tx, { rates, place: '' }, by, office.books.clock);
    return [added.length, waiting.length];
  });
}
const waitingFor = (secretariat: string) =>
  office.do((tx) => office.books.get(RatesService).waitingRates(tx, { secretariat }));
/** What the inbox asks this person to load; undefined for whoever loads no rates. */
const toLoad = (person: string) =>
  office.do(async (tx) => {
    const parts = await inbox(tx, await office.officer(tx, person), { page: 20 });
    return parts.find(({ kind }) => kind === 'rates-to-load')?.items.map(({ id, about, by }) => `${id} ${about} ${by}`);
  });
const inForce = (): Promise<string[]> =>
  office.do(async (tx) =>
    (await office.books.get(RatesService).allOperationalRates(tx))
      .filter(({ currency }) => currency === 'NOK')
      .map(({ effectiveOn, unitsPerUsd }) => `${effectiveOn.toString()} ${unitsPerUsd}`),
  );

describe('an operational rate', () => {
  it('that one person has loaded waits, however often, and is in force by the second', async () => {
    expect(await loads('BRS.finance', nok('10.5'), nok('10.6', '2025-07-01'))).toEqual([0, 2]);
    expect(await loads('BRS.finance', nok('10.5'))).toEqual([0, 1]);
    expect(await inForce()).toEqual([]);
    const waiting = await waitingFor('BRS');
    expect(waiting).toEqual([
      { currency: 'NOK', effectiveOn: '2025-06-01', unitsPerUsd: '10.5', loadedBy: 'BRS.finance' },
      { currency: 'NOK', effectiveOn: '2025-07-01', unitsPerUsd: '10.6', loadedBy: 'BRS.finance' },
    ]);
    expect(await toLoad('BRS.finance')).toEqual([]); // who has done so
    expect(await toLoad('BRS.approving')).toEqual([
      'NOK 2025-06-01 10.5 units for USD 1 BRS.finance',
      'NOK 2025-07-01 10.6 units for USD 1 BRS.finance',
    ]);
    expect(await toLoad('MINAMATA.finance')).toEqual([
      'NOK 2025-06-01 10.5 units for USD 1 BRS',
      'NOK 2025-07-01 10.6 units for USD 1 BRS',
    ]);
    for (const other of ['BRS.certifying', 'BRS.auditor']) expect(await toLoad(other)).toBeUndefined();
    expect((await waitingFor('MINAMATA')).map(({ loadedBy }) => loadedBy)).toEqual(['BRS', 'BRS']);
    expect(await loads('MINAMATA.finance', nok('10.50'))).toEqual([1, 0]); // written otherwise, and the same
    expect(await loads('BRS.approving', nok('10.6', '2025-07-01'))).toEqual([1, 0]); // of the own side
    for (const other of ['BRS.approving', 'MINAMATA.finance', 'MINAMATA.approving'])
      expect(await toLoad(other)).toEqual([]);
    expect((await inForce()).map((one) => one.slice(0, 10))).toEqual(['2025-06-01', '2025-07-01']);
    expect(await loads('MINAMATA.finance', nok('10.5'))).toEqual([0, 0]); // the books have it
  });

  it('that was a slip keeps the right one out no more', async () => {
    const on = '2025-08-01';
    expect(await loads('BRS.finance', nok('105', on))).toEqual([0, 1]);
    expect(await loads('MINAMATA.finance', nok('10.7', on))).toEqual([0, 1]);
    expect(await loads('BRS.finance', nok('10.7', on))).toEqual([1, 0]);
    await expect(loads('MINAMATA.finance', nok('105', on))).rejects.toBeInstanceOf(RatePublishedOtherwise);
  });

  it('that two load at the same moment is in force by the later of them', async () => {
    const both = ['BRS.finance', 'MINAMATA.finance'].map((person) => loads(person, nok('10.8', '2025-09-01')));
    expect((await Promise.all(both)).sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('is loaded by whoever may', async () => {
    await expect(loads('BRS.certifying', nok('1', '2025-10-01'))).rejects.toBeInstanceOf(NotDesignated);
    await expect(loads('BRS.auditor', nok('1', '2025-10-01'))).rejects.toBeInstanceOf(NotDesignated);
  });
});

describe('the database, past the services,', () => {
  const asOfficer = anActInSql.replaceAll(`'recoup'`, `'BRS'`).replace(`'BRS', 'BRS'`, `'BRS.finance', 'BRS'`);
  const loading = (person: string): string =>
    `insert into rates.loaded_rate values ('SEK', '2025-06-01', 9.5, '${person}', 'BRS', now())`;
  const inForceNow = `insert into rates.operational_rate (currency, effective_on, units_per_usd) values ('SEK', '2025-06-01', 9.5)`;

  it.each<[string, string[], RegExp]>([
    ['a rate in force that nobody has loaded', [inForceNow], /one person alone has loaded/],
    ['one that one person has loaded', [loading('BRS.finance'), inForceNow], /one person alone has loaded/],
    ['the hand of somebody else', [loading('MINAMATA.finance')], /MINAMATA\.finance did not load this/],
    [
      'another value by the first hand',
      [loading('BRS.finance'), 'update rates.loaded_rate set units_per_usd = 9'],
      /./,
    ],
    ['a hand that is taken away', [loading('BRS.finance'), 'delete from rates.loaded_rate'], /./],
  ])('refuses %s', async (_, statements, refused) => {
    const said = await tried(office.owner, asOfficer, ...statements);
    expect(said).not.toBe('done');
    expect(said).toMatch(refused);
    expect(await tried(office.owner, asOfficer, loading('BRS.finance'))).toBe('done');
  });

  it('says so in the words of the rule', async () => {
    const adding = office.do(async (tx) => {
      await tx.query(asOfficer);
      await tx.query(inForceNow);
    });
    await expect(adding).rejects.toBeInstanceOf(RateLoadedByOne);
  });
});
