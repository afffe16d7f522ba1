import { describe, expect, it } from '@jest/globals';
import {
  checkConcerned,
  checkedName,
  isTravellerReference,
  NotAName,
  samePerson,
  UnknownTraveller,
} from './traveller.ts';

describe('a traveller’s reference', () => {
  it.each(['TR-0123456789', 'TR-ZYXWVTSRQP'])('is %s', (text) => expect(isTravellerReference(text)).toBe(true));

  it.each(['TR-012345678', 'TR-01234567890', 'TR-012345678I', 'tr-0123456789', 'TR-0123456789\n', 'Diop Aissatou', ''])(
    'is not %j',
    (text) => expect(isTravellerReference(text)).toBe(false),
  );
});

describe('two spellings', () => {
  const key = (text: string, party: string | null = 'SN') => samePerson({ text, party });

  it.each([
    ['DIOP, Aïssatou', 'aissatou diop'],
    ['Aïssatou  Diop', 'Ai\u0308ssatou Diop'],
    ['Jean-Pierre N’Diaye', "N'DIAYE Jean Pierre"],
    ['ＤＩＯＰ', 'Diop'], // full-width letters
  ])('%s and %s are one person', (one, other) => expect(key(one)).toBe(key(other)));

  it.each([
    ['Diop Aissatou', 'Diop Aminata'],
    ['Diop', 'Diop (2)'],
    ['T-01', 'T-02'],
    ['李伟', '李娜'],
    ['!', '?'],
  ])('%s and %s are two', (one, other) => expect(key(one)).not.toBe(key(other)));

  it('are two people where two Parties nominated them', () => {
    expect(key('Diop', 'SN')).not.toBe(key('Diop', 'ML'));
    expect(key('Diop', 'SN')).not.toBe(key('Diop', null));
  });
});

describe('a name', () => {
  it('is written down composed, without space around it', () => {
    expect(checkedName(' Ai\u0308ssatou Diop ')).toBe('A\u00efssatou Diop');
  });

  it.each(['', '  ', 'a\nb', 'a\0b', '\ud800', 'x'.repeat(101)])('is not %j', (text) =>
    expect(() => checkedName(text)).toThrow(NotAName),
  );
});

describe('who a traveller is', () => {
  const by = (secretariat: string) => ({ person: `${secretariat}.finance`, secretariat });

  it('is for the sides that pay or book', () => {
    const sides = { secretariats: ['BRS', 'MINAMATA'] };
    expect(() => checkConcerned(by('BRS'), 'TR-0123456789', sides)).not.toThrow();
    expect(() => checkConcerned(by('OZONE'), 'TR-0123456789', sides)).toThrow(UnknownTraveller);
  });
});
