import { chromium, type Browser } from 'playwright-core';

/** Our own flags instead of the package's: those switch off what keeps sites apart, which is tested. */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--headless=shell', '--font-render-hinting=none'];

/**
 * Opens a Chromium: on Linux x64 the one that comes with the packages, elsewhere an installed Chrome.
 * Resolves to nothing where neither is there, which cannot happen on Linux x64.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    return chromium.launch({ executablePath, args: ARGUMENTS });
  }
  return chromium.launch({ channel: 'chrome' }).catch(() => undefined);
}
