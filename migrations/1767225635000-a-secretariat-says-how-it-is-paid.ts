import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a secretariat is paid and why it charges no tax are its own data, printed on what it issues. Books that are kept already
 * have what their papers said until now; whom to ask and a term of payment they do not have. Identity README.
 */
export class ASecretariatSaysHowItIsPaid1767225635000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.secretariat
        add column contact text,
        add column settlement_method text not null default 'Inter-fund journal voucher',
        add column payment_means_code text not null default '97',
        add column payment_term_days integer,
        add column vat_category text not null default 'O',
        add column vat_exemption_code text default 'VATEX-EU-O',
        add column vat_reason text not null
          default 'Not subject to VAT: United Nations, Convention on the Privileges and Immunities of 1946, section 7',
        add constraint secretariat_says_how_it_is_paid check (settlement_method <> '' and payment_means_code <> ''),
        add constraint secretariat_payment_term check (payment_term_days between 0 and 366),
        add constraint secretariat_says_why_no_tax check (vat_category <> '' and vat_reason <> '');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.secretariat
        drop column contact,
        drop column settlement_method,
        drop column payment_means_code,
        drop column payment_term_days,
        drop column vat_category,
        drop column vat_exemption_code,
        drop column vat_reason;
    `);
  }
}
