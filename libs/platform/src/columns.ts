import { Biennium, Day, Money, Quantity } from '#kernel';
import type { EntitySchemaColumnOptions, ValueTransformer } from 'typeorm';

/**
 * How the kernel's values stand in columns. This file alone turns what the driver gives (text for numeric and date)
 * into Money, Quantity and Day, and back.
 */

function carried<T extends { toString(): string }>(of: (text: string) => T): ValueTransformer {
  return {
    to: (value: T | null | undefined) => value?.toString() ?? null,
    from: (text: string | null) => (text === null ? null : of(text)),
  };
}

export const text = (): EntitySchemaColumnOptions => ({ type: 'text' });
export const textOrNull = (): EntitySchemaColumnOptions => ({ type: 'text', nullable: true });
export const textList = (): EntitySchemaColumnOptions => ({ type: 'text', array: true });
export const decimalText = (): EntitySchemaColumnOptions => ({ type: 'numeric' });
export const decimalTextOrNull = (): EntitySchemaColumnOptions => ({ type: 'numeric', nullable: true });
export const moneyUsd = (): EntitySchemaColumnOptions => ({
  type: 'numeric',
  precision: 18,
  scale: 2,
  transformer: carried((value) => Money.usd(value)),
});
export const moneyUsdOrNull = (): EntitySchemaColumnOptions => ({ ...moneyUsd(), nullable: true });
export const quantity = (): EntitySchemaColumnOptions => ({
  type: 'numeric',
  transformer: carried((value) => Quantity.of(value)),
});
export const day = (): EntitySchemaColumnOptions => ({ type: 'date', transformer: carried((value) => Day.of(value)) });
export const dayOrNull = (): EntitySchemaColumnOptions => ({ ...day(), nullable: true });
export const biennium = (): EntitySchemaColumnOptions => ({
  type: 'text',
  transformer: carried((value) => Biennium.of(value)),
});
export const instant = (): EntitySchemaColumnOptions => ({ type: 'timestamptz' });
export const instantOrNull = (): EntitySchemaColumnOptions => ({ type: 'timestamptz', nullable: true });
export const json = (): EntitySchemaColumnOptions => ({ type: 'jsonb' });
export const jsonOrNull = (): EntitySchemaColumnOptions => ({ type: 'jsonb', nullable: true });
export const flag = (): EntitySchemaColumnOptions => ({ type: 'boolean' });
export const count = (): EntitySchemaColumnOptions => ({ type: 'integer' });
export const countOrNull = (): EntitySchemaColumnOptions => ({ type: 'integer', nullable: true });
