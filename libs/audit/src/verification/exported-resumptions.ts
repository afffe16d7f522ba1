import type { Wrong } from './check.ts';
import type { ExportedAct } from './exported-values.ts';

/**
 * Whether two sides let posting go on after each verification that had stopped it, by the sealed acts in their order. Not those of
 * before both were asked: an act of the program names them (RESUMPTIONS_OF_ONE_SIDE).
 */
export class ExportedResumptions {
  private readonly requests = new Map<string, ExportedAct>(); // the last one, by verification
  private readonly alone = new Map<string, { act: ExportedAct; isOfBefore: boolean }>(); // by the act that lifted a stop

  constructor(private readonly found: (wrong: Wrong) => void) {}

  act(act: ExportedAct): void {
    const { id, action, person, secretariat, objects } = act;
    const [verification = ''] = objects;
    if (action === 'POSTING_RESUMPTION_REQUESTED') this.requests.set(verification, act);
    if (action === 'RESUMPTIONS_OF_ONE_SIDE' && person === 'recoup')
      for (const named of objects) if (this.alone.get(named)?.isOfBefore === true) this.alone.delete(named);
    if (action !== 'POSTING_STOP_LIFTED') return;
    const request = this.requests.get(verification);
    if (request !== undefined && request.person !== person && request.secretariat !== secretariat) return;
    this.alone.set(id, { act, isOfBefore: this.requests.size === 0 });
  }

  end(): void {
    for (const { act } of this.alone.values())
      this.found({
        ...{ kind: 'verification', object: act.objects[0] ?? '' },
        finding: `${act.person} alone let posting go on after it`,
      });
  }
}
