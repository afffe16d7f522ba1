import { nameText } from '#kernel';

/** Somebody who acts for one secretariat. The code stands in the books; the name stands here alone. */
export class Person {
  code: string;
  name: string;
  secretariat: string;

  constructor(facts: Person) {
    this.code = facts.code;
    this.name = nameText(facts.name);
    this.secretariat = facts.secretariat;
  }
}
