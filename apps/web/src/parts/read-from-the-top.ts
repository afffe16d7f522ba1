import { type RefObject, useEffect, useRef } from 'react';

/**
 * The heading of what is shown, which has the focus once a step on it was taken and its button is gone with the focus on it: what comes
 * next is read from the top. `version`: of what is shown; undefined while it is read.
 */
export function useReadFromTheTop(version: number | undefined): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useRef<number | undefined>(undefined);
  useEffect(() => {
    const isChanged = seen.current !== undefined && seen.current !== version;
    if (isChanged && document.activeElement === document.body) heading.current?.focus();
    seen.current = version;
  }, [version]);
  return heading;
}
