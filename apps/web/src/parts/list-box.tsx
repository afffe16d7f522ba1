import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

interface Room {
  readonly isStacked: boolean;
  readonly isWider: boolean; // what is in the box is wider than the box
}

/** How much room a table has, where it stands: `stackBelow` in rem, so that enlarged letters count too. */
export function useRoom(stackBelow: number): [box: RefObject<HTMLDivElement | null>, room: Room] {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>({ isStacked: false, isWider: false });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measured = (): void => {
      const rem = Number(getComputedStyle(document.documentElement).fontSize.replace('px', ''));
      const isStacked = element.clientWidth < stackBelow * rem;
      const isWider = element.scrollWidth > element.clientWidth;
      setRoom((before) =>
        before.isStacked === isStacked && before.isWider === isWider ? before : { isStacked, isWider },
      );
    };
    measured();
    const seen = new ResizeObserver(measured);
    seen.observe(element);
    for (const child of element.children) seen.observe(child);
    return () => seen.disconnect();
  }, [stackBelow]);
  return [box, room];
}

/**
 * Around a table. One that is wider than its box is moved in it, by keyboard too; every other box scrolls nothing, so that the
 * heads of its columns stay below the bar on top of the page.
 */
export function ListBox({ caption, children }: { caption: string; children: ReactNode }): ReactNode {
  const [box, { isWider }] = useRoom(0);
  return (
    <div
      className="list-box"
      ref={box}
      data-wider={isWider}
      tabIndex={isWider ? 0 : undefined}
      role="region"
      aria-label={caption}
    >
      {children}
    </div>
  );
}
