import { Body, Controller, Post, Query, Req } from '@nestjs/common';
import type { ChargeBody, ChargeFilter, SignedIn } from './charge-body.ts';
import { DisputeBody } from './charge-body.ts';

@Controller()
export class ChargesController {
  @Post()
  record(
    @Body() body: ChargeBody, // refused: recoup/injected-class-is-a-value
    @Query() filter: ChargeFilter, // refused: recoup/injected-class-is-a-value
    @Req() request: SignedIn,
  ): unknown[] {
    return [body, filter, request];
  }

  @Post()
  dispute(@Body() body: DisputeBody): DisputeBody {
    return body;
  }
}
