import { AgreementsService } from '#agreements';
import { BudgetService, programmeSupportCost } from '#budget';
import { IdentityService } from '#identity';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { assembleInvoice } from './invoice-assembly.ts';
import type { InvoiceContent } from './invoice-content.ts';
import type { Invoice } from './invoice.ts';
import { invoiceNamed, lineFacts } from './invoices.query.ts';

/** Gathers what an invoice or credit note says from the books, for its paper or for a look at a draft. */
@Injectable()
export class DocumentFactsService {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly budget: BudgetService,
    private readonly identity: IdentityService,
  ) {}

  /** `lookedAtOn` dates a draft, which has no day of issue yet. */
  async content(tx: Tx, invoice: Invoice, lookedAtOn: string): Promise<InvoiceContent> {
    const agreement = await this.agreements.find(tx, invoice.agreement);
    const [meeting] = await this.agreements.meetings(tx, [agreement.meeting]);
    if (meeting === undefined || agreement.signedOn === null)
      throw new Error(`Agreement ${agreement.number} was checked before.`);
    const lines = await lineFacts(tx, invoice.id);
    const people = [
      invoice.preparedBy,
      ...(invoice.issuedBy === null ? [] : [invoice.issuedBy]),
      ...lines.map((line) => line.certifiedBy),
    ];
    const corrected = invoice.corrects === null ? undefined : await invoiceNamed(tx, invoice.corrects);
    const { code, title, venue, place } = meeting;
    return assembleInvoice(
      {
        type: invoice.type,
        number: invoice.number,
        issuedOn: invoice.issuedOn ?? lookedAtOn,
        provider: await this.identity.secretariat(tx, invoice.provider),
        client: await this.identity.secretariat(tx, invoice.client),
        agreement: {
          number: agreement.number,
          signedOn: agreement.signedOn.toString(),
          effectiveOn: agreement.effectiveOn.toString(),
          endsOn: agreement.endsOn.toString(),
          mandates: agreement.mandates,
        },
        meeting: { code, title, venue, place, start: meeting.startsOn.toString(), end: meeting.endsOn.toString() },
        biennium: invoice.biennium,
        corrects:
          corrected === undefined
            ? null
            : { number: corrected.number ?? '', issuedOn: corrected.issuedOn ?? '', reason: invoice.reason ?? '' },
        families: agreement.families,
        supportCost: agreement.programmeSupportCost,
        funds: new Map((await this.budget.printedFunds(tx)).map((fund) => [fund.code, fund])),
        codings: await this.budget.printedCodings(tx, {
          lines: [...new Set(lines.flatMap(({ funds }) => funds.map(({ budgetLine }) => budgetLine)))],
          funds: [...new Set(lines.flatMap(({ providerShares }) => providerShares.map(({ fund }) => fund)))],
        }),
        names: await this.identity.names(tx, people),
        preparedBy: invoice.preparedBy,
        preparedAt: invoice.preparedAt.toISOString(),
        approvedBy: invoice.issuedBy,
        approvedAt: invoice.issuedAt?.toISOString() ?? null,
        lines,
      },
      programmeSupportCost,
    );
  }
}
