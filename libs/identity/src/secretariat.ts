/** One of the two sides of an agreement: a secretariat with its own budget and its own certifying chain. */
export class Secretariat {
  code: string;
  name: string;
  address: string[]; // as printed, one line each

  constructor(facts: Secretariat) {
    this.code = facts.code;
    this.name = facts.name;
    this.address = facts.address;
  }
}
