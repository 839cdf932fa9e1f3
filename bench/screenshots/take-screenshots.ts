import { openBrowser } from '@dateline/local-discord/testing/open-browser';
import { openForPicture } from './open-for-picture.ts';
import { openFixed } from './open-fixed.ts';
import { SCENES } from './scenes.ts';
import { writePicture } from './write-picture.ts';

// npm run screenshots: takes the README's pictures again, from the current page.

/** A morning that the sample articles cover. */
const MOMENT = new Date('2024-12-08T07:30:00Z');

const program = await openFixed(MOMENT);
const browser = await openBrowser();
try {
  for (const { name, look, channel, act } of SCENES) {
    const page = await openForPicture(browser, program.url, look);
    if (channel !== 'world-news') await page.getByRole('link', { name: channel }).click();
    await page.getByRole('heading', { name: channel, level: 1 }).waitFor();
    await act(page);
    await writePicture(page, name);
    await page.context().close();
  }
} finally {
  await browser.close();
  await program.stop();
}
