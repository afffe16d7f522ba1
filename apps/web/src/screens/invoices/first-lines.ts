/** One kind of service on a paper, with its lines and what they come to. */
interface Family<Line> {
  readonly family: string;
  readonly subtotalUsd: string;
  readonly lines: readonly Line[];
}

interface Section<Line> {
  readonly nature: 'OWN_SERVICE' | 'PASS_THROUGH';
  readonly families: readonly Family<Line>[];
}

interface FirstLines<Line> {
  readonly groups: readonly (Family<Line> & { readonly nature: Section<Line>['nature'] })[];
  readonly shown: number;
  readonly all: number;
}

/**
 * The first lines of a paper, `most` at most, in its order and in its groups. A group that is begun has its whole subtotal,
 * whatever of its lines is there; one that is not begun is left out.
 */
export function firstLines<Line>(sections: readonly Section<Line>[], most: number): FirstLines<Line> {
  const whole = sections.flatMap(({ nature, families }) => families.map((family) => ({ ...family, nature })));
  const all = whole.reduce((sum, { lines }) => sum + lines.length, 0);
  let left = most;
  const groups = [];
  for (const group of whole) {
    if (left <= 0) break;
    const lines = group.lines.slice(0, left);
    groups.push({ ...group, lines });
    left -= lines.length;
  }
  return { groups, shown: most - Math.max(0, left), all };
}
