import type { Answers } from '../../api/client.ts';
import { readFigure } from '../record/figure-text.ts';

/** Which budget lines of the client bear which services, as it is typed. */
export interface AllocationTexts {
  readonly families: readonly string[]; // where it is the only one, it bears all of them
  readonly splitKey: string; // a dated key; empty where one line bears all
  readonly budgetLines: string; // "BC BC-1-COP17, RO RO-2-COP12": fund and line
}

export interface DraftTexts {
  readonly like: string; // the earlier agreement whose terms it has; empty: none
  readonly number: string;
  readonly direction: string; // "MINAMATA BRS": provider and client
  readonly meeting: string;
  readonly biennium: string;
  readonly families: readonly string[];
  readonly mandates: string; // with commas between
  readonly effectiveOn: string;
  readonly endsOn: string;
  readonly ceiling: string;
  readonly programmeSupportCost: string;
  readonly travelMode: string;
  readonly allocations: readonly AllocationTexts[];
  readonly credit: string; // "BC 1, RO 2": fund and weight
  readonly creditKey: string;
}

/** In the order in which they are offered. */
export const families = ['DOCUMENTS', 'REGISTRATION', 'IT', 'TRAVEL'];

export const emptyAllocation: AllocationTexts = { families: [], splitKey: '', budgetLines: '' };

export function emptyDraft(biennium: string): DraftTexts {
  return {
    ...{ like: '', number: '', direction: '', meeting: '', biennium, families: [], mandates: '' },
    ...{
      effectiveOn: '',
      endsOn: '',
      ceiling: '',
      programmeSupportCost: 'CLIENT_FUND',
      travelMode: 'ADVANCED_BY_PROVIDER',
    },
    ...{ allocations: [emptyAllocation], credit: '', creditKey: '' },
  };
}

const texts = Object.entries(emptyDraft('')).flatMap(([name, value]) => (typeof value === 'string' ? [name] : []));

/** A draft as it was kept; null where nothing was, or another version of the page has kept it in a form of its own. */
export function draftKept(kept: unknown): DraftTexts | null {
  const isTexts = (value: unknown): boolean =>
    Array.isArray(value) && value.every((one: unknown) => typeof one === 'string');
  const draft = fieldsOf(kept);
  const { allocations } = draft;
  const isDraft =
    texts.every((name) => typeof draft[name] === 'string') &&
    isTexts(draft.families) &&
    Array.isArray(allocations) &&
    allocations.map(fieldsOf).every((one) => isTexts(one.families) && isTexts([one.splitKey, one.budgetLines]));
  return isDraft ? (kept as DraftTexts) : null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

type Body = Answers['AgreementRequest'];
type Earlier = Pick<Body, 'number' | 'provider' | 'client' | 'families' | 'mandates' | 'ceiling'> & {
  readonly programmeSupportCost: string;
  readonly travelMode: string | null;
  readonly clientAllocation: readonly object[];
  readonly providerCredit: object;
};

/** The terms of an earlier agreement; number, meeting, biennium and days make it another, and stay as they were typed. */
export function likeEarlier(earlier: Earlier, draft: DraftTexts): DraftTexts {
  const { splitKey = '', weights = [] } = earlier.providerCredit as {
    splitKey?: string;
    weights?: readonly string[][];
  };
  return {
    ...draft,
    like: earlier.number,
    direction: `${earlier.provider} ${earlier.client}`,
    families: earlier.families,
    mandates: earlier.mandates.join(', '),
    ceiling: earlier.ceiling.amount,
    programmeSupportCost: earlier.programmeSupportCost,
    travelMode: earlier.travelMode ?? draft.travelMode,
    allocations: earlier.clientAllocation.map((one) => allocationTexts(one as Allocated)),
    credit: weights.map((pair) => pair.join(' ')).join(', '),
    creditKey: splitKey,
  };
}

interface Allocated {
  readonly families: readonly string[];
  readonly splitKey?: string | null;
  readonly budgetLines: Readonly<Record<string, string>>;
}

function allocationTexts({ families, splitKey, budgetLines }: Allocated): AllocationTexts {
  const pairs = Object.entries(budgetLines).map((pair) => pair.join(' '));
  return { families, splitKey: splitKey ?? '', budgetLines: pairs.join(', ') };
}

/** "BC BC-1, RO: RO-2" as pairs; null where a part is no pair, or begins as another does. */
export function listed(text: string): [name: string, value: string][] | null {
  const pairs: [string, string][] = [];
  for (const part of text.split(/[,;\n]/).map((one) => one.trim())) {
    if (part === '') continue;
    const [name = '', value = '', ...more] = part.split(/:?\s+|:/);
    if (value === '' || more.length > 0 || pairs.some(([other]) => other === name)) return null;
    pairs.push([name, value]);
  }
  return pairs;
}

/** In the form of the API, which says what of it cannot be. Errors: where a list of pairs or the ceiling cannot be read. */
export function bodyOf(draft: DraftTexts): Body {
  const [provider = '', client = ''] = draft.direction.split(' ');
  const { meeting, biennium, families, effectiveOn, endsOn } = draft;
  const hasTravel = families.includes('TRAVEL');
  const credited = pairsOf(draft.credit).map(([fund, weight]) => ({ fund, weight }));
  const creditKey = draft.creditKey.trim();
  return {
    ...{ number: draft.number.trim(), provider, client, meeting, biennium: biennium.trim(), families: [...families] },
    mandates: draft.mandates
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    ...{ effectiveOn, endsOn, ceiling: { amount: figureOf(draft.ceiling), currency: 'USD' } },
    programmeSupportCost: draft.programmeSupportCost as Body['programmeSupportCost'],
    ...(hasTravel ? { travelMode: draft.travelMode as NonNullable<Body['travelMode']> } : {}),
    clientAllocation: draft.allocations.map(({ families: borne, splitKey, budgetLines }, _, { length }) => ({
      families: length === 1 ? [...families] : borne.filter((one) => families.includes(one)),
      ...(splitKey.trim() === '' ? {} : { splitKey: splitKey.trim() }),
      budgetLines: Object.fromEntries(pairsOf(budgetLines)),
    })),
    ...(creditKey !== '' && credited.length === 0 ? {} : { providerCredit: credited }),
    ...(creditKey === '' ? {} : { providerCreditSplitKey: creditKey }),
  };
}

/** The fields that have to be filled and are not, as the API points to them. */
export function missing(draft: DraftTexts): string[] {
  const { number, direction, meeting, biennium, effectiveOn, endsOn, ceiling, mandates, allocations } = draft;
  const texts: readonly (readonly [field: string, text: string])[] = [
    ...([
      ['/number', number],
      ['/provider', direction],
      ['/meeting', meeting],
      ['/biennium', biennium],
    ] as const),
    ...([
      ['/effectiveOn', effectiveOn],
      ['/endsOn', endsOn],
      ['/ceiling', ceiling],
      ['/mandates', mandates],
    ] as const),
    ...allocations.map(({ budgetLines }, index) => [`/clientAllocation/${index}/budgetLines`, budgetLines] as const),
  ];
  return texts.filter(([, text]) => text.trim() === '').map(([field]) => field);
}

/** What keeps a form from being sent. */
export function unread({ ceiling, allocations, credit }: DraftTexts): boolean {
  const lists = [credit, ...allocations.map(({ budgetLines }) => budgetLines)];
  return readFigure(ceiling).kind !== 'read' || lists.some((text) => listed(text) === null);
}

function figureOf(text: string): string {
  const reading = readFigure(text);
  if (reading.kind !== 'read') throw new Error(`A form is sent once it can be read: ${text}`);
  return reading.value;
}

function pairsOf(text: string): [name: string, value: string][] {
  const pairs = listed(text);
  if (pairs === null) throw new Error(`A form is sent once it can be read: ${text}`);
  return pairs;
}

/** What the server says of a field, or of a part of what was typed into it. */
export function saidUnder<One extends { readonly pointer: string }>(
  errors: readonly One[],
  field: string,
): One | undefined {
  return errors.find(({ pointer }) => pointer === field || pointer.startsWith(`${field}/`));
}
