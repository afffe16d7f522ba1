import type { InvoiceContent } from '#invoicing';
import type { Wrong } from './check.ts';
import { centsOf, usd } from './cents.ts';

type Found = (check: 'I6' | 'I7' | 'I8' | 'POSTED', wrong: Wrong) => void;

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

  constructor(private readonly found: Found) {}

  entry(event: string, source: string, debits: bigint): void {
    if (event === 'INVOICE_ISSUED' || event === 'CREDIT_NOTE_ISSUED')
      this.posted.set(source, (this.posted.get(source) ?? 0n) + debits);
  }

  charge(id: string, amount: string): void {
    this.charges.set(id, centsOf(amount));
  }

  paper(number: string, content: string): void {
    const [, prefix = '', place = '0'] = /^(.*?)(\d+)$/.exec(number) ?? [];
    this.series.set(prefix, [...(this.series.get(prefix) ?? []), Number(place)]);
    const said = JSON.parse(content) as Partial<InvoiceContent>;
    if (said.type !== 'INVOICE' && said.type !== 'CREDIT_NOTE') return;
    this.document(number, said as InvoiceContent);
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

  private document(number: string, { type, totalUsd, sections }: InvoiceContent): void {
    const total = centsOf(totalUsd);
    const posted = this.posted.get(number) ?? 0n;
    this.posted.delete(number);
    if (posted !== 2n * (total < 0n ? -total : total))
      this.found('POSTED', {
        kind: 'posting',
        object: number,
        finding: `${usd(posted / 2n)} posted for USD ${totalUsd}`,
      });
    for (const { charge, amountUsd } of sections.flatMap(({ families }) => families.flatMap(({ lines }) => lines))) {
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
