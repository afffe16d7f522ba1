import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './look/tokens.css';
import './look/frame.css';
import './look/parts.css';
import './look/lists.css';
import './look/grid.css';
import './look/screens.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { theme } from './look/theme.ts';
import { nonce } from './look/nonce.ts';
import { pages } from './pages.tsx';
import { takeFromLink } from './session/link.ts';
import { createQueryClient } from './session/query-client.ts';
import { preferences, prefer } from './session/preferences.ts';
import { speak } from './words/words.ts';

takeFromLink();
const wished = new URLSearchParams(window.location.search).get('lang');
if (wished !== null) prefer({ language: wished });
prefer({});
await speak(preferences().language);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has a place for the page.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={nonce}>
      <QueryClientProvider client={createQueryClient()}>
        <Suspense>
          <RouterProvider router={pages()} />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
