import type { InvoiceContent } from '../../libs/invoicing/src/invoice-content.ts';

export function invoiceOf(lines: number): InvoiceContent;
