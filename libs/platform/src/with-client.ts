import pg from 'pg';

/**
 * A connection of its own beside the pool, for as long as `work` takes. The server may stop between two of its queries: the next one
 * says so, and the program goes on to where it is told; an error that nobody hears would end it then and there.
 */
export async function withClient<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
