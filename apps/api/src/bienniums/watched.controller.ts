import {
  completeness,
  completenessCodes,
  completenessFacts,
  type CompletenessItem,
  type Counted,
  type DifferenceCode,
  differenceCauses,
  meetingNumbers,
  type MeetingDirection,
  type ReciprocalBalance,
  twoBooks,
  twoBooksOf,
  unpostedCauses,
  type UnpostedState,
} from '#audit';
import { AgreementsService } from '#agreements';
import { Biennium } from '#kernel';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Reads, Refusals } from '../http/documented.ts';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { MoneyShown, usd } from '../http/money.body.ts';
import { Requests } from '../http/requests.ts';

export class CountedShown {
  @Shown({ type: 'integer' }) count: number;
  @Shown({ type: MoneyShown }) amount: MoneyShown;
}

export class MeetingNumbersShown {
  @Shown({ example: 'BRS-COPS-2025' }) meeting: string;
  @Shown() title: string;
  @Shown({ example: 'MINAMATA' }) provider: string;
  @Shown({ example: 'BRS' }) client: string;
  @Shown({ type: CountedShown, description: 'Under an agreement that is not signed' }) provisional: CountedShown;
  @Shown({ type: CountedShown }) toCertify: CountedShown;
  @Shown({ type: CountedShown, description: 'Charges certified and on no issued invoice' }) toInvoice: CountedShown;
  @Shown({ type: CountedShown, description: 'Documents issued and not settled, credit notes taken off' })
  unpaid: CountedShown;
}

export class MeetingNumbersAnswer {
  @ShownList(() => MeetingNumbersShown) items: MeetingNumbersShown[];
}

export class ExplainedShown extends CountedShown {
  @Shown({ enum: Object.keys(unpostedCauses), description: 'The state of these charges' }) code: UnpostedState;
  @Shown({ example: 'delivered, not yet confirmed by the client' }) cause: string;
}

export class ReciprocalShown {
  @Shown({ example: 'CRA-2025-001' }) agreement: string;
  @Shown() provider: string;
  @Shown() client: string;
  @Shown({ type: MoneyShown, description: 'In the provider’s book, billed' }) receivable: MoneyShown;
  @Shown({ type: MoneyShown }) receivableUnbilled: MoneyShown;
  @Shown({ type: MoneyShown, description: 'In the client’s book, billed' }) payable: MoneyShown;
  @Shown({ type: MoneyShown }) payableUnbilled: MoneyShown;
  @Shown({ type: MoneyShown }) difference: MoneyShown;
  @ShownOrNull({ enum: Object.keys(differenceCauses), description: 'Of a difference; null where the two agree' })
  code: DifferenceCode | null;
  @ShownOrNull({ description: 'The same in a sentence' }) cause: string | null;
  @ShownList(() => ExplainedShown) explained: ExplainedShown[];
}

export class TwoBooksAnswer {
  @Shown({ type: 'boolean', description: 'Whether the two books agree to the cent' }) agree: boolean;
  @ShownList(() => ReciprocalShown) items: ReciprocalShown[];
}

export class ReciprocalEntryShown {
  @Shown({ example: 'A1-01' }) source: string;
  @Shown({ example: 'CHARGE_CERTIFIED' }) event: string;
  @Shown({ format: 'date' }) accountingOn: string;
  @Shown({ format: 'uuid' }) pair: string;
  @ShownOrNull({ type: MoneyShown }) receivable: MoneyShown | null;
  @ShownOrNull({ type: MoneyShown }) payable: MoneyShown | null;
  @Shown({ type: MoneyShown }) difference: MoneyShown;
}

export class ReciprocalEntriesAnswer {
  @ShownList(() => ReciprocalEntryShown) items: ReciprocalEntryShown[];
  @ShownOrNull() nextAfter: string | null;
}

export class CompletenessItemShown {
  @Shown({ enum: [...completenessCodes], description: 'Stays, with its facts, whatever the sentence says' })
  code: string;
  @Shown({ type: 'object', additionalProperties: true }) facts: object;
  @Shown({ example: 'Document numbers have no gaps' }) name: string;
  @Shown({ type: 'boolean' }) ok: boolean;
  @Shown({ description: 'What was looked at, or what is missing, in a sentence' }) finding: string;
}

export class CompletenessAnswer {
  @Shown({ type: 'boolean' }) complete: boolean;
  @ShownList(() => CompletenessItemShown) items: CompletenessItem[];
}

export class AfterQuery {
  @ApiPropertyOptional({ description: 'The nextAfter of the page before' })
  @IsOptional()
  @Matches(/^\d{1,18}$/, { message: '$property is the nextAfter of the page before, as it was answered' })
  after?: string;
}

const entriesAtOnce = 200;

/** What officers and auditors watch of a biennium: how far each meeting is, whether the books agree, what is missing. */
@ApiTags('Biennium')
@Controller()
export class WatchedController {
  constructor(
    private readonly requests: Requests,
    private readonly agreements: AgreementsService,
  ) {}

  @Get('bienniums/:biennium/meetings')
  @Reads('book.read')
  @ApiOperation({ summary: 'Each meeting in each direction: provisional, to certify, to invoice, unpaid' })
  @ApiOkResponse({ type: MeetingNumbersAnswer })
  @Refusals(400)
  meetings(@Param('biennium') text: string, @Req() request: FastifyRequest): Promise<MeetingNumbersAnswer> {
    return this.requests.read({ request }, async (tx) => ({
      items: (await meetingNumbers(tx, Biennium.of(text).toString())).map(meetingShown),
    }));
  }

  @Get('bienniums/:biennium/two-books')
  @Reads('book.read')
  @ApiOperation({ summary: 'What both books say that one owes the other, agreement by agreement, and why they differ' })
  @ApiOkResponse({ type: TwoBooksAnswer })
  @Refusals(400)
  twoBooks(@Param('biennium') text: string, @Req() request: FastifyRequest): Promise<TwoBooksAnswer> {
    return this.requests.read({ request }, async (tx) => {
      const balances = await twoBooks(tx, Biennium.of(text).toString());
      return { agree: balances.every(({ code }) => code === null), items: balances.map(reciprocalShown) };
    });
  }

  @Get('agreements/:number/two-books')
  @Reads('book.read')
  @ApiOperation({ summary: 'The events of an agreement in both books, side by side, in the order they were posted' })
  @ApiOkResponse({ type: ReciprocalEntriesAnswer })
  @Refusals(400, 404)
  twoBooksOf(
    @Param('number') number: string,
    @Query() { after }: AfterQuery,
    @Req() request: FastifyRequest,
  ): Promise<ReciprocalEntriesAnswer> {
    return this.requests.read({ request }, async (tx) => {
      await this.agreements.find(tx, number);
      const entries = await twoBooksOf(tx, number, { after: after ?? null, limit: entriesAtOnce });
      const items = entries.map(({ place: _, receivableUsd, payableUsd, differenceUsd, ...entry }) => ({
        ...entry,
        receivable: receivableUsd === null ? null : usd(receivableUsd),
        payable: payableUsd === null ? null : usd(payableUsd),
        difference: usd(differenceUsd),
      }));
      return { items, nextAfter: entries.length === entriesAtOnce ? (entries.at(-1)?.place ?? null) : null };
    });
  }

  @Get('bienniums/:biennium/completeness')
  @Reads('book.read')
  @ApiOperation({ summary: 'What of a biennium is complete, and what is missing, in sentences' })
  @ApiOkResponse({ type: CompletenessAnswer })
  @Refusals(400)
  completeness(@Param('biennium') text: string, @Req() request: FastifyRequest): Promise<CompletenessAnswer> {
    return this.requests.read({ request }, async (tx) => {
      const items = completeness(await completenessFacts(tx, Biennium.of(text)), this.requests.clock.now());
      return { complete: items.every(({ ok }) => ok), items };
    });
  }
}

const counted = ({ count, amountUsd }: Counted): CountedShown => ({ count, amount: usd(amountUsd) });

function meetingShown(one: MeetingDirection): MeetingNumbersShown {
  const { meeting, title, provider, client } = one;
  return {
    ...{ meeting, title, provider, client },
    provisional: counted(one.provisional),
    toCertify: counted(one.toCertify),
    toInvoice: counted(one.toInvoice),
    unpaid: counted(one.unpaid),
  };
}

function reciprocalShown(one: ReciprocalBalance): ReciprocalShown {
  const { agreement, provider, client, code } = one;
  return {
    ...{ agreement, provider, client, code },
    cause: code === null ? null : differenceCauses[code],
    receivable: usd(one.receivableUsd),
    receivableUnbilled: usd(one.receivableUnbilledUsd),
    payable: usd(one.payableUsd),
    payableUnbilled: usd(one.payableUnbilledUsd),
    difference: usd(one.differenceUsd),
    explained: one.explained.map(({ code: state, ...figures }) => ({
      ...{ code: state, cause: unpostedCauses[state] },
      ...counted(figures),
    })),
  };
}
