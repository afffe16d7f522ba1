/** Who does something, and for which side: nobody acts for both secretariats in one document. */
export interface Actor {
  readonly person: string; // the person's code, never a name
  readonly secretariat: string;
}
