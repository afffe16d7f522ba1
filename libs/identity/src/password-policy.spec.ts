import { describe, expect, it } from '@jest/globals';
import { checkNewPassword, commonPasswords, isCommonPassword, PasswordIsCommon } from './common-passwords.service.ts';
import { checkPassword, PasswordEasilyGuessed, PasswordTooLong, PasswordTooShort } from './password-policy.ts';

const of = { account: 'BRS.maria.lopez', names: ['María López-García', 'Conventions of Lagoon Protection'] };

describe('a password', () => {
  it.each(['chickenwing101', 'LeaveMeAlone', 'websolutions'])(
    'that is among the ten thousand most common ones is refused: %s',
    (password) => {
      expect(() => checkPassword(password, of)).not.toThrow(); // its words are not those of this house
      expect(() => checkNewPassword(password, of)).toThrow(PasswordIsCommon);
    },
  );

  it('is held against the list in small letters and capitals alike', () => {
    expect(isCommonPassword('LEAVEMEALONE')).toBe(true);
    expect(isCommonPassword('leave me alone')).toBe(false);
    expect(() => checkNewPassword('leave-heron-alone', of)).not.toThrow();
    expect(commonPasswords()).toBe(10_000);
  });

  it.each([
    'heron-granite-lantern-42',
    'correct horse battery staple',
    'wüste über zwölf tannen',
    'kX9#vTq2!mLp',
    '山の上の古い家に住む猫がいる',
  ])('of one’s own words is taken: %s', (password) => {
    expect(() => checkPassword(password, of)).not.toThrow();
  });

  it('has twelve characters at least and 128 at most, as people count them', () => {
    expect(() => checkPassword('kX9#vTq2!mL', of)).toThrow(PasswordTooShort);
    expect(() => checkPassword('😀a😁b😂c😃d😄e', of)).toThrow(PasswordTooShort); // ten, and not fifteen
    expect(() => checkPassword('heron-granite-'.repeat(9) + 'xy', of)).not.toThrow(); // 128
    expect(() => checkPassword('heron-granite-'.repeat(9) + 'xyz', of)).toThrow(PasswordTooLong);
  });

  it.each([
    ...['passwordpassword', 'Password123456', 'qwertyuiop12', '123456789012', '210987654321', 'aaaaaaaaaaaa'],
    ...[
      'Minamata2025!',
      'BaselRotterdam1',
      'Finance-BRS-2025',
      'recouprecoup1',
      'abababababab',
      'Summer2025Summer',
      'maria.lopez12',
      'María.García.77',
      'LagoonProtection1',
    ],
  ])('that somebody tries first is refused: %s', (password) => {
    expect(() => checkPassword(password, of)).toThrow(PasswordEasilyGuessed);
  });
});
