import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { skipWithoutBrowser } from '@dateline/local-discord/testing/skip-without-browser';
import { isSeen, openClient, type OpenedClient } from '../support/open-client.ts';

let client: OpenedClient;

describe.skipIf(skipWithoutBrowser)('the message box', () => {
  beforeAll(async () => {
    client = await openClient();
  });
  afterAll(() => client.close());

  it('does not send a command as plain text while the commands are still loading', async () => {
    const { page, messages, box, choices } = await client.visit();
    const release = await holdCommands(page);
    await page.getByRole('link', { name: 'general' }).click();
    await page.getByRole('heading', { name: 'general', level: 1 }).waitFor();
    await box.focus();
    await page.keyboard.type('/latest');
    await page.keyboard.press('Enter');
    expect(await isSeen(page.getByText('The commands are still loading.'))).toBe(true);
    release();
    expect(await isSeen(choices.filter({ hasText: '/latest' }))).toBe(true);
    await page.keyboard.press('Enter');
    expect(await isSeen(page.getByRole('group', { name: 'Command /latest' }))).toBe(true);
    expect(await messages.count()).toBe(0);
  });

  it('accepts a command whose name was typed before the commands were loaded', async () => {
    const { page, messages, box } = await client.visit();
    await messages.first().waitFor();
    const release = await holdCommands(page);
    await page.getByRole('link', { name: 'general' }).click();
    await page.getByRole('heading', { name: 'general', level: 1 }).waitFor();
    await box.focus();
    await page.keyboard.type('/search ');
    release();
    expect(await isSeen(page.getByRole('group', { name: 'Command /search' }))).toBe(true);
    await page.keyboard.type('flood');
    await page.keyboard.press('Enter');
    expect(await isSeen(messages.filter({ hasText: /flood/ }))).toBe(true);
  });

  it('accepts a command that was pasted as a whole', async () => {
    const { page, messages, box } = await client.visit();
    const before = await messages.count();
    await box.fill('/search flood since:2023-01-01');
    await page.keyboard.press('Enter');
    expect(await isSeen(page.getByRole('group', { name: 'Command /search' }))).toBe(true);
    await page.keyboard.press('Enter');
    const found = messages.nth(before);
    await found.waitFor();
    await expect.poll(() => found.ariaSnapshot()).toMatch(/flood/i);
  });

  it.each([
    ['latest', 'country', 'Fran', /France/],
    ['search', 'source', 'Mer', /Meridian Wire/],
    ['summarize', 'article', 'notre', /Notre-Dame/],
    ['schedule add', 'zone', 'par', /Europe\/Paris/],
  ])('offers the bot’s suggestions for /%s %s:%s', async (command, option, typed, meant) => {
    const { page, choices, takeCommand } = await client.visit();
    await takeCommand(command);
    // Required options come first. Then the others are chosen by name.
    if (command === 'search') {
      await page.keyboard.type('flood');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(option);
    await page.keyboard.press('Enter');
    await page.keyboard.type(typed);
    expect(await isSeen(choices.filter({ hasText: meant }))).toBe(true);
  });

  it.each([
    ['latest', ['count', '<Enter>', '0'], /1/],
    ['search', [], /required|needed|has to|fill/i],
  ])('does not send /%s with invalid options', async (command, keys, says) => {
    const { page, messages, takeCommand } = await client.visit();
    const before = await messages.count();
    await takeCommand(command);
    for (const key of keys) {
      if (key === '<Enter>') await page.keyboard.press('Enter');
      else await page.keyboard.type(key);
    }
    await page.keyboard.press('Enter');
    const field = page.getByRole('group', { name: `Command /${command}` });
    expect(await isSeen(field.locator('[aria-invalid=true]'))).toBe(true);
    expect(await isSeen(page.getByRole('alert').filter({ hasText: says }))).toBe(true);
    expect(await messages.count()).toBe(before);
  });
});

/** Delays the lists of commands until the returned function is called. */
async function holdCommands(page: Page): Promise<() => void> {
  let release!: () => void;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/local\/commands/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
