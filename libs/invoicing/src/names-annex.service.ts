import type { Officer } from '#identity';
import { type Clock, Refused } from '#kernel';
import type { Tx } from '#platform';
import { TravellersService } from '#travellers';
import { Injectable } from '@nestjs/common';
import { UnknownInvoice } from './invoice.ts';
import { renderNamesAnnex } from './names-annex.pdf.ts';

/** The names that an issued document has references for, drawn on purpose: an act with its reason, and no stored paper. */
@Injectable()
export class NamesAnnexService {
  constructor(private readonly travellers: TravellersService) {}

  /** Errors: UnknownInvoice (no such issued document), NobodyTravels, and those of TravellersService.discloseAll. */
  async render(
    tx: Tx,
    { number, reason }: { number: string; reason: string },
    by: Officer,
    clock: Clock,
  ): Promise<Uint8Array> {
    const [document] = await tx.query<
      { provider: string; client: string; issued_on: string; content_sha256: Buffer }[]
    >(
      `select invoice.provider, invoice.client, invoice.issued_on::text, paper.content_sha256
       from invoicing.invoice join invoicing.paper on paper.number = invoice.number where invoice.number = $1`,
      [number],
    );
    if (document === undefined) throw new UnknownInvoice(number);
    const lines = await tx.query<{ reference: string; charges: string[] }[]>(
      `select charge.traveller as reference, array_agg(charge.id order by line.position) as charges
       from invoicing.invoice join invoicing.invoice_line as line on line.invoice = invoice.id
       join charging.charge on charge.id = line.charge
       where invoice.number = $1 and charge.traveller is not null
       group by charge.traveller order by min(line.position)`,
      [number],
    );
    if (lines.length === 0) throw new NobodyTravels(number);
    const { provider, client, issued_on: issuedOn } = document;
    const asked = { references: lines.map(({ reference }) => reference), reason, document: number };
    const names = await this.travellers.discloseAll(tx, asked, { secretariats: [provider, client] }, by, clock);
    return renderNamesAnnex({
      ...{ number, provider, issuedOn, reason },
      contentSha256: document.content_sha256.toString('hex'),
      askedBy: by.person,
      travellers: lines.map(({ reference, charges }) => {
        const { name, party } = names.get(reference) ?? { name: null, party: null };
        return { reference, name, party, charges };
      }),
    });
  }
}

export class NobodyTravels extends Refused {
  constructor(number: string) {
    super(`No line of ${number} is for a traveller. Nothing was drawn.`);
  }
}
