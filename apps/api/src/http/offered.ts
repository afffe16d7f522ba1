import { type Act, type ActionCode, actionCodes, availableActions, duties, type Officer } from '#identity';
import { Shown, ShownOrNull } from './fields.ts';

/** To whom an answer goes, and who else of the own secretariat could act today: what the actions in it are judged by. */
export interface Offered {
  readonly by: Officer;
  readonly colleagues: readonly Officer[];
}

/** Who could do it instead. */
export class WhoCouldShown {
  @Shown({ type: 'boolean', description: 'Somebody else of the duty that whoever asks has too' }) another: boolean;
  @Shown({ type: 'string', isArray: true, enum: [...duties], description: 'Any one of them' })
  duties: readonly string[];
  @Shown({ type: 'string', isArray: true, example: ['BC', 'RO'], description: 'A certifying officer’s: each of them' })
  funds: readonly string[];
  @Shown({ example: 'BRS', description: 'Whose officer it is for' }) secretariat: string;
  @ShownOrNull({ type: 'integer', description: 'How many could today; null where it is for the other secretariat' })
  people: number | null;
}

/** The reason in codes that stay, for whoever says it in another language. */
export class WhyShown {
  @Shown({ example: 'SAME_PERSON', description: 'The code of the problem that would be the answer' }) code: string;
  @Shown({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { did: 'RECORDED', document: 'CHARGE' },
    description: 'What the reason names, by the code: days as YYYY-MM-DD, the rest as codes',
  })
  parts: Readonly<Record<string, string>>;
  @ShownOrNull({ type: WhoCouldShown, description: 'Null where it is no matter of who' })
  who: WhoCouldShown | null;
}

/** Something that the state of a document lets somebody do to it. */
export class ActionShown {
  @Shown({ enum: [...actionCodes], example: 'charge.certify' })
  action: string;

  @Shown({ example: 'Certify' })
  title: string;

  @Shown({ type: 'boolean', description: 'Whether whoever asks may: what the books would say, the ceilings apart' })
  allowed: boolean;

  @ShownOrNull({
    example: 'You recorded this charge. Another certifying officer of MC-GTF must act: 2 people.',
    description: 'Why not, and who could; null where it is allowed',
  })
  reason: string | null;

  @ShownOrNull({ type: WhyShown, description: 'The same in codes; null where it is allowed' })
  why: WhyShown | null;

  @Shown({ example: 'CERTIFIED', description: 'The state it leads to' })
  resultsIn: string;

  @Shown({ example: 'POST' })
  method: string;

  @Shown({ example: '/api/v1/charges/A1-01/certification' })
  href: string;
}

/** `href`: where each action of this document is taken. */
export function actionsShown(
  acts: readonly Act[],
  { by, colleagues }: Offered,
  href: Partial<Readonly<Record<ActionCode, string>>>,
): ActionShown[] {
  return availableActions(acts, by, colleagues).map((one) => ({
    ...one,
    method: 'POST',
    href: href[one.action] ?? '',
  }));
}
