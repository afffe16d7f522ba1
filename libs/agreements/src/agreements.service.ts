import { BudgetService } from '#budget';
import { IdentityService, type Officer } from '#identity';
import { atAsync, type Clock, Money, today } from '#kernel';
import { findAll, insertAll, recordEvent, type Tx } from '#platform';
import { RatesService } from '#rates';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { drafting, signing as signingFor } from './agreement-acts.ts';
import { checkAllocation } from './allocation-check.ts';
import { Meeting, UnknownMeeting } from './meeting.ts';
import {
  AgreementCeilingExceeded,
  type AgreementTerms,
  checkFamilies,
  ServiceAgreement,
  type Side,
  Signature,
  UnknownAgreement,
} from './service-agreement.ts';

@Injectable()
export class AgreementsService {
  constructor(
    private readonly budget: BudgetService,
    private readonly identity: IdentityService,
    private readonly rates: RatesService,
  ) {}

  async addMeetings(tx: Tx, meetings: Meeting[]): Promise<void> {
    await insertAll(tx, Meeting, meetings);
  }

  meetings(tx: Tx, codes?: readonly string[]): Promise<Meeting[]> {
    return tx.find(Meeting, { where: codes === undefined ? {} : { code: In(codes) }, order: { startsOn: 'ASC' } });
  }

  /** Errors: those of ServiceAgreement.draft; UnknownSecretariat, UnknownMeeting, UnknownFamily, UnknownBudgetLine, UnknownSplitKey, UnknownFund, FundOfTheOtherSide. */
  async draft(tx: Tx, terms: AgreementTerms, by: Officer, clock: Clock): Promise<ServiceAgreement> {
    await atAsync('/provider', () => this.identity.secretariat(tx, terms.provider));
    await atAsync('/client', () => this.identity.secretariat(tx, terms.client));
    drafting(terms).check(by);
    if (!(await tx.existsBy(Meeting, { code: terms.meeting }))) throw new UnknownMeeting(terms.meeting, '/meeting');
    const agreement = ServiceAgreement.draft(terms, { by: by.person, at: clock.now(), zero: Money.zero() });
    checkFamilies(agreement.families, await this.rates.families(tx));
    checkAllocation(agreement, await this.namedBy(tx, agreement));
    const drafted = { action: 'AGREEMENT_DRAFTED', kind: 'agreement', objects: [terms.number] };
    await recordEvent(tx, { ...drafted, after: { state: agreement.state } }, by, clock.now());
    await insertAll(tx, ServiceAgreement, [agreement]);
    return agreement;
  }

  private async namedBy(tx: Tx, { clientAllocation, providerCredit, splitKeys: keys }: ServiceAgreement) {
    const lines = clientAllocation.flatMap(({ budgetLines }) => Object.values(budgetLines));
    const inKey = await this.budget.named(tx, { funds: [], lines, keys });
    const credited =
      'weights' in providerCredit
        ? providerCredit.weights.map(([fund]) => fund)
        : inKey.keys.flatMap(({ funds }) => funds);
    const funds = [...clientAllocation.flatMap(({ budgetLines }) => Object.keys(budgetLines)), ...credited];
    return { ...inKey, funds: (await this.budget.named(tx, { funds, lines: [], keys: [] })).funds };
  }

  all(tx: Tx): Promise<ServiceAgreement[]> {
    return tx.find(ServiceAgreement, { order: { number: 'ASC' } });
  }

  /** Errors: UnknownAgreement. */
  async find(tx: Tx, number: string): Promise<ServiceAgreement> {
    const agreement = await tx.findOneBy(ServiceAgreement, { number });
    if (agreement === null) throw new UnknownAgreement(number);
    return agreement;
  }

  /**
   * The agreements that charges are about to be recorded under, held so that no signature comes in between: a charge is
   * provisional or not by what its agreement is when it is written.
   */
  async hold(tx: Tx, numbers: readonly string[]): Promise<Map<string, ServiceAgreement>> {
    const agreements = await findAll(tx, ServiceAgreement, 'number', numbers, { held: true });
    return new Map(agreements.map((one) => [one.number, one]));
  }

  allSignatures(tx: Tx): Promise<Signature[]> {
    return tx.find(Signature, { order: { recordedAt: 'ASC' } });
  }

  signatures(tx: Tx, agreement: string): Promise<Signature[]> {
    return tx.find(Signature, { where: { agreement }, order: { recordedAt: 'ASC' } });
  }

  /**
   * Records a side's signature. What was recorded before the second one is promoted by whoever keeps charges.
   * Errors: UnknownAgreement, AlreadySigned, SignedInTheFuture, NotDesignated, ActsForTheOtherSide, SamePerson.
   */
  async sign(
    tx: Tx,
    number: string,
    signing: { side: Side; signedOn: Signature['signedOn'] },
    by: Officer,
    clock: Clock,
  ): Promise<ServiceAgreement> {
    const agreement = await this.lock(tx, number);
    const act = signingFor(agreement, signing.side, 'SIGNED');
    act.checkAuthority(by);
    const signature = new Signature({ agreement: number, ...signing, signedBy: by.person, recordedAt: clock.now() });
    const before = { state: agreement.state };
    agreement.sign(signature, await this.signatures(tx, number), today(clock));
    act.checkHands(by);
    const after = { state: agreement.state, side: signing.side, signedOn: signing.signedOn.toString() };
    const signed = { action: 'AGREEMENT_SIGNED', kind: 'agreement', objects: [number], before, after };
    await recordEvent(tx, signed, by, clock.now());
    await insertAll(tx, Signature, [signature]);
    await tx.query('update agreements.agreement set state = $2, signed_on = $3, version = $4 where number = $1', [
      number,
      agreement.state,
      agreement.signedOn?.toString() ?? null,
      agreement.version,
    ]);
    return agreement;
  }

  /** Errors: UnknownAgreement. */
  async lock(tx: Tx, number: string): Promise<ServiceAgreement> {
    const agreement = await tx.findOne(ServiceAgreement, { where: { number }, lock: { mode: 'pessimistic_write' } });
    if (agreement === null) throw new UnknownAgreement(number);
    return agreement;
  }

  /**
   * Adds to what agreements bear (or takes off it, for a credit), each only if its ceiling still allows it. In the order
   * of their numbers, and after the budget lines, in every command: no two can wait for each other.
   * Errors: AgreementCeilingExceeded.
   */
  async charge(tx: Tx, amounts: ReadonlyMap<string, Money>): Promise<void> {
    const wanted = [...amounts].filter(([, more]) => !more.isZero()).sort(([a], [b]) => (a < b ? -1 : 1));
    if (wanted.length === 0) return;
    const [charged] = await tx.query<[{ number: string }[], number]>(
      `with wanted as (
         select number, more from unnest($1::text[], $2::numeric[]) as one (number, more)
       ), locked as (
         select agreement.number from agreements.agreement where agreement.number = any($1) order by agreement.number for no key update
       )
       update agreements.agreement set charged_usd = agreement.charged_usd + wanted.more
       from locked join wanted on wanted.number = locked.number
       where agreement.number = locked.number and agreement.charged_usd + wanted.more <= agreement.ceiling_usd
       returning agreement.number`,
      [wanted.map(([number]) => number), wanted.map(([, more]) => more.toString())],
    );
    const done = new Set(charged.map(({ number }) => number));
    const refused = wanted.find(([number]) => !done.has(number));
    if (refused === undefined) return;
    const [number, more] = refused;
    const { ceilingUsd, chargedUsd } = await this.find(tx, number);
    throw new AgreementCeilingExceeded(number, { ceiling: ceilingUsd, charged: chargedUsd, more });
  }
}
