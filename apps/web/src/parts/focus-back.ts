/**
 * A button that is on its way is closed, and what is closed loses the focus: it is on the dialogue meanwhile, so that Escape is
 * for that and not for the page below, and on the button once it is open again.
 */
export function keepsFocus(box: HTMLElement | null): (() => void) | undefined {
  const dialogue = box?.closest<HTMLElement>('[role="dialog"]') ?? null;
  if (box === null || dialogue === null) return undefined;
  let last: EventTarget | null = null;
  const remember = ({ target }: FocusEvent): void => {
    last = target;
  };
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (target !== last || !(target instanceof HTMLButtonElement)) continue;
      if (![target, dialogue, document.body].includes(document.activeElement as HTMLElement)) continue;
      (target.disabled ? dialogue : target).focus({ preventScroll: true });
    }
  });
  box.addEventListener('focusin', remember);
  observer.observe(box, { subtree: true, attributeFilter: ['disabled'] });
  return () => {
    box.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}
