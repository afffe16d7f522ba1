import { describe, expect, it } from '@jest/globals';
import {
  type BookFacts,
  BooksDiffer,
  ChargesStillWaiting,
  checkClosable,
  closingChecklist,
  type DeliveryFacts,
  DisputesOpen,
  MonthsStillOpen,
  SettlementsStillWaiting,
} from './closing-checklist.ts';
import { PeriodCode } from './period-code.ts';

const month = PeriodCode.of('2025-11');
const biennium = PeriodCode.of('2024-2025');
const none = { count: 0, examples: [] };
const two = { count: 2, examples: ['A1-01', 'A1-02'] };
const books = (facts: Partial<BookFacts> = {}): BookFacts => ({
  ...{ outOfBalance: [], unmirrored: 0, openMonths: [], unsealed: 0 },
  ...facts,
});
const deliveries = (facts: Partial<DeliveryFacts> = {}): DeliveryFacts => ({
  ...{
    disputed: none,
    uncertified: none,
    unbilled: none,
    provisional: none,
    drafts: none,
    settlements: none,
    paidLater: none,
  },
  ...facts,
});

describe('a period with nothing left to do', () => {
  it.each([month, biennium])('can be closed: %s', (code) => {
    expect(() => checkClosable(code, books(), deliveries())).not.toThrow();
    expect(closingChecklist(code, books(), deliveries()).filter(({ holds }) => !holds)).toEqual([]);
  });
});

describe('books that differ', () => {
  it.each<[string, Partial<BookFacts>]>([
    ['are out of balance', { outOfBalance: ['BRS'] }],
    ['do not mirror each other', { unmirrored: 1 }],
  ])('are not closed: they %s', (_, facts) => {
    for (const code of [month, biennium]) {
      expect(() => checkClosable(code, books(facts), deliveries())).toThrow(BooksDiffer);
      expect(closingChecklist(code, books(facts), deliveries()).filter(({ holds }) => !holds)).toMatchObject([
        { blocks: true },
      ]);
    }
  });
});

describe('charges that wait', () => {
  it.each<[keyof DeliveryFacts, new (...args: never[]) => Error]>([
    ['disputed', DisputesOpen],
    ['uncertified', ChargesStillWaiting],
    ['unbilled', ChargesStillWaiting],
    ['drafts', ChargesStillWaiting],
  ])('%s: a month lists them, for they can still come; a biennium waits for them', (what, refusal) => {
    const waiting = deliveries({ [what]: two });
    expect(() => checkClosable(month, books(), waiting)).not.toThrow();
    expect(closingChecklist(month, books(), waiting).filter(({ holds }) => !holds)).toMatchObject([
      { blocks: false, finding: '2: A1-01, A1-02.' },
    ]);
    expect(() => checkClosable(biennium, books(), waiting)).toThrow(refusal);
    expect(closingChecklist(biennium, books(), waiting).filter(({ holds }) => !holds)).toMatchObject([
      { blocks: true },
    ]);
  });

  it('for a signature of their agreement are owed by nobody, and hold up nothing', () => {
    expect(() => checkClosable(biennium, books(), deliveries({ provisional: two }))).not.toThrow();
  });

  it('and drafts of the other side alone, are said to be of the other side', () => {
    const waiting = deliveries({ drafts: { count: 1, examples: [] } });
    expect(() => checkClosable(biennium, books(), waiting)).toThrow('(of the other side)');
  });

  it('are named as far as they fit', () => {
    const [many] = closingChecklist(month, books(), deliveries({ disputed: { ...two, count: 9 } })).filter(
      ({ holds }) => !holds,
    );
    expect(many?.finding).toBe('9: A1-01, A1-02 and others.');
    for (const what of ['disputed', 'unbilled'])
      expect(() => checkClosable(biennium, books(), deliveries({ [what]: { ...two, count: 9 } }))).toThrow(
        '(A1-01, A1-02 and others)',
      );
  });
});

describe('settlements that wait', () => {
  it.each([month, biennium])('are decided before %s is locked, where they were paid in it', (code) => {
    const waiting = deliveries({ settlements: { count: 2, examples: ['JV-1', 'JV-2'] } });
    expect(() => checkClosable(code, books(), waiting)).toThrow(SettlementsStillWaiting);
    expect(() => checkClosable(code, books(), waiting)).toThrow('(JV-1, JV-2)');
    expect(closingChecklist(code, books(), waiting).filter(({ holds }) => !holds)).toMatchObject([
      { blocks: true, finding: '2: JV-1, JV-2.' },
    ]);
  });

  it('of documents of a biennium, paid after it, are listed: once it is locked they are proposed anew, with a reason', () => {
    const waiting = deliveries({ paidLater: { count: 1, examples: ['JV-3'] } });
    expect(() => checkClosable(biennium, books(), waiting)).not.toThrow();
    expect(closingChecklist(biennium, books(), waiting).filter(({ holds }) => !holds)).toMatchObject([
      { blocks: false, finding: '1: JV-3.' },
    ]);
  });

  it('of the other side count, and are not named', () => {
    const waiting = deliveries({ settlements: { count: 3, examples: [] } });
    expect(() => checkClosable(month, books(), waiting)).toThrow('(of the other side)');
    expect(closingChecklist(month, books(), waiting).find(({ holds }) => !holds)?.finding).toBe(
      '3: of the other side.',
    );
  });
});

describe('a biennium', () => {
  it('is not closed before its months', () => {
    expect(() => checkClosable(biennium, books({ openMonths: ['2025-11'] }), deliveries())).toThrow(MonthsStillOpen);
  });
});

describe('entries that wait for the sealer', () => {
  it('are listed, and hold up nothing', () => {
    const sealing = (unsealed: number) =>
      closingChecklist(month, books({ unsealed }), deliveries()).filter(({ name }) => name.includes('sealed'));
    expect(sealing(0)).toMatchObject([{ holds: true }]);
    expect(sealing(3)).toMatchObject([{ holds: false, blocks: false }]);
  });
});
