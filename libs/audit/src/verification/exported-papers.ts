import { approvedWords, type InvoiceContent } from '#invoicing';
import { canonicalJson } from '#kernel';
import type { Wrong } from './check.ts';
import { centsOf, usd } from './cents.ts';

type Found = (check: 'I6' | 'I7' | 'I8' | 'I14' | 'POSTED', wrong: Wrong) => void;

/** What a paper says of its document. */
export interface DocumentSaid {
  readonly provider: string;
  readonly charges: readonly string[];
}

/**
 * What the papers of an export say together: their numbers, the charges on them, and what was posted for them. Entries come
 * first, then charges, then papers. Units, and the shares that a credit note gives back, are looked at over the books alone.
 */
export class ExportedPapers {
  private readonly posted = new Map<string, bigint>(); // by document, in both books together
  private readonly charges = new Map<string, bigint>();
  private readonly invoiced = new Map<string, string>(); // the invoice of a charge
  private readonly credited = new Map<string, bigint>(); // by charge
  private readonly series = new Map<string, number[]>(); // "BRS-2025-": the numbers in it

  constructor(
    private readonly hash: (text: string) => string,
    private readonly found: Found,
  ) {}

  entry(event: string, source: string, debits: bigint): void {
    if (event === 'INVOICE_ISSUED' || event === 'CREDIT_NOTE_ISSUED')
      this.posted.set(source, (this.posted.get(source) ?? 0n) + debits);
  }

  charge(id: string, amount: string): void {
    this.charges.set(id, centsOf(amount));
  }

  /** Undefined where it is a paper of no document. `approved` is undefined in a form that does not say it. */
  paper(number: string, content: string, approved: string | null | undefined): DocumentSaid | undefined {
    const [, prefix = '', place = '0'] = /^(.*?)(\d+)$/.exec(number) ?? [];
    this.series.set(prefix, [...(this.series.get(prefix) ?? []), Number(place)]);
    const said = JSON.parse(content) as Partial<InvoiceContent>;
    if (said.type !== 'INVOICE' && said.type !== 'CREDIT_NOTE') return undefined;
    const document = said as InvoiceContent;
    const lines = linesOf(document);
    this.document(number, document, lines);
    const wrong = (finding: string): void => this.found('I14', { kind: 'document', object: number, finding });
    if (approved !== undefined && this.hash(canonicalJson(approvedWords(document))) !== approved)
      wrong('its words are not those that were approved');
    const sum = lines.reduce((cents, { amountUsd }) => cents + centsOf(amountUsd), 0n);
    if (sum !== centsOf(document.totalUsd)) wrong(`its lines add up to ${usd(sum)}, it says USD ${document.totalUsd}`);
    return { provider: document.provider.code, charges: lines.map(({ charge }) => charge) };
  }

  invoiceOf(charge: string): string | undefined {
    return this.invoiced.get(charge);
  }

  isGivenBack(charge: string): boolean {
    const credited = this.credited.get(charge);
    return credited !== undefined && credited === this.charges.get(charge);
  }

  end(): void {
    for (const [number, cents] of this.posted)
      this.found('POSTED', {
        kind: 'posting',
        object: number,
        finding: `${usd(cents / 2n)} posted, and it has no paper`,
      });
    for (const [charge, cents] of this.credited)
      if (cents > (this.charges.get(charge) ?? 0n))
        this.found('I7', {
          kind: 'charge',
          object: charge,
          finding: `credit notes give back ${usd(cents)}, more than it was`,
        });
    for (const [prefix, places] of this.series) {
      const missing = places.sort((one, other) => one - other).findIndex((place, index) => place !== index + 1);
      if (missing >= 0)
        this.found('I8', {
          kind: 'number series',
          object: prefix,
          finding: `${places.length} papers, and ${missing + 1} is missing or there twice`,
        });
    }
  }

  private document(number: string, { type, totalUsd }: InvoiceContent, lines: readonly LineSaid[]): void {
    const total = centsOf(totalUsd);
    const posted = this.posted.get(number) ?? 0n;
    this.posted.delete(number);
    if (posted !== 2n * (total < 0n ? -total : total))
      this.found('POSTED', {
        kind: 'posting',
        object: number,
        finding: `${usd(posted / 2n)} posted for USD ${totalUsd}`,
      });
    for (const { charge, amountUsd } of lines) {
      const amount = centsOf(amountUsd);
      if (type === 'INVOICE') this.invoice(number, charge, amount);
      else this.credited.set(charge, (this.credited.get(charge) ?? 0n) - amount);
    }
  }

  private invoice(number: string, charge: string, amount: bigint): void {
    const before = this.invoiced.get(charge);
    const whole = this.charges.get(charge) ?? 0n;
    this.invoiced.set(charge, number);
    if (before !== undefined)
      this.found('I6', { kind: 'charge', object: charge, finding: `it is on ${before} and on ${number}` });
    if (amount !== whole)
      this.found('I6', {
        kind: 'charge',
        object: charge,
        finding: `${number} has ${usd(amount)} of its ${usd(whole)}`,
      });
  }
}

type LineSaid = ReturnType<typeof linesOf>[number];

function linesOf({ sections }: InvoiceContent) {
  return sections.flatMap(({ families }) => families.flatMap(({ lines }) => lines));
}
