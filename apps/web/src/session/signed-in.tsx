import { useSuspenseQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use } from 'react';
import { session, type Session } from './session.ts';

const SessionContext = createContext<Session | null>(null);

/** Renders `children` for whoever is signed in, else what `signIn` says. Below it, `useSession` knows who it is. */
export function SignedIn({ children, signIn }: { children: ReactNode; signIn: ReactNode }): ReactNode {
  const { data } = useSuspenseQuery(session());
  return data === null ? signIn : <SessionContext value={data}>{children}</SessionContext>;
}

export function useSession(): Session {
  const current = use(SessionContext);
  if (current === null) throw new Error('Only what is below SignedIn asks who is signed in.');
  return current;
}
