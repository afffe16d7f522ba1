/** In which time a component is updated: README, "Dependencies". A fault that is being used counts as critical. */
export const daysMost = { newVersion: 90, critical: 7, high: 30, other: 90 };

const dayMs = 24 * 60 * 60 * 1000;

/** What a registry says of a package, as far as it is asked; what answers may be a page, or another program. */
export function knownOf(answer) {
  const { versions, time, 'dist-tags': tags } = Object(answer);
  if (!isRecord(versions) || !isRecord(time)) return { error: 'it names no versions, or no days' };
  return { versions, time, latest: typeof tags?.latest === 'string' ? tags.latest : null };
}

/**
 * How a pinned version stands to what its registry has: it gives way to releases of its major that are neither deprecated nor taken
 * back nor beyond what their publisher calls the latest, and to pre-releases only where it is one itself.
 * Errors: where a release has no day.
 */
export function standingOf(pinned, { versions, time, latest }, today) {
  const isOffered = (version) => {
    if (isDeprecated(versions[version])) return false;
    if (isPreRelease(version) && !isPreRelease(pinned)) return false;
    return latest === null || majorOf(version) !== majorOf(latest) || !isOlder(latest, version);
  };
  const newer = Object.keys(versions)
    .filter((version) => isOlder(pinned, version) && isOffered(version))
    .toSorted(byAge);
  const own = newer.filter((version) => majorOf(version) === majorOf(pinned));
  const later = newer.filter((version) => majorOf(version) > majorOf(pinned) && !isPreRelease(version));
  const behindSince = own.map((version) => dayOf(version, time)).toSorted()[0] ?? null;
  const sinceMs = behindSince === null ? 0 : Date.parse(today) - Date.parse(behindSince);
  return {
    newest: own.at(-1) ?? null,
    behindSince,
    overdueDays: Math.max(0, Math.round(sinceMs / dayMs) - daysMost.newVersion),
    deprecated: isDeprecated(versions[pinned]) ? whyNot(versions[pinned]) : null,
    isWithdrawn: versions[pinned] === undefined,
    laterMajor: later.at(-1) ?? null,
  };
}

/** By Semantic Versioning 2.0.0, without what follows a plus. */
export function isOlder(one, other) {
  return byAge(one, other) < 0;
}

/** In which time a known fault is mended, by the severity that its advisory names. */
export function daysForFault(severity) {
  return daysMost[severity === 'critical' || severity === 'high' ? severity : 'other'];
}

function isRecord(said) {
  return typeof said === 'object' && said !== null && !Array.isArray(said);
}

function dayOf(version, time) {
  const at = time[version];
  if (typeof at !== 'string') throw new Error(`The registry does not say when ${version} came.`);
  return at.slice(0, 10);
}

function isDeprecated(version) {
  return version?.deprecated !== undefined && version.deprecated !== false && version.deprecated !== '';
}

function whyNot({ deprecated }) {
  return typeof deprecated === 'string' ? deprecated : 'no reason given';
}

function isPreRelease(version) {
  return partsOf(version).before.length > 0;
}

function majorOf(version) {
  return partsOf(version).numbers[0];
}

function partsOf(version) {
  const [release, ...rest] = version.split('+')[0].split('-');
  const before = rest.join('-');
  return { numbers: release.split('.').map(Number), before: before === '' ? [] : before.split('.') };
}

function byAge(one, other) {
  const [a, b] = [partsOf(one), partsOf(other)];
  const apart = a.numbers.findIndex((number, index) => number !== b.numbers[index]);
  if (apart >= 0) return a.numbers[apart] - b.numbers[apart];
  if (a.before.length === 0 || b.before.length === 0) return b.before.length - a.before.length;
  for (const [index, word] of a.before.entries()) {
    const against = b.before[index];
    if (against === undefined) return 1; // it says more, so it came after
    const order = byWord(word, against);
    if (order !== 0) return order;
  }
  return a.before.length - b.before.length;
}

/** Numbers by size and before words, words by their letters. */
function byWord(one, other) {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (isNumber && isOtherNumber) return Number(one) - Number(other);
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  return one < other ? -1 : one > other ? 1 : 0;
}
