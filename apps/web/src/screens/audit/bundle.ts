import { zipOf } from '../../api/zip.ts';

/** Reads a file of the API in one of its forms. */
export type Read = (address: string, form: string) => Promise<ArrayBuffer>;

/**
 * All that an auditor takes away, as one ZIP: the audit in three forms, who did what in both years, the signed checkpoint,
 * and each document with its words, its paper and its proof, beside a program of a few lines that holds them against each other.
 */
export async function bundleOf(
  { biennium, documents }: { readonly biennium: string; readonly documents: readonly string[] },
  read: Read,
  onStep: (done: number, all: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const json = 'application/json';
  const audit = `/api/v1/bienniums/${biennium}/audit`;
  const wanted: (readonly [name: string, address: string, form: string])[] = [
    [`audit-${biennium}.pdf`, audit, 'application/pdf'],
    [`audit-${biennium}.csv`, audit, 'text/csv'],
    [`audit-${biennium}.json`, audit, json],
    [`trial-balance-${biennium}.json`, `/api/v1/bienniums/${biennium}/trial-balance`, json],
    ...biennium
      .split('-')
      .map((year) => [`who-did-what-${year}.csv`, `/api/v1/edit-logs/${year}`, 'text/csv'] as const),
    ['checkpoint.note', '/api/v1/checkpoints/latest', 'text/plain'],
    ...documents.flatMap((number) => {
      const name = encodeURIComponent(number);
      return [
        [`documents/${number}.pdf`, `/api/v1/invoices/${name}/pdf`, 'application/pdf'],
        [`documents/${number}.json`, `/api/v1/invoices/${name}/content`, json],
        [`documents/${number}.proof.json`, `/api/v1/documents/${name}/proof`, json],
      ] as const;
    }),
  ];
  const text = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    ['README.txt', text.encode(readme(biennium, documents.length))],
    ['verify.py', text.encode(verifier)],
  ]);
  for (const [index, [name, address, form]] of wanted.entries()) {
    onStep(index, wanted.length);
    files.set(name, new Uint8Array(await read(address, form)));
  }
  return zipOf(files);
}

function readme(biennium: string, count: number): string {
  return `The biennium ${biennium}: its audit, who did what, and ${count} issued documents.

To verify the documents on your own machine, with Python 3 and nothing else:

  python3 verify.py

It holds each PDF and its words against the record that was sealed, and that record against the root of the checkpoint
that is named in its proof. Exit code 0: all hold. 3: one does not. That the checkpoint is signed, and by whose key, is
checked by the evidence of a single document: recoup proof NUMBER.
`;
}

export const verifier = `import base64, glob, hashlib, json, sys
sha = lambda data: hashlib.sha256(data).digest()
wrong = 0
for name in sorted(glob.glob('documents/*.proof.json')):
    p, base = json.load(open(name, encoding='utf-8')), name[:-len('.proof.json')]
    sealed, place, last = json.loads(p['body']), p['position'], p['size'] - 1
    holds = [sha(open(base + end, 'rb').read()).hex() == sealed[key] for end, key in (('.pdf', 'pdfSha256'), ('.json', 'contentSha256'))]
    root = sha(b'\\0' + p['kind'].encode() + b'\\n' + p['body'].encode())
    for step in map(base64.b64decode, p['proof']):
        if place & 1 or place == last:
            root = sha(b'\\1' + step + root)
            while place and not place & 1: place, last = place >> 1, last >> 1
        else: root = sha(b'\\1' + root + step)
        place, last = place >> 1, last >> 1
    good = all(holds) and last == 0 and base64.b64encode(root).decode() == p['note'].split('\\n')[2]
    wrong += not good
    print(p['record'], 'holds' if good else 'DOES NOT HOLD')
sys.exit(3 if wrong else 0)
`;
