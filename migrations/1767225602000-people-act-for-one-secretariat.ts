import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secretariats and people are data; a designation is dated, and a certifying officer's names a fund. Identity README. */
export class PeopleActForOneSecretariat1767225602000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema identity;

      create table identity.secretariat (
        code text not null,
        name text not null,
        address text[] not null,
        constraint secretariat_once primary key (code),
        constraint secretariat_code_length check (length(code) between 1 and 40)
      );

      create table identity.person (
        code text not null,
        name text not null,
        secretariat text not null,
        constraint person_once primary key (code),
        constraint person_of_secretariat foreign key (secretariat) references identity.secretariat (code)
      );

      create table identity.designation (
        person text not null,
        duty text not null,
        fund text not null default '',
        valid_from date not null,
        valid_to date not null,
        constraint designation_once primary key (person, duty, fund, valid_from),
        constraint designation_of_person foreign key (person) references identity.person (code),
        constraint designation_duty_known check (duty in
          ('FINANCE_OFFICER', 'CERTIFYING_OFFICER', 'APPROVING_OFFICER', 'AUDITOR', 'ADMINISTRATOR')),
        constraint designation_certifies_a_fund check ((duty = 'CERTIFYING_OFFICER') = (fund <> '')),
        constraint designation_period check (valid_from <= valid_to)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema identity cascade`);
  }
}
