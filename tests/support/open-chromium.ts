import chromiumForLinux from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/**
 * Opens a Chromium: on Linux x64 the one that came with the packages, elsewhere the Chrome that is
 * installed. Rejects where there is none: what is tested in a browser is never skipped.
 */
export async function openChromium(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome' });
  }
  return chromium.launch({
    executablePath: await chromiumForLinux.executablePath(),
    // The package's own arguments are made for a machine that runs one page and ends.
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}
