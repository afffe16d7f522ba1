import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Tx } from './transaction.ts';

/**
 * The rows of an entity's table whose `column` is one of `values`, in its order, each as its class; `held`: no row of them is
 * deleted and no key of them changes until the transaction ends. For what every posting reads: one statement, and no query is
 * built for it.
 */
export async function findAll<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  column: keyof T & string,
  values: readonly string[],
  { held = false }: { held?: boolean } = {},
): Promise<T[]> {
  const { columns, tablePath, target } = tx.connection.getMetadata(entity);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const by = columns.find(({ propertyName }) => propertyName === column)?.databaseName ?? column;
  const rows = await tx.query<Record<string, unknown>[]>(selectStatement(tablePath, names, by, held), [values]);
  return rows.map((row) => {
    const found = Object.create((target as { prototype: object }).prototype) as Record<string, unknown>;
    for (const { databaseName, propertyName, transformer } of columns) {
      const value = row[databaseName];
      found[propertyName] =
        transformer === undefined || Array.isArray(transformer) ? value : (transformer.from(value) as unknown);
    }
    return found as T;
  });
}

// All come from the table files, never from a request.
function selectStatement(table: string, columns: string, by: string, held: boolean): string {
  return `select ${columns} from ${table} where "${by}" = any($1) order by "${by}"${held ? ' for key share' : ''}`;
}
