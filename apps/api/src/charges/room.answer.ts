import type { LineRoom } from '#charging';
import { Shown, ShownList } from '../http/fields.ts';

export class LineRoomShown {
  @Shown({ example: 'MC-STF-COP-6' }) budgetLine: string;
  @Shown({ type: 'boolean', description: 'Whether what waits fits into its allotment, as certification will ask' })
  hasRoom: boolean;
}

export class RoomAnswer {
  @ShownList(() => LineRoomShown) items: LineRoomShown[];
}

export function roomAnswer(items: readonly LineRoom[]): RoomAnswer {
  return { items: items.map(({ budgetLine, hasRoom }) => ({ budgetLine, hasRoom })) };
}
