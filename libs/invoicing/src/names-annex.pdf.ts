import { type Column, day, Paper, putFacts, Table } from '#documents';

/** Who the references of an issued document are, for whoever asked for it; drawn and handed out, and nowhere kept. */
export interface NamesAnnex {
  readonly number: string;
  readonly provider: string;
  readonly issuedOn: string;
  readonly contentSha256: string; // of the document that it belongs to
  readonly askedBy: string; // code
  readonly reason: string;
  readonly travellers: readonly {
    readonly reference: string;
    readonly name: string | null; // null: erased
    readonly party: string | null;
    readonly charges: readonly string[];
  }[];
}

const columns: readonly Column[] = [
  { title: 'Reference', width: 100, align: 'left' },
  { title: 'Name', width: 211.28, align: 'left' },
  { title: 'Party', width: 50, align: 'left' },
  { title: 'Charges', width: 150, align: 'left' },
];

export async function renderNamesAnnex(annex: NamesAnnex): Promise<Uint8Array> {
  const { number, provider, issuedOn, contentSha256, askedBy, reason, travellers } = annex;
  const paper = new Paper({
    title: `Names of travellers, annex to ${number}`,
    reference: `Annex to ${number}: personal data, not part of the document`,
    author: provider,
    datedAt: new Date(`${issuedOn}T00:00:00Z`),
    contentSha256,
    orientation: 'portrait',
    mark: 'PERSONAL',
  });
  paper.heading(`Names of travellers, annex to ${number}`, 'H1');
  putFacts(paper, [
    { label: 'Document', text: `${number} of ${day(issuedOn)}, whose SHA-256 is in the foot` },
    { label: 'Drawn for', text: askedBy },
    { label: 'Reason', text: reason },
  ]);
  const table = new Table(paper.faces, columns, paper.left);
  paper.add([table.head]);
  for (const { reference, name, party, charges } of travellers) {
    paper.add(table.row([reference, name ?? 'erased', party ?? '', charges.join(', ')], { line: 'hairline' }));
    await paper.breathe();
  }
  return paper.finish();
}
