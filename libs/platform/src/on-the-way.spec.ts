import { describe, expect, it } from '@jest/globals';
import { isOpenOnTheWay } from './on-the-way.ts';

describe('the way to a database', () => {
  it.each([
    'postgres://recoup_server:word@127.0.0.1:5432/recoup',
    'postgres://recoup_server@localhost/recoup',
    'postgres://recoup_server@[::1]/recoup',
    'postgres:///recoup?host=/var/run/postgresql',
    'postgres:///recoup',
    'postgres://%2Fvar%2Frun%2Fpostgresql/recoup',
    'postgres://db.example.org/recoup?sslmode=verify-full',
    'postgresql://192.0.2.7:5433/recoup?sslmode=verify-full&sslrootcert=/etc/ca.pem',
  ])('that is %s is nobody’s to read', (url) => expect(isOpenOnTheWay(url, {})).toBe(false));

  it.each([
    'postgres://recoup_server:word@db.example.org/recoup',
    'postgres://192.0.2.7/recoup?sslmode=require', // any certificate would do
    'postgres://db.example.org/recoup?sslmode=verify-ca', // of any name
    'postgres://db.example.org/recoup?sslmode=no-verify',
    'postgres://db.example.org/recoup?sslmode=verify-full&sslmode=disable',
    'postgres://localhost/recoup?host=db.example.org',
    'postgres://localhost.example.org/recoup',
    'postgres://%zz/recoup',
    'not an address',
  ])('that is %s is not', (url) => expect(isOpenOnTheWay(url, {})).toBe(true));

  it.each(['postgres:///recoup', 'postgres:///recoup?host='])('that is %s is what PGHOST says', (url) => {
    expect(isOpenOnTheWay(url, { PGHOST: 'db.example.org' })).toBe(true);
    expect(
      isOpenOnTheWay(`${url}${url.includes('?') ? '&' : '?'}sslmode=verify-full`, { PGHOST: 'db.example.org' }),
    ).toBe(false);
    for (const PGHOST of ['', 'localhost', '/var/run/postgresql']) expect(isOpenOnTheWay(url, { PGHOST })).toBe(false);
    expect(isOpenOnTheWay('postgres://localhost/recoup', { PGHOST: 'db.example.org' })).toBe(false);
  });
});
