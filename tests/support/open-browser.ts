import Chromium from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Opens Chromium: the one that npm installed where that runs, an installed Chrome elsewhere. */
export async function openBrowser(): Promise<Browser> {
  const isShipped = process.platform === 'linux' && process.arch === 'x64';
  if (!isShipped) return await chromium.launch({ channel: 'chrome' });
  return await chromium.launch({
    executablePath: await Chromium.executablePath(),
    // It runs as whoever runs the tests, in a container too, and sees nothing but the page under test.
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu'],
  });
}
