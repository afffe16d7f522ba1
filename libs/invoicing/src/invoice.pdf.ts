import { day, type Fact, figure, Paper, period, putFacts, putLetterhead } from '#documents';
import { addressed, type InvoiceContent } from './invoice-content.ts';
import { putCertification, putFunds, putTerms } from './invoice-foot.pdf.ts';
import { putLines } from './invoice-lines.pdf.ts';
import { checkInvoiceAddsUp } from './invoice-sums.pdf.ts';

/**
 * An invoice or a credit note as PDF. A draft (no number) carries a mark behind every page.
 * Shape:  the same content and hash give the same bytes, today and in ten years: no clock, no environment.
 * Unit:   amounts are printed as the content writes them; nothing is converted or rounded here.
 * Errors: PaperDoesNotAddUp if a sum of the content is not the sum of its parts; NotADecimal for an amount that is none.
 */
export async function renderInvoice(content: InvoiceContent, contentSha256: string): Promise<Uint8Array> {
  await checkInvoiceAddsUp(content);
  const { number, issuedOn, provider, client } = content;
  const kind = content.type === 'INVOICE' ? 'Invoice' : 'Credit note';
  const name = number === null ? `${kind}, draft` : `${kind} ${number}`;
  const paper = new Paper({
    title: `${name}: ${provider.code} to ${client.code}, agreement ${content.agreement.number}`,
    reference: `${name}, ${day(issuedOn)}`,
    author: provider.name,
    datedAt: new Date(`${issuedOn}T00:00:00Z`),
    contentSha256,
    orientation: 'portrait',
    mark: number === null ? 'DRAFT' : null,
  });
  putLetterhead(paper, {
    from: { name: `${provider.name} (${provider.code})`, address: addressed(provider) },
    title: content.type === 'INVOICE' ? 'INVOICE' : 'CREDIT NOTE',
    number: number ?? 'Draft, no number yet',
    dated: number === null ? `as at ${day(issuedOn)}; not issued, not a claim` : day(issuedOn),
    to: { label: 'To', name: `${client.name} (${client.code})`, address: addressed(client) },
    total: {
      label: content.type === 'INVOICE' ? 'Amount due' : 'Credit to the client',
      figure: `${content.currency} ${figure(content.amountDueUsd)}`,
      note: content.type === 'INVOICE' ? content.settlement.method : `taken off what ${client.code} pays`,
    },
  });
  putFacts(paper, facts(content));
  await putLines(paper, content);
  putFunds(paper, content);
  putTerms(paper, content);
  putCertification(paper, content);
  return paper.finish();
}

function facts({ agreement, meeting, servicePeriod, biennium, corrects, currency }: InvoiceContent): Fact[] {
  return [
    ...(corrects
      ? [
          { label: 'Corrects', text: `invoice ${corrects.number} of ${day(corrects.issuedOn)}` },
          { label: 'Reason', text: corrects.reason },
        ]
      : []),
    {
      label: 'Agreement',
      text: `${agreement.number}, signed ${day(agreement.signedOn)}, in force ${period(agreement.effectiveOn, agreement.endsOn)}`,
    },
    { label: 'Mandates', text: agreement.mandates.join(', ') },
    { label: 'Service period', text: period(servicePeriod.from, servicePeriod.to) },
    { label: 'Meeting', text: `${meeting.title} (${meeting.code})` },
    { label: 'Held', text: `${period(meeting.start, meeting.end)}, ${meeting.venue} (${meeting.place})` },
    { label: 'Biennium', text: `${biennium}, in ${currency}` },
  ];
}
