/** The middle of the sorted values, between the two of an even number. */
export function median(values) {
  return quantile(values, 0.5);
}

/** The value that `share` of the values do not exceed; between two neighbours it is interpolated. */
export function quantile(values, share) {
  if (values.length === 0) throw new Error('No figure was taken.');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place - Math.floor(place));
}

/** Four significant digits, so that no figure claims more than was measured. */
export function rounded(value) {
  return Number(value.toPrecision(4));
}

/** Milliseconds that `work` took, with what it returned. */
export async function timed(work) {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

/** The figures of repeated measurements: how many, the middle, the worst of a hundred, the extremes. */
export function spread(values) {
  return {
    times: values.length,
    medianMs: rounded(median(values)),
    p99Ms: rounded(quantile(values, 0.99)),
    leastMs: rounded(Math.min(...values)),
    mostMs: rounded(Math.max(...values)),
  };
}
