import type { Answers } from '../../api/client.ts';
import { emptyForm, type TripForm } from './form.ts';

type Charged = Pick<Answers['ChargeAnswer'], 'trip' | 'traveller' | 'deliveredOn' | 'evidence' | 'note'>;

/** A form as far as the books know how a trip was: they keep what its tickets and nights came to, and not what was typed. */
export function again({ trip, traveller, deliveredOn, evidence, note }: Charged): TripForm {
  return {
    ...emptyForm,
    traveller: traveller ?? '',
    party: trip?.party ?? '',
    from: trip?.from ?? '',
    endedOn: deliveredOn,
    advanceUsd: trip?.advanceUsd ?? '',
    evidence: evidence ?? '',
    note: note ?? '',
  };
}
