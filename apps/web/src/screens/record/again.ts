import { figureWritten } from './figure-text.ts';
import { type Cells, emptyCells, type LineRequest, type Replaced } from './line.ts';

/** What of a charge a line can be filled from. */
export interface Charged {
  readonly id: string;
  readonly item: string;
  readonly quantity: string;
  readonly actualCost: { readonly amount: string; readonly currency: string } | null;
  readonly deliveredFrom: string | null;
  readonly deliveredOn: string;
  readonly supplierInvoiceOn: string | null;
  readonly traveller: string | null;
  readonly evidence: string | null;
  readonly note: string | null;
}

/** A line as a charge was that is entered again: what is wrong about it is for the officer to change. */
export function again(charge: Charged): { cells: Cells; replaced: Replaced } {
  const { deliveredFrom, supplierInvoiceOn, traveller } = charge;
  return {
    cells: {
      ...emptyCells,
      day: charge.deliveredOn,
      item: charge.item,
      quantity: figureWritten(charge.quantity),
      currency: charge.actualCost?.currency ?? '',
      cost: figureWritten(charge.actualCost?.amount ?? ''),
      evidence: charge.evidence ?? '',
      note: charge.note ?? '',
    },
    replaced: {
      id: charge.id,
      day: charge.deliveredOn,
      facts: {
        ...(deliveredFrom === null ? {} : { deliveredFrom }),
        ...(supplierInvoiceOn === null ? {} : { supplierInvoiceOn }),
        ...(traveller === null ? {} : { traveller }),
      },
    },
  };
}

/** The line marked as taking the place of another. Where the day is another one, it is one day again: the first is not known. */
export function replacing(request: LineRequest, replaced: Replaced | null): LineRequest {
  if (replaced === null) return request;
  const { deliveredFrom, ...facts } = replaced.facts;
  const isSameDay = request.deliveredOn === replaced.day;
  return {
    ...request,
    ...facts,
    ...(deliveredFrom !== undefined && isSameDay ? { deliveredFrom } : {}),
    replaces: replaced.id,
  };
}
