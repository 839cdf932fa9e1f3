import { isBundled, openBrowser } from './open-browser.ts';

/** Whether tests in a browser must be skipped, because neither a package nor the machine has one. */
export const skipWithoutBrowser = !(isBundled || (await canOpen()));

async function canOpen(): Promise<boolean> {
  const browser = await openBrowser().catch(() => undefined);
  await browser?.close();
  return browser !== undefined;
}
