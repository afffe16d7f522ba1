import { checkMay, IdentityService, type Officer } from '#identity';
import { atAsync, Biennium, type Clock, type Day, Money, Refused, today } from '#kernel';
import { recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { documentNumber } from './invoice.ts';
import { partyOf } from './invoice-content.ts';
import type { NettingContent } from './netting-content.ts';
import { renderNetting } from './netting.pdf.ts';
import { keepPaper, nextNumber } from './paper.service.ts';

@Injectable()
export class NettingService {
  constructor(private readonly identity: IdentityService) {}

  /**
   * Issues a netting statement: both directions gross, and who pays the difference. A settlement paper only; it posts
   * nothing, and each side's receivable and payable stay gross.
   * Errors: UnknownSecretariat, NettingWithItself, NotDesignated.
   */
  async issue(
    tx: Tx,
    request: { biennium: Biennium; with: string; asAt: Day },
    by: Officer,
    clock: Clock,
  ): Promise<NettingContent> {
    checkMay(by, 'netting.issue');
    if (request.with === by.secretariat) throw new NettingWithItself(request.with);
    const one = partyOf(await this.identity.secretariat(tx, by.secretariat));
    const other = partyOf(await atAsync('/with', () => this.identity.secretariat(tx, request.with)));
    const directions = [
      { client: one, provider: other, ...(await documentsOwed(tx, one.code, other.code, request)) },
      { client: other, provider: one, ...(await documentsOwed(tx, other.code, one.code, request)) },
    ] as const;
    const net = Money.totalUsd(directions[0].openUsd).minus(Money.totalUsd(directions[1].openUsd));
    const [payer, payee] = net.isNegative() ? [other, one] : [one, other];
    const year = today(clock).year;
    const number = documentNumber(
      by.secretariat,
      'NETTING',
      year,
      await nextNumber(tx, { provider: by.secretariat, type: 'NETTING', year }),
    );
    const content: NettingContent = {
      number,
      biennium: request.biennium.toString(),
      asAt: request.asAt.toString(),
      currency: 'USD',
      directions,
      netPayer: net.isZero() ? null : payer,
      netPayee: net.isZero() ? null : payee,
      netUsd: net.absolute().toString(),
      prepared: { name: by.name, at: clock.now().toISOString() },
    };
    const after = { biennium: content.biennium, asAt: content.asAt, netUsd: content.netUsd };
    await recordEvent(tx, { action: 'NETTING_ISSUED', kind: 'paper', objects: [number], after }, by, clock.now());
    await keepPaper(
      tx,
      {
        ...{ number, kind: 'NETTING', subject: request.biennium.toString(), content, at: clock.now() },
        ...{ issuer: one.code, addressee: other.code },
      },
      renderNetting,
    );
    return content;
  }
}

/** What `client` owes `provider` for a biennium by the documents issued up to a day. */
async function documentsOwed(
  tx: Tx,
  client: string,
  provider: string,
  { biennium, asAt }: { biennium: Biennium; asAt: Day },
): Promise<Pick<NettingContent['directions'][number], 'documents' | 'totalUsd' | 'settledUsd' | 'openUsd'>> {
  const documents = await tx.query<NettingContent['directions'][number]['documents']>(
    `select number, type, agreement, issued_on as "issuedOn", total_usd as "totalUsd",
       case when settled_on <= $4 then total_usd else 0 end::numeric(18, 2) as "settledUsd",
       case when settled_on <= $4 then 0 else total_usd end::numeric(18, 2) as "openUsd"
     from invoicing.invoice
     where client = $1 and provider = $2 and biennium = $3 and number is not null and issued_on <= $4
     order by issued_on, number`,
    [client, provider, biennium.toString(), asAt.toString()],
  );
  const total = (field: 'totalUsd' | 'settledUsd' | 'openUsd'): string =>
    Money.sum(documents.map((document) => Money.usd(document[field]))).toString();
  return { documents, totalUsd: total('totalUsd'), settledUsd: total('settledUsd'), openUsd: total('openUsd') };
}

export class NettingWithItself extends Refused {
  constructor(secretariat: string) {
    super(`${secretariat} cannot be netted with itself; name the other secretariat.`, '/with');
  }
}
