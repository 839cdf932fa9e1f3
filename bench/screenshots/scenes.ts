import type { Page } from 'playwright-core';
import type { Look } from './open-for-picture.ts';

/** One picture: its look, its channel, and what the user does there. */
export interface Scene {
  /** The file's name. */
  readonly name: string;
  readonly look: Look;
  readonly channel: string;
  readonly act: (page: Page) => Promise<void>;
}

const DARK: Look = { theme: 'dark', width: 940, height: 900 };
const LIGHT: Look = { ...DARK, theme: 'light' };
const PHONE: Look = { theme: 'dark', width: 390, height: 844 };

/**
 * All pictures, in order. Each has a channel without other messages, or shows the message of the scene before; the
 * first channel has a digest from the start.
 */
export const SCENES: readonly Scene[] = [
  { name: 'digest', look: DARK, channel: 'world-news', act: fitPicture },
  { name: 'digest-light', look: LIGHT, channel: 'world-news', act: fitPicture },
  { name: 'phone', look: PHONE, channel: 'world-news', act: fitPicture },
  { name: 'schedule', look: { ...DARK, height: 640 }, channel: 'announcements', act: fillSchedule },
  {
    name: 'summary',
    look: DARK,
    channel: 'general',
    async act(page) {
      await runCommand(page, '/summarize ', 'article:notre');
      await fit(page);
    },
  },
  {
    name: 'search',
    look: DARK,
    channel: 'bot-test',
    async act(page) {
      await runCommand(page, '/search ', 'flood');
      await fitPicture(page);
    },
  },
  {
    name: 'timeline',
    look: { ...DARK, width: 700 },
    channel: 'announcements',
    async act(page) {
      await pickCommand(page, '/story ');
      await page.keyboard.type('quake victims');
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await chooseView(page, 'Date by date', /^A line of time/);
    },
  },
  {
    name: 'coverage',
    look: { ...DARK, width: 700 },
    channel: 'announcements',
    async act(page) {
      await chooseView(page, 'Who reports it', /^A chart of who reports/);
    },
  },
];

async function fillSchedule(page: Page): Promise<void> {
  await pickCommand(page, '/schedule add ');
  for (const option of ['time:08:00', 'topics:election, climate']) {
    await page.keyboard.type(option);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('listbox').getByRole('option').first().waitFor();
}

async function runCommand(page: Page, command: string, options: string): Promise<void> {
  await pickCommand(page, command);
  await page.keyboard.type(options);
  await page.keyboard.press('Enter');
  const answer = page.getByRole('log').getByRole('article');
  await answer.filter({ hasNotText: 'is thinking' }).waitFor();
}

/** Chooses a view of a story in the menu below it, and waits for its picture. */
async function chooseView(page: Page, view: string, description: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Make a selection/ }).click();
  await page.getByRole('option', { name: view }).click();
  await page.getByRole('img', { name: description }).waitFor();
  await fitPicture(page);
  // Elsewhere, so that the menu is shown without the mark of the focus.
  await page.getByRole('heading', { level: 1 }).click();
}

async function pickCommand(page: Page, command: string): Promise<void> {
  const box = page.getByLabel(/^Message #/);
  await box.focus();
  // A channel's commands arrive a moment after the channel.
  await page.keyboard.type('/');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.keyboard.type(command.slice(1));
  await page.getByRole('group', { name: `Command ${command.trim()}` }).waitFor();
}

/** Waits for the picture, and makes the window as tall as the messages. */
async function fitPicture(page: Page): Promise<void> {
  // If the picture was late, the message was sent without it: run this again.
  const picture = page.locator('message-view img:not([loading])').first();
  await picture.waitFor({ timeout: 5_000 });
  await picture.evaluate('(one) => one.decode()');
  await fit(page);
}

/** Makes the window as tall as the messages. */
async function fit(page: Page): Promise<void> {
  // A few rounds, because a taller window may change the layout.
  for (let round = 0; round < 3; round++) {
    const height = await page.evaluate<number>(MEASURE);
    await page.setViewportSize({ width: page.viewportSize()?.width ?? DARK.width, height });
  }
}

/** The window's height, plus the part of the messages that is out of sight, or minus the empty space above them. */
const MEASURE = `(() => {
  const list = document.querySelector('local-discord').shadowRoot.querySelector('message-list');
  const scroller = list.shadowRoot.querySelector('.scroller');
  const first = list.shadowRoot.querySelector('.rows').firstElementChild;
  const empty = first.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 24;
  const hidden = scroller.scrollHeight - scroller.clientHeight;
  return Math.ceil(innerHeight + (hidden > 0 ? hidden : -Math.max(0, empty)));
})()`;
