import { createBrowserRouter, Outlet } from 'react-router';
import type { ReactNode } from 'react';
import { Frame } from './frame/frame.tsx';
import { SomethingBroke } from './frame/something-broke.tsx';
import { NotFound } from './frame/not-found.tsx';
import { SignIn } from './frame/sign-in.tsx';
import { screens } from './screens.ts';
import { SignedIn } from './session/signed-in.tsx';
import { usePreferences } from './session/preferences.ts';

/** Every address of the page. Nothing of it is the server's: it answers all of them with the same page. */
export function pages(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter([
    {
      Component: Shell,
      errorElement: <SomethingBroke />,
      children: [
        {
          Component: Frame,
          children: [
            ...screens.map(({ path, shows }) => ({ path, Component: shows, errorElement: <SomethingBroke /> })),
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
      <Outlet />
    </SignedIn>
  );
}
