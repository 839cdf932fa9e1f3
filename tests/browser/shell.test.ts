import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, type LocalDiscord } from '@dateline/local-discord';
import { openBrowser } from '@dateline/local-discord/testing/open-browser';
import { seriousFaults } from '@dateline/local-discord/testing/serious-faults';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { PAGE_HINTS } from '../../src/run/page-hints.ts';
import { openVisit } from '../support/open-client.ts';
import { openTestBot, type TestBot } from '../support/open-test-bot.ts';
import { tinyCommands } from '../support/tiny-commands.ts';

let browser: Browser;
let bot: TestBot;
let discord: LocalDiscord;

/** One of the commands has the name of a command that the page suggests. */
const commands = tinyCommands.map((command) =>
  command.name === 'whoami' ? { ...command, name: 'summarize' } : command,
);

beforeAll(async () => {
  if (skipWithoutBrowser) return;
  browser = await openBrowser();
  bot = await openTestBot(commands, { discord: { openPage, hints: PAGE_HINTS } });
  ({ discord } = bot);
});
afterAll(async () => {
  await browser?.close();
  await bot?.close();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const say = (content: string, channelId = discord.channelId) =>
  discord.asUser(discord.memberId, { channelId }).sendMessage(content);
const channelId = (name: string) => {
  const channel = [...discord.state.world.channels.values()].find(
    (one) => 'name' in one && one.name === name,
  );
  return channel?.id ?? '';
};

describe.skipIf(skipWithoutBrowser)('the page', () => {
  it('shows messages at once, and marks other channels with new messages until they are read', async () => {
    await using opened = await openVisit(browser, discord.url);
    const { page } = opened;
    say('here and now');
    await page.getByText('here and now').waitFor();
    say('over there', channelId('general'));
    await page.getByRole('link', { name: 'general 1 new' }).click();
    await page.getByText('over there').waitFor();
    await expect.poll(() => heading(page).textContent()).toBe('general');
    expect(await page.getByRole('link', { name: 'general', exact: true }).count()).toBe(1);
    expect(await page.getByRole('separator').allInnerTexts()).toContain('New');
  });

  it('keeps channel, user and theme over a reload', async () => {
    await using opened = await openVisit(browser, discord.url);
    const { page } = opened;
    await page.getByRole('link', { name: 'bot-test' }).click();
    await page.getByRole('combobox', { name: 'You are' }).selectOption({ label: 'Reader' });
    await page.getByRole('button', { name: 'Use the dark theme' }).click();
    await page.reload();
    await expect.poll(() => heading(page).textContent()).toBe('bot-test');
    const viewer = page.getByRole('combobox', { name: 'You are' }).locator('option:checked');
    // The members come after the channels.
    await expect.poll(async () => (await viewer.innerText()).trim()).toBe('Reader');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  it('shows what the bot sent for its newest message', async () => {
    await using opened = await openVisit(browser, discord.url);
    const { page } = opened;
    await discord.asUser(discord.managerId).runCommand('echo', { text: 'sent by hand' });
    await page.getByText('sent by hand').waitFor();
    await page.getByRole('button', { name: 'What the bot sent' }).first().click();
    const panel = page.getByRole('complementary', { name: 'What the bot sent' });
    await panel.getByText('"content": "sent by hand"').waitFor();
    expect(await panel.getByRole('meter').count()).toBeGreaterThan(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('says above the composer what failed and why', async () => {
    await using opened = await openVisit(browser, discord.url);
    const { page } = opened;
    await page.evaluate(
      `document.querySelector('local-discord').dispatchEvent(
        new CustomEvent('page-run', { detail: { name: 'nonsense', options: {} } }))`,
    );
    const notice = page.getByRole('alert').filter({ hasText: '/nonsense failed.' });
    await notice.getByText('There is no command "nonsense" here.').waitFor();
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await notice.waitFor({ state: 'detached' });
    expect(opened.problems).toEqual([]);
  });

  it('does not scroll because of new messages, and can jump to the latest', async () => {
    await using opened = await openVisit(browser, discord.url);
    const { page } = opened;
    await page.getByRole('link', { name: 'announcements' }).click();
    for (let line = 0; line < 60; line += 1) say(`line ${line}`, channelId('announcements'));
    await page.getByText('line 59').waitFor();
    const log = page.getByRole('log');
    const below = () =>
      log.evaluate((one) => Math.round(one.scrollHeight - one.scrollTop - one.clientHeight));
    await expect.poll(below).toBe(0);
    await log.focus();
    await page.keyboard.press('PageUp');
    await page.getByRole('button', { name: 'Jump to the latest' }).waitFor();
    say('below', channelId('announcements'));
    await page.getByRole('link', { name: 'announcements 1 new' }).waitFor();
    expect(await below()).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Jump to the latest' }).click();
    await expect.poll(below).toBe(0);
    expect(await page.getByRole('separator').allInnerTexts()).toContain('New');
  });

  it('suggests commands that can be run here, until that is dismissed', async () => {
    await using opened = await openVisit(browser, discord.url);
    const { page } = opened;
    const hint = page.getByRole('region', { name: 'Things to try' });
    await hint.getByRole('button', { name: 'Summarize an article' }).waitFor();
    // The bot of this test has no digests.
    expect(await hint.getByRole('button', { name: /digest/ }).count()).toBe(0);
    await hint.getByRole('button', { name: 'Do not show this again' }).click();
    await page.reload();
    await page.getByRole('log').waitFor();
    expect(await hint.count()).toBe(0);
  });
});

describe.skipIf(skipWithoutBrowser)('the page of a local Discord that ends', () => {
  it('says so, and reconnects when it is back', async () => {
    const first = await openTestBot(tinyCommands, { discord: { openPage, hints: PAGE_HINTS } });
    await using opened = await openVisit(browser, first.discord.url);
    const { page } = opened;
    const port = Number(new URL(first.discord.url).port);
    first.discord.asUser(first.discord.memberId).sendMessage('before the end');
    await page.getByText('before the end').waitFor();
    await first.close();
    await page.getByText('The local Discord has stopped').waitFor();
    const second = await openTestBot(tinyCommands, { discord: { port } });
    try {
      await page.getByText('The local Discord has stopped').waitFor({ state: 'detached' });
      await page.getByText('before the end').waitFor({ state: 'detached' });
      second.discord.asUser(second.discord.memberId).sendMessage('a new beginning');
      await page.getByText('a new beginning').waitFor();
      expect(opened.problems.filter((one) => !one.includes('ERR_'))).toEqual([]);
    } finally {
      await second.close();
    }
  });
});
