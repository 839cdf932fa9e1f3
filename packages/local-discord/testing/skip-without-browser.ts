import { comesAlong, openBrowser } from './open-browser.ts';

/** True on other machines than Linux x64, where the browser comes along, if they have no Chrome. */
export const skipWithoutBrowser = !(comesAlong || (await canOpen()));

async function canOpen(): Promise<boolean> {
  const browser = await openBrowser().catch(() => undefined);
  await browser?.close();
  return browser !== undefined;
}
