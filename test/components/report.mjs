import { daysForFault, daysMost, standingOf } from './rule.mjs';

/** How the command ends: what is found comes before what could not be asked. */
export const exits = { fine: 0, found: 1, usage: 2, noAdvisories: 3, notAsked: 4 };

/** What package.json pins, whichever list it stands in; an alias is the package that it stands for. */
export function pinnedIn({ dependencies, devDependencies, optionalDependencies, overrides }) {
  const entries = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides });
  return entries
    .filter(([, version]) => typeof version === 'string')
    .map(([name, version]) => {
      const [, real, of] = /^npm:(.+)@([^@]+)$/.exec(version) ?? [];
      return { name, package: real ?? name, version: of ?? version };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * `answers`: what the registry knows of each package, or { error }; `advisories`: { faults: [{ name, severity, title, range }] } or
 * { error }.
 */
export function reportOf({ pinned, answers, advisories, heldBack, today }) {
  const components = pinned.map((one) => ({ ...one, ...judged(one, answers.get(one.package), { heldBack, today }) }));
  const faults = (advisories.faults ?? []).map((fault) => ({ ...fault, days: daysForFault(fault.severity) }));
  const isFound = components.some(({ state }) => isFinding(state)) || faults.length > 0;
  const exit = isFound
    ? exits.found
    : components.some(({ state }) => state === 'NOT_ASKED')
      ? exits.notAsked
      : advisories.error === undefined
        ? exits.fine
        : exits.noAdvisories;
  return { today, daysMost, components, advisories: { error: advisories.error ?? null, faults }, exit };
}

function judged({ package: name, version }, answer, { heldBack, today }) {
  try {
    if (answer === undefined || answer.error !== undefined) throw new Error(answer?.error ?? 'no answer');
    const standing = standingOf(version, answer, today);
    const held = heldBack.find((one) => one.name === name && one.version === version && one.until >= today) ?? null;
    return { ...standing, state: stateOf(standing, held), because: held?.because ?? standing.deprecated };
  } catch ({ message }) {
    return { state: 'NOT_ASKED', because: message };
  }
}

function stateOf({ isWithdrawn, deprecated, overdueDays, newest }, held) {
  const state = isWithdrawn ? 'WITHDRAWN' : deprecated !== null ? 'DEPRECATED' : overdueDays > 0 ? 'OVERDUE' : 'WITHIN';
  if (state !== 'WITHIN') return held === null ? state : 'HELD_BACK';
  return newest === null ? 'NEWEST' : 'WITHIN';
}

function isFinding(state) {
  return ['OVERDUE', 'DEPRECATED', 'WITHDRAWN'].includes(state);
}

/** For people: what is not the newest of its major, and what is wrong. */
export function textOf({ components, advisories }) {
  const shown = components.filter(({ state, laterMajor }) => state !== 'NEWEST' || laterMajor !== null);
  const rows = shown.map(({ name, version, newest, behindSince, laterMajor, ...rest }) => [
    ...[name, version, newest ?? '', behindSince ?? '', laterMajor ?? '', saidOf(rest)].map(plain),
  ]);
  const head = ['Component', 'Pinned', 'Newest of its major', 'Behind since', 'Later major', ''];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  const newest = components.filter(({ state }) => state === 'NEWEST').length;
  const { error, faults } = advisories;
  return [
    ...(rows.length > 0 ? [...lines, ''] : []),
    `${newest} of ${components.length} components are the newest of their major.`,
    error === null
      ? `advisories: ${faults.length} known ${faults.length === 1 ? 'fault' : 'faults'} in what the lock file names`
      : plain(`advisories: not answered (${error})`),
    ...faults.map(({ name, severity, days, title, range }) =>
      plain(`  ${name} ${range}: ${severity}, within ${days} days: ${title}`),
    ),
  ].join('\n');
}

/** What others wrote is shown in a terminal: a line of it stays one, and moves nothing. */
function plain(text) {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
}

function saidOf({ state, overdueDays, because }) {
  switch (state) {
    case 'OVERDUE':
      return `OVERDUE by ${overdueDays} days`;
    case 'DEPRECATED':
      return `DEPRECATED: ${because}`;
    case 'WITHDRAWN':
      return 'WITHDRAWN by its publisher';
    case 'HELD_BACK':
      return `held back: ${because}`;
    case 'NOT_ASKED':
      return `not answered: ${because}`;
    default:
      return state === 'NEWEST' ? 'newest' : 'within';
  }
}
