import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file that proves a charge is kept with it, in the database: so that it is there in the transaction of its act, in every backup, and
 * nowhere a web server could serve it from. Its digest is a leaf of the seal. Charging README, "Evidence".
 */
export class EvidenceIsKeptWithItsCharge1767225619100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- No name of the file: it may tell of people, and its content says what it is. body is what is sealed.
      create table charging.evidence (
        id uuid not null,
        charge text not null,
        kind text not null,
        content bytea not null,
        sha256 bytea not null,
        has_active_content boolean not null,
        added_by text not null,
        added_for text not null,
        added_at timestamptz not null,
        body text not null generated always as (
          '{"addedAt":"' || sealing.utc_text(added_at) || '","addedBy":' || sealing.json_text(added_by) || ',"bytes":'
          || octet_length(content) || ',"charge":' || sealing.json_text(charge) || ',"id":"' || id || '","kind":"' || kind
          || '","sha256":"' || encode(sha256, 'hex') || '"}') stored,
        constraint evidence_once primary key (id),
        constraint evidence_kept_once unique (charge, sha256),
        constraint evidence_of_charge foreign key (charge) references charging.charge (id),
        constraint evidence_kind_known check (kind in ('PDF', 'PNG', 'JPEG', 'XLSX', 'EML', 'CSV', 'TEXT')),
        constraint evidence_within_its_size check (octet_length(content) between 1 and 10000000),
        constraint evidence_holds_its_sha256 check (sha256 = sha256(content))
      );
      -- PDFs, pictures and workbooks are packed already.
      alter table charging.evidence alter column content set storage external;

      create table charging.evidence_withdrawal (
        evidence uuid not null,
        withdrawn_by text not null,
        withdrawn_at timestamptz not null,
        reason text not null,
        constraint evidence_withdrawn_once primary key (evidence),
        constraint evidence_withdrawal_of_evidence foreign key (evidence) references charging.evidence (id),
        constraint evidence_withdrawal_says_why check (reason <> '')
      );

      create trigger evidence_change_is_audited after insert or update or delete on charging.evidence
        for each statement execute function platform.refuse_change_without_act();
      create trigger evidence_is_kept before update or delete on charging.evidence
        for each row execute function platform.refuse_change();
      create trigger evidence_is_not_emptied before truncate on charging.evidence
        for each statement execute function platform.refuse_change();
      create trigger evidence_withdrawal_change_is_audited after insert or update or delete on charging.evidence_withdrawal
        for each statement execute function platform.refuse_change_without_act();
      create trigger evidence_withdrawal_is_kept before update or delete on charging.evidence_withdrawal
        for each row execute function platform.refuse_change();
      create trigger evidence_withdrawal_is_not_emptied before truncate on charging.evidence_withdrawal
        for each statement execute function platform.refuse_change();

      select sealing.seal_table('charging.evidence', 'evidence', 'id');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      select sealing.unseal_table('charging.evidence');
      drop table charging.evidence_withdrawal;
      drop table charging.evidence;
    `);
  }
}
