export { type Actor, theProgram } from './actor.ts';
export { apportion, NegativeWeight, NoWeight } from './apportion.ts';
export { Biennium, NotABiennium } from './biennium.ts';
export { canonicalJson } from './canonical-json.ts';
export { type Clock, SetClock, today } from './clock.ts';
export {
  checkedCode,
  checkedReason,
  codeForm,
  flawOfCode,
  HiddenCharacter,
  nameText,
  ReasonMissing,
  showsSomething,
} from './code-text.ts';
export { Currency, UnknownCurrency } from './currency.ts';
export { Day, NotADay } from './day.ts';
export { Decimal, NotADecimal, parseDecimal } from './decimal-text.ts';
export {
  at,
  atAsync,
  Conflict,
  DomainError,
  type DomainErrorKind,
  fieldsAs,
  fieldsAsAsync,
  Forbidden,
  Held,
  Malformed,
  type Parts,
  refuse,
  placedAt,
  refuseAll,
  Refused,
  Stale,
  TooOften,
  Unfit,
  Unknown,
  Unproven,
  withoutStack,
} from './domain-error.ts';
export { checkFieldsOnce, FieldTwice, jsonTokens } from './json-names.ts';
export { AmountTooLarge, Money, TooManyDecimals } from './money.ts';
export { NotAQuantity, Quantity } from './quantity.ts';
export { quotedInTables, tableOf, tableText } from './table-text.ts';
export { checkParts, NotHalfDays, NotWholeUnits } from './whole-units.ts';
