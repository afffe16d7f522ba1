import type { Day } from '#kernel';
import { insertAll, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Designation, dutiesOf, type Officer } from './authority.ts';
import { Person } from './person.ts';
import { Secretariat } from './secretariat.ts';
import { UnknownPerson, UnknownSecretariat } from './unknown-secretariat.ts';

@Injectable()
export class IdentityService {
  async addSecretariats(tx: Tx, secretariats: Secretariat[]): Promise<void> {
    await insertAll(tx, Secretariat, secretariats);
  }

  async addPeople(tx: Tx, people: Person[], designations: Designation[]): Promise<void> {
    await insertAll(tx, Person, people);
    await insertAll(tx, Designation, designations);
  }

  secretariats(tx: Tx): Promise<Secretariat[]> {
    return tx.find(Secretariat, { order: { code: 'ASC' } });
  }

  people(tx: Tx): Promise<Person[]> {
    return tx.find(Person, { order: { code: 'ASC' } });
  }

  /** Of the people that are seen, those whose account is shut. */
  async shutOut(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ person: string }[]>(
      `select person.code as person from identity.person join identity.account on account.person = person.code
       where account.disabled_at is not null`,
    );
    return rows.map(({ person }) => person);
  }

  /** Errors: UnknownSecretariat. */
  async secretariat(tx: Tx, code: string): Promise<Secretariat> {
    const secretariat = await tx.findOneBy(Secretariat, { code });
    if (secretariat === null) throw new UnknownSecretariat(code);
    return secretariat;
  }

  /**
   * The person with the designations in force on this day; from here on the transaction is for that person's secretariat.
   * Errors: UnknownPerson.
   */
  async officer(tx: Tx, code: string, on: Day): Promise<Officer> {
    const [, rows] = await Promise.all([
      tx.query('select identity.act_as($1)', [code]), // first: nobody sees a person of another side
      tx.query<Omit<Officer, 'person'>[]>(
        `select person.name, person.secretariat,
         coalesce(json_agg(json_build_object('duty', held.duty, 'fund', held.fund)) filter (where held.duty is not null), '[]')
           as designations,
         (select coalesce(json_agg(own.traveller), '[]') from identity.person_traveller as own where own.person = person.code)
           as "travelsAs"
       from identity.person
       left join identity.designation as held
         on held.person = person.code and $2 between held.valid_from and held.valid_to and held.ended_at is null
       where person.code = $1
       group by person.code`,
        [code, on.toString()],
      ),
    ]);
    const [found] = rows;
    if (found === undefined) throw new UnknownPerson(code);
    return { person: code, duties: dutiesOf(found.designations), ...found };
  }

  /**
   * The people of one secretariat with what they hold that day, by code: who else could act, for a page of documents. One
   * query. Whoever's account is shut could not.
   */
  colleagues(tx: Tx, secretariat: string, on: Day): Promise<Officer[]> {
    return tx.query<Officer[]>(
      `select person.code as person, person.name, person.secretariat,
         json_agg(json_build_object('duty', held.duty, 'fund', held.fund)) as designations,
         (select coalesce(json_agg(own.traveller), '[]') from identity.person_traveller as own where own.person = person.code)
           as "travelsAs"
       from identity.person
       join identity.designation as held
         on held.person = person.code and $2 between held.valid_from and held.valid_to and held.ended_at is null
       where person.secretariat = $1
         and not exists (select from identity.account where account.person = person.code and account.disabled_at is not null)
       group by person.code
       order by person.code`,
      [secretariat, on.toString()],
    );
  }

  /**
   * The certifying designations of this day, read and held until the transaction ends: whoever ends one of them meanwhile waits
   * for the certification, or the certification meets its end. Of `person`, or of whoever the transaction says acts.
   */
  async holdCertifying(tx: Tx, on: Day, person: string | null = null): Promise<Officer['designations']> {
    // Held first, read after: one statement would read the designations as they were before it waited.
    const [, held] = await Promise.all([
      tx.query(`select identity.hold_designations(coalesce($1, current_setting('app.person', true)))`, [person]),
      tx.query<Officer['designations'][number][]>(
        `select duty, fund from identity.designation
         where person = coalesce($1, current_setting('app.person', true)) and duty = 'CERTIFYING_OFFICER'
           and $2 between valid_from and valid_to and ended_at is null
         order by fund`,
        [person, on.toString()],
      ),
    ]);
    return held;
  }

  /** The names behind the codes, for the certification block of a paper. */
  async names(tx: Tx, codes: Iterable<string>): Promise<Map<string, string>> {
    const rows = await tx.query<{ code: string; name: string }[]>('select code, name from identity.printed_names($1)', [
      [...new Set(codes)],
    ]);
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}
