import type { Wrong } from './check.ts';
import type { ExportedAct } from './exported-values.ts';

/** Whether two sides let posting go on after each verification that had stopped it, by the sealed acts in their order. */
export class ExportedResumptions {
  private readonly requests = new Map<string, ExportedAct>(); // the last one, by verification

  constructor(private readonly found: (wrong: Wrong) => void) {}

  act(act: ExportedAct): void {
    const [verification = ''] = act.objects;
    if (act.action === 'POSTING_RESUMPTION_REQUESTED') this.requests.set(verification, act);
    if (act.action !== 'POSTING_STOP_LIFTED' || this.requests.size === 0) return; // of before, when one side lifted it
    const request = this.requests.get(verification);
    if (request !== undefined && request.person !== act.person && request.secretariat !== act.secretariat) return;
    this.found({
      ...{ kind: 'verification', object: verification },
      finding: `${act.person} alone let posting go on after it`,
    });
  }
}
