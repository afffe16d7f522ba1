import { useEffect, useRef, type ReactNode } from 'react';
import { StepUp } from '../frame/step-up.tsx';
import { Languages } from '../frame/languages.tsx';
import '../look/coming-in.css';
import { useTitle } from '../parts/page.tsx';

interface Shown {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Another language makes the page anew: not where something is shown once. */
  readonly offersLanguages?: boolean;
  readonly children: ReactNode;
}

/** A page of somebody who is not in yet. What it says next is read from its heading on. */
export function Outside({ title, lead, offersLanguages = false, children }: Shown): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <main className="outside">
      <p className="outside-brand" aria-hidden>
        Recoup
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && <p className="muted">{lead}</p>}
      {children}
      {offersLanguages && <Languages />}
      <StepUp />
    </main>
  );
}
