import type { Result } from 'axe-core';

export type Layout = Result;
