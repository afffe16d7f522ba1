import { Held } from '#kernel';
import type { FastifyInstance } from 'fastify';

/**
 * From when the server is asked to stop, nothing more is begun: the books are being closed behind it. What had begun is answered,
 * as the last on its connection, so that no idle one holds the stop up.
 */
export function refuseWhileStopping(fastify: FastifyInstance): void {
  let isStopping = false;
  fastify.addHook('preClose', async () => {
    isStopping = true;
  });
  fastify.addHook('onRequest', async () => {
    if (isStopping) throw new ServerStops();
  });
  fastify.addHook('onSend', async (_, reply) => {
    if (isStopping) void reply.header('connection', 'close');
  });
}

export class ServerStops extends Held {
  constructor() {
    super('The server is being stopped. Nothing was written: send the same again when it is back.');
  }
}
