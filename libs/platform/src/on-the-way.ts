/** The kinds of address that stay on this machine; a socket has none. */
const here = ['', 'localhost', '127.0.0.1', '[::1]', '::1'];

/**
 * Whether somebody between here and this database could read along, or answer in its place: it is another machine, and the address does
 * not ask for TLS with a certificate of that very name (`sslmode=verify-full`). What cannot be read as an address is taken for such.
 */
export function isOpenOnTheWay(url: string, { PGHOST = '' }: Readonly<Record<string, string | undefined>>): boolean {
  let address: URL;
  let host: string;
  try {
    address = new URL(url);
    host = decodeURIComponent(address.hostname) || PGHOST; // a socket's folder is written with %2F; the driver asks PGHOST where none is named
  } catch {
    return true;
  }
  const named = address.searchParams.getAll('host').filter((one) => one !== '');
  const isHere = (named.length === 0 ? [host] : named).every((one) => here.includes(one) || one.startsWith('/'));
  const modes = address.searchParams.getAll('sslmode');
  return !isHere && !(modes.length > 0 && modes.every((mode) => mode === 'verify-full'));
}
