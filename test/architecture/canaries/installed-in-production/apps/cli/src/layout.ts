import type { Config } from 'prettier';

export type Layout = Config;
