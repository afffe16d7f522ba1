import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever provides knows of the client's budget lines whether there is room for what was recorded, and no amount. Asked of
 * charges that stand in the books alone: whoever might ask of any amount would find what is left to the cent in twenty
 * questions. Charging README, "Room on the client's lines".
 */
export class AChargeSaysWhetherThereIsRoomForIt1767225645100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function charging.room_on_client_lines(of_agreement text, up_to bigint) returns table (budget_line text, has_room boolean)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select line.code, line.charged_usd + sum(share.amount_usd) <= line.allotment_usd
        from agreements.agreement as agreed
        join charging.charge on charge.provider = agreed.provider and charge.client = agreed.client
          and charge.state in ('PROVISIONAL', 'RECORDED', 'RECEIVED', 'RETURNED')
        join charging.charge_allocation as share on share.charge = charge.id and share.side = 'CLIENT' and share.amount_usd <> 0
        join budget.budget_line as line on line.code = share.budget_line
        where agreed.number = of_agreement and (up_to is null or charge.sequence <= up_to)
          and current_setting('app.tenant', true) in (agreed.provider, agreed.client, 'recoup')
        group by line.code
        having bool_or(charge.agreement = of_agreement) -- another agreement's charges take of the same line
        order by line.code
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function charging.room_on_client_lines(text, bigint)`);
  }
}
