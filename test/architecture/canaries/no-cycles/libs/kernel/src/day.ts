import type { Biennium } from './biennium.ts'; // refused

export type Day = { within: Biennium };
