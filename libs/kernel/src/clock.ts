import { Day } from './day.ts';

/** Where the time comes from. The rules never ask a computer for it: a replayed biennium lives in its own days. */
export interface Clock {
  now(): Date;
}

/** The accounting day at the clock's instant, in UTC. */
export function today(clock: Clock): Day {
  return Day.at(clock.now());
}

/** A clock that stands still until it is set: for replays of a past biennium, and for tests. */
export class SetClock implements Clock {
  private instant: Date;

  constructor(day: Day) {
    this.instant = SetClock.noon(day);
  }

  set(day: Day): void {
    this.instant = SetClock.noon(day);
  }

  now(): Date {
    return this.instant;
  }

  private static noon(day: Day): Date {
    return new Date(`${day.toString()}T12:00:00Z`);
  }
}
