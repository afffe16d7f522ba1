import type { DataSource } from 'typeorm';

export async function insertInto(db: DataSource, table: string): Promise<void> {
  await db.query(`insert into ${table} default values`);
}
