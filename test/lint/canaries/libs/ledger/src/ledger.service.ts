import type { DataSource } from 'typeorm';
import { currentTable, periods } from './periods.table.ts';

// A service may ask the computer; numbers and statements are held to the same rules everywhere.
export const mode = process.env['RECOUP_MODE'];
export const now = () => new Date();

export const guess = parseFloat('0.1'); // refused: recoup/money-stays-exact
export const again = Number.parseFloat('0.1'); // refused: recoup/money-stays-exact
export const lossy = (amount: { toNumber(): number }) => amount.toNumber(); // refused: recoup/money-stays-exact
export const rounded = Math.round(12.5); // refused: recoup/one-way-to-round

const columns = 'book, day';
const fromEntries = `select ${columns} from ledger.entry`;

export class Statements {
  constructor(private readonly db: DataSource) {}

  async refused(book: string, order: 'asc' | 'desc', statementFor: (table: string) => string): Promise<void> {
    await this.db.query(`select 1 from ledger.entry where book = '${book}'`); // refused: recoup/sql-is-constant
    await this.db.query('select 1 from ledger.' + book); // refused: recoup/sql-is-constant
    await this.db.query(`${fromEntries} order by ${order}`); // refused: recoup/sql-is-constant
    await this.db.query(statementFor('entry')); // refused: recoup/sql-is-constant
    await this.db.query(book); // refused: recoup/sql-is-constant
    const later = `select 1 from ${book}`;
    await this.db.query(later); // refused: recoup/sql-is-constant
    await this.db.query(currentTable()); // refused: recoup/sql-is-constant
    await this.db.query(`select 1 from ${periods}`); // refused: recoup/sql-is-constant
    this.db.createQueryBuilder(); // refused: recoup/no-query-builder
  }

  async allowed(book: string, newestFirst: boolean): Promise<void> {
    await this.db.query('select 1 from ledger.entry where book = $1', [book]);
    await this.db.query(`select 1 from ledger.entry where book = $1`, [book]);
    await this.db.query(fromEntries);
    await this.db.query(`${fromEntries} where book = $1`, [book]);
    await this.db.query(fromEntries + ' order by day ' + (newestFirst ? 'desc' : 'asc'));
  }
}
