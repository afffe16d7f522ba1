/** What stands in the bundle beside the books: how to verify it, and the program that does. */
export function readme(biennium: string, count: number): string {
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
