import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Duty, duties } from './authority.ts';
import {
  actsReadBy,
  checkReads,
  NotDesignatedToRead,
  packedReadings,
  readable,
  readingCodes,
  reads,
} from './readings.ts';

const holding = (...held: Duty[]) => ({
  ...{ person: 'BRS.x', name: 'X', secretariat: 'BRS' },
  designations: held.map((duty) => ({ duty, fund: '' })),
});

const figures = ['agreement.read', 'charge.read', 'invoice.read', 'book.read', 'budget.read', 'proof.read'] as const;

describe('the table of readings', () => {
  it('shows an administrator people and access, and no figure', () => {
    const read = readable(['ADMINISTRATOR']);
    expect(read.filter((code) => figures.some((one) => one === code))).toEqual([]);
    expect(read).toEqual(expect.arrayContaining(['people.read', 'renewal.read', 'act.read', 'fund.read']));
  });

  it('shows everybody else of a side its documents, and a traveller to whoever has to do with trips', () => {
    for (const duty of duties.filter((one) => one !== 'ADMINISTRATOR'))
      expect([duty, figures.filter((code) => !reads(holding(duty), code))]).toEqual([duty, []]);
    expect(duties.filter((duty) => !reads(holding(duty), 'traveller.read'))).toEqual([
      'APPROVING_OFFICER',
      'ADMINISTRATOR',
    ]);
  });

  it('shows whoever holds nothing themselves alone', () => {
    expect(readable([])).toEqual(['oneself.read']);
  });

  it('shows whoever holds two duties what either reads', () => {
    const both = readable(['ADMINISTRATOR', 'APPROVING_OFFICER']);
    for (const code of [...readable(['ADMINISTRATOR']), ...readable(['APPROVING_OFFICER'])])
      expect(both).toContain(code);
    expect(both).not.toContain('traveller.read');
  });

  it('refuses by naming who reads it and what somebody is', () => {
    checkReads(holding('AUDITOR'), 'charge.read');
    const refused = new NotDesignatedToRead(holding('ADMINISTRATOR'), 'charge.read');
    expect(() => checkReads(holding('ADMINISTRATOR'), 'charge.read')).toThrow(refused);
    expect(refused.code).toBe('NOT_DESIGNATED_TO_READ');
    expect(refused.message).toMatch(/read by a finance officer, .* of BRS\. BRS\.x is an administrator today/);
    expect(() => checkReads(holding(), 'inbox.read')).toThrow(/BRS\.x is designated as nothing today/);
  });

  it('stands in the README as it is', () => {
    const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const short = { FINANCE_OFFICER: 'FO', CERTIFYING_OFFICER: 'CO', APPROVING_OFFICER: 'AO', AUDITOR: 'AU' };
    const letters = { ...short, ADMINISTRATOR: 'AD', JOINT_AUDITOR: 'JA' } as const;
    const rows = packedReadings().map(({ code, title, duties: readers, everybody, conditions }) => {
      const who = everybody
        ? 'everybody'
        : duties.filter((duty) => readers.includes(duty)).map((duty) => letters[duty]);
      return `| \`${code}\` | ${title} | ${[who].flat().join(' ')} | ${conditions.join(' ')} |`;
    });
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });

  it('is there as JSON', () => {
    expect(packedReadings().map(({ code }) => code)).toEqual(readingCodes);
    expect(
      packedReadings()
        .filter(({ everybody }) => everybody)
        .map(({ code }) => code),
    ).toEqual(['oneself.read']);
  });
});

describe('the log of acts', () => {
  const of = (ofOneObject: boolean, ...held: Duty[]) => actsReadBy(holding(...held), { ofOneObject });

  it('is an auditor’s whole, and of everybody else what they did themselves', () => {
    expect(of(false, 'AUDITOR').whole).toBe(true);
    expect(of(false, 'JOINT_AUDITOR').whole).toBe(true);
    expect(of(false, 'FINANCE_OFFICER')).toEqual({ whole: false, person: 'BRS.x', kinds: [] });
  });

  it('is of a document whoever’s that reads the document, and an administrator’s of people and access', () => {
    expect(of(true, 'CERTIFYING_OFFICER').kinds).toEqual(
      expect.arrayContaining(['charge', 'budget-line', 'trust-fund']),
    );
    expect(of(true, 'CERTIFYING_OFFICER').kinds).not.toContain('account');
    expect(of(true, 'ADMINISTRATOR').kinds).not.toContain('charge');
    expect(of(false, 'ADMINISTRATOR').kinds).toEqual(expect.arrayContaining(['account', 'designation', 'request']));
    expect(of(true, 'ADMINISTRATOR', 'APPROVING_OFFICER').kinds).toEqual(
      expect.arrayContaining(['account', 'invoice']),
    );
  });
});
