import {
  type Certifying,
  chargesOnTheirWay,
  type ChargeView,
  ChargingService,
  type NamedCharges,
  type Recording,
} from '#charging';
import type { Acting } from '#identity';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { GroupedWork, OneOfMany } from '../http/grouped-requests.service.ts';
import type { Offered } from '../http/offered.ts';
import { Requests } from '../http/requests.ts';
import { actsOn, type ChargeAnswer, chargeAnswer } from './charge.answer.ts';
import { chargeDraft, type ChargeRequest } from './charge.request.ts';

/** A request that records one charge. */
export interface RecordingRequest extends OneOfMany {
  readonly body: ChargeRequest;
}

/** A request that names one charge. */
export interface StepRequest extends OneOfMany {
  readonly object: string;
  /** The version that was read; null: whatever it is now. Errors: as `seenVersion`. */
  readonly seen: () => number | null;
}

/** Why the charges come late; the same for all that are certified together. */
export interface CertifyingRequest extends StepRequest {
  readonly alike: string | undefined;
}

/** The steps of a charge to its certification, for one charge a request, and what is answered of charges. */
@Injectable()
export class ChargeSteps {
  constructor(
    private readonly requests: Requests,
    private readonly charging: ChargingService,
  ) {}

  readonly recording: GroupedWork<RecordingRequest, ChargeAnswer, Recording> = {
    name: 'charge.record',
    ahead: (tx, ones) =>
      this.charging.aheadOfRecording(
        tx,
        ones.map(({ body }) => body),
      ),
    act: (tx, by, ones, ahead) => {
      const drafts = ones.map(({ body }) => chargeDraft(body));
      const own = { place: () => '', requestIds: ones.map(({ requestId }) => requestId) };
      return this.answers(tx, by, this.charging.record(tx, drafts, by, this.requests.clock, own, ahead));
    },
  };

  readonly receipt: GroupedWork<StepRequest, ChargeAnswer, ChargeView[]> = {
    name: 'charge.receive',
    ahead: (tx, ones) => chargesOnTheirWay(tx, idsOf(ones)),
    act: async (tx, by, ones, views) => {
      const received = this.charging.receive(tx, namedBy(ones), by, this.requests.clock, views);
      return inTheirOrder(ones, await this.answers(tx, by, received, 'WHOEVER_COULD'));
    },
  };

  readonly certification: GroupedWork<CertifyingRequest, ChargeAnswer, Certifying> = {
    name: 'charge.certify',
    ahead: (tx, ones) => this.charging.aheadOfCertifying(tx, idsOf(ones), this.requests.clock),
    act: async (tx, by, ones, ahead) => {
      const named = { ...namedBy(ones), adjustmentReason: ones[0]?.alike };
      const certified = this.charging.certify(tx, named, by, this.requests.clock, ahead);
      return inTheirOrder(ones, await this.answers(tx, by, certified));
    },
  };

  /** What was done to them, and who else could act on them, where somebody could who is not the one who asks. */
  async answers(tx: Tx, by: Acting, acted: Promise<ChargeView[]>, asks: Asks = 'IF_ANYBODY'): Promise<ChargeAnswer[]> {
    const { charges, offered } = await this.offered(tx, by, acted, asks);
    return charges.map((charge) => chargeAnswer(charge, offered));
  }

  private async offered(
    tx: Tx,
    by: Acting,
    acted: Promise<ChargeView[]>,
    asks: Asks,
  ): Promise<{ charges: ChargeView[]; offered: Offered }> {
    if (asks === 'WHOEVER_COULD') {
      const [charges, offered] = await Promise.all([acted, this.requests.offered(tx, by)]);
      return { charges, offered };
    }
    const charges = await acted;
    return { charges, offered: await this.requests.offered(tx, by, charges.flatMap(actsOn)) };
  }
}

/** Whoever received a charge never certifies it, so who could is asked along with the step; else it shows once it is taken. */
export type Asks = 'WHOEVER_COULD' | 'IF_ANYBODY';

function idsOf(ones: readonly StepRequest[]): string[] {
  return ones.map(({ object }) => object);
}

function namedBy(ones: readonly StepRequest[]): NamedCharges {
  const requests = ones.map(({ object, requestId, seen }) => [object, { requestId, seen: seen() }] as const);
  return { ids: idsOf(ones), seen: null, requests: new Map(requests) };
}

function inTheirOrder(ones: readonly StepRequest[], answers: readonly ChargeAnswer[]): ChargeAnswer[] {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return ones.flatMap(({ object }) => byId.get(object) ?? []);
}
