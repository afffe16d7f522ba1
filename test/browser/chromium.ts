import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

/** The one without a desktop first: the same engine, and half the work for each page. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of RECOUP_CHROMIUM, or the system's own. Errors: where there is none, with what would bring one. */
export function browserProgram(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { RECOUP_CHROMIUM: named, PATH = '' } = environment;
  const places =
    named === undefined ? PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))) : [named];
  const found = places.find(isProgram);
  if (found === undefined) {
    throw new Error(
      'The pages are tested in a browser, and this machine has none: install Chromium (Debian: apt-get install chromium), or name one in RECOUP_CHROMIUM.',
    );
  }
  return found;
}

/** Headless, and asking nothing of the internet. */
export function launchBrowser(): Promise<Browser> {
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const bare = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage'];
  return chromium.launch({ executablePath: browserProgram(), args: [...quiet, ...bare] });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
