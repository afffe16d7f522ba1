import { describe, expect, it } from '@jest/globals';
import { type Actor, Biennium, Day } from '#kernel';
import { monthsOf, NotAPeriod, PeriodCode } from './period-code.ts';
import {
  BienniumStillClosed,
  checkReason,
  OtherSideMustSign,
  Period,
  PeriodChangedMeanwhile,
  type PeriodFacts,
  PeriodNotInState,
  PeriodNotOver,
  type PeriodState,
  ReasonMissing,
  SamePersonClosesTwice,
} from './period.ts';

const finance: Actor = { person: 'BRS.finance', secretariat: 'BRS' };
const one: Actor = { person: 'BRS.approving', secretariat: 'BRS' };
const colleague: Actor = { person: 'BRS.deputy', secretariat: 'BRS' };
const other: Actor = { person: 'MINAMATA.approving', secretariat: 'MINAMATA' };
const day = (text: string): Day => Day.of(text);

function period(facts: Partial<Omit<PeriodFacts, 'code'>> & { code?: string } = {}): Period {
  const code = PeriodCode.of(facts.code ?? '2025-11');
  return new Period({ ...Period.untouched(code), ...facts, code });
}

const closing = (state: PeriodState, facts: Partial<Omit<PeriodFacts, 'code'>> = {}): Period =>
  period({ state, proposedBy: finance, version: 1, ...facts });

describe('the name of a period', () => {
  it.each`
    text           | kind          | biennium       | lastDay
    ${'2025-11'}   | ${'MONTH'}    | ${'2024-2025'} | ${'2025-11-30'}
    ${'2024-02'}   | ${'MONTH'}    | ${'2024-2025'} | ${'2024-02-29'}
    ${'2025-12'}   | ${'MONTH'}    | ${'2024-2025'} | ${'2025-12-31'}
    ${'2026-01'}   | ${'MONTH'}    | ${'2026-2027'} | ${'2026-01-31'}
    ${'2024-2025'} | ${'BIENNIUM'} | ${'2024-2025'} | ${'2025-12-31'}
  `('$text is a $kind of $biennium that ends on $lastDay', ({ text, kind, biennium, lastDay }) => {
    const code = PeriodCode.of(text ?? '');
    expect([code.kind, code.biennium.toString(), code.lastDay.toString(), code.toString()]).toEqual([
      ...[kind, biennium, lastDay, text],
    ]);
  });

  it.each(['2025-13', '2025-00', '2025', '2025-2026', '2025-1', '2025-11-01', '', 'infinity', '2024-2026'])(
    '"%s" names none',
    (text) => expect(() => PeriodCode.of(text)).toThrow(NotAPeriod),
  );

  it('of a biennium has 24 months', () => {
    const months = monthsOf(Biennium.of('2024-2025'));
    expect([months.length, months[0], months[11], months[12], months[23]]).toEqual([
      ...[24, '2024-01', '2024-12', '2025-01', '2025-12'],
    ]);
    expect(PeriodCode.monthOf(day('2025-11-07')).toString()).toBe('2025-11');
  });
});

describe('a period', () => {
  it('is open as long as nobody acts on it', () => {
    expect(Period.untouched(PeriodCode.of('2025-11'))).toMatchObject({
      state: 'OPEN',
      version: 0,
      closeNo: 0,
      digest: null,
    });
  });

  it('can be closed from the day after its last', () => {
    expect(period().proposeClosing(day('2025-12-01'))).toEqual({
      ...{ act: 'CLOSING_PROPOSED', from: 'OPEN', to: 'CLOSING', number: 1, closeNo: 0 },
    });
    expect(() => period().proposeClosing(day('2025-11-30'))).toThrow(PeriodNotOver);
  });

  it('is frozen by the first signature and locked by the second, which counts the closing', () => {
    expect(closing('CLOSING').sign(one)).toEqual({
      ...{ act: 'CLOSING_SIGNED', from: 'CLOSING', to: 'SIGNED_BY_ONE', number: 2, closeNo: 0 },
    });
    expect(closing('SIGNED_BY_ONE', { signedBy: one, closeNo: 1 }).sign(other)).toEqual({
      ...{ act: 'LOCKED', from: 'SIGNED_BY_ONE', to: 'LOCKED', number: 2, closeNo: 2 },
    });
  });

  it('is closed by three people', () => {
    expect(() => closing('CLOSING').sign(finance)).toThrow(SamePersonClosesTwice);
    expect(() => closing('SIGNED_BY_ONE', { signedBy: one }).sign(one)).toThrow(SamePersonClosesTwice);
    const byTheOtherSide = { proposedBy: other, signedBy: one };
    expect(() => closing('SIGNED_BY_ONE', byTheOtherSide).sign(other)).toThrow(SamePersonClosesTwice);
  });

  it('is locked by both secretariats', () => {
    expect(() => closing('SIGNED_BY_ONE', { signedBy: one }).sign(colleague)).toThrow(OtherSideMustSign);
  });

  it('goes back to what it was where a closing is withdrawn', () => {
    expect(closing('CLOSING').withdraw()).toMatchObject({ act: 'CLOSING_WITHDRAWN', to: 'OPEN' });
    expect(closing('SIGNED_BY_ONE', { closeNo: 1 }).withdraw()).toMatchObject({
      act: 'CLOSING_WITHDRAWN',
      to: 'REOPENED',
    });
    expect(closing('REOPEN_REQUESTED').withdraw()).toMatchObject({ act: 'REOPENING_DECLINED', to: 'LOCKED' });
    expect(() => closing('LOCKED').withdraw()).toThrow(PeriodNotInState);
  });

  it('is reopened by the secretariat that did not ask for it', () => {
    const biennium = period({ code: '2024-2025' });
    const asked = closing('REOPEN_REQUESTED', { requestedBy: one, closeNo: 1 });
    expect(asked.reopen(other, biennium)).toMatchObject({ act: 'REOPENED', to: 'REOPENED', closeNo: 1 });
    for (const by of [one, colleague]) expect(() => asked.reopen(by, biennium)).toThrow(OtherSideMustSign);
  });

  it.each<[PeriodState, boolean]>([
    ['OPEN', true],
    ['CLOSING', true],
    ['REOPENED', true],
    ['SIGNED_BY_ONE', false],
    ['LOCKED', false],
    ['REOPEN_REQUESTED', false],
  ])('that is a month of a biennium that is %s can be reopened: %s', (state, may) => {
    const asked = closing('REOPEN_REQUESTED', { requestedBy: one });
    const reopen = () => asked.reopen(other, period({ code: '2024-2025', state }));
    if (may) expect(reopen().to).toBe('REOPENED');
    else expect(reopen).toThrow(BienniumStillClosed);
  });

  it('takes no step out of its turn', () => {
    const everyStep: [step: (of: Period) => unknown, from: PeriodState[]][] = [
      [(of) => of.proposeClosing(day('2025-12-01')), ['OPEN', 'REOPENED']],
      [(of) => of.sign(other), ['CLOSING', 'SIGNED_BY_ONE']],
      [(of) => of.withdrawClosing(), ['CLOSING', 'SIGNED_BY_ONE']],
      [(of) => of.requestReopening(), ['LOCKED']],
      [(of) => of.declineReopening(), ['REOPEN_REQUESTED']],
      [(of) => of.reopen(other, period({ code: '2024-2025' })), ['REOPEN_REQUESTED']],
    ];
    const states: PeriodState[] = ['OPEN', 'CLOSING', 'SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED', 'REOPENED'];
    for (const [step, from] of everyStep) {
      for (const state of states.filter((one) => !from.includes(one))) {
        expect(() => step(closing(state, { signedBy: one, requestedBy: one }))).toThrow(PeriodNotInState);
      }
      for (const state of from) expect(() => step(closing(state, { signedBy: one, requestedBy: one }))).not.toThrow();
    }
  });

  it('is acted on as it was read', () => {
    expect(() => closing('CLOSING').checkSeen(0)).toThrow(PeriodChangedMeanwhile);
    for (const seen of [1, null]) expect(() => closing('CLOSING').checkSeen(seen)).not.toThrow();
  });

  it('is taken back for a reason with something in it', () => {
    expect(checkReason(' late voucher ')).toBe('late voucher');
    expect(() => checkReason(' ')).toThrow(ReasonMissing);
  });
});
