import type { Day } from './day.ts'; // refused

export type Biennium = { first: Day };
