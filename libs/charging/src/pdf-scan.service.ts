import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

const unpacked = promisify(inflate);

// What a reader would do by itself, or carries besides the pages.
const active =
  /\/(?:JavaScript|JS|Launch|OpenAction|AA|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z])/;
const streamBytesMost = 5_000_000;
const allBytesMost = 50_000_000;
const streamsMost = 10_000; // more than a file of ten megabytes of pages has

/**
 * Whether a PDF may do more than show pages: scripts, actions, launches, files in it. One that cannot be looked into, because it is
 * encrypted or too much, is taken for one that may. It is kept either way, as an attachment, and marked. Threads of Node's own
 * unpack, one stream after the other, so that the server answers others meanwhile.
 */
export async function hasActiveContent(bytes: Buffer): Promise<boolean> {
  const text = bytes.toString('latin1');
  if (active.test(spelledOut(text)) || /\/Encrypt(?![A-Za-z])/.test(text)) return true;
  let [left, streams] = [allBytesMost, streamsMost];
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    if (text.startsWith('end', index - 3)) continue;
    const start = text.indexOf('\n', index) + 1;
    if ((bytes[start] ?? 0) !== 0x78) continue; // deflated ones begin with it, and names hide in those alone
    const end = text.indexOf('endstream', start);
    streams -= 1;
    if (streams < 0) return true;
    try {
      const inflated = await unpacked(bytes.subarray(start, end < 0 ? undefined : end), {
        maxOutputLength: streamBytesMost,
      });
      left -= inflated.length;
      if (left < 0 || active.test(spelledOut(inflated.toString('latin1')))) return true;
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') return true;
      // A picture, or one of another coding: no names in it.
    }
  }
  return false;
}

/** A name may be written with codes: /J#61vaScript is /JavaScript. */
function spelledOut(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
