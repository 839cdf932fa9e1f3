import { chromium, type Browser } from 'playwright-core';

/** Our own flags, because the package's disable the isolation of sites, which is tested. */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--headless=shell', '--font-render-hinting=none'];

/** Whether a package contains a browser for this machine. */
export const isBundled = process.platform === 'linux' && process.arch === 'x64';

/** Opens a Chromium: on Linux x64 the package's, elsewhere an installed Chrome. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await unpackBrowser();
  return executablePath === undefined
    ? chromium.launch({ channel: 'chrome' })
    : chromium.launch({ executablePath, args: ARGUMENTS });
}

/** Returns the path of the package's Chromium, which the first call unpacks; undefined if there is none. */
export async function unpackBrowser(): Promise<string | undefined> {
  if (!isBundled) return undefined;
  const { default: packed } = await import('@sparticuz/chromium');
  return await packed.executablePath();
}
