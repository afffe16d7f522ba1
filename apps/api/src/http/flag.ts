import { Malformed } from '#kernel';

/**
 * A switch in the address: on by "true" alone, off by "false" or its absence. Anything else is refused, because whoever
 * writes ?dryRun=1 would believe it was on. Errors: NotASwitch.
 */
export function isOn(name: string, text: unknown): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw new NotASwitch(name);
}

export class NotASwitch extends Malformed {
  constructor(name: string) {
    super(`${name} is true or false: ?${name}=true. Nothing was written.`);
  }
}
