import type { HeldBack } from './report.mjs';

export const heldBack: readonly HeldBack[];
