import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { type Drawn, drawnIn, lookedAt, neverTooNarrow } from './room.ts';

interface Room {
  readonly drawn: Drawn;
  readonly isWider: boolean; // what is in the box is wider than the box
}

interface Wanted {
  readonly stackBelow: number; // rem, so that enlarged letters count too
  readonly mayStack: boolean;
  readonly columns?: string; // others are looked at anew
}

/** How a table is drawn in the room that its box has where it stands. */
export function useRoom({
  stackBelow,
  mayStack,
  columns = '',
}: Wanted): [box: RefObject<HTMLDivElement | null>, room: Room] {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>({ drawn: 'loose', isWider: false });
  const known = useRef(neverTooNarrow);
  const last = useRef({ columns, drawn: room.drawn });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (last.current.columns !== columns) known.current = neverTooNarrow;
    last.current = { columns, drawn: room.drawn };
    const look = (): void => {
      const rem = Number(getComputedStyle(document.documentElement).fontSize.replace('px', ''));
      const { clientWidth: width, scrollWidth } = element;
      const seen = { drawn: last.current.drawn, width, isOver: scrollWidth > width };
      known.current = lookedAt(known.current, seen, mayStack);
      const drawn = drawnIn(width, known.current, { stackBelow: stackBelow * rem, mayStack });
      const next: Room = { drawn, isWider: seen.isOver };
      setRoom((now) => (now.drawn === next.drawn && now.isWider === next.isWider ? now : next));
    };
    look(); // and once more when what it led to is drawn
    const changes = new ResizeObserver(look);
    changes.observe(element);
    for (const child of element.children) changes.observe(child);
    return () => changes.disconnect();
  }, [stackBelow, mayStack, columns, room]);
  return [box, room];
}

/** What the element around a table says of it. One that is wider than its box is moved in it, by keyboard too. */
export function boxOf({ drawn, isWider }: Room, caption: string): object {
  return {
    className: 'list-box',
    'data-tight': drawn === 'tight',
    'data-wider': isWider,
    tabIndex: isWider ? 0 : undefined,
    role: 'region',
    'aria-label': caption,
  };
}

/** Around a table that is not stacked. A box that scrolls nothing leaves the heads of columns below the bars on top of the page. */
export function ListBox({ caption, children }: { caption: string; children: ReactNode }): ReactNode {
  const [box, room] = useRoom({ stackBelow: 0, mayStack: false });
  return (
    <div ref={box} {...boxOf(room, caption)}>
      {children}
    </div>
  );
}
