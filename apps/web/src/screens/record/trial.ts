import { answered, api, type Answers, newKey, writing } from '../../api/client.ts';
import { Refusal } from '../../api/refusal.ts';
import { fieldText } from '../../words/refusals.ts';
import { t } from '../../words/words.ts';
import type { Column, LineRequest } from './line.ts';

type Charge = Answers['ChargeAnswer'];

export interface Trial {
  readonly priced: ReadonlyMap<string, Charge>; // by the key of the line
  readonly refused: ReadonlyMap<string, { readonly column: Column; readonly why: string }>;
  /** What the server says of all lines at once: this person may not record, for example. */
  readonly refusal: Refusal | null;
}

export interface Tried {
  readonly key: string; // of the line
  readonly request: LineRequest;
}

const roundsMost = 12;

/** What is still so of a trial, for the lines that are in the grid now: one that was recorded or removed counts no more. */
export function stillTried(trial: Trial | undefined, lines: readonly Pick<Tried, 'key'>[]): Trial {
  const keys = new Set(lines.map(({ key }) => key));
  const kept = <T>(all: ReadonlyMap<string, T> = new Map<string, T>()): ReadonlyMap<string, T> =>
    new Map([...all].filter(([key]) => keys.has(key)));
  return {
    priced: kept(trial?.priced),
    refused: kept(trial?.refused),
    refusal: lines.length === 0 ? null : (trial?.refusal ?? null),
  };
}

/**
 * What the lines would come to, by the server's own code, with nothing written. The server names the first line that it
 * refuses; that one is left out and the others are tried again, so that several are found, up to a dozen.
 */
export async function tryLines(lines: readonly Tried[], signal: AbortSignal): Promise<Trial> {
  const refused = new Map<string, { column: Column; why: string }>();
  for (let round = 0; round < roundsMost; round += 1) {
    const left = lines.filter(({ key }) => !refused.has(key));
    if (left.length === 0) break;
    try {
      const charges = await trial(left, signal);
      return { priced: new Map(left.map(({ key }, index) => [key, charges[index] as Charge])), refused, refusal: null };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const place = placeOf(error) ?? replacementIn(error, left);
      const line = place === null ? undefined : left[place.index];
      if (line === undefined || place === null) return { priced: new Map(), refused, refusal: error };
      const why = isReplacement(error) ? t('Its place is not free yet') : fieldText(error.problem);
      refused.set(line.key, { column: place.column, why });
    }
  }
  return { priced: new Map(), refused, refusal: null };
}

async function trial(lines: readonly Tried[], signal: AbortSignal): Promise<readonly Charge[]> {
  const body = { charges: lines.map(({ request }) => request) };
  const said: unknown = await answered(
    api.POST('/api/v1/charges/batches', {
      params: { query: { dryRun: true }, header: writing(newKey()) },
      body,
      signal,
    }),
  );
  return (said as { result: { items: readonly Charge[] } }).result.items;
}

const fields: Readonly<Record<string, Column>> = {
  deliveredOn: 'day',
  deliveredFrom: 'day',
  item: 'item',
  quantity: 'quantity',
  actualCost: 'cost',
  evidence: 'evidence',
  note: 'note',
};

/** "/charges/3/quantity": the fourth line, its quantity; a line without a field is wrong as a whole, and its day is marked. */
function placeOf({ problem }: Refusal): { index: number; column: Column } | null {
  for (const { pointer } of problem.errors) {
    const place = /^\/charges\/(\d+)(?:\/(\w+))?/.exec(pointer);
    if (place !== null) return { index: Number(place[1]), column: fields[place[2] ?? ''] ?? 'day' };
  }
  return null;
}

/** Whose place a line takes is known to the books as a whole: which line is meant is known where there is one alone. */
function replacementIn({ problem }: Refusal, lines: readonly Tried[]): { index: number; column: Column } | null {
  const places = lines.flatMap(({ request }, index) => (request.replaces === undefined ? [] : [index]));
  const [index, ...others] = places;
  return isReplacement({ problem }) && index !== undefined && others.length === 0 ? { index, column: 'item' } : null;
}

function isReplacement({ problem }: Pick<Refusal, 'problem'>): boolean {
  return problem.code === 'REPLACES_ONE_STILL_OWED';
}
