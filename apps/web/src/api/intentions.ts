import { newKey } from './client.ts';
import { isPassing, Refusal } from './refusal.ts';

/**
 * One Idempotency-Key for each intention: it stays the same while it is not known whether the request took effect, and is a
 * new one after an answer. Of what is sent while another answer is awaited, the same has the same key, and anything else its own.
 */
export class Intentions<In> {
  private readonly keys = new Map<unknown, string>();

  /** `isProven` is asked where the server wants a fresh proof: with one, it is sent once more. Errors: those of `attempt`. */
  async send<Out>(input: In, attempt: (key: string) => Promise<Out>, isProven: () => Promise<boolean>): Promise<Out> {
    try {
      return await this.underKey(input, attempt);
    } catch (error) {
      if (!(error instanceof Refusal && error.wantsStepUp) || !(await isProven())) throw error;
      return this.underKey(input, attempt);
    }
  }

  private async underKey<Out>(input: In, attempt: (key: string) => Promise<Out>): Promise<Out> {
    const what = input instanceof Blob ? input : JSON.stringify(input);
    const key = this.keys.get(what) ?? newKey();
    const isAnswered = (): void => {
      if (this.keys.get(what) === key) this.keys.delete(what); // and not the key of what was sent after it
    };
    this.keys.set(what, key);
    try {
      const result = await attempt(key);
      isAnswered();
      return result;
    } catch (error) {
      if (!isPassing(error)) isAnswered();
      throw error;
    }
  }
}
