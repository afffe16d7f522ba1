import type { Socket } from 'node:net';

/** An answer as it came over a socket: no client of HTTP would send what a test sends there. */
export interface Raw {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
}

/** The one answer of a connection, which the server closes behind it. */
export async function answerIn(socket: Socket): Promise<Raw> {
  const text = await new Promise<string>((resolve) => {
    let read = '';
    socket.on('data', (part) => (read += part.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(read);
    });
  });
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.replace(/^[^:]*: /, '')]);
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>),
  };
}
