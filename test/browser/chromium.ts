import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

const whole = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** The same engine without a desktop: half the work for each page, and no viewer of papers. */
const lean = ['chromium-headless-shell', 'chrome-headless-shell'];

/** What a browser is for: `papers` are seen in a whole one alone. */
export interface BrowserUse {
  readonly papers: boolean;
}

/** The browser of RECOUP_CHROMIUM, or the system's own. Errors: where there is none, with what would bring one. */
export function browserProgram(
  { papers }: BrowserUse,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const { RECOUP_CHROMIUM: named, PATH = '' } = environment;
  const names = papers ? whole : [...lean, ...whole];
  const folders = PATH.split(delimiter);
  const places = named === undefined ? names.flatMap((name) => folders.map((folder) => join(folder, name))) : [named];
  const found = places.find(isProgram);
  if (found === undefined) {
    throw new Error(
      'The pages are tested in a browser, and this machine has none: install Chromium (Debian: apt-get install chromium), or name one in RECOUP_CHROMIUM.',
    );
  }
  return found;
}

/** Headless, and asking nothing of the internet. */
export function launchBrowser(use: BrowserUse): Promise<Browser> {
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const bare = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage'];
  return chromium.launch({ executablePath: browserProgram(use), args: [...quiet, ...bare] });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
