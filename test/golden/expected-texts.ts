import { day, figure, instant, month, percentage, period, words } from '#documents';

/** Codes that the papers say in words of their own, and places where a text is drawn as geometry or not at all. */
const spoken: Readonly<Record<string, string>> = {
  INVOICE: 'nvoice', // "Invoice", "INVOICE" or "invoice": the specs of each paper look at its own title
  CREDIT_NOTE: 'redit note',
  OWN_SERVICE: 'Own service',
  PASS_THROUGH: 'Pass-through',
  CLIENT_FUND: 'Consumed on the client\u2019s own fund',
  INCLUDED_IN_RATE: 'Already included in the rates',
  EXEMPT: 'Exempt',
};

const periods: readonly (readonly [from: string, to: string])[] = [
  ['from', 'to'],
  ['start', 'end'],
  ['effectiveOn', 'endsOn'],
  ['deliveredFrom', 'deliveredOn'],
];

/** Every text of a content as a paper words it, so that a spec can ask for each of them. */
export function expectedTexts(content: unknown, key = ''): string[] {
  if (typeof content === 'string') return [worded(content, key)];
  if (Array.isArray(content))
    return content.flatMap((item) =>
      isComponent(item) ? [...partsOf(item[0]), figure(item[1])] : expectedTexts(item, key),
    );
  if (content === null || typeof content !== 'object') return typeof content === 'number' ? [`${content}`] : [];
  const members = content as Record<string, unknown>;
  const texts: string[] = [];
  const said = new Set<string>();
  if ('finding' in members) said.add('code').add('facts'); // for whoever says the finding in other words
  if (members['type'] === 'CREDIT_NOTE') said.add('prepaymentUsd'); // nothing is due that it could be taken off
  for (const [from, to] of periods) {
    const [first, last] = [members[from] ?? members[to], members[to]];
    if (typeof first === 'string' && typeof last === 'string') {
      texts.push(period(first, last));
      said.add(from).add(to);
    }
  }
  for (const [name, member] of Object.entries(members)) {
    if (!said.has(name)) texts.push(...expectedTexts(member, name));
  }
  return texts;
}

/** "TICKET · issued 2025-10-10": each part as it is worded, days as everywhere. */
function partsOf(label: string): string[] {
  return label.split(' \u00b7 ').map((part) => words(part).replace(/\b\d{4}-\d\d-\d\d\b/g, day));
}

function isComponent(item: unknown): item is [string, string] {
  return Array.isArray(item) && item.length === 2 && item.every((part) => typeof part === 'string');
}

function worded(text: string, key: string): string {
  const known = spoken[text];
  if (known) return known;
  if (/^(rate|programmeSupportCostRate)$/.test(key)) return percentage(text);
  if (/^-?\d+\.\d\d$/.test(text) || /Usd$|^(amount|quantity|unitsPerUsd|usedPercent)$/.test(key)) return figure(text);
  if (key === 'family' || key === 'state') return words(text);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return instant(text);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text);
  if (key === 'month' || key === 'months') return month(text);
  return text;
}
