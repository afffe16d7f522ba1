import { checkedCode, nameText, Refused } from '#kernel';

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

const plain = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/**
 * What a new person is called: the code of the own secretariat, a full stop, and plain letters and figures, so that it reads as
 * nobody else. Whoever came with the books is called as they say. The database holds the letters under person_code_is_plain, and
 * under person_code_has_no_twin that no two differ in capitals alone. Errors: HiddenCharacter, PersonCodeNotPlain.
 */
export function checkPersonCode({ code, secretariat }: Pick<Person, 'code' | 'secretariat'>): void {
  checkedCode(code, '/code');
  const own = `${secretariat}.`;
  if (!code.startsWith(own) || !plain.test(code.slice(own.length))) throw new PersonCodeNotPlain(secretariat);
}

export class PersonCodeNotPlain extends Refused {
  constructor(secretariat = 'the secretariat’s code') {
    super(
      `The code of a new person is ${secretariat}, a full stop, and letters A to Z, a to z or figures, between which a full stop, a hyphen or an underscore may stand, such as ${secretariat}.jd. Nothing was written.`,
      '/code',
    );
  }
}
