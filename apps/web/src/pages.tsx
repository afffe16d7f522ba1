import { createBrowserRouter, Outlet } from 'react-router';
import { lazy, type ReactNode } from 'react';
import { Frame } from './frame/frame.tsx';
import { SomethingBroke } from './frame/something-broke.tsx';
import { NotFound } from './frame/not-found.tsx';
import { SessionEnded } from './frame/session-ended.tsx';
import { ForReaders } from './frame/not-yours.tsx';
import { SignIn } from './frame/sign-in.tsx';
import { screens } from './screens.ts';
import { loaded } from './session/loaded.ts';
import { SignedIn, useSession } from './session/signed-in.tsx';
import { usePreferences } from './session/preferences.ts';

const ByLink = lazy(async () => ({ default: (await loaded(() => import('./coming-in/by-link.tsx'))).ByLink }));
const EnrolFirst = lazy(async () => ({
  default: (await loaded(() => import('./coming-in/enrol-first.tsx'))).EnrolFirst,
}));

/** Every address of the page. Nothing of it is the server's: it answers all of them with the same page. */
export function pages(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter([
    ...['/first-administrator', '/invitation'].map((path) => ({
      path,
      Component: ByLink,
      errorElement: <SomethingBroke />,
    })),
    {
      Component: Shell,
      errorElement: <SomethingBroke />,
      children: [
        {
          Component: Frame,
          children: [
            ...screens.map(({ path, name, reads, shows: Shows }) => ({
              path,
              element: (
                <ForReaders of={reads} name={name}>
                  <Shows />
                </ForReaders>
              ),
              errorElement: <SomethingBroke />,
            })),
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
  ]);
}

/** Another language is another page: all of it is made anew, and the address and the drafts are what stays. */
function Shell(): ReactNode {
  const { language } = usePreferences();
  return (
    <SignedIn key={language} signIn={<SignIn />}>
      <Enrolled />
    </SignedIn>
  );
}

/** Whoever must make a second factor first sees nothing else: the server would refuse it. */
function Enrolled(): ReactNode {
  const { mustEnrol } = useSession();
  return (
    <>
      {mustEnrol ? <EnrolFirst /> : <Outlet />}
      <SessionEnded />
    </>
  );
}
