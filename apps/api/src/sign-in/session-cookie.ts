import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookie of a session. Behind https its name begins with `__Host-`, so that a browser takes it from this host alone and
 * over TLS alone; on plain loopback no browser would take such a one. `publicUrl`: where people reach the server, or null.
 */
export class SessionCookie {
  private readonly isSecure: boolean;
  readonly name: string;

  constructor(readonly publicUrl: string | null) {
    this.isSecure = publicUrl?.startsWith('https://') ?? false;
    this.name = this.isSecure ? '__Host-recoup' : 'recoup-session';
  }

  /** Every value that came under its name: more than one is somebody else's doing. */
  valuesIn(request: FastifyRequest): string[] {
    return valuesOf(this.name, request);
  }

  /** Of a sign-in that this browser has begun at an identity provider; "" where it has not, or more than one came. */
  beginningIn(request: FastifyRequest): string {
    const [value = '', ...more] = valuesOf(this.nameOfBeginning, request);
    return more.length > 0 ? '' : value;
  }

  giveBeginning(reply: FastifyReply, id: string): void {
    this.add(reply, `${this.written(id, this.nameOfBeginning)}; Max-Age=600`);
  }

  takeBackBeginning(reply: FastifyReply): void {
    this.add(reply, `${this.written('', this.nameOfBeginning)}; Max-Age=0`);
  }

  /** Ends with the browser's session; when it ends before that is the server's to say. */
  give(reply: FastifyReply, token: string): void {
    this.add(reply, this.written(token));
  }

  takeBack(reply: FastifyReply): void {
    void reply
      .header('set-cookie', `${this.written('')}; Max-Age=0`)
      .header('clear-site-data', '"cache", "cookies", "storage"');
  }

  private get nameOfBeginning(): string {
    return `${this.name}-begun`;
  }

  /** Beside those that are set already. */
  private add(reply: FastifyReply, cookie: string): void {
    void reply.header('set-cookie', cookie);
  }

  private written(value: string, name: string = this.name): string {
    return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${this.isSecure ? '; Secure' : ''}`;
  }
}

function valuesOf(name: string, { headers }: FastifyRequest): string[] {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}
