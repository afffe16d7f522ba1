import { useEffect, type ReactNode } from 'react';

/** The title of the browser's tab: the screen first, for whoever has many open. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Recoup`;
  }, [title]);
}

interface Shown {
  readonly title: string;
  readonly lead?: ReactNode; // one line under the title
  readonly actions?: ReactNode; // at its end
  readonly children: ReactNode;
}

/** A screen: its title, one line about it, its actions, and what it shows. */
export function Page({ title, lead, actions, children }: Shown): ReactNode {
  useTitle(title);
  return (
    <>
      <header className="page-head">
        <div>
          <h1 tabIndex={-1}>
            <bdi>{title}</bdi>
          </h1>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}
