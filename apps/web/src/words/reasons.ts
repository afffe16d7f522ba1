import { dutyText } from './codes.ts';
import { dayText, moneyText } from './figures.ts';
import { language, reasonWords, t, whoWords } from './words.ts';

/** Why an action is closed, as the server says it: a sentence in English, and the same in codes. */
export interface Reason {
  readonly reason: string | null;
  readonly why: {
    readonly code: string;
    readonly parts: Readonly<Record<string, string>>;
    readonly who: WhoCould | null;
  } | null;
}

interface WhoCould {
  readonly another: boolean;
  readonly duties: readonly string[];
  readonly funds: readonly string[];
  readonly secretariat: string;
  readonly people: number | null;
}

export interface Said {
  readonly text: string;
  /** Of the text: English, where the page has no words of its own for the code. */
  readonly lang: string;
}

/** Why, and who could, in the language of the page as far as it has words for it; else the server's own sentence. */
export function reasonSaid({ reason, why }: Reason): Said {
  const own = language().code === 'fr' ? 'fr' : 'en';
  if (reason === null || why === null) return { text: t('This is for somebody else to do.'), lang: own };
  const words = reasonWords(why.code, Object.fromEntries(Object.entries(why.parts).map(asRead)));
  if (words === null) return { text: reason, lang: 'en' };
  return { text: why.who === null ? words : `${words} ${whoSaid(why.who)}`, lang: own };
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Days and amounts as the page writes them. */
function asRead([name, value]: [string, string]): [string, string] {
  if (name.endsWith('Usd')) return [name, moneyText({ amount: value, currency: 'USD' })];
  return [name, isDay.test(value) ? dayText(value) : value];
}

function whoSaid({ another, duties, funds, secretariat, people }: WhoCould): string {
  const names = duties.map(dutyText).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  const of = funds.length > 0 ? listed(funds) : secretariat;
  const duty = whoWords(funds.length > 0 ? 'ofAFund' : 'ofASide', { duty: names.join(whoWords('or')), of });
  if (people === null) return whoWords('ofTheOtherSide', { duty });
  const values = { another: String(another), duty, people, secretariat };
  return whoWords(people === 0 ? 'nobody' : 'ofTheOwn', values);
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat(language().figures, { type: 'conjunction' }).format(names);
}
