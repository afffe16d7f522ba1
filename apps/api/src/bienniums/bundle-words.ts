import { readFileSync } from 'node:fs';
import { scopeOf } from '#audit';
import { type ZippedFile, zippedFilesMost } from '#documents';
import type { Acting } from '#identity';
import { Refused } from '#kernel';
import { verifierFile } from '#sealing';

/** Everything but the documents, three files each: the books, who did what of 24 months, and what is said about them. */
const otherFilesMost = 40;

interface Bundle {
  readonly biennium: string;
  /** The numbers of its documents. */
  readonly documents: readonly string[];
  /** Who takes it. */
  readonly by: Acting;
}

/** What stands before the books: whose bundle it is, which documents it is to hold, and the program that verifies them. */
export function frontMatter(bundle: Bundle): ZippedFile[] {
  const { biennium, documents } = bundle;
  const manifest = { format: 'recoup-bundle/1', biennium, documents };
  return [
    ['README.txt', Buffer.from(readme(bundle))],
    ['manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)],
    ['verify.py', readFileSync(verifierFile)],
  ];
}

function readme({ biennium, documents, by }: Bundle): string {
  const { person, secretariat } = by;
  return `The biennium ${biennium}: its audit, who did what, and ${documents.length} issued documents.

${person} of ${secretariat} took it out of the books, and it holds what ${person} may read there: somebody
else's bundle of the same biennium may hold more or less. Who did what (who-did-what-*.csv) is here:
${scopeOf(by).words}.

To verify the documents on your own machine, with Python 3 and nothing else:

  python3 verify.py

It wants each document that manifest.json names, with its PDF, its words (.json) and its proof, and no other; holds the PDF
and the words against the record that was sealed under that number; that record against the root of the checkpoint in its
proof; and the signature of the log below that root (Ed25519). It says how many of how many hold. Exit code 0: all of them.
3: one does not hold, or its proof is missing, as of what was not sealed yet (not-in-here.txt). 2: it cannot be read.

The keys in the proofs are what whoever gave you the bundle says they are. Give the keys that you hold yourself:

  python3 verify.py bundle . --log-key KEY --witness-key KEY

Not checked by it: the audit, the trial balance and who did what are no sealed documents, and neither is manifest.json:
compare its documents with those that you know of.
`;
}

/** Errors: BundleTooLarge. */
export function checkBundle(biennium: string, documents: number): void {
  const most = Math.floor((zippedFilesMost - otherFilesMost) / 3);
  if (documents > most) throw new BundleTooLarge(biennium, documents, most);
}

export class BundleTooLarge extends Refused {
  constructor(biennium: string, documents: number, most: number) {
    super(
      `${biennium} has ${documents} issued documents, and one bundle holds ${most}: take its audit by itself (/api/v1/bienniums/${biennium}/audit), who did what by month (/api/v1/edit-logs/2025-11), and each document with its proof by its number (/api/v1/invoices/NUMBER/pdf, recoup proof NUMBER). Nothing was written.`,
    );
  }
}
