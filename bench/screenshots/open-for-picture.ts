import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';

const require = createRequire(import.meta.url);

/** The font weights that the page uses. */
const WEIGHTS = { 400: '400Regular', 500: '500Medium', 600: '600SemiBold', 700: '700Bold' };

/** The theme and the window size of a picture. */
export interface Look {
  readonly theme: 'dark' | 'light';
  readonly width: number;
  readonly height: number;
}

/** Opens the page without hints and members, in the font of the pictures, so that it looks the same on every machine. */
export async function openForPicture(browser: Browser, url: string, look: Look): Promise<Page> {
  const { theme, width, height } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    // The page's policy would refuse the font that is injected below.
    bypassCSP: true,
  });
  const remembered = JSON.stringify({ theme, panel: 'none', hintDismissed: true });
  await context.addInitScript(
    `localStorage.setItem('local-discord', ${JSON.stringify(remembered)})`,
  );
  const page = await context.newPage();
  await page.goto(url);
  await page.addStyleTag({ content: fontStyles() });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  const answers = page.getByRole('log').getByRole('article');
  // Until a command's answer is edited in, its message only says so.
  await answers.filter({ hasNotText: 'is thinking' }).first().waitFor({ timeout: 60_000 });
  return page;
}

function fontStyles(): string {
  const faces = Object.entries(WEIGHTS).map(([weight, name]) => {
    const path = `@expo-google-fonts/noto-sans/${name}/NotoSans_${name}.ttf`;
    const data = readFileSync(require.resolve(path)).toString('base64');
    return `@font-face { font-family: Pictured; font-weight: ${weight}; src: url(data:font/ttf;base64,${data}); }`;
  });
  return `${faces.join('\n')}\nhtml, body { font-family: Pictured, sans-serif !important; }`;
}
