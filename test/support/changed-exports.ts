/** Exports with something else in them than was written: what somebody could make of such a file. */
import type { ExportRecord } from '#audit';
import { canonicalJson } from '#kernel';

export type Changed = (records: ExportRecord[]) => ExportRecord[];

/** As many lines as its last one says, as somebody would see to who has taken some away. */
export function whole(records: readonly ExportRecord[]): ExportRecord[] {
  return records.map((one, index) => (one.t === 'end' ? { ...one, lines: index } : one));
}

export function without(t: ExportRecord['t'], most = Infinity): Changed {
  return (records) => {
    const gone = new Set(records.filter((one) => one.t === t).slice(0, most));
    return whole(records.filter((one) => !gone.has(one)));
  };
}

export function withoutCeilings(kind: string): Changed {
  return (records) => whole(records.filter((one) => one.t !== 'ceiling' || one.kind !== kind));
}

export function twice(t: ExportRecord['t']): Changed {
  return (records) => {
    const first = records.find((one) => one.t === t);
    return whole(records.flatMap((one) => (one === first ? [one, one] : [one])));
  };
}

/** What every version of that kind says, said otherwise. */
export function everyVersion(kind: string, change: (values: Record<string, unknown>) => object): Changed {
  return (records) =>
    records.map((one) => {
      const said =
        one.t === 'version' ? (JSON.parse(one.body) as { kind: string; values: Record<string, unknown> }) : null;
      if (said?.kind !== kind) return one;
      return {
        ...one,
        body: canonicalJson({ ...said, values: { ...said.values, ...change(said.values) } }),
      } as ExportRecord;
    });
}

/** Every act of that name, said otherwise. */
export function everyAct(action: string, change: object): Changed {
  return (records) =>
    records.map((one) => {
      const said = one.t === 'act' ? (JSON.parse(one.body) as { action: string }) : null;
      return said?.action === action ? ({ ...one, body: canonicalJson({ ...said, ...change }) } as ExportRecord) : one;
    });
}

export function ofAnEarlierDay({ effectiveOn }: Record<string, unknown>): object {
  return { effectiveOn: String(effectiveOn).replace(/-01$/, '-02') };
}

/** As it was written before charges said what was sealed of them. */
export function asForm4(records: readonly ExportRecord[]): ExportRecord[] {
  const before: ExportRecord[] = [];
  const acts: ExportRecord[] = [];
  const behind: ExportRecord[] = [];
  for (const one of records) {
    if (one.t === 'head') before.push({ ...one, version: 4 });
    else if (one.t === 'act' || one.t === 'version') acts.push(one);
    else if (one.t === 'entry') before.push(without5(one, ['reverses']));
    else if (one.t === 'charge') before.push(without5(one, ['sequence', 'state', 'says', 'sharesSay']));
    else if (one.t === 'paper') before.push(without5(one, ['approvedSha256']));
    else (['total', 'ceiling'].includes(one.t) ? before : behind).push(one);
  }
  return [...before, ...acts, ...behind];
}

function without5<T extends object>(one: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(one).filter(([key]) => !keys.includes(key))) as T;
}
