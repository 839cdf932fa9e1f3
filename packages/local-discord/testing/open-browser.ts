import { chromium, type Browser } from 'playwright-core';

/** Our own flags instead of the package's: those switch off what keeps sites apart, which is tested. */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--headless=shell', '--font-render-hinting=none'];

/** Whether the browser comes with the packages. */
export const comesAlong = process.platform === 'linux' && process.arch === 'x64';

/** Opens a Chromium: on Linux x64 the one that comes with the packages, elsewhere an installed Chrome. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await unpackBrowser();
  return executablePath === undefined
    ? chromium.launch({ channel: 'chrome' })
    : chromium.launch({ executablePath, args: ARGUMENTS });
}

/** Unpacks the Chromium that comes with the packages, the first time, and returns its path; none elsewhere. */
export async function unpackBrowser(): Promise<string | undefined> {
  if (!comesAlong) return undefined;
  const { default: packed } = await import('@sparticuz/chromium');
  return await packed.executablePath();
}
