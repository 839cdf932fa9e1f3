import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openBrowser } from '@dateline/local-discord/testing/open-browser';
import { startLocal, type StartedLocal } from './start-local.ts';

/** The page of a local Discord with the whole bot in it, in a real browser. */
export interface OpenedClient {
  readonly local: StartedLocal;
  readonly browser: Browser;
  /** A visitor who was never here, with what their browser prefers, once the first digest is before them. */
  visit(preferences?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** One visitor's window, and where things are in it; disposing of it closes the window. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** What went wrong in it: errors, refused requests, requests that leave this machine. */
  readonly problems: string[];
  /** The messages of the channel that is shown, oldest first. */
  readonly messages: Locator;
  /** Where text and commands are written. */
  readonly box: Locator;
  /** The rows of the list over the box. */
  readonly choices: Locator;
  /** Types a command's name, takes it from the list, and leaves the focus in its first field. */
  readonly takeCommand: (name: string) => Promise<void>;
  /** Waits for the answer that comes after `before` messages, whole, and returns it. */
  readonly answer: (before: number) => Promise<Locator>;
}

/** Starts the bot and a browser. */
export async function openClient(
  env: Readonly<Record<string, string>> = {},
): Promise<OpenedClient> {
  const browser = await openBrowser();
  const local = await startLocal(env);
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
    },
  };
}

/** Opens the page of any local Discord in a window of its own, with an empty cache and no memory, and waits until its messages are there. */
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
  page.setDefaultTimeout(30_000);
  const problems = watchProblems(page, new URL(url).origin);
  await page.goto(url);
  await page.locator('[role="log"][aria-busy="false"]').waitFor();
  const messages = page.getByRole('log').getByRole('article');
  const box = page.getByLabel(/^Message #/);
  const choices = page.getByRole('listbox').getByRole('option');
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
      problems.push(`asked for ${target}`);
  });
  return problems;
}

/** Waits until something can be seen; tells whether it came to that. */
export async function isSeen(locator: Locator): Promise<boolean> {
  return await locator
    .first()
    .waitFor()
    .then(() => true)
    .catch(() => false);
}
