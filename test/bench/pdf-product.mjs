/** Renders one invoice of so many lines as the product does, in this process alone, and prints what it took. */
import { warmUpTypefaces } from '../../dist/libs/documents/src/index.js';
import { contentSha256, renderInvoice } from '../../dist/libs/invoicing/src/index.js';
import { invoiceOf } from './invoice-content.mjs';
import { heldMemory, peakMemory } from './memory.mjs';

warmUpTypefaces(); // as the server does while it starts
const content = invoiceOf(Number(process.argv[2]));
const sha256 = contentSha256(content);
const before = heldMemory();
const started = performance.now();
const pdf = await renderInvoice(content, sha256);
const ms = performance.now() - started;
const peakMb = peakMemory();
process.stdout.write(JSON.stringify({ ms, bytes: pdf.length, peakMb, growthMb: peakMb - before }));
