import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { French } from './fr/index.ts';
import type { whoCould } from './fr/reasons.ts';
import type { RefusalWords } from './fr/refusals.ts';
import { pseudo } from './pseudo.ts';

/**
 * A message is its English sentence (ICU: `{count, plural, one {# charge} other {# charges}}`). Every one that a screen
 * says has its French in `fr/`: one that lacks it does not compile.
 */
export type Message = keyof French;
export type Values = Readonly<Record<string, string | number>>;

/** The languages offered, in their own words; the last one is for those who lay out pages, and is not offered. */
export const languages = [
  { code: 'en', name: 'English', dir: 'ltr', figures: 'en-GB' },
  { code: 'fr', name: 'Français', dir: 'ltr', figures: 'fr-FR' },
  { code: 'x-rtl', name: 'Pseudo', dir: 'rtl', figures: 'en-GB' },
] as const;
export type Language = (typeof languages)[number];

const compiled = new Map<string, ReturnType<typeof compileMessage>>();
const i18n = setupI18n();
i18n.setMessagesCompiler((message) => {
  const known = compiled.get(message) ?? compileMessage(message);
  compiled.set(message, known);
  return known;
});

let current: Language = languages[0];
let refusals: Readonly<Record<string, RefusalWords>> = {}; // of English none: it is what the server speaks
let reasons: ReasonWords | null = null;

interface ReasonWords {
  readonly reasons: Readonly<Record<string, string>>;
  readonly whoCould: typeof whoCould;
}

export function language(): Language {
  return current;
}

/** Loads the language and sets the page's `lang` and `dir`. Falls back on English where the code is unknown. */
export async function speak(code: string): Promise<void> {
  current = languages.find((one) => one.code === code) ?? languages[0];
  if (current.code === 'fr') i18n.load('fr', (await import('./fr/index.ts')).fr);
  refusals = current.code === 'fr' ? (await import('./fr/refusals.ts')).refusals : {};
  reasons = current.code === 'fr' ? await import('./fr/reasons.ts') : null;
  i18n.loadAndActivate({ locale: current.code === 'fr' ? 'fr' : 'en', messages: await messagesOf(current) });
  document.documentElement.lang = current.code === 'fr' ? 'fr' : 'en';
  document.documentElement.dir = current.dir;
}

async function messagesOf({ code }: Language): Promise<Record<string, string>> {
  if (code === 'en') return {};
  const { fr } = await import('./fr/index.ts');
  return code === 'fr' ? fr : Object.fromEntries(Object.keys(fr).map((message) => [message, pseudo(message)]));
}

/** What was refused and what to do about it, in the language of the page; null where the server's own sentence is all there is. */
export function refusalWords(code: string): RefusalWords | null {
  return refusals[code] ?? null;
}

/** Why an action is closed, in the language of the page; null where the server's own sentence is all there is. */
export function reasonWords(code: string, parts: Values): string | null {
  const message = reasons?.reasons[code];
  return message === undefined ? null : i18n._(message, parts);
}

/** Who could do it. Errors: in a language that has no words for reasons, which is a fault of the page. */
export function whoWords(what: keyof typeof whoCould, values?: Values): string {
  if (reasons === null) throw new Error('Who could is said where the reason is.');
  return i18n._(reasons.whoCould[what], values);
}

/** The sentence in the language of the page. */
export function t(message: Message, values?: Values): string {
  return i18n._(message, values);
}

/** What stands between a name and its value where these are more than text. */
export function colon(): string {
  return labelled('', '');
}

/** "State: Recorded", with the space that the language has before a colon. */
export function labelled(name: string, value: string): string {
  return t('{name}: {value}', { name, value });
}
