/** Who does something, and for which side: nobody acts for both secretariats in one document. */
export interface Actor {
  readonly person: string; // the person's code, never a name
  readonly secretariat: string;
  /** The request that asked for it, so that the act and the technical log find each other; absent outside a request. */
  readonly requestId?: string;
}

/** The program itself, where no officer acts: filling new books, a night's verification. */
export const theProgram: Actor = { person: 'recoup', secretariat: 'recoup' };
