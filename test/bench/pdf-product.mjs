/**
 * Renders an invoice of so many lines as the product does, in this process alone, and prints what it took: the first of
 * the process, which meets fonts and code not yet warm, and the same once more.
 */
import { warmUpTypefaces } from '../../dist/libs/documents/src/index.js';
import { contentSha256, renderInvoice } from '../../dist/libs/invoicing/src/index.js';
import { invoiceOf } from './invoice-content.mjs';
import { heldMemory, peakMemory } from './memory.mjs';
import { timed } from '../support/statistics.mjs';

warmUpTypefaces(); // as the server does while it starts
const content = invoiceOf(Number(process.argv[2]));
const sha256 = contentSha256(content);
const before = heldMemory();
const first = await timed(() => renderInvoice(content, sha256));
const peakMb = peakMemory();
const again = await timed(() => renderInvoice(content, sha256));
process.stdout.write(
  JSON.stringify({ ms: first.ms, againMs: again.ms, bytes: first.result.length, peakMb, growthMb: peakMb - before }),
);
