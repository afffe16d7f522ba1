/** The kinds of address that stay on this machine; a socket has none. */
const here = ['', 'localhost', '127.0.0.1', '[::1]', '::1'];

/**
 * Whether somebody between here and this database could read along, or answer in its place: it is another machine, and the address does
 * not ask for TLS with a certificate of that very name (`sslmode=verify-full`). What cannot be read as an address is taken for such.
 */
export function isOpenOnTheWay(url: string): boolean {
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return true;
  }
  const hosts = address.searchParams.getAll('host');
  const isHere = (hosts.length === 0 ? [address.hostname] : hosts).every(
    (host) => here.includes(host) || host.startsWith('/'),
  );
  const modes = address.searchParams.getAll('sslmode');
  return !isHere && !(modes.length > 0 && modes.every((mode) => mode === 'verify-full'));
}
