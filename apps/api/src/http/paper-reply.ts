import { createHash } from 'node:crypto';
import type { AuditEvent } from '#platform';
import type { FastifyReply } from 'fastify';

/** Sends a paper as an attachment under its own name, with the SHA-256 of its bytes (RFC 9530) as its strong validator. */
export async function sendPaper(reply: FastifyReply, name: string, bytes: Uint8Array): Promise<void> {
  const digest = createHash('sha256').update(bytes).digest();
  await reply
    .header('content-type', 'application/pdf')
    .header(
      'content-disposition',
      `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '_')}.pdf"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
    )
    .header('repr-digest', `sha-256=:${digest.toString('base64')}:`)
    .header('etag', `"${digest.toString('hex')}"`)
    .send(Buffer.from(bytes));
}

/** The act that a paper, or the preview of a draft, was printed. */
export function paperTaken(number: string, pdf: Uint8Array): AuditEvent {
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  return { action: 'PAPER_TAKEN_OUT', kind: 'paper', objects: [number], after: { form: 'application/pdf', sha256 } };
}
