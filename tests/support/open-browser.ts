import { chromium, type Browser } from 'playwright-core';

/** Our own flags instead of the package's: those switch off what keeps sites apart, which is tested. */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--headless=shell', '--font-render-hinting=none'];

const comesAlong = process.platform === 'linux' && process.arch === 'x64';

/** Opens a Chromium: on Linux x64 the one that comes with the packages, elsewhere an installed Chrome. */
export async function openBrowser(): Promise<Browser> {
  if (!comesAlong) return chromium.launch({ channel: 'chrome' });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: ARGUMENTS });
}

/** Tells whether there is a browser to open; always so on Linux x64. */
export async function hasBrowser(): Promise<boolean> {
  if (comesAlong) return true;
  const browser = await openBrowser().catch(() => undefined);
  await browser?.close();
  return browser !== undefined;
}
