import { readFileSync } from 'node:fs';
import { scopeOf } from '#audit';
import { type ZippedFile, zippedFilesMost } from '#documents';
import type { Acting } from '#identity';
import { Refused } from '#kernel';
import { verifierFile } from '#sealing';

/** Everything but the documents, three files each, and who did what: the books, and what is said about them. */
const otherFilesMost = 16;

/** What of the books no bundle holds, and where it is. */
const leftOut = [
  'evidence: the files that were put beside charges; each from its charge (/api/v1/charges/ID/evidence)',
  'drafts: invoices and credit notes that are not issued',
  'who did what in years that are not named here: nothing was done in them to a document of the biennium',
];

interface Bundle {
  readonly biennium: string;
  /** The numbers of its documents. */
  readonly documents: readonly string[];
  /** Those of who did what, oldest first. */
  readonly years: readonly string[];
  /** Who takes it. */
  readonly by: Acting;
}

/** What stands before the books: whose bundle it is, which documents it is to hold, and the program that verifies them. */
export function frontMatter(bundle: Bundle): ZippedFile[] {
  const { biennium, documents, years } = bundle;
  const manifest = { format: 'recoup-bundle/1', biennium, documents, whoDidWhat: years, leftOut };
  return [
    ['README.txt', Buffer.from(readme(bundle))],
    ['manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)],
    ['verify.py', readFileSync(verifierFile)],
  ];
}

function readme({ biennium, documents, years, by }: Bundle): string {
  const { person, secretariat } = by;
  return `The biennium ${biennium}: its audit, who did what, and ${documents.length} issued documents.

${person} of ${secretariat} took it out of the books, and it holds what ${person} may read there: somebody
else's bundle of the same biennium may hold more or less. Who did what (who-did-what-*.csv) is here:
${scopeOf(by).words}.

In it:
- audit-${biennium}.pdf, .csv and .json: the audit; the CSV has each charge (rows "charge") and document ("document")
- trial-balance-${biennium}.json: the accounts of the books that ${person} may read
- who-did-what-*.csv of ${years.join(', ')}: the years of the biennium, and each other one up to today in
  which something was done to a document of it, whole; what has no place in one report is named in not-in-here.txt
- documents/: each issued invoice and credit note as its PDF, its words and its proof
- checkpoint.note, once the books are sealed; manifest.json; verify.py

Not in it:
${leftOut.map((one) => `- ${one}`).join('\n')}

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

A byte that was changed in this README.txt or in verify.py cannot be seen by this bundle itself: whoever changes the documents can
change the program that verifies them. Take verify.py from elsewhere, such as the repository of Recoup
(libs/sealing/verifier/verify.py) or a copy that you have had for long, and run that one:

  python3 /elsewhere/verify.py bundle .
`;
}

/** `years`: of who did what, each of which may be in twelve files. Errors: BundleTooLarge. */
export function checkBundle(biennium: string, { documents, years }: { documents: number; years: number }): void {
  const most = Math.floor((zippedFilesMost - otherFilesMost - 12 * years) / 3);
  if (documents > most) throw new BundleTooLarge(biennium, documents, most);
}

export class BundleTooLarge extends Refused {
  constructor(biennium: string, documents: number, most: number) {
    super(
      `${biennium} has ${documents} issued documents, and one bundle holds ${most}: take its audit by itself (/api/v1/bienniums/${biennium}/audit), who did what by month (/api/v1/edit-logs/2025-11), and each document with its proof by its number (/api/v1/invoices/NUMBER/pdf, recoup proof NUMBER). Nothing was written.`,
    );
  }
}
