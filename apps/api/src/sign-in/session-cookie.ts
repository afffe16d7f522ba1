import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookie of a session. Behind https its name begins with `__Host-`, so that a browser takes it from this host alone and
 * over TLS alone; on plain loopback no browser would take such a one. `publicUrl`: where people reach the server, or null.
 */
export class SessionCookie {
  private readonly isSecure: boolean;
  readonly name: string;

  constructor(publicUrl: string | null) {
    this.isSecure = publicUrl?.startsWith('https://') ?? false;
    this.name = this.isSecure ? '__Host-recoup' : 'recoup-session';
  }

  /** Every value that came under its name: more than one is somebody else's doing. */
  valuesIn({ headers }: FastifyRequest): string[] {
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
    return pairs.filter((pair) => pair.startsWith(`${this.name}=`)).map((pair) => pair.slice(this.name.length + 1));
  }

  /** Ends with the browser's session; when it ends before that is the server's to say. */
  give(reply: FastifyReply, token: string): void {
    void reply.header('set-cookie', this.written(token));
  }

  takeBack(reply: FastifyReply): void {
    void reply
      .header('set-cookie', `${this.written('')}; Max-Age=0`)
      .header('clear-site-data', '"cache", "cookies", "storage"');
  }

  private written(value: string): string {
    return `${this.name}=${value}; Path=/; HttpOnly; SameSite=Lax${this.isSecure ? '; Secure' : ''}`;
  }
}
