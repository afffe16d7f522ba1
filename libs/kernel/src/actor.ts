/** Who does something, and for which side: nobody acts for both secretariats in one document. */
export interface Actor {
  readonly person: string; // the person's code, never a name
  readonly secretariat: string;
  /** The request that asked for it, so that the act and the technical log find each other; absent outside a request. */
  readonly requestId?: string;
  /** All duties in force on the day of the act; absent where nobody looked: a sign-in, the program. */
  readonly duties?: readonly string[];
  /** A digest of the session or key, as the technical log has it; absent at the machine of the books. */
  readonly session?: string;
}

/** The program itself, where no officer acts: filling new books, a night's verification. */
export const theProgram: Actor = { person: 'recoup', secretariat: 'recoup' };
