/**
 * Who may sign in to the sample, in one line: the people of the first secretariat that has a finance officer, each by what
 * follows its code, and whose else there are. "A.finance, or .certifying .approving, or B's". Empty where there is none.
 */
export function whoSignsIn(people: readonly string[]): string {
  const sides = new Map<string, string[]>();
  for (const code of people) {
    const [side = '', role = ''] = code.split('.');
    sides.set(side, [...(sides.get(side) ?? []), role]);
  }
  const [first, ...others] = [...sides].filter(([, roles]) => roles.includes('finance'));
  if (first === undefined) return '';
  const [side, roles] = first;
  const further = roles.filter((role) => role !== 'finance').map((role) => `.${role}`);
  const choices = [`${side}.finance`, ...(further.length === 0 ? [] : [further.join(' ')])];
  return [...choices, ...others.map(([other]) => `${other}'s`)].join(', or ');
}
