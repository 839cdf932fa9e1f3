import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openBrowser } from '@dateline/local-discord/testing/open-browser';
import { startLocal, type StartedLocal } from './start-local.ts';
import { openStorePlace } from './store-place.ts';

/** A local Discord with the whole bot, whose page is opened in a real browser. */
export interface OpenedClient {
  readonly local: StartedLocal;
  readonly browser: Browser;
  /** Opens the page for a new visitor with these browser preferences, and waits until it shows the first digest. */
  visit(preferences?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** One visitor's window and its parts. Disposing of it closes the window. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** Errors, refused requests, and requests to other machines. */
  readonly problems: string[];
  /** The messages of the current channel, oldest first. */
  readonly messages: Locator;
  /** The message box, in which text and commands are typed. */
  readonly box: Locator;
  /** The choices in the list above the box, once the bot has suggested them for all of the text. */
  readonly choices: Locator;
  /** Types a command's name and chooses it from the list. The focus is then in its first field. */
  readonly takeCommand: (name: string) => Promise<void>;
  /** Waits until the answer that follows `before` messages is complete, and returns it. */
  readonly answer: (before: number) => Promise<Locator>;
}

/** Starts the bot and a browser. */
export async function openClient(
  env: Readonly<Record<string, string>> = {},
): Promise<OpenedClient> {
  const [browser, place] = await Promise.all([openBrowser(), openStorePlace()]);
  const local = await startLocal({ STORE_URL: place.url, ...env });
  return {
    local,
    browser,
    async visit(preferences) {
      const visit = await openVisit(browser, local.url, preferences);
      await visit.messages
        .first()
        .getByRole('heading', { name: /^News digest/ })
        .waitFor();
      return visit;
    },
    async close() {
      await browser.close();
      await local.stop();
      await place.remove();
    },
  };
}

/** Opens the page of a local Discord in a new window without cache or stored state, and waits for its messages. */
export async function openVisit(
  browser: Browser,
  url: string,
  preferences: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ...preferences,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  const problems = watchProblems(page, new URL(url).origin);
  await page.goto(url);
  await page.locator('[role="log"][aria-busy="false"]').waitFor();
  const messages = page.getByRole('log').getByRole('article');
  const box = page.getByLabel(/^Message #/);
  // While the bot is asked, the choices for an earlier text stay, and Enter doesn't pick them.
  const choices = page.locator('[role="listbox"]:not([aria-busy="true"])').getByRole('option');
  return {
    page,
    problems,
    messages,
    box,
    choices,
    [Symbol.asyncDispose]: () => context.close(),
    async takeCommand(name) {
      await box.focus();
      await page.keyboard.type(`/${name}`);
      await choices
        .filter({ hasText: `/${name}` })
        .first()
        .waitFor();
      await page.keyboard.press('Tab');
      await page.getByRole('group', { name: `Command /${name}` }).waitFor();
    },
    async answer(before) {
      const newest = messages.nth(before);
      await newest.waitFor();
      await newest.filter({ hasNotText: 'is thinking' }).waitFor();
      return newest;
    },
  };
}

function watchProblems(page: Page, url: string): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith(url) && !target.startsWith('data:'))
      problems.push(`requested ${target}`);
  });
  return problems;
}

/** Waits until an element is visible. False if that takes too long. */
export async function isSeen(locator: Locator): Promise<boolean> {
  return await locator
    .first()
    .waitFor()
    .then(() => true)
    .catch(() => false);
}
