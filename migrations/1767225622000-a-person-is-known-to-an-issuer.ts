import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who somebody is at an identity provider, said by an administrator and never by an e-mail address. Identity README, "Sign-in". */
export class APersonIsKnownToAnIssuer1767225622000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.issuer_subject (
        id uuid not null,
        issuer text not null,
        subject text not null,
        person text not null,
        linked_by text not null,
        linked_at timestamptz not null,
        ended_at timestamptz,
        ended_by text,
        constraint issuer_subject_once primary key (id),
        constraint issuer_subject_of_account foreign key (person) references identity.account (person),
        constraint issuer_subject_says_whose check (issuer <> '' and subject <> ''),
        constraint issuer_subject_not_by_oneself check (linked_by <> person),
        constraint issuer_subject_ended_by_somebody check ((ended_at is null) = (ended_by is null))
      );
      -- The same subject of another issuer is somebody else.
      create unique index issuer_subject_is_one_persons on identity.issuer_subject (issuer, subject) where ended_at is null;
      create unique index issuer_subject_of_person_once on identity.issuer_subject (issuer, person) where ended_at is null;
      create trigger issuer_subject_change_is_audited after insert or update or delete on identity.issuer_subject
        for each statement execute function platform.refuse_change_without_act();
      create trigger issuer_subject_is_not_emptied before truncate on identity.issuer_subject
        for each statement execute function platform.refuse_change();
      create trigger issuer_subject_is_kept before delete on identity.issuer_subject
        for each row execute function platform.refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table identity.issuer_subject');
  }
}
