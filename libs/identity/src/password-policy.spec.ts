import { describe, expect, it } from '@jest/globals';
import { checkPassword, PasswordEasilyGuessed, PasswordTooLong, PasswordTooShort } from './password-policy.ts';

describe('a password', () => {
  it.each([
    'heron-granite-lantern-42',
    'correct horse battery staple',
    'wüste über zwölf tannen',
    'kX9#vTq2!mLp',
    '山の上の古い家に住む猫がいる',
  ])('of one’s own words is taken: %s', (password) => {
    expect(() => checkPassword(password, 'BRS.finance')).not.toThrow();
  });

  it('has twelve characters at least and 128 at most, as people count them', () => {
    expect(() => checkPassword('kX9#vTq2!mL', 'BRS.finance')).toThrow(PasswordTooShort);
    expect(() => checkPassword('😀a😁b😂c😃d😄e', 'BRS.finance')).toThrow(PasswordTooShort); // ten, and not fifteen
    expect(() => checkPassword('heron-granite-'.repeat(9) + 'xy', 'BRS.finance')).not.toThrow(); // 128
    expect(() => checkPassword('heron-granite-'.repeat(9) + 'xyz', 'BRS.finance')).toThrow(PasswordTooLong);
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
    ],
  ])('that somebody tries first is refused: %s', (password) => {
    expect(() => checkPassword(password, 'BRS.maria.lopez')).toThrow(PasswordEasilyGuessed);
  });
});
