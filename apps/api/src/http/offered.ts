import { type Act, type ActionCode, actionCodes, availableActions, type Officer } from '#identity';
import { Shown, ShownOrNull } from './fields.ts';

/** To whom an answer goes, and who else of the own secretariat could act today: what the actions in it are judged by. */
export interface Offered {
  readonly by: Officer;
  readonly colleagues: readonly Officer[];
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
