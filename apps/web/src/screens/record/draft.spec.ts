import { describe, expect, it } from '@jest/globals';
import { type Change, changed, type Draft, draftOf, keptOf, newDraft } from './draft.ts';

const after = (...changes: Change[]): Draft => changes.reduce(changed, newDraft());
const column = (draft: Draft, name: 'day' | 'item' | 'quantity'): string[] =>
  draft.lines.map(({ cells }) => cells[name]).filter((text) => text !== '');

const pasted: Change = {
  kind: 'paste',
  line: 0,
  column: 'day',
  block: [
    ['2025-11-03', 'IT-TEC', '1'],
    ['2025-11-04', 'IT-TEC', '2'],
  ],
};
const sent = { key: 'k-1', charges: [] };

describe('the lines of a draft', () => {
  it('take a block from the cell it is pasted into, and what stands beyond the last column is let go', () => {
    const draft = after({
      kind: 'paste',
      line: 1,
      column: 'quantity',
      block: [['1', 'CHF', '2', 'ev', 'note', 'lost']],
    });
    expect(draft.lines[1]?.cells).toEqual({
      ...{ day: '', item: '', quantity: '1', currency: 'CHF', cost: '2', evidence: 'ev', note: 'note' },
    });
  });

  it('always have an empty one at the end', () => {
    const many = Array.from({ length: 40 }, () => ['2025-11-03']);
    const draft = after({ kind: 'paste', line: 0, column: 'day', block: many });
    expect(draft.lines).toHaveLength(41);
    expect(new Set(draft.lines.map(({ key }) => key)).size).toBe(41);
  });

  it('are filled from above and downwards', () => {
    expect(column(after(pasted, { kind: 'fill down', line: 0, column: 'quantity' }), 'quantity')).toEqual(['1', '1']);
    expect(column(after(pasted, { kind: 'copy above', line: 1, column: 'day' }), 'day')).toEqual([
      '2025-11-03',
      '2025-11-03',
    ]);
    expect(column(after(pasted, { kind: 'copy above', line: 0, column: 'day' }), 'day')).toEqual([
      '2025-11-03',
      '2025-11-04',
    ]);
  });

  it('are undone and redone step by step, and a new step ends what could be redone', () => {
    const write: Change = { kind: 'write', line: 0, column: 'quantity', text: '9' };
    expect(column(after(pasted, write, { kind: 'undo' }), 'quantity')).toEqual(['1', '2']);
    expect(column(after(pasted, write, { kind: 'undo' }, { kind: 'redo' }), 'quantity')).toEqual(['9', '2']);
    expect(after(pasted, { kind: 'undo' }, write).future).toEqual([]);
    expect(after({ kind: 'undo' })).toEqual(newDraft());
  });
});

describe('a draft that was sent and not answered', () => {
  it('keeps its key and its lines, whatever is typed', () => {
    const draft = after(
      pasted,
      { kind: 'sending', sent },
      { kind: 'write', line: 0, column: 'day', text: 'x' },
      { kind: 'undo' },
    );
    expect(draft.sent).toEqual(sent);
    expect(column(draft, 'day')).toEqual(['2025-11-03', '2025-11-04']);
  });

  it('is free again once it was refused, and empty once it was recorded', () => {
    const sending = after(pasted, { kind: 'sending', sent });
    const refused = changed(sending, { kind: 'refused', key: sent.key });
    expect({ sent: refused.sent, days: column(refused, 'day') }).toEqual({
      ...{ sent: null, days: ['2025-11-03', '2025-11-04'] },
    });
    const recorded = changed(sending, { kind: 'recorded', key: sent.key });
    expect({ sent: recorded.sent, days: column(recorded, 'day') }).toEqual({ sent: null, days: [] });
    expect(recorded.lines.filter(({ key }) => sending.lines.some((line) => line.key === key))).toEqual([]);
  });
});

describe('an answer that comes once more', () => {
  const again = [
    { kind: 'recorded', key: sent.key },
    { kind: 'refused', key: sent.key },
  ] as const;

  it.each(again)('changes nothing of what was typed since: $kind', (late) => {
    const next = after({ kind: 'sending', sent }, { kind: 'recorded', key: sent.key }, pasted);
    expect(changed(next, late)).toEqual(next);
  });

  it.each(again)('says nothing of what was sent since: $kind', (late) => {
    const next = after(pasted, { kind: 'sending', sent: { ...sent, key: 'k-2' } });
    expect(changed(next, late)).toEqual(next);
  });
});

describe('what the browser keeps', () => {
  it('is read again as it was, with the key of what is under way', () => {
    const draft = after(pasted, { kind: 'sending', sent });
    const again = draftOf(JSON.parse(JSON.stringify(keptOf(draft))));
    expect({ sent: again.sent, days: column(again, 'day') }).toEqual({ sent, days: ['2025-11-03', '2025-11-04'] });
  });

  it('is nothing of an empty draft', () => {
    expect(keptOf(newDraft())).toBeNull();
  });

  it.each([null, 'x', 7, {}, { lines: 'x' }, { lines: [null, { day: 7 }], sent: { key: 3 } }])(
    'in another form is a new draft: %j',
    (kept) => {
      expect(draftOf(kept)).toMatchObject({ sent: null, lines: newDraft().lines });
    },
  );
});
